"""Classic: ten questions in their shares."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from samples import Shelf, setup

from core.packs import SEEDS, many
from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import classic
from qot_quiz.core.question import Item, Question
from qot_quiz.core.setup import Rules

RICH = many(30, 30, 30)


def levels(deck: tuple[Question, ...]) -> Counter[str]:
    """Count a deck's difficulties."""
    return Counter(question.item.difficulty for question in deck)


def test_rules() -> None:
    """Ten questions, one fifty-fifty, hints, no hearts, and the player knows how many are to come."""
    assert Rules(lives=None, fifty=1, hints=True, counted=True, length=10) == classic.RULES


@given(SEEDS)
def test_unfiltered_ten(seed: int) -> None:
    """An unfiltered ten is drawn 4 easy, 4 medium, 2 hard."""
    assert levels(classic.draw(Shelf(RICH), setup(seed=seed), ())) == {"easy": 4, "medium": 4, "hard": 2}


def test_difficulties_are_mixed() -> None:
    """The easy ones do not always come first."""
    firsts = {classic.draw(Shelf(RICH), setup(seed=seed), ())[0].item.difficulty for seed in range(40)}
    assert firsts == {"easy", "medium", "hard"}


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (many(30, 2, 2), {"easy": 6, "medium": 2, "hard": 2}),
        (many(0, 30, 0), {"medium": 10}),
        (many(3, 3, 3), {"easy": 3, "medium": 3, "hard": 3}),
    ],
)
def test_short_difficulty(items: list[Item], expected: dict[str, int]) -> None:
    """What one difficulty lacks the others give; a deck is short only when the whole pack is."""
    assert levels(classic.draw(Shelf(items), setup(), ())) == expected


@given(SEEDS)
def test_seen_come_last(seed: int) -> None:
    """Questions seen before are drawn only when those not seen do not fill the deck."""
    seen = {item.id for item in RICH[:85]}
    ids = {question.item.id for question in classic.draw(Shelf(RICH), setup(seed=seed), seen)}
    assert len(ids) == 10
    assert {item.id for item in RICH[85:]} < ids


def test_unseen_of_other_difficulties_before_seen() -> None:
    """A question of another difficulty that was not seen goes before a seen one of the wanted difficulty."""
    items = many(10, 10, 10)
    seen = {item.id for item in items if item.difficulty == "easy"}
    deck = classic.draw(Shelf(items), setup(), seen)
    assert levels(deck)["easy"] == 0
    assert len(deck) == 10


def test_filters_and_length() -> None:
    """A filter and a length are kept to."""
    deck = classic.draw(Shelf(RICH), setup(length=7, filters=Filters(difficulties=("hard",))), ())
    assert levels(deck) == {"hard": 7}
    assert classic.draw(Shelf(RICH), setup(filters=Filters(topics=("none",))), ()) == ()
