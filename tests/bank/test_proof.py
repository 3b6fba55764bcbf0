"""A file that is no bank is refused before anything in it is asked."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qot_quiz.bank.bank import Bank
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.locating import open_source
from qot_quiz.bank.schema import INDEXES, SEARCH, SHADOWS, TABLES
from qot_quiz.errors import PackError

from .sample import write_pack

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT"

HOSTILE = {
    "view": f"CREATE VIEW meta AS {ENDLESS} 'pack' AS key, x AS value FROM n WHERE x < 0",
    "views": ";".join(f"CREATE VIEW v{number} AS {ENDLESS} x FROM n" for number in range(500)),
    "trigger": ";".join(TABLES)
    + f";CREATE TRIGGER eat INSERT ON meta BEGIN DELETE FROM meta WHERE key IN ({ENDLESS} x FROM n); END",
    "shadow": ";".join((*TABLES, *INDEXES, SEARCH)) + ";PRAGMA writable_schema = ON;"
    "UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = 'search_data'",
    "index": ";".join((*TABLES, *INDEXES)) + ";CREATE INDEX more ON question (abs(position))",
}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_databases_are_refused(tmp_path: Path, hostile: str) -> None:
    """Triggers, endless views and altered tables are seen by their statements alone, and nothing is asked of them."""
    file = tmp_path / "bank.db"
    db = sqlite3.connect(file)
    db.executescript(HOSTILE[hostile])
    db.close()
    with pytest.raises(PackError, match="no question bank of this version"):
        Bank(str(file))


def test_a_hostile_ready_bank_is_compiled_anew(tmp_path: Path) -> None:
    """Where a hostile file lies in the bank's place, the pack is compiled from its source instead."""
    path, ready = write_pack(tmp_path / "pack"), tmp_path / "ready.db"
    db = sqlite3.connect(ready)
    db.executescript(HOSTILE["view"])
    db.close()
    bank = open_source(path, str(tmp_path / "cache"), str(ready))
    assert bank.meta.id == "lighthouse"
    bank.close()


def test_the_tables_of_fts5_are_what_it_makes(tmp_path: Path) -> None:
    """SQLite makes the very tables that the proof expects beside its own."""
    compile_pack(write_pack(tmp_path / "pack"), str(tmp_path / "bank.db"))
    db = sqlite3.connect(tmp_path / "bank.db")
    found = {sql for (sql,) in db.execute("SELECT sql FROM sqlite_schema")}
    db.close()
    assert found == {*TABLES, *INDEXES, SEARCH, *SHADOWS}
