"""Making the file ready: the first run, a new schema, and a damaged file set aside; one process at a time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress

from qot_quiz.folders import make_folder
from qot_quiz.store import examining
from qot_quiz.store.asides import damaged_files, go_on, set_aside, tidy_log
from qot_quiz.store.disk import connect, drop, gate, read_through, sync_folder, there


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
        moved = go_on(path)
        found = examining.examine(path)
        if found == "damaged":
            read_through(path)
            found = examining.examine(path)
        if isinstance(found, sqlite3.Connection):
            found.close()
            return []
        if found == "old":
            _upgrade(path)
            return []
        if found == "missing" and there(path) and os.path.getsize(path) == 0:
            os.unlink(path)
        if tidy_log(path) or there(path):
            aside = set_aside(path, "damaged")
            moved = aside if there(aside) else moved
        if there(path + examining.SUSPECT):
            os.unlink(path + examining.SUSPECT)
        create(path)
        return _told(path, moved)
    finally:
        held.close()


def _told(path: str, moved: str) -> list[str]:
    """Say where games lie beside a fresh file: nobody is to think that they are gone."""
    damaged = damaged_files(path)
    if damaged:
        told = f"The file of games was damaged. It is kept as {damaged[-1]}, and a fresh one has been begun."
        return [f"{told} qot-quiz doctor --fix takes over all that can be read."]
    if moved:
        told = f"The file of games is kept as {moved}, and a fresh one has been begun: a restore was cut short."
        return [f"{told} qot-quiz doctor --restore puts a backup in place."]
    return []


def migrate(connection: sqlite3.Connection) -> None:
    """Carry out every pending migration, each as one transaction together with its number.

    Args:
        connection: An open database in autocommit mode.

    Raises:
        sqlite3.Error: A migration failed; those before it are kept, it left nothing.
    """
    for name in sorted(name for name in os.listdir(examining.MIGRATIONS) if name.endswith(".sql")):
        number = int(name[:4])
        if number <= _version(connection):
            continue
        with open(os.path.join(examining.MIGRATIONS, name), encoding="utf-8") as file:
            script = file.read()
        connection.execute("begin immediate")
        try:
            for statement in statements(script):
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


def statements(script: str) -> Iterator[str]:
    """Split a script, since `executescript` would commit before its first statement.

    Args:
        script: SQL statements, each of which ends at the end of a line.
    """
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
