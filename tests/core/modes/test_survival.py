"""Survival: rising difficulty for as long as three hearts last."""

from __future__ import annotations

from hypothesis import given
from samples import Shelf, setup

from core.packs import SEEDS, many
from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import survival
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.core.setup import Rules

PACK = many(7, 5, 6)


def test_rules() -> None:
    """Three hearts, no helps, and nobody is told how many questions there are."""
    assert Rules(lives=3, fifty=0, hints=False, counted=False, length=None) == survival.RULES


@given(SEEDS)
def test_all_in_rising_difficulty(seed: int) -> None:
    """Every question of the pack is in the deck, the easy ones first, the hard ones last."""
    deck = survival.draw(Shelf(PACK), setup("survival", seed), ())
    levels = [DIFFICULTIES.index(question.item.difficulty) for question in deck]
    assert levels == sorted(levels)
    assert {question.item.id for question in deck} == {item.id for item in PACK}


def test_seen_come_last() -> None:
    """Questions seen before come after all others, easy ones first again."""
    seen = {item.id for item in PACK[:3]}
    deck = survival.draw(Shelf(PACK), setup("survival"), seen)
    assert {question.item.id for question in deck[-3:]} == seen


def test_filters_and_length() -> None:
    """A filter and a length are kept to."""
    chosen = setup("survival", length=4, filters=Filters(difficulties=("hard", "medium")))
    deck = survival.draw(Shelf(PACK), chosen, ())
    assert [question.item.difficulty for question in deck] == ["medium"] * 4


def test_large_pack() -> None:
    """A very large pack does not make a deck without end."""
    deck = survival.draw(Shelf(many(150, 1, 0)), setup("survival"), ())
    assert len(deck) == survival.MOST + 1
