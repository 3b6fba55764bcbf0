"""A question of one right option among others."""

from __future__ import annotations

from qot_quiz.formats.foreign.found import Found
from qot_quiz.formats.foreign.tidy import Tidy


def truth_of(answer: str, wrong: tuple[str, ...]) -> bool | None:
    """Read two options as true and false; None where they say anything else.

    Args:
        answer: The right one.
        wrong: The others.
    """
    names = [answer.casefold(), *(text.casefold() for text in wrong)]
    return names[0] == "true" if sorted(names) == ["false", "true"] else None


def chosen(line: int, ask: str, texts: list[str], right: int, tidy: Tidy, topic: str = "") -> Found:
    """Make a choice, or of true and false a statement, since teachers write both in one way.

    Args:
        line: The line on which it begins.
        ask: The question.
        texts: All options.
        right: The place of the right one, from 0.
        tidy: Knows what was changed.
        topic: The title of its category.
    """
    answer, wrong = texts[right], (*texts[:right], *texts[right + 1 :])
    truth = truth_of(answer, wrong)
    if truth is not None:
        return Found(line=line, kind="true-false", ask=ask, answer=truth, topic=topic, notes=tidy.notes)
    return Found(line=line, kind="choice", ask=ask, answer=answer, wrong=wrong, topic=topic, notes=tidy.notes)
