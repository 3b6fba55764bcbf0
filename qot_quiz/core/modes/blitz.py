"""Blitz: as many as you can in sixty seconds of thinking time."""

from __future__ import annotations

from collections.abc import Collection
from itertools import cycle

from qot_quiz.core.chance import hash64
from qot_quiz.core.draw import Hand, Pool, deal, shares
from qot_quiz.core.question import Item, Question
from qot_quiz.core.setup import Rules, Setup

MOST = 120
"""Questions in a deck: two a second is more than anybody reads."""

BLOCK = 10
"""Questions after which every difficulty has come up in its share."""

RULES = Rules(game_ms=60_000, counted=False, kinds=("choice", "true-false"))


def draw(pool: Pool, setup: Setup, seen: Collection[str]) -> tuple[Question, ...]:
    """Draw as many questions as a minute can hold (or as asked for), difficulties mixed in every ten of them."""
    size = setup.length or MOST
    hand = Hand(pool, setup.filters, setup.seed, None, seen)
    wanted = shares(BLOCK, setup.filters.difficulties)
    order = [name for name, share in wanted.items() for _ in range(share)]
    for repeat in (False, True):
        for difficulty in cycle(order):
            if len(hand.items) >= size or not any(hand.pick(name, repeat) for name in (difficulty, *wanted)):
                break
    return deal(_mixed(hand.items, setup.seed), setup.seed)


def _mixed(items: list[Item], seed: int) -> list[Item]:
    """Mix every ten questions."""
    blocks = (items[at : at + BLOCK] for at in range(0, len(items), BLOCK))
    return [item for block in blocks for item in sorted(block, key=lambda item: hash64(seed, "deck", item.id))]
