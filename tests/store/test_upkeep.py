"""Kept folds are brought up to date after games, quietly and a piece at a time."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qot_quiz.core import moves
from qot_quiz.core.steps import step
from qot_quiz.store import cards, settings, statistics, upkeep
from qot_quiz.store.opening import Store, open_store

from .sample import STARTED_AT, setup, start

PACK, PLAYER, CEILING = "queen-of-tears", "Min", 7


def _play(store: Store, games: int) -> None:
    """Keep games of one answered question each, two moves long."""
    for _ in range(games):
        game, journal = start(store)
        for command in (moves.Answer(1, ()), moves.Next(2)):
            game, events = step(game, command)
            journal.append(command, events)


def _held(store: Store) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    """Tell how far the folds go: of statistics with its ceiling, of the schedule."""
    return store.rows("select up_to, last from stats_upto"), store.rows("select last from cards_upto")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a handful of moves be much."""
    monkeypatch.setattr(upkeep, "FEW", 5)
    monkeypatch.setattr(upkeep, "MOST", 8)


@pytest.mark.usefixtures("few")
def test_a_piece_at_a_time(store: Store) -> None:
    """Nothing is folded while little is new; then so much after each game, under the player's own ceiling."""
    settings.set_ceiling(store, PLAYER, PACK, CEILING)
    _play(store, 2)
    upkeep.keep_up(store, setup())
    assert _held(store) == ([], [])
    _play(store, 6)
    for last in (8, 16, 16):
        upkeep.keep_up(store, setup())
        assert _held(store) == ([(CEILING, last)], [(last,)])


@pytest.mark.usefixtures("few")
def test_what_is_read_is_the_same(store: Store, tmp_path: Path) -> None:
    """Statistics and schedule read after folds by pieces equal those folded at once."""
    settings.set_ceiling(store, PLAYER, PACK, CEILING)
    _play(store, 8)
    with sqlite3.connect(tmp_path / "copy.db") as copy:
        store_copy = sqlite3.connect(store.path)
        store_copy.backup(copy)
        store_copy.close()
    copy.close()
    other = open_store(str(tmp_path / "copy.db"), now=lambda: STARTED_AT)
    upkeep.keep_up(store, setup())
    of = (PLAYER, PACK, CEILING)
    assert statistics.read(store, *of) == statistics.read(other, *of)
    assert cards.due(store, PLAYER, PACK) == cards.due(other, PLAYER, PACK) != []
    other.close()


@pytest.mark.usefixtures("few")
def test_a_file_that_cannot_be_written_does_no_harm(store: Store) -> None:
    """While another process holds the file nothing is said, nothing is lost, and later all is as usual."""
    _play(store, 4)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("begin immediate")
    upkeep.keep_up(store, setup())
    other.execute("rollback")
    other.close()
    assert _held(store) == ([], [])
    upkeep.keep_up(store, setup())
    assert _held(store) == ([(0, 8)], [(8,)])
