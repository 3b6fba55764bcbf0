"""A glance at the file of games: opened only if it is ready, and nothing is made, mended or waited for."""

from __future__ import annotations

import sqlite3

from qot_quiz.errors import StoreError
from qot_quiz.store.opening import Store, examine, wall_clock

PATIENCE_MS = 50
"""How long another process that holds the file is waited for, in milliseconds."""


def peek(path: str) -> Store | None:
    """Open the file of games for reading; None where it is missing, old, damaged, newer, or cannot be had.

    Args:
        path: The file.
    """
    try:
        found = examine(path)
    except (StoreError, sqlite3.Error, OSError, UnicodeDecodeError):
        return None
    if isinstance(found, str):
        return None
    found.execute(f"pragma busy_timeout = {PATIENCE_MS}")
    found.execute("pragma query_only = on")
    return Store(found, path, wall_clock, [])
