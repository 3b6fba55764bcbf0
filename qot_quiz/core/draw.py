"""Drawing a deck: which questions a game asks, by its seed alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Protocol

import msgspec

from qot_quiz.core import kinds
from qot_quiz.core.chance import hash64, shuffled
from qot_quiz.core.kinds.choice import place_of
from qot_quiz.core.leaks import asks_for_part, gives_away
from qot_quiz.core.question import DIFFICULTIES, Item, Question

WINDOW = 32
"""Rows from which one pick is made: the first alone would follow the gaps of the ring, and some never come up."""

SHARES = {"easy": 4, "medium": 4, "hard": 2}
"""How an unfiltered ten is made up."""

FEW_TRUE_FALSE = 10
"""At most one question in so many is true-false, unless the player asks for no other kind."""

TOPIC_SHARE = 4
"""A topic that makes up a quarter of the deck, rounded up, waits until the window holds no other."""

TOPIC_FEW = 3
"""Questions of one topic that are never too many, however short the deck."""


class Filters(msgspec.Struct, frozen=True):
    """Which questions may be drawn; an empty tuple lets everything through.

    Args:
        difficulties: Names of difficulties.
        topics: Ids of topics.
        kinds: Names of kinds.
        up_to: The spoiler ceiling: no question above this episode.
    """

    difficulties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    up_to: int = 0


def passes(item: Item, filters: Filters) -> bool:
    """Say whether a question passes the filters."""
    wanted = ((item.difficulty, filters.difficulties), (item.topic, filters.topics), (item.kind, filters.kinds))
    return item.spoils <= filters.up_to and all(not names or name in names for name, names in wanted)


class Row(msgspec.Struct, frozen=True):
    """What a draw needs to know of a question to choose it.

    Args:
        id: The question's id.
        fact_id: The fact that it rests on.
        kind: Its kind.
        topic: Its topic.
    """

    id: str
    fact_id: str
    kind: str
    topic: str


class Pool(Protocol):
    """The questions of a pack, as a draw sees them."""

    def count(self, filters: Filters) -> tuple[int, int]:
        """How many questions, and how many different facts, pass the filters."""

    def walk(self, filters: Filters, difficulty: str, point: int) -> Iterator[Row]:
        """Walk over one difficulty's fitting rows, once round the ring of id hashes, from a point (0..2^64-1) on."""

    def item(self, id: str) -> Item | None:
        """Fetch the whole question of that id, or None."""

    def about(self, fact_id: str) -> list[Item]:
        """Fetch every question on a fact, in the order of their ids."""


class Without:
    """A pool without the questions that a player has flagged.

    Args:
        pool: The pack's questions.
        flagged: Ids that must not be drawn.
    """

    def __init__(self, pool: Pool, flagged: Collection[str]) -> None:
        self._pool = pool
        self._flagged = flagged

    def count(self, filters: Filters) -> tuple[int, int]:
        """Count as the whole pool does."""
        return self._pool.count(filters)

    def walk(self, filters: Filters, difficulty: str, point: int) -> Iterator[Row]:
        """Walk as the pool does, past the flagged ones."""
        return (row for row in self._pool.walk(filters, difficulty, point) if row.id not in self._flagged)

    def item(self, id: str) -> Item | None:
        """Fetch a question from the pool."""
        return self._pool.item(id)

    def about(self, fact_id: str) -> list[Item]:
        """Fetch the questions on a fact that are not flagged."""
        return [item for item in self._pool.about(fact_id) if item.id not in self._flagged]


class Hand:
    """The questions picked for a deck so far, and what they forbid for the next pick.

    Args:
        pool: The pack's questions.
        filters: Which questions may be drawn.
        seed: 0..2^53-1.
        size: How many questions the deck is to have, for the share of true-false; None where nobody knows: then every
            beginning of the deck keeps that share.
        seen: Ids that the player has seen: picked only when nothing else is left.
    """

    def __init__(self, pool: Pool, filters: Filters, seed: int, size: int | None, seen: Collection[str] = ()) -> None:
        self.pool = pool
        self.filters = filters
        self.seed = seed
        self.seen = seen
        self.items: list[Item] = []
        self._facts: set[str] = set()
        self._topics: Counter[str] = Counter()
        self._size = size
        self._true_false = 0

    def pick(self, difficulty: str, repeat: bool = False) -> bool:
        """Pick one more question of a difficulty, a seen one only to `repeat`; False when none is left that fits."""
        point = hash64(self.seed, "point", difficulty, str(len(self.items)))
        fitting = (row for row in self.pool.walk(self.filters, difficulty, point) if self.fits(row, repeat))
        while window := {row.id: row for row in islice(fitting, WINDOW)}:
            if self.take([window[id] for id in shuffled(self.seed, "pick", window)], repeat):
                return True
        return False

    def take(self, rows: Iterable[Row], repeat: bool = False) -> bool:
        """Take the first of some questions that goes with those held, one of a crowded topic only when no other does.

        Args:
            rows: Questions that pass the filters, the most wanted first.
            repeat: Whether a seen one will do.

        Returns:
            Whether one was taken.
        """
        fitting = [row for row in rows if self.fits(row, repeat)]
        # Sorting is stable: within each half the order stands.
        for row in sorted(fitting, key=lambda row: self.crowded(row.topic)):
            item = self.pool.item(row.id)
            if item is not None and not any(self.clash(item, other) for other in self.items):
                self.hold(item)
                return True
        return False

    def fits(self, row: Row, repeat: bool = False) -> bool:
        """Say whether a question may be held, too, as far as its row tells; a seen one only to `repeat`."""
        if row.fact_id in self._facts or (row.id in self.seen and not repeat):
            return False
        return row.kind != "true-false" or self._true_false < self._most_true_false()

    def clash(self, item: Item, other: Item) -> bool:
        """Say whether two questions help with each other, or ask for one fact."""
        return gives_away(item, other) or asks_for_part(item, other, self.seed) or asks_for_part(other, item, self.seed)

    def crowded(self, topic: str) -> bool:
        """Say whether the deck has enough of a topic while others are left."""
        return self._size is not None and self._topics[topic] >= max(TOPIC_FEW, -(-self._size // TOPIC_SHARE))

    def _most_true_false(self) -> int:
        length = len(self.items) + 1 if self._size is None else self._size
        return length if self.filters.kinds == ("true-false",) else max(1, length // FEW_TRUE_FALSE)

    def hold(self, item: Item) -> None:
        """Hold a question that is picked."""
        self.items.append(item)
        self._facts.add(item.fact_id)
        self._topics[item.topic] += 1
        self._true_false += item.kind == "true-false"


def shares(size: int, difficulties: tuple[str, ...]) -> dict[str, int]:
    """Split a deck among difficulties, 4 easy to 4 medium to 2 hard, by largest remainder.

    Args:
        size: Questions in the deck.
        difficulties: The difficulties that may be drawn; empty for all.
    """
    chosen = [name for name in DIFFICULTIES if name in difficulties or not difficulties]
    whole = sum(SHARES[name] for name in chosen)
    parts = {name: size * SHARES[name] // whole for name in chosen}
    by_remainder = sorted(chosen, key=lambda name: -(size * SHARES[name] % whole))
    for name in by_remainder[: size - sum(parts.values())]:
        parts[name] += 1
    return parts


def deal(items: list[Item], seed: int) -> tuple[Question, ...]:
    """Turn picked items into a deck: options drawn and ordered, the right one in each place equally often."""
    return tuple(kinds.deal(item, seed, place_of(seed, number)) for number, item in enumerate(items))
