"""Examining: what a file is told to be, and what is refused untouched."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from qot_quiz.errors import StoreError
from qot_quiz.store import examining
from qot_quiz.store.opening import Store, open_store

from . import damage, old_files


def _empty(path: Path) -> None:
    path.touch()


def _without_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("vacuum")


def _old(path: Path) -> None:
    old_files.make(old_files.VERSIONS[0], path)


def _suspected(path: Path) -> None:
    open_store(str(path)).close()
    damage.tree(path)
    Path(f"{path}{examining.SUSPECT}").touch()


def _nothing(path: Path) -> None:
    assert not path.exists()


STATES = [
    (_nothing, "missing"),
    (_empty, "missing"),
    (_without_tables, "missing"),
    (_old, "old"),
    (damage.text, "damaged"),
    (_suspected, "damaged"),
]


@pytest.mark.parametrize(("make", "told"), STATES)
def test_it_is_told_what_a_file_is(tmp_path: Path, make: Callable[[Path], None], told: str) -> None:
    """A file that is not ready is told by a word, and stays as it is."""
    path = tmp_path / "games.db"
    make(path)
    before = path.read_bytes() if path.exists() else None
    assert examining.examine(str(path)) == told
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_ready_file_is_opened(store: Store) -> None:
    """A file of the newest schema comes back as a connection."""
    found = examining.examine(store.path)
    assert isinstance(found, sqlite3.Connection)
    assert found.execute("pragma user_version").fetchone() == (examining.newest(),)
    found.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes into any file")
def test_a_file_that_cannot_be_written_is_no_store(store: Store) -> None:
    """That a file is read-only is told when it is opened, and not in the middle of a game."""
    os.chmod(store.path, 0o400)
    with pytest.raises(PermissionError):
        examining.examine(store.path)


@pytest.mark.parametrize("tables", ["readable", "beyond this SQLite"])
def test_a_newer_schema_is_refused_untouched(tmp_path: Path, tables: str) -> None:
    """A file of a newer program stays as it is to the last byte, even where its tables look malformed from here."""
    path = tmp_path / "games.db"
    open_store(str(path)).close()
    newer = sqlite3.connect(path, isolation_level=None)
    newer.execute("pragma user_version = 999")
    if tables == "beyond this SQLite":
        newer.execute("pragma writable_schema = on")
        newer.execute("update sqlite_schema set sql = 'create quantum table settings' where name = 'settings'")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer qot-quiz") as refused:
        open_store(str(path))
    assert "Upgrade" in refused.value.hint
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*damaged*"))


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    """A sound SQLite file that is not ours is neither used nor moved."""
    path = tmp_path / "games.db"
    other = sqlite3.connect(path)
    other.execute("create table songs (title)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_store(str(path))
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*damaged*"))


def test_an_old_sqlite_is_told_apart_from_damage(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """An SQLite that cannot read our tables gets an error, and the sound file is not set aside."""
    monkeypatch.setattr(examining, "OLDEST", (999, 0, 0))
    with pytest.raises(StoreError, match="SQLite"):
        open_store(store.path)
    assert not list(Path(store.path).parent.glob("*damaged*"))


def test_a_file_that_cannot_be_cleared_of_suspicion_is_closed_again(store: Store) -> None:
    """Where the mark of damage cannot be taken off a sound file, that is an error, and nothing stays open."""
    os.mkdir(store.path + examining.SUSPECT)
    with pytest.raises(OSError, match="suspect") as caught:
        examining.examine(store.path)
    (examined,) = (each.locals["connection"] for each in caught.traceback if each.name == "examine")
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        examined.execute("select 1")
