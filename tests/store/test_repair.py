"""Repairs: nothing that holds games goes, and a second look finds nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qot_quiz.errors import StoreError
from qot_quiz.store import repair
from qot_quiz.store.asides import damaged_files
from qot_quiz.store.checkup import check
from qot_quiz.store.opening import Store, open_store
from qot_quiz.store.takeover import Salvaged

from . import damage
from .sample import play


def test_damage_is_set_aside_and_salvaged(tmp_path: Path) -> None:
    """The damaged file lies beside the new one, looked through, and the new one is sound."""
    path = damage.file_of_games(tmp_path)
    damage.tree(path)
    before = path.read_bytes()
    repair.set_damaged_aside(str(path))
    (aside,) = damaged_files(str(path))
    assert repair.salvage_aside(str(path), aside) == (
        Salvaged(whole=damage.GAMES),
        str(tmp_path / "games.salvaged-1.db"),
    )
    assert (tmp_path / "games.salvaged-1.db").read_bytes() == before
    assert damaged_files(str(path)) == []
    assert check(str(path)).state == "sound"


def test_games_played_meanwhile_stay(tmp_path: Path) -> None:
    """What was played after a start set the damaged file aside is joined by the games of that file."""
    path = damage.file_of_games(tmp_path)
    damage.first_page(path)
    store = open_store(str(path))
    play(store)
    store.close()
    repair.salvage_aside(str(path), damaged_files(str(path))[0])
    found = check(str(path))
    assert (found.state, found.games) == ("sound", damage.GAMES - 2 + 1)


def test_a_file_that_is_in_use_is_not_taken_away(store: Store) -> None:
    """While another process has the file open, which would go on writing to it, it stays."""
    play(store)
    with pytest.raises(StoreError, match="another process"):
        repair.set_damaged_aside(store.path)
    store.close()
    repair.set_damaged_aside(store.path)
    assert len(damaged_files(store.path)) == 1


def test_what_is_stale_is_made_anew(store: Store) -> None:
    """The boards say again what the games came to."""
    play(store)
    store.write(("delete from tally", ()))
    repair.make_anew(store.path)
    assert check(store.path).state == "sound"


def test_only_old_leftovers_are_cleaned_away(tmp_path: Path) -> None:
    """Half-written files go once nobody can be writing them; files of games never do."""
    backups = tmp_path / "backups"
    backups.mkdir()
    left = [tmp_path / "games.db.new", tmp_path / "games.damaged-1.db.part-wal", backups / "games-2026-11-22.db.part"]
    others = [tmp_path / "games.damaged-1.db", tmp_path / "games.schema-1.db", backups / "games-2026-11-21.db"]
    for file in (*left, *others):
        file.touch()
    path = str(tmp_path / "games.db")
    assert repair.clean(path, str(backups)) == []
    for file in (*left, *others):
        os.utime(file, (0, 0))
    assert sorted(repair.clean(path, str(backups))) == sorted(map(str, left))
    assert all(file.exists() for file in others)
    assert repair.strays(path, str(backups)) == []
