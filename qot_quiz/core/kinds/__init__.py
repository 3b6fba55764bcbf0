"""The kinds of question: each is a module that fits `Kind`, listed once in `KINDS`."""

from __future__ import annotations

from typing import Protocol

from qot_quiz.core.kinds import choice, date, multi, number, ordering, true_false, typed
from qot_quiz.core.question import Answer, Item, Question, Shape, TypeIn
from qot_quiz.core.verdict import Verdict


class Kind(Protocol):
    """What a kind of question knows: how an item is dealt, asked and judged."""

    def deal(self, item: Item, seed: int, place: int) -> Question:
        """Draw a game's question from an item; `place` (0..) is where the right option should stand if it can."""

    def restore(self, item: Item, options: tuple[str, ...]) -> Question | None:
        """Make the question of a stored game again from its option texts, or None when the item changed too much."""

    def shape(self, question: Question) -> Shape:
        """Say through which shape the question asks."""

    def judge(self, question: Question, given: Answer) -> Verdict:
        """Judge what was given."""


KINDS: dict[str, Kind] = {
    "choice": choice,
    "true-false": true_false,
    "typed": typed,
    "multi": multi,
    "ordering": ordering,
    "number": number,
    "date": date,
}
"""Every kind by the name that packs, filters and JSON use."""

SLIP = "q"
"""What makes a slip of a right text: such a one is held against all that listed forms, rules and nearness know."""


def deal(item: Item, seed: int, place: int) -> Question:
    """Draw a game's question from an item, as its kind does it."""
    return KINDS[item.kind].deal(item, seed, place)


def restore(item: Item, options: tuple[str, ...]) -> Question | None:
    """Make the question of a stored game again, as its kind does it."""
    return KINDS[item.kind].restore(item, options)


def shape(question: Question) -> Shape:
    """Say through which shape a question asks."""
    return KINDS[question.item.kind].shape(question)


def judge(question: Question, given: Answer) -> Verdict:
    """Judge what was given to a question, as its kind does it."""
    return KINDS[question.item.kind].judge(question, given)


def rehearse(question: Question) -> None:
    """Judge an answer that nobody gave, so that what judging loads and works out once is there for the player's.

    Args:
        question: What is asked; where one picks, nothing has to be got ready.
    """
    if isinstance(shape(question), TypeIn):
        judge(question, tuple(f"{text}{SLIP}" for text in question.solution))
