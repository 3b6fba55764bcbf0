"""The compiled bank, read-only: what a draw, a game and the facts command ask of a pack."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from qot_quiz.bank import tally
from qot_quiz.bank.schema import RING_MIDDLE, SCHEMA, STATEMENTS
from qot_quiz.bank.stamps import Stamp
from qot_quiz.core.draw import Filters, Row
from qot_quiz.core.fact import Fact
from qot_quiz.core.question import DIFFICULTIES, Item
from qot_quiz.errors import PackError

SMALL = 2 * 1024 * 1024
"""Up to this many bytes a whole bank is proved sound when it is opened; pages of a larger one as they are read."""


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
        try:
            self._db = sqlite3.connect(_address(path), uri=True, isolation_level=None)
        except (sqlite3.Error, ValueError) as error:
            raise self._damaged(error) from error
        try:
            self._prove()
            self.meta: PackMeta = self._decoded(self._value("pack"), PackMeta)
        except (sqlite3.Error, ValueError, OSError) as error:
            self._db.close()
            raise self._damaged(error) from error
        except PackError:
            self._db.close()
            raise

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
        if filters.difficulties and difficulty not in filters.difficulties:
            return
        start = point - RING_MIDDLE
        topics = tuple(dict.fromkeys(filters.topics)) or (None,)
        for arc in ("point >= ?", "point < ?"):
            walks = [self._arc(filters, difficulty, topic, arc, start) for topic in topics]
            if len(walks) == 1:
                yield from (row for _, row in walks[0])
            else:
                # Each topic has an order of its own in the index; merging them keeps every step a seek.
                from heapq import merge

                yield from (row for _, row in merge(*walks, key=lambda step: step[0]))

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

    def facts(self, up_to: int, words: tuple[str, ...] = ()) -> list[Fact]:
        """List the facts that may be shown, topic by topic.

        Args:
            up_to: The spoiler ceiling.
            words: All must occur in the statement, topic or value, whatever their case and accents.
        """
        sought: tuple[str, ...] = ()
        if words:
            from qot_quiz.bank.words import words as split

            sought = split(" ".join(words))
        sql = "SELECT body FROM fact WHERE spoils <= ?" + " AND instr(search, ?)" * len(sought) + " ORDER BY position"
        return [self._decoded(body, Fact) for (body,) in self._rows(sql, up_to, *sought)]

    @property
    def stamp(self) -> Stamp:
        """The stamp of the files that the bank was compiled from; empty when it was not kept."""
        stamp: Stamp = self._decoded(self._value("stamp"), Stamp)
        return stamp

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _prove(self) -> None:
        """Refuse a file that is not exactly what the compiler writes, before anything in it is used."""
        self._db.execute("PRAGMA trusted_schema = OFF")
        self._db.execute("PRAGMA cell_size_check = ON")
        found = self._db.execute("SELECT sql FROM sqlite_schema").fetchall()
        expected = [(sql,) for sql in STATEMENTS]
        if sorted(found, key=str) != sorted(expected, key=str) or self._decoded(self._value("schema"), int) != SCHEMA:
            raise PackError(f"{self._path} is no question bank of this version.")
        if os.stat(self._path).st_size <= SMALL:
            (verdict,) = self._db.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                raise PackError(f"The question bank {self._path} is damaged.")

    def _arc(
        self, filters: Filters, difficulty: str, topic: str | None, arc: str, start: int
    ) -> Iterator[tuple[int, Row]]:
        """Walk over one arc of the ring, from the lowest point up, with the point of each row."""
        marks = ", ".join("?" * len(filters.kinds))
        index = "question_ring" if topic is None else "question_topic_ring"
        sql = (
            f"SELECT point, id, fact_id, kind, topic FROM question INDEXED BY {index} WHERE difficulty = ?"
            + (" AND topic = ?" if topic is not None else "")
            + f" AND {arc} AND spoils <= ?"
            + (f" AND kind IN ({marks})" if marks else "")
            + " ORDER BY point"
        )
        given = (difficulty, *(() if topic is None else (topic,)), start, filters.up_to, *filters.kinds)
        for row in self._rows(sql, *given):
            yield row[0], Row(*row[1:])

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
            yield from self._db.execute(sql, given)
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _decoded(self, body: Any, type: Any) -> Any:
        try:
            return msgspec.json.decode(body, type=type)
        except (msgspec.DecodeError, TypeError, RecursionError) as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> PackError:
        return PackError(f"The question bank {self._path} cannot be read: {error}.")


def _address(path: str) -> str:
    """Write a path as the URI of a file that is read and never locked: banks are replaced, not changed, in place."""
    path = os.path.abspath(path).replace("\\", "/").replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{'' if path.startswith('/') else '/'}{path}?mode=ro&immutable=1"
