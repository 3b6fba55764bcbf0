"""Fifty-fifty and hints: what a help shows of a question, never the right option struck out."""

from __future__ import annotations

from qot_quiz.core import kinds
from qot_quiz.core.chance import hash64, shuffled
from qot_quiz.core.events import Hint
from qot_quiz.core.question import PickOne, Question

HINT_STEPS = 3
"""Hint steps of a typed question at most; one that would add nothing, or tell all, falls out."""


def fifty(question: Question, removed: tuple[str, ...], seed: int) -> tuple[str, ...]:
    """Choose the options that a fifty-fifty strikes out.

    Args:
        question: The open question.
        removed: Keys struck out already.
        seed: The game's seed.

    Returns:
        Keys of wrong options, so many that the right one and one other stay; empty when that is so already or nothing
        is to be picked.
    """
    wrong = _wrong(question, removed)
    return tuple(sorted(shuffled(seed, "fifty " + question.item.id, wrong)[1:]))


def hints(question: Question, removed: tuple[str, ...], seed: int) -> tuple[Hint, ...]:
    """List the hint steps of a question in the order in which they are given.

    Args:
        question: The open question.
        removed: Keys struck out by a fifty-fifty.
        seed: The game's seed.

    Returns:
        For a typed answer its letters, masked less and less but never all shown; else its topic, its episode when it
        has one that is not the answer, and one wrong option less while more than one is left.
    """
    if not isinstance(kinds.shape(question), PickOne):
        answer = question.solution[0]
        masks = dict.fromkeys(mask(answer, step) for step in range(1, HINT_STEPS + 1))
        return tuple(Hint("letters", masked) for masked in masks if masked != answer)
    item = question.item
    steps = [Hint("topic", item.topic)] if item.topic else []
    if item.spoils and str(item.spoils) not in _numbers(item.answer):
        steps.append(Hint("episode", str(item.spoils)))
    wrong = _wrong(question, removed)
    if len(wrong) > 1:
        steps.append(Hint("option", min(wrong, key=lambda key: hash64(seed, "hint " + item.id, key))))
    return tuple(steps)


def mask(answer: str, step: int) -> str:
    """Show a part of an answer's letters.

    Args:
        answer: The answer as shown.
        step: 1 shows where letters stand, 2 the first letter of each word, 3 every second letter as well.

    Returns:
        The answer with hidden letters and digits as underscores, everything else kept.
    """
    out: list[str] = []
    within = 0
    for char in answer:
        if not char.isalnum():
            within = 0
            out.append(char)
            continue
        shown = (step >= 2 and within == 0) or (step >= HINT_STEPS and within % 2 == 0)
        out.append(char if shown else "_")
        within += 1
    return "".join(out)


def _numbers(text: str) -> list[str]:
    return "".join(char if char.isdigit() else " " for char in text).split()


def _wrong(question: Question, removed: tuple[str, ...]) -> list[str]:
    return [o.key for o in question.options if o.key not in question.solution and o.key not in removed]
