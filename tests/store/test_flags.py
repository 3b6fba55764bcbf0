"""Flags and contested answers: kept with the games, taken back without deleting anything."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qot_quiz.core import moves
from qot_quiz.store import examining
from qot_quiz.store.flags import Flag, contested, flagged, flags, take_back
from qot_quiz.store.history import remove
from qot_quiz.store.opening import Store, open_store

from .sample import ITEMS, do, give, setup, start

PACK = "queen-of-tears"


def flag(store: Store, reason: str = "two answers", player: str = "Min") -> str:
    """Flag the first question in a new game; give the game's id."""
    game, journal = start(store, setup(player))
    game = give(game, journal, ())
    do(game, journal, moves.Flag(game.now, reason))
    return journal.game_id


def test_flagged(store: Store) -> None:
    """Flags are kept by player and pack, with the reason."""
    flag(store)
    flag(store, "", "Ji")
    assert flagged(store, "Min", PACK) == flagged(store, "Ji", PACK) == {ITEMS[0].id}
    assert flagged(store, "nobody", PACK) == flagged(store, "Min", "own") == set()
    assert [(one.player, one.reason, one.question_id) for one in flags(store, PACK)] == [
        ("Min", "two answers", ITEMS[0].id),
        ("Ji", "", ITEMS[0].id),
    ]
    (mine,) = flags(store, PACK, "Min")
    assert isinstance(mine, Flag)


def test_removed_games(store: Store) -> None:
    """The flags of a removed game are gone with it."""
    remove(store, flag(store))
    assert flagged(store, "Min", PACK) == set()
    assert flags(store, PACK) == []


def test_taken_back(store: Store) -> None:
    """A flag taken back is gone for its player alone; no move is deleted, and a new flag stands again."""
    for player in ("Min", "Min", "Ji"):
        flag(store, player=player)
    take_back(store, "Min", PACK, ITEMS[0].id)
    take_back(store, "Min", PACK, ITEMS[0].id)
    assert flagged(store, "Min", PACK) == set()
    assert flagged(store, "Ji", PACK) == {ITEMS[0].id}
    assert store.rows("select count(*) from moves where what = 'flagged'") == [(3,)]
    flag(store)
    assert flagged(store, "Min", PACK) == {ITEMS[0].id}


def test_contested(store: Store) -> None:
    """An answer that was graded anew is kept with what was typed and what the pack says."""
    game, journal = start(store)
    game = give(game, journal, ())
    game = give(game, journal, ("Yongduri-myeon",))
    assert contested(store, PACK) == []
    do(game, journal, moves.Regrade(game.now))
    (one,) = contested(store, PACK)
    assert (one.question_id, one.typed, one.answer, one.player) == (ITEMS[1].id, "Yongduri-myeon", "Yongdu-ri", "Min")
    assert contested(store, "own") == []


def test_a_file_of_the_first_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file from before flags could be taken back is brought up to date with its flags, a copy beside it."""
    path = str(tmp_path / "games.db")
    only = tmp_path / "migrations"
    only.mkdir()
    first = Path(examining.MIGRATIONS) / "0001_games.sql"
    (only / first.name).write_text(first.read_text())
    with monkeypatch.context() as old:
        old.setattr(examining, "MIGRATIONS", str(only))
        store = open_store(path)
        flag(store)
        store.close()
        with closing(sqlite3.connect(path)) as first_file:
            assert first_file.execute("pragma user_version").fetchone() == (1,)
    store = open_store(path)
    assert flagged(store, "Min", PACK) == {ITEMS[0].id}
    take_back(store, "Min", PACK, ITEMS[0].id)
    assert flagged(store, "Min", PACK) == set()
    store.close()
    assert (tmp_path / "games.schema-1.db").exists()
