"""Files of games as programs of every schema left them: one SQL text for each schema, that of today among them.

Each holds what that program wrote when it was played with: a game that was finished, one that was left, one that was
removed, flags, one that was imported, a setting and a ceiling. Whoever adds a migration adds such a text of its schema,
made by `sqlite3.Connection.iterdump` from a file that was played with, behind its two numbers.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

FOLDER = Path(__file__).parent / "schemas"
"""Where the texts lie, named by the number of their schema."""

VERSIONS = tuple(sorted(int(file.stem) for file in FOLDER.glob("*.sql")))
"""The schemas of which there is one."""


def make(version: int, path: Path) -> Path:
    """Make a file of games of a schema.

    Args:
        version: The number of the schema.
        path: Where nothing is yet.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode = wal").fetchone()
        connection.executescript((FOLDER / f"{version:04}.sql").read_text(encoding="utf-8"))
    path.chmod(0o600)
    return path


def rows(path: Path, *tables: str) -> dict[str, list[tuple[object, ...]]]:
    """Read tables of a file, in whatever schema it is, each in the order of its first columns."""
    with closing(sqlite3.connect(path)) as connection:
        return {table: connection.execute(f"select * from {table} order by 1, 2").fetchall() for table in tables}
