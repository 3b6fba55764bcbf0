"""Fifty-fifty and hints: what a help shows of a question, never the right option struck out."""

from __future__ import annotations

from qot_quiz.core import kinds
from qot_quiz.core.chance import hash64, shuffled
from qot_quiz.core.events import Hint
from qot_quiz.core.question import Arrange, PickMany, Question, TypeIn

HINT_STEPS = 3
"""Hint steps of a typed question at most; one that would add nothing, or tell all, falls out."""

_NARROW, _NARROW_LEAST, _WIDER = 2, 3, 2
"""How often the closeness goes into the narrow range, its least width, and how often it goes into the wide one."""

_EPISODES = ("episode", "finale")
"""Words by which a question says itself where in the story it is."""


def fifty(question: Question, removed: tuple[str, ...], seed: int) -> tuple[str, ...]:
    """Choose the options that a fifty-fifty strikes out.

    Args:
        question: The open question.
        removed: Keys struck out already.
        seed: The game's seed.

    Returns:
        Keys of wrong options: where one is to be picked, so many that the right one and one other stay; where several
        are, half of the wrong ones; empty when that is so already or nothing is to be picked.
    """
    wrong = _wrong(question, removed)
    keep = len(wrong) - len(wrong) // 2 if isinstance(kinds.shape(question), PickMany) else 1
    return tuple(sorted(shuffled(seed, "fifty " + question.item.id, wrong)[keep:]))


def hints(question: Question, removed: tuple[str, ...], seed: int) -> tuple[Hint, ...]:
    """List the hint steps of a question in the order in which they are given.

    Args:
        question: The open question.
        removed: Keys struck out by a fifty-fifty.
        seed: The game's seed.

    Returns:
        For a typed text its letters, masked less and less but never all shown; for a number or date a range, then a
        narrower one, or that alone where the wide one begins at nothing; else the episode, when there is one that is
        neither the answer nor spoken of, and either the first in order or one wrong option less while more than one
        is left. The topic is worth no points alone: it is told with the first of these, as `topical` says.
    """
    item, shape = question.item, kinds.shape(question)
    if isinstance(shape, TypeIn):
        if shape.form != "text":
            wide, narrow = ranges(item.answer, shape.within, seed, item.id)
            told = (narrow,) if wide.startswith("0..") else (wide, narrow)
            return tuple(Hint("range", value) for value in told)
        answer = question.solution[0]
        masks = dict.fromkeys(mask(answer, step) for step in range(1, HINT_STEPS + 1))
        return tuple(Hint("letters", masked) for masked in masks if masked != answer)
    steps: list[Hint] = []
    if item.spoils and not _placed(item.ask) and str(item.spoils) not in _numbers(item.answer):
        steps.append(Hint("episode", str(item.spoils)))
    wrong = _wrong(question, removed)
    if isinstance(shape, Arrange):
        steps.append(Hint("first", question.solution[0]))
    elif len(wrong) > 1:
        steps.append(Hint("option", min(wrong, key=lambda key: hash64(seed, "hint " + item.id, key))))
    return tuple(steps)


def topical(question: Question) -> str:
    """Give the topic that the first hint on a question tells besides.

    Args:
        question: The open question.

    Returns:
        The topic's id; empty where something is typed, or the question has a word of the id.
    """
    item = question.item
    named = any(word in item.ask.casefold() for word in item.topic.split("-"))
    return "" if named or isinstance(kinds.shape(question), TypeIn) else item.topic


def ranges(answer: str, within: float, seed: int, id: str) -> tuple[str, str]:
    """Draw two ranges that hold a number or a date, the second one within the first.

    Args:
        answer: The number in plain digits, or the date as ISO text.
        within: The stated closeness, in the number's unit or in days; the ranges are some times as wide.
        seed: The game's seed.
        id: The question's id.

    Returns:
        Each as its lowest and highest value with two dots between them; where in it the answer lies is chance.
    """
    if dated := answer.count("-") > 1:
        from datetime import date  # only a hint on a date needs it

        digits, value = 0, date.fromisoformat(answer).toordinal()
    else:
        digits, value = len(answer.partition(".")[2]), int(answer.replace(".", ""))
    scale = 10**digits
    narrow = scale * max(_NARROW_LEAST, round(_NARROW * within))
    low = value - hash64(seed, "narrow", id) % (narrow + 1)
    wide = _WIDER * narrow
    outer = low - hash64(seed, "wide", id) % (wide - narrow + 1)
    least = 0 if value >= 0 else outer

    def written(low: int, high: int) -> str:
        if dated:
            return f"{date.fromordinal(low).isoformat()}..{date.fromordinal(high).isoformat()}"
        return f"{low // scale}..{-(-high // scale)}"  # rounded outwards: whole numbers read better

    outer, low = max(outer, least), max(low, least)
    return written(outer, outer + wide), written(low, low + narrow)


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


def _placed(ask: str) -> bool:
    """Say whether a question names episodes itself, beside which another number would lead astray."""
    return any(word in ask.casefold() for word in _EPISODES)


def _numbers(text: str) -> list[str]:
    return "".join(char if char.isdigit() else " " for char in text).split()


def _wrong(question: Question, removed: tuple[str, ...]) -> list[str]:
    return [o.key for o in question.options if o.key not in question.solution and o.key not in removed]
