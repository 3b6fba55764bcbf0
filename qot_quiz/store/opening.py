"""The open file of games: what reads and writes through it, and how it is opened."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from time import monotonic, sleep
from typing import Any

from qot_quiz.errors import StoreError
from qot_quiz.store import examining
from qot_quiz.store.examining import DAMAGE, SETTINGS, SUSPECT, check_library, code_of

MEMORY = ":memory:"
"""What SQLite calls a database without a file."""

SLICE_S = 0.25
"""How long SQLite waits for another process at a stretch, in seconds: it hears no signal meanwhile."""

NAP_S = 0.01
"""How long is waited between two tries where SQLite itself does not wait, in seconds."""

Row = tuple[Any, ...]
"""One row of an answer, its columns in the order asked for."""
Statement = tuple[str, Row]
"""One SQL statement with the values for its question marks."""


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
        wait_s: How long it waits for other processes, in seconds; a handler of a signal that raises ends the wait.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: str,
        now: Callable[[], str],
        notices: list[str],
        wait_s: float = examining.WAIT_S,
    ) -> None:
        self._connection = connection
        self.path = path
        self.now = now
        self.notices = notices
        self._wait(wait_s)

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
            return self._execute(sql, values).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise trouble(error, self.path) from error

    def batches(self, sql: str, values: Row = ()) -> Iterator[list[Row]]:
        """Read the rows of a long answer a thousand at a time, so that memory does not grow with them.

        Raises:
            StoreError: The file cannot be read.
        """
        try:
            cursor = self._execute(sql, values)
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
            self._execute(begin)
            try:
                yield self._connection
                self._execute("commit")  # without WAL it waits for those who read
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("rollback")
                raise
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise trouble(error, self.path) from error

    @contextmanager
    def waiting(self, seconds: float) -> Iterator[None]:
        """Wait for other processes longer or shorter than usual, as long as the block lasts.

        Args:
            seconds: How long.
        """
        usual = self._wait_s
        self._wait(seconds)
        try:
            yield
        finally:
            self._wait(usual)

    def _wait(self, seconds: float) -> None:
        self._wait_s = seconds
        self._connection.execute(f"pragma busy_timeout = {round(min(SLICE_S, seconds) * 1000)}")

    def _execute(self, sql: str, values: Row = ()) -> sqlite3.Cursor:
        until = monotonic() + self._wait_s
        while True:
            try:
                return self._connection.execute(sql, values)
            except sqlite3.OperationalError as error:
                if code_of(error) != sqlite3.SQLITE_BUSY or monotonic() >= until:
                    raise
            sleep(NAP_S)

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
        found = examining.examine(path)
        if isinstance(found, str):
            from qot_quiz.store import preparing  # only a first run, a new schema or damage needs it

            notices = preparing.prepare(path)
            found = examining.examine(path)
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


def trouble(error: sqlite3.Error | OSError | UnicodeDecodeError, path: str) -> StoreError:
    """Say in one sentence, with a hint, why the file cannot be used."""
    from qot_quiz.store.troubles import explain  # most starts meet no trouble

    if code_of(error) in DAMAGE and path != MEMORY:
        with suppress(OSError):
            os.close(os.open(path + SUSPECT, os.O_WRONLY | os.O_CREAT, 0o600))
    return explain(error, path)
