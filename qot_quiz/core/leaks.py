"""Questions that must not meet in one deck: one states the other's answer, or asks for a part of what it shows."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from qot_quiz.core import kinds
from qot_quiz.core.question import Item
from qot_quiz.core.text import fold, same, squeeze

LEAK = 4
"""Folded answers shorter than this are looked for as whole words only: they stand within too many others."""


def gives_away(one: Item, other: Item) -> bool:
    """Say whether one of two questions states the other's answer in what it asks."""
    return _states(one, other) or _states(other, one)


def _states(item: Item, other: Item) -> bool:
    if other.kind == "true-false":
        return False
    if other.kind == "date":
        return _dated(item.ask, other.answer)
    return all(_said(item.ask, answer) for answer in other.answers or (other.answer,))


def _said(ask: str, answer: str) -> bool:
    answer = fold(answer)
    if len(answer) >= LEAK:
        return answer in fold(ask)
    return len(answer) > 1 and answer in _words(ask)


def _dated(ask: str, iso: str) -> bool:
    """Say whether a stem names a day, with or without its year."""
    from qot_quiz.core.dates import MONTHS  # only packs that ask for dates need it

    day, month = int(iso[-2:]), MONTHS[int(iso[-5:-3]) - 1].casefold()
    words = [word.strip(",.?!").casefold() for word in ask.split()]
    return any({one, two} == {str(day), month} for one, two in pairwise(words))


@lru_cache(maxsize=512)
def _words(ask: str) -> frozenset[str]:
    return frozenset(squeeze(word) for word in ask.split())


def asks_for_part(item: Item, group: Item, seed: int) -> bool:
    """Say whether a question asks for one of the facts behind the options that a group question will show."""
    if item.fact_id not in group.rests_on:
        return False
    shown = [option.text for option in kinds.deal(group, seed, 0).options]
    return any(same(text, item.answer) or _said(item.ask, text) for text in shown)
