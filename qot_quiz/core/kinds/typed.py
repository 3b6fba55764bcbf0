"""Typed: write a name, a place, a title or another short text."""

from __future__ import annotations

from qot_quiz.core import text
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
    """Judge the typed text by the forms that the question lists."""
    item = question.item
    return text.judge(given[0] if given else "", item.answer, item.accept, item.vague, item.refuse)
