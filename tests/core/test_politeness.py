"""Words round an answer that say nothing about it."""

from __future__ import annotations

import pytest

from qot_quiz.core.politeness import says_nothing, without_owner, wordings


@pytest.mark.parametrize(
    ("typed", "type", "bare"),
    [
        ("I think it is Potsdam, please", "place", "potsdam"), ("the city of Potsdam", "place", "potsdam"),
        ("Mr. Baek", "character", "baek"), ("Hae-in-ssi", "character", "hae in"), ("해인씨", "character", "해인"),
        ("수철이", "character", "수철"), ("배우 이주빈", "person", "이주빈"), ("in April", "", "april"),
        ("용두리예요", "place", "용두리"), ("definitely Potsdam, for sure", "place", "potsdam"),
    ],
)  # fmt: skip
def test_wordings(typed: str, type: str, bare: str) -> None:
    """What was typed comes first, and what is left of it last."""
    found = wordings(typed, type)
    assert (found[0], found[-1]) == (typed, bare)


def test_a_word_is_left() -> None:
    """A text of such words alone keeps one, and a title keeps what is no honorific in it."""
    assert wordings("the", "") == ("the",)
    assert wordings("please", "") == ("please",)
    assert wordings("Mr. Queen", "work") == ("Mr. Queen",)


def test_small_words() -> None:
    """Whose something is says nothing, and neither does what all things of a type are."""
    assert without_owner("her aunt") == without_owner("His aunt") == "aunt"
    assert says_nothing("village", "place")
    assert not says_nothing("village", "person")
