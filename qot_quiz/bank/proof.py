"""Opening a bank file: refused unless it is exactly what the compiler writes, before anything in it is used."""

from __future__ import annotations

import os
import sqlite3

from qot_quiz.bank.schema import FULL, PLAIN

SMALL = 2 * 1024 * 1024
"""Up to this many bytes a whole bank is proved sound when it is opened; pages of a larger one as they are read."""


def connect(path: str) -> sqlite3.Connection:
    """Open a file for reading alone.

    Args:
        path: The bank file.

    Raises:
        sqlite3.Error, ValueError: It is not there, or no file.
    """
    return sqlite3.connect(_address(path), uri=True, isolation_level=None)


def prove(db: sqlite3.Connection, path: str) -> str | None:
    """Say why an open file is no bank; None for one that is.

    Args:
        db: What `connect` opened.
        path: The file's name.

    Raises:
        sqlite3.Error, OSError: It cannot be read.
    """
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cell_size_check = ON")
    # A foreign file may hold any number of them.
    found = [
        sql for (sql,) in db.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL LIMIT ?", (len(FULL) + 1,))
    ]
    if len(set(found)) < len(found) or set(found) not in (FULL, PLAIN):
        return "is no question bank of this version"
    if os.stat(path).st_size <= SMALL:
        (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            return "is damaged"
    return None


def _address(path: str) -> str:
    """Write a path as the URI of a file that is read and never locked: banks are replaced, not changed, in place."""
    path = os.path.abspath(path).replace("\\", "/").replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{'' if path.startswith('/') else '/'}{path}?mode=ro&immutable=1"
