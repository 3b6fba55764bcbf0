"""Daily: the same ten questions for everybody on one date, at one ceiling of one pack."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from qot_quiz.core.chance import SEEDS, hash64
from qot_quiz.core.draw import Hand, Pool, Row, deal, shares
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Rules, Setup

APART = 14
"""Days within which no question comes twice, where the pack holds enough: each has its turn on one day in so many."""

MOST = 512
"""Questions of one difficulty and turn that share a round: a limit for very large packs."""

RULES = Rules(fifty=1, hints=True, length=10)


def seed(day: str) -> int:
    """Give the seed of a day.

    Args:
        day: The date as ISO text.
    """
    return hash64(0, "daily", day) % SEEDS


def draw(pool: Pool, setup: Setup, seen: Collection[str]) -> tuple[Question, ...]:
    """Draw the deck of a day: from the questions whose turn it is, each once in a round of many days.

    Questions that do not go together wait for the next round; where a difficulty has too few, the others of the turn
    make up for it, and then all there are. What was seen does not matter: the deck is the same for everybody.
    """
    from datetime import date  # only a daily needs it

    lap, turn = divmod(date.fromisoformat(setup.day).toordinal(), APART)
    size = setup.length or 0
    hand = Hand(pool, setup.filters, setup.seed, size)
    wanted = shares(size, setup.filters.difficulties)
    # Those with the smallest share first: what a topic may have in a day is then left to those that come round soonest.
    others: list[Row] = []
    for difficulty, share in sorted(wanted.items(), key=lambda part: part[1]):
        rows = _of_turn(pool, setup, difficulty, turn, lap, share)
        others += rows
        for _ in range(share):
            if not hand.take(rows):
                break
    while len(hand.items) < size and hand.take(others):
        pass
    while len(hand.items) < size and any(hand.pick(difficulty) for difficulty in wanted):
        pass
    return deal(sorted(hand.items, key=lambda item: hash64(setup.seed, "deck", item.id)), setup.seed)


def _of_turn(pool: Pool, setup: Setup, difficulty: str, turn: int, lap: int, share: int) -> list[Row]:
    """List the questions of one difficulty whose turn it is, the ones of this very day first.

    A round takes as many days as a power of two, so that questions that are added move few of the others.
    """
    point = hash64(0, "round", difficulty, str(turn))
    walk = pool.walk(setup.filters, difficulty, point)
    rows = list(islice((row for row in walk if hash64(0, "turn", row.id) % APART == turn), MOST))
    days = 1 << max(0, -(-len(rows) // max(1, share)) - 1).bit_length()
    number, day = divmod(lap, days)
    rows.sort(key=lambda row: hash64(number, "round", row.id))
    start = day * share % max(1, len(rows))
    return rows[start:] + rows[:start]
