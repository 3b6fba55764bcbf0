"""Classic: ten questions, or as many as asked for, no clock."""

from __future__ import annotations

from collections.abc import Collection

from qot_quiz.core.chance import hash64
from qot_quiz.core.draw import Hand, Pool, deal, shares
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Rules, Setup

RULES = Rules(fifty=1, hints=True, length=10)


def draw(pool: Pool, setup: Setup, seen: Collection[str]) -> tuple[Question, ...]:
    """Draw the deck, difficulties in their shares and mixed; a difficulty that runs short is made up by the others."""
    size = setup.length or 0
    hand = Hand(pool, setup.filters, setup.seed, size, seen)
    wanted = shares(size, setup.filters.difficulties)
    for difficulty, share in wanted.items():
        for _ in range(share):
            if not hand.pick(difficulty):
                break
    for repeat in (False, True):
        while len(hand.items) < size and any(hand.pick(difficulty, repeat) for difficulty in wanted):
            pass
    items = sorted(hand.items, key=lambda item: hash64(setup.seed, "deck", item.id))
    return deal(items, setup.seed)
