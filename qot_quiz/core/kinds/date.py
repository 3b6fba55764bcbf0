"""Date: type a day."""

from __future__ import annotations

from qot_quiz.core.kinds.number import near
from qot_quiz.core.question import Answer, Item, Question, Shape, TypeIn
from qot_quiz.core.verdict import Verdict


def deal(item: Item, seed: int, place: int) -> Question:
    """Ask for the day itself; nothing is drawn."""
    return Question(item, (), (item.answer,))


def restore(item: Item, options: tuple[str, ...]) -> Question | None:
    """Make the question again; nothing in it was drawn."""
    return Question(item, (), (item.answer,))


def shape(question: Question) -> Shape:
    """Say that a date is to be typed, and how near it must come."""
    return TypeIn("date", "", question.item.within)


def judge(question: Question, given: Answer) -> Verdict:
    """Judge a day by its distance from the right one; a date without a year means that of the right one."""
    from datetime import date  # neither is on the way to the first question

    from qot_quiz.core import dates

    right = date.fromisoformat(question.item.answer)
    try:
        typed = dates.read(given[0], right.year) if given else None
    except dates.Ambiguous:
        typed = None
    if typed is None:
        return Verdict(credit=0.0, reason="wrong")
    return near(abs((date.fromisoformat(typed) - right).days), question.item.within)
