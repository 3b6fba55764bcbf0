"""Survival: three hearts, rising difficulty, until the last heart."""

from __future__ import annotations

from collections.abc import Collection

from qot_quiz.core.draw import Hand, Pool, deal
from qot_quiz.core.question import DIFFICULTIES, Question
from qot_quiz.core.setup import Rules, Setup

MOST = 50
"""Questions of one difficulty in a deck: far more than three hearts last, and a limit for very large packs."""

RULES = Rules(lives=3, counted=False)


def draw(pool: Pool, setup: Setup, seen: Collection[str]) -> tuple[Question, ...]:
    """Draw as many questions as there are (or as asked for), easy ones first, those seen before after all others."""
    size = setup.length or MOST * len(DIFFICULTIES)
    hand = Hand(pool, setup.filters, setup.seed, setup.length, seen)
    wanted = [name for name in DIFFICULTIES if name in setup.filters.difficulties or not setup.filters.difficulties]
    for repeat in (False, True):
        for difficulty in wanted:
            held = sum(item.difficulty == difficulty for item in hand.items)
            for _ in range(held, MOST):
                if len(hand.items) == size or not hand.pick(difficulty, repeat):
                    break
    return deal(hand.items, setup.seed)
