"""What a file of games is before anything is done with it: ready, missing, old, damaged, or none of ours."""

from __future__ import annotations

import os
import sqlite3
from errno import EACCES

from qot_quiz.errors import StoreError

MIGRATIONS = os.path.join(os.path.dirname(__file__), "migrations")
"""The folder of numbered ``.sql`` files; the highest number is the schema that this program knows."""

APPLICATION_ID = 1_366_250_609
"""What the first migration writes into the file's header, so that no foreign database is taken for ours."""

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


def code_of(error: BaseException) -> int:
    """Tell SQLite's result code of an error, 0 where it has none; a text that is no UTF-8 is damage to the file."""
    if isinstance(error, UnicodeDecodeError) or str(error).startswith("Could not decode to UTF-8"):
        return sqlite3.SQLITE_CORRUPT
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


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
        if condition != "missing" and _suspected(connection, path):
            condition = "damaged"
    except BaseException as error:
        connection.close()
        # A message that quotes a damaged schema may be no UTF-8 itself.
        if code_of(error) in DAMAGE:
            return "damaged"
        raise
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
