"""Number: type how many, how much, or which number."""

from __future__ import annotations

from qot_quiz.core.question import Answer, Item, Question, Shape, TypeIn
from qot_quiz.core.verdict import Verdict


def deal(item: Item, seed: int, place: int) -> Question:
    """Ask for the number itself; nothing is drawn."""
    return Question(item, (), (item.answer,))


def restore(item: Item, options: tuple[str, ...]) -> Question | None:
    """Make the question again; nothing in it was drawn."""
    return Question(item, (), (item.answer,))


def shape(question: Question) -> Shape:
    """Say that a number is to be typed, and how near it must come."""
    return TypeIn("number", question.item.unit, question.item.within)


def judge(question: Question, given: Answer) -> Verdict:
    """Judge a number by its distance from the right one."""
    from qot_quiz.core import numbers  # read only when a number was typed: it is not on the way to the first question

    item = question.item
    typed = numbers.read(given[0], item.unit) if given else None
    right = numbers.read(item.answer)
    if typed is None or right is None:
        return Verdict(credit=0.0, reason="wrong")
    return near(float(abs(typed - right)), item.within)


def near(off: float, within: float) -> Verdict:
    """Give full credit for an exact value, and ever less down to nothing at the stated distance.

    Args:
        off: The distance from the right value.
        within: The distance that earns nothing any more; 0 where only the exact value counts.
    """
    if not off:
        return Verdict(credit=1.0, reason="exact")
    credit = 1 - off / within if off < within else 0.0
    return Verdict(credit=credit, reason="near" if credit else "wrong")
