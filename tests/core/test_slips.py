"""Slips: how many are forgiven, and where none is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.slips import allowance, distance, forgiven, near, nearest, within_reach


def test_allowance() -> None:
    """None is forgiven up to four letters, one up to eight, two above."""
    assert [allowance(length) for length in (0, 4, 5, 8, 9, 40)] == [0, 0, 1, 1, 2, 2]


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_distance(one: str, other: str) -> None:
    """The distance is that of the letters whichever comes first, and is cut off one above the most."""
    found = distance(one, other, 9)
    assert found == distance(other, one, 9)
    assert (found == 0) == (one == other)
    assert distance(one, other, 1) == min(found, 2)


@pytest.mark.parametrize(
    ("typed", "form", "count"),
    [
        ("Seul", "Seoul", 1), ("Mount Blanc", "Mont Blanc", 1), ("Crash Landing in You", "Crash Landing on You", 1),
        ("Crach Landign on You", "Crash Landing on You", 2), ("Ypngdu-ri", "Yongdu-ri", 1), ("sixten", "sixteen", 1),
        ("Sansoucci", "Sanssouci", 2), ("Queensgrup", "Queens Group", 1), ("Saterday", "Saturday", 1),
    ],
)  # fmt: skip
def test_forgiven(typed: str, form: str, count: int) -> None:
    """A missing, doubled, wrong or swapped letter is forgiven, by the length of the form."""
    assert forgiven(typed, form) == count


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("BTX", "BTS"), ("air", "chair"), ("hair", "chair"), ("Reply 1998", "Reply 1988"), ("Rocky III", "Rocky II"),
        ("guilty", "not guilty"), ("unfaithful", "faithful"), ("now a dream of mine", "not a dream of mine"),
        ("Thuesday", "Tuesday"), ("sixty", "sixteen"), ("Queen of Hearts", "Queen of Tears"), ("same", "same"),
        ("Won Ordinary Day", "One Ordinary Day"),
        ("Seoul!", "Seoul"),
    ],
)  # fmt: skip
def test_not_forgiven(typed: str, form: str) -> None:
    """Short words, numbers, negations, contraries, first letters and other words of a closed kind are no slips."""
    assert forgiven(typed, form) is None


def test_near() -> None:
    """What is one letter beyond forgiving comes near, up to a fourth of the letters."""
    assert near("Vincent Cassano", "Vincenzo Cassano") == 2
    assert near("hair", "chair") == 1
    assert near("air", "chair") is None
    assert near("Lidz", "Lodz") is None
    assert near("Reply 1998", "Reply 1988") is None
    assert near("Krash Lamding om Yoo", "Crash Landing on You") is None
    assert near("Vincenzo-Cassano", "Vincenzo Cassano") is None


def test_nearest() -> None:
    """The nearest of some forms gives the distance, cut off above the most."""
    assert nearest("Milton", ("Hilton", "Mylton!"), 2) == 1
    assert nearest("Milton", ("Berlin",), 2) == 3
    assert nearest("Milton", (), 2) == 3
    assert nearest("Milton Keynes", ("Miltonkeynes",), 2) == nearest("Miltonkeynes", ("Milton Keynes",), 2) == 0


def test_within_reach() -> None:
    """Only forms within three letters are measured further, in their own order."""
    assert within_reach("milton", ("Milton Keynes", "Hilton", "Milt", "Berlin")) == ["Hilton", "Milt"]
    assert len(within_reach("mon", ("Moon", "Son", "Ton", "Won", "Don", "Con", "Monk"))) == 7
