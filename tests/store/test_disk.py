"""Files on the disk: what cannot be used is let go of."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qot_quiz.store import disk


def test_what_is_no_database_is_closed_again(tmp_path: Path) -> None:
    """A file that SQLite cannot use does not stay open."""
    (tmp_path / "gate.db").write_text("no gate" * 1000)
    with pytest.raises(sqlite3.DatabaseError, match="not a database") as caught:
        disk.connect(str(tmp_path / "gate.db"), 0)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        caught.traceback[-1].locals["connection"].execute("select 1")
