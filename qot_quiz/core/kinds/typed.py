"""Typed: write a name, a place, a title or another short text."""

from __future__ import annotations

from qot_quiz.core.question import Answer, Item, Question, Shape, TypeIn
from qot_quiz.core.verdict import Verdict


def deal(item: Item, seed: int, place: int) -> Question:
    """Ask for the answer itself; nothing is drawn."""
    return Question(item, (), (item.answer,))


def restore(item: Item, options: tuple[str, ...]) -> Question | None:
    """Make the question again; nothing in it was drawn."""
    return Question(item, (), (item.answer,))


def shape(question: Question) -> Shape:
    """Say that a text is to be typed."""
    return TypeIn()


def judge(question: Question, given: Answer) -> Verdict:
    """Judge the typed text by the forms that the question lists, and by the rules of names, numbers and slips."""
    from qot_quiz.core import judging  # loaded when a text was typed: it is not on the way to the first question

    return judging.judge(given[0] if given else "", question.item)
