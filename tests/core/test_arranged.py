"""Options as digits: as few as the kind needs, and the very question back."""

from __future__ import annotations

import pytest
from hypothesis import given
from samples import ITEMS, RARER

from core.packs import SEEDS
from qot_quiz.core import kinds
from qot_quiz.core.arranged import Digits, digits, question
from qot_quiz.core.question import Item


def number(drawn: list[tuple[int, int]]) -> int:
    """Put digits together to a number."""
    made = 0
    for digit, radix in reversed(drawn):
        assert 0 <= digit < radix
        made = made * radix + digit
    return made


@given(SEEDS)
def test_the_question_comes_back(seed: int) -> None:
    """Each item's question is made again from its digits, and no digit is left over."""
    for place, item in enumerate((*ITEMS, *RARER)):
        dealt = kinds.deal(item, seed, place % 4)
        rest = Digits(number(digits(dealt)))
        assert (question(item, rest), rest.rest) == (dealt, 0)


def _by_id(id: str) -> Item:
    return next(item for item in (*ITEMS, *RARER) if item.id == id)


@pytest.mark.parametrize(
    ("id", "radixes"),
    [
        ("heroine/actress", []),
        ("abroad/netflix", []),
        ("finale/rating", []),
        ("specials/date", []),
        ("lead/actor", [4, 3, 2, 1]),
        ("hongs/which", [9, 8, 7, 6, 5, 4, 3]),
        ("run/order", [6, 5, 4, 3, 2]),
    ],
)
def test_what_is_not_drawn_costs_nothing(id: str, radixes: list[int]) -> None:
    """What is typed or always stands in one order has no digits; others have one for each option, of those left."""
    assert [radix for _, radix in digits(kinds.deal(_by_id(id), 7, 0))] == radixes


def test_rising_options_cost_less() -> None:
    """Options that always rise are only chosen, not put in order."""
    rising = _by_id("start/date")
    drawn = digits(kinds.deal(rising, 7, 0))
    assert drawn[0][1] == len(rising.wrong) + 1 - 3
    assert all(radix <= 2 for _, radix in drawn)


def test_no_question() -> None:
    """A position without a question, and options without the right one, are none."""
    with pytest.raises(LookupError):
        question(None, Digits(0))
    rising = _by_id("end/date")  # the answer is the last of five, and the first digit of all chooses the four below
    with pytest.raises(LookupError):
        question(rising, Digits(0))
