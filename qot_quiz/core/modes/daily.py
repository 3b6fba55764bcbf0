"""Daily: the same ten questions for everybody on one date, at one ceiling of one pack."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from qot_quiz.core.chance import SEEDS, hash64
from qot_quiz.core.draw import Filters, Pool, Row
from qot_quiz.core.modes import classic
from qot_quiz.core.question import Item, Question
from qot_quiz.core.setup import Rules, Setup

APART = 14
"""Days within which no question comes twice, where the pack holds enough."""

RULES = Rules(fifty=1, hints=True, length=10)


def seed(day: str) -> int:
    """Give the seed of a day.

    Args:
        day: The date as ISO text.
    """
    return hash64(0, "daily", day) % SEEDS


def draw(pool: Pool, setup: Setup, seen: Collection[str]) -> tuple[Question, ...]:
    """Draw the deck of a day as a classic one, from the questions whose turn it is; from all, should they be too few.

    What was seen does not matter: the deck is the same for everybody.
    """
    deck = classic.draw(_Turn(pool, _ordinal(setup.day) % APART), setup, ())
    return deck if len(deck) == setup.length else classic.draw(pool, setup, ())


class _Turn:
    """A pool of the questions whose turn it is: one day in fourteen, by the hash of their ids.

    Args:
        pool: The pack's questions.
        turn: 0..13.
    """

    def __init__(self, pool: Pool, turn: int) -> None:
        self._pool = pool
        self._turn = turn

    def count(self, filters: Filters) -> tuple[int, int]:
        """Count as the whole pool does."""
        return self._pool.count(filters)

    def walk(self, filters: Filters, difficulty: str, point: int) -> Iterator[Row]:
        """Walk as the pool does, over the questions whose turn it is."""
        rows = self._pool.walk(filters, difficulty, point)
        return (row for row in rows if hash64(0, "turn", row.id) % APART == self._turn)

    def item(self, id: str) -> Item | None:
        """Fetch a question from the pool."""
        return self._pool.item(id)

    def about(self, fact_id: str) -> list[Item]:
        """Fetch the questions on a fact from the pool."""
        return self._pool.about(fact_id)


def _ordinal(day: str) -> int:
    from datetime import date  # only a daily needs it

    return date.fromisoformat(day).toordinal()
