"""Ladder: twelve questions of rising difficulty; a miss ends it with the points of the last safe step."""

from __future__ import annotations

from collections.abc import Collection

from qot_quiz.core.draw import Hand, Pool, deal
from qot_quiz.core.question import DIFFICULTIES, Question
from qot_quiz.core.setup import Rules, Setup

RULES = Rules(lives=1, fifty=1, hints=True, length=12, safe=(4, 8), walk=True)


def draw(pool: Pool, setup: Setup, seen: Collection[str]) -> tuple[Question, ...]:
    """Draw the steps, a third of each difficulty; one that runs short is made up by the others, rising still."""
    size = setup.length or 0
    hand = Hand(pool, setup.filters, setup.seed, size, seen)
    wanted = [name for name in DIFFICULTIES if name in setup.filters.difficulties or not setup.filters.difficulties]
    for at, difficulty in enumerate(wanted):
        for _ in range(size * (at + 1) // len(wanted) - size * at // len(wanted)):
            if not hand.pick(difficulty):
                break
    for repeat in (False, True):
        while len(hand.items) < size and any(hand.pick(difficulty, repeat) for difficulty in wanted):
            pass
    return deal(sorted(hand.items, key=lambda item: DIFFICULTIES.index(item.difficulty)), setup.seed)
