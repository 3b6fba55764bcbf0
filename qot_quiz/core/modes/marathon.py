"""Marathon: every question that the filters leave, drawn as the game goes."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

import msgspec

from qot_quiz.core import kinds
from qot_quiz.core.chance import hash64
from qot_quiz.core.draw import WINDOW, Pool, Row
from qot_quiz.core.kinds.choice import place_of
from qot_quiz.core.question import DIFFICULTIES, Question
from qot_quiz.core.setup import Rules, Setup

APART = 20
"""Two questions on one fact stand at least so far from each other, while others are left."""

BATCH = 20
"""Questions drawn at a time."""

RULES = Rules(hints=True, lazy=True)


def draw(pool: Pool, setup: Setup, seen: Collection[str]) -> tuple[Question, ...]:
    """Draw the first questions; what was seen in other games does not matter where everything is asked."""
    return tuple(islice(stream(pool, setup, ()), BATCH))


def stream(pool: Pool, setup: Setup, dealt: Sequence[Question]) -> Iterator[Question]:
    """Draw all questions one by one, difficulties spread evenly.

    Args:
        pool: The pack's questions.
        setup: What the game was set up with.
        dealt: The questions that the game has already, in order.

    Yields:
        Every other question that the filters leave, each once.
    """
    queues = [_Queue(pool, setup, difficulty, {each.item.id for each in dealt}) for difficulty in DIFFICULTIES]
    asked = {each.item.fact_id for each in dealt}
    recent = deque((each.item.fact_id for each in dealt), maxlen=APART - 1)
    number = len(dealt)
    while left := [queue for queue in queues if queue.rows]:
        left.sort(key=lambda queue: -queue.share())
        row = next((row for queue in left if (row := queue.take(recent, asked))), None) or left[0].oldest(recent)
        recent.append(row.fact_id)
        asked.add(row.fact_id)
        if (item := pool.item(row.id)) is not None:
            yield kinds.deal(item, setup.seed, place_of(setup.seed, number))
            number += 1


class _Queue:
    """The questions of one difficulty that are left, a window of them in sight.

    Args:
        pool: The pack's questions.
        setup: What the game was set up with.
        difficulty: Their difficulty.
        known: Ids that are dealt already.
    """

    def __init__(self, pool: Pool, setup: Setup, difficulty: str, known: Collection[str]) -> None:
        filters = setup.filters
        fits = difficulty in filters.difficulties or not filters.difficulties
        only = msgspec.structs.replace(filters, difficulties=(difficulty,))
        self._seed = setup.seed
        self._total = pool.count(only)[0] if fits else 0
        walk = pool.walk(only, difficulty, hash64(setup.seed, "marathon", difficulty)) if fits else iter(())
        self._walk = (row for row in walk if row.id not in known)
        self._taken = 0
        self.rows: list[Row] = list(islice(self._walk, WINDOW))

    def share(self) -> float:
        """Tell which share of this difficulty is still to be asked."""
        return 1 - self._taken / max(1, self._total)

    def take(self, recent: Collection[str], asked: Collection[str]) -> Row | None:
        """Take the next question whose fact was not asked for lately.

        Facts that were not asked for at all come first: else the last questions would be those on one fact.
        """
        apart = [row for row in self.rows if row.fact_id not in recent]
        if not apart:
            return None
        return self._out(min(apart, key=lambda row: (row.fact_id in asked, hash64(self._seed, "pick", row.id))))

    def oldest(self, recent: Sequence[str]) -> Row:
        """Take the question whose fact was asked for the longest ago, where nothing else is left."""
        return self._out(min(self.rows, key=lambda row: max(at for at, id in enumerate(recent) if id == row.fact_id)))

    def _out(self, row: Row) -> Row:
        self.rows.remove(row)
        self.rows.extend(islice(self._walk, 1))
        self._taken += 1
        return row
