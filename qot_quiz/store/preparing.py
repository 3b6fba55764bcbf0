"""Making the file ready: the first run, a new schema, and a damaged file set aside; one process at a time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress

from qot_quiz.store import opening
from qot_quiz.store.disk import BESIDE, connect, drop, free_name, gate, make_folder, read_through, sync_folder, there


def prepare(path: str) -> list[str]:
    """Bring the file into a state in which it can be used.

    Args:
        path: The file of games; its folders are created with mode 0700, the file with 0600.

    Returns:
        What the player should be told.

    Raises:
        StoreError: The file is newer than this program, or not this program's.
        sqlite3.Error: SQLite cannot write it.
        OSError: The folder cannot be written.
    """
    make_folder(os.path.dirname(path) or ".")
    held = gate(path)
    try:
        found = opening.examine(path)
        if found == "damaged":
            read_through(path)
            found = opening.examine(path)
        if isinstance(found, sqlite3.Connection):
            found.close()
            return []
        if found == "old":
            _upgrade(path)
            return []
        if found == "missing" and there(path) and os.path.getsize(path) == 0:
            os.unlink(path)
        aside = set_aside(path)
        if there(path + opening.SUSPECT):
            os.unlink(path + opening.SUSPECT)
        create(path)
        if found == "missing":
            return []
        told = f"The file of games was damaged. It is kept as {aside}, and a fresh one has been begun."
        return [f"{told} qot-quiz doctor --fix takes over all that can be read."]
    finally:
        held.close()


def migrate(connection: sqlite3.Connection) -> None:
    """Carry out every pending migration, each as one transaction together with its number.

    Args:
        connection: An open database in autocommit mode.

    Raises:
        sqlite3.Error: A migration failed; those before it are kept, it left nothing.
    """
    for name in sorted(name for name in os.listdir(opening.MIGRATIONS) if name.endswith(".sql")):
        number = int(name[:4])
        if number <= _version(connection):
            continue
        with open(os.path.join(opening.MIGRATIONS, name), encoding="utf-8") as file:
            script = file.read()
        connection.execute("begin immediate")
        try:
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"pragma user_version = {number}")
            connection.execute("commit")
        except BaseException:
            if connection.in_transaction:
                connection.execute("rollback")
            raise


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("pragma user_version").fetchone()
    return int(version)


def _statements(script: str) -> Iterator[str]:
    """Split a script, since `executescript` would commit before its first statement."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement


def create(path: str) -> None:
    """Make an empty file of games, in one step: built beside its place and moved there whole.

    Args:
        path: Where nothing is yet.

    Raises:
        sqlite3.Error: SQLite cannot write it; then nothing is there.
        OSError: It cannot be put in its place.
    """
    # No other process can ever meet it half made.
    fresh = path + ".new"
    drop(fresh)
    connection = connect(fresh, os.O_CREAT | os.O_EXCL)
    try:
        connection.execute("pragma journal_mode = wal")
        migrate(connection)
        # Closing moves the log into the file, too, but says nothing where the disk is full.
        connection.execute("pragma wal_checkpoint(truncate)").fetchone()
        connection.close()
        os.replace(fresh, path)
        sync_folder(path)
    finally:
        connection.close()
        with suppress(OSError):
            drop(fresh)


def _upgrade(path: str) -> None:
    connection = connect(path, 0)
    try:
        _copy_aside(connection, path)
        migrate(connection)
    finally:
        connection.close()


def _copy_aside(connection: sqlite3.Connection, path: str) -> None:
    unfinished = path + ".copy"
    drop(unfinished)
    copy = connect(unfinished, os.O_CREAT | os.O_EXCL)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    stem, end = os.path.splitext(path)
    os.replace(unfinished, f"{stem}.schema-{_version(connection)}{end}")
    sync_folder(path)


def set_aside(path: str) -> str:
    """Keep a damaged file under a new name, with all that lies beside it.

    Args:
        path: The file of games; it need not be there.

    Returns:
        The new name.

    Raises:
        OSError: It cannot be renamed.
    """
    aside = free_name(path, "damaged")
    for beside in ("", *BESIDE):
        if there(path + beside):
            os.rename(path + beside, aside + beside)
    return aside
