"""The compiled bank, read-only: what a draw, a game and the facts command ask of a pack."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from qot_quiz.bank import tally
from qot_quiz.bank.proof import connect, prove
from qot_quiz.bank.ring import RING_MIDDLE
from qot_quiz.bank.schema import SCHEMA
from qot_quiz.bank.stamps import Stamp
from qot_quiz.bank.walking import Way, ways
from qot_quiz.core.draw import Filters, Row
from qot_quiz.core.fact import Fact
from qot_quiz.core.question import DIFFICULTIES, Item
from qot_quiz.errors import PackError


class Topic(msgspec.Struct, frozen=True):
    """A topic of a pack: its id, and the title that screens show."""

    id: str
    title: str


class PackMeta(msgspec.Struct, frozen=True):
    """What a pack says of itself.

    Args:
        id: Its name on the command line.
        title: Its name on a screen.
        episodes: The number of regular episodes, 0 for a pack that cannot spoil.
        digest: The digest of its canonical content.
        topics: Its topics in their shown order.
        licence: Under which terms its texts may be passed on.
        about: One sentence on it.
        article: What it calls the article that paragraphs belong to.
        language: Language of its texts.
    """

    id: str
    title: str
    episodes: int
    digest: str
    topics: tuple[Topic, ...]
    licence: str = ""
    about: str = ""
    article: str = ""
    language: str = "en"


class Bank:
    """A compiled pack; fits `core.draw.Pool`.

    Args:
        path: The bank file.

    Raises:
        PackError: The file is no bank, of another form, or damaged.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._tally: tuple[tally.Group, ...] | None = None
        self._ways: dict[tuple[Filters, str], tuple[Way, ...]] = {}
        try:
            self._db = connect(path)
        except (sqlite3.Error, ValueError) as error:
            raise self._damaged(error) from error
        try:
            trouble = prove(self._db, path)
            if trouble is None and self._decoded(self._value("schema"), int) != SCHEMA:
                trouble = "is no question bank of this version"
            if trouble is not None:
                raise PackError(f"{path} {trouble}.")
            self.meta: PackMeta = self._decoded(self._value("pack"), PackMeta)
        except (sqlite3.Error, ValueError, OSError) as error:
            self._db.close()
            raise self._damaged(error) from error
        except PackError:
            self._db.close()
            raise

    @property
    def metas(self) -> tuple[PackMeta, ...]:
        """What the packs of a game say of themselves: this one alone."""
        return (self.meta,)

    def count(self, filters: Filters) -> tuple[int, int]:
        """Count the questions, and the different facts, that pass the filters."""
        return tally.count(self._tallied(), filters)

    def values(self, column: str, filters: Filters) -> dict[str, int]:
        """Name the difficulties, topics or kinds that pass the filters, each with its number of questions.

        Args:
            column: ``difficulty``, ``topic`` or ``kind``.
            filters: Which questions count.
        """
        order = DIFFICULTIES if column == "difficulty" else tuple(topic.id for topic in self.meta.topics)
        found: dict[str, int] = {}
        for name, questions in tally.values(self._tallied(), column, filters):
            found[name] = found.get(name, 0) + questions
        ranked = sorted(found, key=lambda name: (order.index(name) if name in order else len(order), name))
        return {name: found[name] for name in ranked}

    def walk(self, filters: Filters, difficulty: str, point: int) -> Iterator[Row]:
        """Walk over the rows of one difficulty that pass the filters, once round the ring of id hashes.

        Args:
            filters: Which questions pass.
            difficulty: Only questions of this difficulty.
            point: Where on the ring to begin, 0..2^64-1.
        """
        start = point - RING_MIDDLE
        known = (filters, difficulty)
        if known not in self._ways:
            self._ways[known] = ways(self._tallied(), filters, difficulty)
        for side in (">=", "<"):
            walks = [self._rows(way.arc(side), *way.given, start) for way in self._ways[known]]
            if len(walks) > 1:
                # Each cell has a ring of its own in the index; merging them keeps every step a seek.
                from heapq import merge

                walks = [merge(*walks, key=lambda row: row[0])]
            for walk in walks:
                for row in walk:
                    yield Row(*row[1:])

    def item(self, id: str) -> Item | None:
        """Fetch the whole question of that id, or None."""
        return next(self._items("SELECT body FROM question WHERE id = ?", id), None)

    def about(self, fact_id: str) -> list[Item]:
        """Fetch every question on a fact, in the order of their ids."""
        # Ids are `fact-id/angle`, and 0 is the character behind the slash; in a pack without facts they are bare.
        sql = "SELECT body FROM question WHERE id = ?1 OR (id > ?1 || '/' AND id < ?1 || '0') ORDER BY id"
        return list(self._items(sql, fact_id))

    def at(self, position: int) -> Item | None:
        """Fetch the question at a position in pack order, counted from 0, or None."""
        return next(self._items("SELECT body FROM question WHERE position = ?", position), None)

    def position(self, id: str) -> int | None:
        """Tell the position of a question in pack order, counted from 0, or None."""
        row = next(self._rows("SELECT position FROM question WHERE id = ?", id), None)
        return row[0] if row else None

    def questions(self) -> Iterator[Item]:
        """Yield all questions in pack order, which is that of their ids."""
        return self._items("SELECT body FROM question ORDER BY position")

    def facts(self, up_to: int) -> list[Fact]:
        """List the facts that may be shown, topic by topic; none in a pack without facts.

        Args:
            up_to: The spoiler ceiling.
        """
        sql = "SELECT body FROM fact WHERE spoils <= ? ORDER BY position"
        return [self._decoded(body, Fact) for (body,) in self._rows(sql, up_to)]

    def search(self, up_to: int, typed: tuple[str, ...], most: int) -> list[Fact]:
        """List the facts in which words occur, topic by topic and the best ones first.

        In a pack without facts each question states one.

        Args:
            up_to: The spoiler ceiling.
            typed: All must begin a word of the statement, topic or value, whatever their case and accents; without any
                the first facts are listed.
            most: How many facts at most.
        """
        from qot_quiz.bank.searching import Search

        return Search(self._rows, self._decoded, self.meta.topics).facts(up_to, typed, most)

    @property
    def bytes(self) -> str:
        """The digest of the files' bytes that the bank was compiled from; empty where their content was compared."""
        content: str = self._decoded(self._value("bytes"), str)
        return content

    @property
    def stamp(self) -> Stamp:
        """The stamp of the files that the bank was compiled from; empty when it was not kept."""
        stamp: Stamp = self._decoded(self._value("stamp"), Stamp)
        return stamp

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _tallied(self) -> tuple[tally.Group, ...]:
        if self._tally is None:
            self._tally = self._decoded(self._value("tally"), tuple[tally.Group, ...])
        return self._tally

    def _value(self, key: str) -> Any:
        row = next(self._rows("SELECT value FROM meta WHERE key = ?", key), None)
        if row is None:
            raise PackError(f"The question bank {self._path} is damaged.")
        return row[0]

    def _items(self, sql: str, *given: object) -> Iterator[Item]:
        return (self._decoded(body, Item) for (body,) in self._rows(sql, *given))

    def _rows(self, sql: str, *given: object) -> Iterator[tuple[Any, ...]]:
        try:
            for row in self._db.execute(sql, given):  # noqa: UP028 - that closes the cursor, perhaps after the file
                yield row
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _decoded(self, body: Any, type: Any) -> Any:
        try:
            return msgspec.json.decode(body, type=type)
        except (msgspec.DecodeError, TypeError, RecursionError) as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> PackError:
        return PackError(f"The question bank {self._path} cannot be read: {error}.")
