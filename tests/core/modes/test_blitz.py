"""Blitz: a minute of thinking time, and far more questions than it holds."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from samples import Shelf, setup

from core.packs import SEEDS, many
from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import blitz
from qot_quiz.core.setup import Rules

PACK = many(70, 70, 40)


def test_rules() -> None:
    """Sixty seconds in all, no helps, pick-one kinds, and nobody is told how many questions there are."""
    assert Rules(game_ms=60_000, counted=False, kinds=("choice", "true-false")) == blitz.RULES


@given(SEEDS)
def test_every_ten_in_shares(seed: int) -> None:
    """Every ten questions in a row from the first are 4 easy, 4 medium and 2 hard, and not in that order."""
    deck = blitz.draw(Shelf(PACK), setup("blitz", seed), ())
    assert len(deck) == blitz.MOST == len({question.item.id for question in deck})
    blocks = [[question.item.difficulty for question in deck[at : at + 10]] for at in range(0, 120, 10)]
    assert all(Counter(block) == {"easy": 4, "medium": 4, "hard": 2} for block in blocks)
    assert any(block != sorted(block, key=["easy", "medium", "hard"].index) for block in blocks)


def test_short_pack() -> None:
    """A small pack is asked whole, what was seen last; a filter and a length are kept to."""
    items = many(3, 2, 4)
    deck = blitz.draw(Shelf(items), setup("blitz"), {items[0].id})
    assert {question.item.id for question in deck} == {item.id for item in items}
    chosen = setup("blitz", length=3, filters=Filters(difficulties=("hard",)))
    assert [question.item.difficulty for question in blitz.draw(Shelf(items), chosen, ())] == ["hard"] * 3
    again = blitz.draw(Shelf(many(30, 30, 30)), setup("blitz", length=80), {item.id for item in many(30, 30, 30)[:20]})
    seen = [question.item.id in {item.id for item in many(30, 30, 30)[:20]} for question in again]
    assert not any(seen[:70])
