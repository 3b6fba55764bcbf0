"""A glance at the file of games: opened only if it is ready, and nothing is made, mended or waited for."""

from __future__ import annotations

import sqlite3

from qot_quiz.errors import StoreError
from qot_quiz.store.examining import examine
from qot_quiz.store.opening import Store, wall_clock

PATIENCE_S = 0.05
"""How long another process that holds the file is waited for, in seconds."""


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
    found.execute("pragma query_only = on")
    return Store(found, path, wall_clock, [], PATIENCE_S)
