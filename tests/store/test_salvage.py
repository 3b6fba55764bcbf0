"""Salvaging: all that can be read of a damaged file comes over, and the file itself stays as it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qot_quiz.errors import StoreError
from qot_quiz.store import unfinished
from qot_quiz.store.history import load, remove
from qot_quiz.store.opening import Store, open_store
from qot_quiz.store.salvage import salvage
from qot_quiz.store.settings import get, put
from qot_quiz.store.takeover import Salvaged

from . import damage
from .finished import kept
from .sample import play

TABLES = ("games", "moves", "closed")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one file of games to be copied and broken."""
    return damage.file_of_games(tmp_path_factory.mktemp("sound"))


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Read all games with their moves and ends."""
    return {table: sorted(store.rows(f"select * from {table}"), key=repr) for table in TABLES}


def test_a_sound_file_comes_over_whole(sound: Path, store: Store) -> None:
    """Of a file without damage everything is taken over, what is kept of its games included."""
    assert salvage(store, str(sound)) == Salvaged(whole=damage.GAMES)
    original = open_store(str(sound))
    assert rows(store) == rows(original)
    assert kept(store)["tally"] == kept(original)["tally"]
    assert len(unfinished.games(store)) == 3
    original.close()


@pytest.mark.parametrize("broken", [damage.first_page, damage.tree])
def test_games_are_found_without_their_tables(sound: Path, tmp_path: Path, store: Store, broken: damage.Damage) -> None:
    """Where the way to the rows is lost and the rows are not, every game comes over to its last step."""
    path = damage.copied(sound, tmp_path / "broken")
    broken(path)
    assert salvage(store, str(path)) == Salvaged(whole=damage.GAMES)
    original = open_store(str(sound))
    assert rows(store) == rows(original)
    original.close()


@pytest.mark.parametrize("name", damage.EVERY)
def test_what_comes_over_is_sound(sound: Path, tmp_path: Path, store: Store, name: str) -> None:
    """Whatever broke, the new file is sound, each game in it can be read, and the damaged one is untouched."""
    path = damage.copied(sound, tmp_path / "broken")
    damage.EVERY[name](path)
    before = path.read_bytes()
    salvaged = salvage(store, str(path))
    assert salvaged.whole + salvaged.part <= damage.GAMES + 2  # a flipped bit in an id makes another game of it
    assert store.rows("pragma integrity_check") == [("ok",)]
    assert store.rows("pragma foreign_key_check") == []
    for (game_id,) in store.rows("select id from games"):
        load(store, game_id)
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == ["games.db"]
    if name not in ("text", "cut"):
        assert salvaged.whole >= damage.GAMES // 2
    again = salvage(store, str(path))
    assert (again.whole, again.part, again.known) == (0, 0, salvaged.whole + salvaged.part)


def test_a_lost_step_costs_only_what_follows(store: Store, tmp_path: Path) -> None:
    """A finished game with a torn step keeps its place on its board, and an unfinished one goes on before the gap."""
    path = tmp_path / "broken" / "games.db"
    other = open_store(str(path))
    play(other)
    (before,) = other.rows("select game_id, points, ranked from results")
    other.rows("pragma writable_schema = on")
    other.rows("drop trigger moves_unchanged")
    other.write(("update moves set command = '{' where n = 6", ()))
    other.close()
    assert salvage(store, str(path)) == Salvaged(part=1)
    assert store.rows("select game_id, points, ranked from results") == [before]
    assert store.rows("select count(*), max(n) from moves") == [(5, 5)]
    assert unfinished.games(store) == []


def test_the_log_beside_it_is_read(store: Store, tmp_path: Path) -> None:
    """Games that lie in the write-ahead log alone are found, even where the first page is lost."""
    path = tmp_path / "broken" / "games.db"
    other = open_store(str(path))
    play(other)
    log = Path(f"{path}-wal").read_bytes()
    other.close()
    damage.first_page(path)
    Path(f"{path}-wal").write_bytes(log)
    assert salvage(store, str(path)) == Salvaged(whole=1)
    assert Path(f"{path}-wal").read_bytes() == log


def test_removed_games_stay_removed_and_settings_come_along(store: Store, tmp_path: Path) -> None:
    """What a player hid is hidden, and what is remembered is remembered, unless it was set here already."""
    path = tmp_path / "broken" / "games.db"
    other = open_store(str(path))
    play(other, game_id="ef" * 16)
    remove(other, "ef" * 16)
    put(other, "mode", "blitz")
    put(other, "player", "Ann")
    other.close()
    put(store, "player", "Ben")
    assert salvage(store, str(path)) == Salvaged(whole=1)
    assert store.rows("select hidden from results") == [(1,)]
    assert store.rows("select game from removed") == [("ef" * 16,)]
    assert (get(store, "mode"), get(store, "player")) == ("blitz", "Ben")


def test_a_failed_salvage_leaves_the_store_as_it_was(
    sound: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full in the middle, nothing was taken over, nothing lies about, and a second try succeeds."""
    (pages,) = store.rows("pragma page_count")
    store.rows(f"pragma max_page_count = {pages[0] + 2}")
    with pytest.raises(StoreError, match="disk is full"):
        salvage(store, str(sound))
    assert store.rows("select count(*) from games") == [(0,)]
    assert not list(sound.parent.glob("*.part*"))
    store.rows("pragma max_page_count = 1000000")
    assert salvage(store, str(sound)).whole == damage.GAMES
