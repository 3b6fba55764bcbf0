"""Numbers in words and signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.numerals import as_roman, korean, ordinal, roman, spelled


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zero", 0), ("sixteen", 16), ("sixteenth", 16), ("twenty first", 21), ("a hundred", 100), ("hundredth", 100),
        ("two hundred and three", 203), ("one thousand nine hundred and thirty", 1930), ("two million one", 2000001),
        ("nineteen eighty eight", 1988), ("twenty oh four", 2004), ("twenty one hundred", 2100),
        ("two hundred three", 203), ("twenty ten", 2010), ("nineteen oh nine", 1909), ("one million and one", 1000001),
        ("dozen", 12), ("a dozen", 12), ("half a dozen", 6), ("two dozen", 24),
        ("two thousandth", 2000), ("nineteen o five", 1905), ("ten sixty six", 1066), ("three hundredth", 300),
    ],
)  # fmt: skip
def test_spelled(text: str, value: int) -> None:
    """English words are read, as cardinals, as ordinals and as years."""
    assert spelled(text.split()) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one two",
        "million",
        "and three",
        "thousand million two",
        "twenty eleven hundred x",
        "zero dozen",
        "baker dozen",
        "nineteen oh ten",
        "nineteen five",
        "two thousand three thousand",
        "two hundred baker",
        "baker hundred and two",
    ],
)
def test_not_spelled(text: str) -> None:
    """Words that are no number as a whole are none."""
    assert spelled(text.split()) is None


@given(st.integers(1, 3999))
def test_roman_numerals_are_read_back(value: int) -> None:
    """Every Roman numeral is read back, in either case."""
    assert roman(as_roman(value)) == roman(as_roman(value).lower()) == value


@pytest.mark.parametrize("text", ["", "IIII", "VX", "ICE", "ß", "MMMM"])
def test_no_roman_numeral(text: str) -> None:
    """Only the one right spelling is a numeral."""
    assert roman(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("십육", 16), ("열여섯", 16), ("두", 2), ("스물", 20), ("백삼", 103), ("천구백삼십", 1930), ("이만", 20000),
        ("만", 10000), ("이만오", 20005),
    ],
)  # fmt: skip
def test_korean(text: str, value: int) -> None:
    """Both series of Korean numbers are read."""
    assert korean(text) == value


def test_ordinal() -> None:
    """Digits with an ordinal's letters are read, and others are not."""
    assert [ordinal(word) for word in ("16th", "1st", "2nd", "3rd", "2st", "th", "16")] == [16, 1, 2, 3, 2, None, None]
    assert korean("") is None
