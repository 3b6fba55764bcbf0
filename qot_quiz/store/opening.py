"""Opening the file that the program keeps: its settings, its dangers, and what reads and writes through it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from errno import EACCES
from typing import Any

from qot_quiz.errors import StoreError

MIGRATIONS = os.path.join(os.path.dirname(__file__), "migrations")
"""The folder of numbered ``.sql`` files; the highest number is the schema that this program knows."""

APPLICATION_ID = 1_366_250_609
"""What the first migration writes into the file's header, so that no foreign database is taken for ours."""

MEMORY = ":memory:"
"""What SQLite calls a database without a file."""

WAIT_S = 30.0
"""How long one process waits for another's write, in seconds."""

OLDEST = (3, 37, 0)
"""The first SQLite that knows STRICT tables; an older one would call a sound file malformed."""

SUSPECT = ".suspect"
"""The ending of an empty file that says: damage was met in the file of games, look through it before it is used."""

DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

# Trusting nothing in the file: sqlite.org, "Defense Against The Dark Arts". A full sync at each commit is what lets a
# step be shown once it is written; macOS keeps that promise only with fullfsync.
SETTINGS = """
pragma trusted_schema = off;
pragma cell_size_check = on;
pragma foreign_keys = on;
pragma fullfsync = on;
pragma synchronous = full;
"""

Row = tuple[Any, ...]
"""One row of an answer, its columns in the order asked for."""
Statement = tuple[str, Row]
"""One SQL statement with the values for its question marks."""


def code_of(error: BaseException) -> int:
    """Tell SQLite's result code of an error, 0 where it has none; a text that is no UTF-8 is damage to the file."""
    if isinstance(error, UnicodeDecodeError) or str(error).startswith("Could not decode to UTF-8"):
        return sqlite3.SQLITE_CORRUPT
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def wall_clock() -> str:
    """Tell the time as ISO 8601 with milliseconds and the offset of this place."""
    return datetime.now().astimezone().isoformat(timespec="milliseconds")


class Store:
    """The open file: every read and every write of the program goes through here.

    Args:
        connection: An open database of the newest schema, in autocommit mode.
        path: Where it lies, for messages.
        now: Tells the wall clock as ISO 8601 with offset.
        notices: What the player should be told about the opening, in whole sentences.
    """

    def __init__(self, connection: sqlite3.Connection, path: str, now: Callable[[], str], notices: list[str]) -> None:
        self._connection = connection
        self.path = path
        self.now = now
        self.notices = notices

    @property
    def keeps(self) -> bool:
        """Whether what is written outlasts the program."""
        return self.path != MEMORY

    def rows(self, sql: str, values: Row = ()) -> list[Row]:
        """Read all rows that a question has for an answer.

        Raises:
            StoreError: The file cannot be read.
        """
        try:
            return self._connection.execute(sql, values).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise trouble(error, self.path) from error

    def batches(self, sql: str, values: Row = ()) -> Iterator[list[Row]]:
        """Read the rows of a long answer a thousand at a time, so that memory does not grow with them.

        Raises:
            StoreError: The file cannot be read.
        """
        try:
            cursor = self._connection.execute(sql, values)
            while batch := cursor.fetchmany(1000):
                yield batch
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise trouble(error, self.path) from error

    def write(self, *statements: Statement) -> None:
        """Carry out statements as one transaction, which is on the disk when this returns.

        Raises:
            StoreError: Nothing of it was written.
        """
        with self.transaction() as connection:
            for sql, values in statements:
                connection.execute(sql, values)

    @contextmanager
    def transaction(self, begin: str = "begin immediate") -> Iterator[sqlite3.Connection]:
        """Hold the file for writing; on the disk when the block ends, undone when an error leaves it.

        Args:
            begin: After a bare ``begin`` others may write while only temporary tables are filled.

        Raises:
            StoreError: Nothing of it was written.
        """
        try:
            # A transaction that reads before it asks for the lock is refused under WAL as soon as another has written.
            self._connection.execute(begin)
            try:
                yield self._connection
                self._connection.execute("commit")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("rollback")
                raise
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise trouble(error, self.path) from error

    def close(self) -> None:
        """Close the file; what was written stays."""
        self._connection.close()


def open_store(path: str, now: Callable[[], str] = wall_clock) -> Store:
    """Open the file of games, making, migrating or replacing it first where that is needed.

    Args:
        path: The file; missing folders are created for the owner alone.
        now: Tells the wall clock as ISO 8601 with offset.

    Raises:
        StoreError: It cannot be read or written, or belongs to a newer program or to another one; then it is untouched.
    """
    notices: list[str] = []
    try:
        found = examine(path)
        if isinstance(found, str):
            from qot_quiz.store import preparing  # only a first run, a new schema or damage needs it

            notices = preparing.prepare(path)
            found = examine(path)
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        raise trouble(error, path) from error
    if isinstance(found, str):
        raise StoreError(f"{path} cannot be made ready: it is {found}.", "Try again, or move the file away.")
    return Store(found, path, now, notices)


def open_memory(now: Callable[[], str] = wall_clock) -> Store:
    """Open an empty store that lasts as long as the program, for a game that cannot be kept."""
    from qot_quiz.store import preparing  # only where no file can be had

    check_library(MEMORY)
    connection = sqlite3.connect(MEMORY, isolation_level=None)
    preparing.migrate(connection)
    connection.executescript(SETTINGS)
    return Store(connection, MEMORY, now, [])


def examine(path: str) -> sqlite3.Connection | str:
    """Open the file if it is ready to be used, and say what it is if not.

    Returns:
        The connection, or ``missing``, ``damaged`` or ``old``.

    Raises:
        StoreError: The file is newer than this program, or not this program's.
        sqlite3.Error: SQLite cannot get at it.
        OSError: The folder cannot be looked into.
    """
    check_library(path)
    try:
        if os.stat(path).st_size == 0:
            return "missing"
    except FileNotFoundError:
        return "missing"
    if not os.access(path, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES))  # SQLite would only say so at the first write
    connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
    try:
        condition = _condition(connection, path)
    except BaseException as error:
        connection.close()
        # A message that quotes a damaged schema may be no UTF-8 itself.
        if code_of(error) in DAMAGE:
            return "damaged"
        raise
    if condition != "missing" and _suspected(connection, path):
        condition = "damaged"
    if condition is None:
        return connection
    connection.close()
    return condition


def _suspected(connection: sqlite3.Connection, path: str) -> bool:
    """Look through a whole file in which damage was met deep inside, where opening it does not look."""
    if not os.path.lexists(path + SUSPECT):
        return False
    try:
        sound = connection.execute("pragma quick_check(1)").fetchone() == ("ok",)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        sound = False
    if sound:  # a backup was put in its place
        os.unlink(path + SUSPECT)
    return not sound


def _condition(connection: sqlite3.Connection, path: str) -> str | None:
    # Both numbers stand in the file's header and are asked for first: to this SQLite the tables of a newer program may
    # look malformed, and a sound file must not pass for a damaged one.
    (version,) = connection.execute("pragma user_version").fetchone()
    (application,) = connection.execute("pragma application_id").fetchone()
    known = newest()
    if application == APPLICATION_ID and version > known:
        raise StoreError(
            f"{path} was written by a newer qot-quiz (schema {version}; this one knows {known}).",
            "Upgrade qot-quiz; the file is untouched.",
        )
    if application != APPLICATION_ID:
        if application == version == 0 and not connection.execute("select 1 from sqlite_schema").fetchone():
            return "missing"
        raise StoreError(f"{path} is the database of another program.", "Move it away, or set QOT_QUIZ_HOME.")
    if version < known:
        return "old"
    connection.executescript(SETTINGS)  # `synchronous` reads the schema, so that damage shows here and not in a game
    return None


def newest() -> int:
    """Tell the number of the newest schema that this program knows."""
    return int(max(name for name in os.listdir(MIGRATIONS) if name.endswith(".sql"))[:4])


def check_library(path: str) -> None:
    """Refuse a Python whose SQLite is too old.

    Raises:
        StoreError: It does not know STRICT tables.
    """
    if sqlite3.sqlite_version_info < OLDEST:
        raise StoreError(
            f"{path} needs SQLite 3.37 or newer, and this Python has {sqlite3.sqlite_version}.",
            "Install qot-quiz with a newer Python.",
        )


def trouble(error: sqlite3.Error | OSError | UnicodeDecodeError, path: str) -> StoreError:
    """Say in one sentence, with a hint, why the file cannot be used."""
    from qot_quiz.store.troubles import explain  # most starts meet no trouble

    if code_of(error) in DAMAGE and path != MEMORY:
        with suppress(OSError):
            os.close(os.open(path + SUSPECT, os.O_WRONLY | os.O_CREAT, 0o600))
    return explain(error, path)
