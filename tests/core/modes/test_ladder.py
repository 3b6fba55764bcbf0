"""Ladder: twelve steps of rising difficulty."""

from __future__ import annotations

from hypothesis import given
from samples import Shelf, setup

from core.packs import SEEDS, many
from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import ladder
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.core.setup import Rules

PACK = many(9, 9, 9)


def test_rules() -> None:
    """One miss ends it; steps 4 and 8 are safe; one may walk away; there are helps."""
    assert Rules(lives=1, fifty=1, hints=True, length=12, safe=(4, 8), walk=True) == ladder.RULES


@given(SEEDS)
def test_rising(seed: int) -> None:
    """Four easy, four medium, four hard, in this order."""
    deck = ladder.draw(Shelf(PACK), setup("ladder", seed), ())
    assert [question.item.difficulty for question in deck] == [name for name in DIFFICULTIES for _ in range(4)]


def test_short_of_one() -> None:
    """A difficulty that runs short is made up by others, and the order still rises."""
    deck = ladder.draw(Shelf(many(9, 2, 9)), setup("ladder"), ())
    levels = [DIFFICULTIES.index(question.item.difficulty) for question in deck]
    assert len(deck) == 12
    assert levels == sorted(levels)


def test_filters_length_and_seen() -> None:
    """Only what was asked for is drawn, as many as asked for, and what was seen last."""
    chosen = setup("ladder", length=5, filters=Filters(difficulties=("hard", "medium")))
    deck = ladder.draw(Shelf(PACK), chosen, ())
    assert [question.item.difficulty for question in deck] == ["medium"] * 2 + ["hard"] * 3
    seen = {item.id for item in PACK[:5]}
    assert not seen & {question.item.id for question in ladder.draw(Shelf(PACK), setup("ladder"), seen)}
