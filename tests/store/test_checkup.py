"""The full check: what is sound, what is not, and that looking changes nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qot_quiz.store.checkup import check
from qot_quiz.store.opening import Store, open_store

from . import damage
from .sample import play


def change(path: str | Path, sql: str) -> None:
    """Carry out a script on a file as another program would."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(sql)
    connection.close()


def test_a_sound_file(store: Store) -> None:
    """A file of games that keeps every promise is sound, and its games are counted."""
    play(store)
    found = check(store.path)
    assert (found.state, found.found, found.games, found.results) == ("sound", (), 1, 1)
    assert found.schema == store.rows("pragma user_version")[0][0]


def test_no_file_is_made(tmp_path: Path) -> None:
    """Where no game was played yet, the check makes nothing."""
    assert check(str(tmp_path / "home" / "games.db")).state == "missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["first page", "tree", "cut", "text", "swapped", "overwritten 1"])
def test_damage_is_found_and_left(tmp_path: Path, name: str) -> None:
    """Wherever the file broke, the check says so, and the file stays as it is."""
    path = damage.file_of_games(tmp_path)
    damage.EVERY[name](path)
    before = path.read_bytes()
    found = check(str(path))
    assert found.state == "damaged"
    assert found.found
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("sql", "state"),
    [
        ("delete from tally", "stale"),
        ("delete from results where origin = 'here'", "stale"),
        ("insert into unfinished select id from games", "stale"),
        ("insert into closed values ('nobody', 'won', '')", "damaged"),
        ("update games set setup = '{}'", "damaged"),
        ("drop trigger moves_kept", "damaged"),
        ("create trigger more after insert on moves begin delete from closed; end", "damaged"),
        ("create view endless as select * from endless", "damaged"),
    ],
)
def test_what_sqlite_does_not_see(store: Store, sql: str, state: str) -> None:
    """Pages without a fault may hold games that cannot be read, what does not follow from them, or foreign code."""
    play(store)
    store.close()
    change(store.path, sql)
    assert check(store.path).state == state


def test_a_newer_file_is_refused_with_a_hint(store: Store) -> None:
    """A newer program's file is nothing to be repaired."""
    store.close()
    change(store.path, "pragma user_version = 999")
    found = check(store.path)
    assert (found.state, found.found[0].count("newer qot-quiz")) == ("refused", 1)
    assert "Upgrade" in found.hint


def test_stats_are_compared_as_well(store: Store) -> None:
    """A wrong number in what is kept for statistics is found."""
    from qot_quiz.store.folding import fold

    play(store)
    fold(store, "queen-of-tears", 16)
    assert check(store.path).state == "sound"
    store.write(("update stats_tallies set asked = asked + 1", ()))
    assert check(store.path).state == "stale"
    open_store(store.path).close()
