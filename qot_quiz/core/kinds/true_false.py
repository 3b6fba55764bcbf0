"""True or false: say whether a statement holds."""

from __future__ import annotations

from qot_quiz.core.kinds import choice
from qot_quiz.core.question import Answer, Item, Option, PickOne, Question, Shape
from qot_quiz.core.verdict import Verdict

TEXTS = ("true", "false")
"""The two options as stored and as an answers file may write them; screens show them in their own words."""


def deal(item: Item, seed: int, place: int) -> Question:
    """Offer true and false, in this order in every game."""
    return _question(item)


def restore(item: Item, options: tuple[str, ...]) -> Question | None:
    """Make the question again; nothing in it was drawn."""
    return _question(item) if item.answer in TEXTS else None


def shape(question: Question) -> Shape:
    """One of two options is to be picked."""
    return PickOne(question.options)


def judge(question: Question, given: Answer) -> Verdict:
    """Compare the pick with the truth."""
    return choice.judge(question, given)


def _question(item: Item) -> Question:
    return Question(item, (Option("a", TEXTS[0]), Option("b", TEXTS[1])), ("ab"[TEXTS.index(item.answer)],))
