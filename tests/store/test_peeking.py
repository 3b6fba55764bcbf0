"""A glance at the file of games."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qot_quiz.errors import StoreError
from qot_quiz.store import players, settings
from qot_quiz.store.opening import open_store
from qot_quiz.store.peeking import peek


def test_a_sound_file_is_read_and_not_written(tmp_path: Path) -> None:
    """What is kept can be read; a write is refused."""
    path = str(tmp_path / "games.db")
    store = open_store(path)
    settings.put(store, "player", "Ann")
    store.close()
    seen = peek(path)
    assert seen is not None
    assert players.names(seen) == ["Ann"]
    with pytest.raises(StoreError):
        settings.put(seen, "player", "Ben")
    seen.close()


def test_nothing_is_made_or_mended(tmp_path: Path) -> None:
    """A file that is missing, old, damaged or another program's is none, and stays as it was."""
    path = tmp_path / "games.db"
    assert peek(str(path)) is None
    assert list(tmp_path.iterdir()) == []
    for made in ("pragma user_version = 1", "create table t (x)"):
        connection = sqlite3.connect(path)
        connection.execute(made)
        connection.close()
        before = path.read_bytes()
        assert peek(str(path)) is None
        assert path.read_bytes() == before
    path.write_bytes(b"no database")
    assert peek(str(path)) is None
    assert list(tmp_path.iterdir()) == [path]
