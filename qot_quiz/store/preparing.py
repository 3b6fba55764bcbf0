"""Making the file ready: the first run, a new schema, and a damaged file set aside; one process at a time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator

from qot_quiz.store import opening

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database; a stray ``-wal`` would be played into a fresh file."""


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
    _make_folder(os.path.dirname(path) or ".")
    gate = _gate(path)
    try:
        found = opening.examine(path)
        if isinstance(found, sqlite3.Connection):
            found.close()
            return []
        if found == "old":
            _upgrade(path)
            return []
        if found == "missing" and os.path.exists(path) and os.path.getsize(path) == 0:
            os.unlink(path)
        aside = _set_aside(path)
        if os.path.lexists(path + opening.SUSPECT):
            os.unlink(path + opening.SUSPECT)
        _create(path)
        if found == "missing":
            return []
        return [f"The file of games was damaged. It is kept as {aside}, and a fresh one has been begun."]
    finally:
        gate.close()


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


def _gate(path: str) -> sqlite3.Connection:
    # An SQLite lock works on every platform, waits with a limit, and is let go when its process dies. The empty file
    # stays, since removing it would let two processes through.
    gate = _connect(path + ".lock", os.O_CREAT)
    try:
        gate.execute("begin exclusive")
    except BaseException:
        gate.close()
        raise
    return gate


def _create(path: str) -> None:
    # Built beside its place and moved there whole: no other process can ever meet it half made.
    fresh = path + ".new"
    for end in ("", *BESIDE):
        if os.path.lexists(fresh + end):
            os.unlink(fresh + end)
    connection = _connect(fresh, os.O_CREAT | os.O_EXCL)
    try:
        connection.execute("pragma journal_mode = wal")
        migrate(connection)
    finally:
        connection.close()
    os.replace(fresh, path)
    _sync_folder(path)


def _upgrade(path: str) -> None:
    connection = _connect(path, 0)
    try:
        _copy_aside(connection, path)
        migrate(connection)
    finally:
        connection.close()


def _copy_aside(connection: sqlite3.Connection, path: str) -> None:
    unfinished = path + ".copy"
    if os.path.lexists(unfinished):
        os.unlink(unfinished)
    copy = _connect(unfinished, os.O_CREAT | os.O_EXCL)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    stem, end = os.path.splitext(path)
    os.replace(unfinished, f"{stem}.schema-{_version(connection)}{end}")
    _sync_folder(path)


def _set_aside(path: str) -> str:
    stem, end = os.path.splitext(path)
    number = 1
    while any(os.path.lexists(f"{stem}.damaged-{number}{end}{beside}") for beside in ("", *BESIDE)):
        number += 1
    aside = f"{stem}.damaged-{number}{end}"
    for beside in ("", *BESIDE):
        if os.path.lexists(path + beside):
            os.rename(path + beside, aside + beside)
    return aside


def _connect(path: str, flags: int) -> sqlite3.Connection:
    os.close(os.open(path, os.O_RDWR | flags, 0o600))
    connection = sqlite3.connect(path, timeout=opening.WAIT_S, isolation_level=None)
    connection.executescript("pragma fullfsync = on; pragma synchronous = full; pragma trusted_schema = off;")
    return connection


def _make_folder(folder: str) -> None:
    # os.makedirs gives its mode to the last folder alone.
    if os.path.isdir(folder):
        return
    _make_folder(os.path.dirname(os.path.abspath(folder)))
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise


def _sync_folder(path: str) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return
    folder = os.open(os.path.dirname(path) or ".", os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
