"""Review: what is due, from another angle."""

from __future__ import annotations

import msgspec
from samples import Shelf, setup

from core.packs import one
from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import review
from qot_quiz.core.setup import Rules

ITEMS = [one(1, "typed", "easy", 1), one(2, "typed", "hard", 1), one(3, "typed", "easy", 4, spoils=9)]


def asked(seen: set[str], due: tuple[str, ...], **more: object) -> list[str]:
    """Draw a review and name its questions."""
    drawn = msgspec.structs.replace(setup("review"), due=due, **more)
    return [question.item.id for question in review.draw(Shelf(ITEMS), drawn, seen)]


def test_rules() -> None:
    """Hints, no hearts, no clock."""
    assert Rules(hints=True, length=10) == review.RULES


def test_another_angle() -> None:
    """A fact is asked for once, by a question that was not asked last where there is one."""
    assert asked({"fact-1/1"}, ("fact-1",)) == ["fact-1/2"]
    assert asked({"fact-1/2"}, ("fact-1",)) == ["fact-1/1"]
    assert len(asked({"fact-1/1", "fact-1/2"}, ("fact-1",))) == 1


def test_order_ceiling_and_gone() -> None:
    """Facts come in their order; one that is gone or above the ceiling is left out."""
    assert asked({"fact-1/1"}, ("fact-4", "gone", "fact-1")) == ["fact-4/3", "fact-1/2"]
    assert asked({"fact-1/1"}, ("fact-4", "fact-1"), filters=Filters(up_to=8)) == ["fact-1/2"]


def test_length() -> None:
    """No more are asked than a game has."""
    assert len(asked(set(), ("fact-4", "fact-1"), length=1)) == 1
