"""Writing a bank file: complete or not there at all, and in little memory however much goes into it."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import suppress

import msgspec

from qot_quiz.bank.ring import RING_MIDDLE, point_of
from qot_quiz.bank.schema import INDEXES, SCHEMA, SEARCH, TABLES
from qot_quiz.core.fact import Fact
from qot_quiz.core.question import Item

CACHE = 512
"""KiB that SQLite keeps of the file; sorting takes as much again, and collecting words half of it."""

PART = ".part"
"""What the name of a half-written bank ends with; a journal of SQLite's may lie beside it."""

STALE_S = 60 * 60
"""Seconds without a change after which nobody can be writing such a file any more."""

_encode = msgspec.json.Encoder().encode


def replace(target: str, write: Callable[[str], None]) -> None:
    """Let a file be written beside the target, make it durable, and put it in the target's place.

    Args:
        target: The file to write; an existing one is replaced in one step.
        write: Fills the file of the name that it is given.

    Raises:
        OSError: The target cannot be written.
    """
    _sweep(target)
    part = f"{target}.{os.getpid()}.{os.urandom(4).hex()}{PART}"
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        write(part)
        _sync(part, os.O_RDWR)
        os.replace(part, target)
    except sqlite3.Error as error:
        raise OSError(f"{target}: {error}") from error
    finally:
        for file in (part, f"{part}-journal"):
            if os.path.exists(file):
                os.unlink(file)
    if os.name == "posix":
        _sync(os.path.dirname(target) or ".", os.O_RDONLY)


def _sweep(target: str) -> None:
    """Remove what processes that were killed have left of a file, unless somebody may be writing it still."""
    folder, name = os.path.split(target)
    with suppress(OSError):
        for one in os.listdir(folder or "."):
            file = os.path.join(folder, one)
            if one.startswith(f"{name}.") and PART in one:
                writer = one[len(name) + 1 :].partition(".")[0]
                if has_ended(writer) or time.time() - os.stat(file).st_mtime > STALE_S:
                    os.unlink(file)


def has_ended(process: str) -> bool:
    """Tell whether no process of that number is there any more; False where that cannot be told."""
    if os.name != "posix" or not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)  # sends nothing; on Windows it would end the process
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        pass
    return False


def _sync(path: str, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Writer:
    """Fills a new bank file.

    Args:
        file: An empty file.
    """

    def __init__(self, file: str) -> None:
        self._db = sqlite3.connect(file, isolation_level=None)
        # The file is new and replaced as a whole: it needs no journal of its own, and is synced once at the end.
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", f"cache_size = -{CACHE}"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute("BEGIN")
        for statement in TABLES:
            self._db.execute(statement)
        self._searchable = _searchable(self._db)
        self._position = 0

    def facts(self, facts: Iterable[tuple[Fact, str]]) -> None:
        """Write the facts, each with the words by which it is found."""
        for place, (fact, text) in enumerate(facts):
            row = (place, fact.id, fact.topic, fact.spoils, _encode(fact))
            self._db.execute("INSERT INTO fact VALUES (?, ?, ?, ?, ?)", row)
            self._find(((place, text),))

    def questions(self, items: Iterable[Item]) -> list[bytes]:
        """Write further questions, behind those written before.

        Returns:
            Their bodies, as they stand in the bank.
        """
        bodies: list[bytes] = []
        rows: list[tuple[object, ...]] = []
        for place, item in enumerate(items, self._position):
            bodies.append(_encode(item))
            point = point_of(item.id) - RING_MIDDLE
            keys = (item.id, item.fact_id, item.kind, item.difficulty, item.topic, item.spoils, point)
            rows.append((place, *keys, bodies[-1]))
        self._db.executemany("INSERT INTO question VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._position += len(rows)
        return bodies

    def found_by(self, texts: list[str]) -> None:
        """Give the last questions written the words by which they are found: those of a pack without facts."""
        self._find(enumerate(texts, self._position - len(texts)))

    def finish(self, meta: dict[str, object], report: Callable[[float], None] | None = None) -> None:
        """Write what is said of the whole, make the indexes, and close the file.

        Args:
            meta: Values by key.
            report: Is told how far that is, 0..1.
        """
        rows = {**meta, "schema": SCHEMA}
        self._db.executemany("INSERT INTO meta VALUES (?, ?)", ((key, _encode(value)) for key, value in rows.items()))
        for number, statement in enumerate(INDEXES, 1):
            self._db.execute(statement)
            if report is not None:
                report(number / (len(INDEXES) + 1))
        self._db.execute("COMMIT")
        self._db.close()

    def close(self) -> None:
        """Let go of the file, finished or not."""
        self._db.close()

    def _find(self, texts: Iterable[tuple[int, str]]) -> None:
        if self._searchable:
            self._db.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", texts)


def _searchable(db: sqlite3.Connection) -> bool:
    """Make the table of words where this SQLite can; without it a search reads the bank from end to end."""
    try:
        db.execute(SEARCH)
        db.execute("INSERT INTO search (search, rank) VALUES ('hashsize', ?)", (CACHE * 512,))
    except sqlite3.OperationalError:
        return False
    return True
