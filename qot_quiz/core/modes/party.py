"""Party: several players at one keyboard, a question each in turn, and a tie-break between equals."""

from __future__ import annotations

from collections.abc import Collection

from qot_quiz.core import turns
from qot_quiz.core.chance import hash64
from qot_quiz.core.draw import Hand, Pool, deal, shares
from qot_quiz.core.question import DIFFICULTIES, Question
from qot_quiz.core.setup import Rules, Setup

FEWEST, MOST = 2, 8
"""Players at one keyboard."""

TIE_BREAKS = 5
"""Rounds of a tie-break for which there are questions if everybody is in it; after the last equals stay equal."""

RULES = Rules(length=5)


def draw(pool: Pool, setup: Setup, seen: Collection[str]) -> tuple[Question, ...]:
    """Draw rounds of one difficulty each, so that nobody has it harder, then hard ones for a tie-break."""
    length, seats = setup.length or 0, turns.seats(setup)
    each = 1 if setup.same else seats
    hand = Hand(pool, setup.filters, setup.seed, length * each, seen)
    wanted = shares(length, setup.filters.difficulties)
    rounds = [name for name, share in wanted.items() for _ in range(share)]
    order = sorted(range(length), key=lambda at: hash64(setup.seed, "round", str(at)))
    for at in order:
        _round(hand, rounds[at], each, tuple(wanted))
    if len(hand.items) < length * each:
        return deal(hand.items, setup.seed)
    for _ in range(TIE_BREAKS * seats):
        _round(hand, DIFFICULTIES[-1], 1, tuple(wanted)[::-1])
    regular, further = hand.items[: length * each], hand.items[length * each :]
    dealt = deal([*regular, *further], setup.seed)
    return dealt[: length * each] * (seats if setup.same else 1) + dealt[length * each :]


def _round(hand: Hand, difficulty: str, count: int, others: tuple[str, ...]) -> None:
    """Pick a round of one difficulty, or of others where it has run short; seen ones only when nothing else is left."""
    for _ in range(count):
        for repeat in (False, True):
            if any(hand.pick(name, repeat) for name in (difficulty, *others)):
                break
