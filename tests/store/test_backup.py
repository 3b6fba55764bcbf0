"""Backups: one a day, seven kept, never of a damaged file, and put back whole or not at all."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from qot_quiz.errors import StoreError, UsageError
from qot_quiz.store.backup import KEPT, back_up, days, file_of, restore
from qot_quiz.store.opening import Store, open_store

from . import damage
from .sample import play
from .test_journal import environment

DAY = "2026-11-22"


def games(path: str | Path) -> int:
    """Count the games of a file."""
    store = open_store(str(path))
    (count,) = store.rows("select count(*) from games")[0]
    store.close()
    return int(count)


def test_one_backup_a_day(store: Store, tmp_path: Path) -> None:
    """The first end of a day makes a backup for the owner alone, in one file; later ones make none."""
    folder = str(tmp_path / "backups")
    assert not back_up(store.path, folder, DAY)
    play(store)
    assert back_up(store.path, folder, DAY)
    assert not back_up(store.path, folder, DAY)
    assert os.listdir(folder) == [f"games-{DAY}.db"]
    if os.name == "posix":
        assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700
        assert stat.S_IMODE(os.stat(file_of(folder, DAY)).st_mode) == 0o600
    assert games(file_of(folder, DAY)) == 1


def test_seven_are_kept(store: Store, tmp_path: Path) -> None:
    """The oldest go, but never the one just made, even where the clock was set back; other files stay."""
    folder = str(tmp_path / "backups")
    play(store)
    for day in range(1, 11):
        assert back_up(store.path, folder, f"2026-11-{day:02}")
    assert days(folder) == [f"2026-11-{day:02}" for day in range(10, 3, -1)]
    Path(folder, "games-of-mine.db").touch()
    assert back_up(store.path, folder, "2020-01-01")
    assert days(folder)[-1] == "2020-01-01"
    assert len(days(folder)) == KEPT
    assert Path(folder, "games-of-mine.db").exists()


def test_a_damaged_file_takes_no_backups_place(tmp_path: Path) -> None:
    """Damage that a backup meets is marked for the next start, and the older backups stay."""
    path = damage.file_of_games(tmp_path)
    folder = str(tmp_path / "backups")
    assert back_up(str(path), folder, DAY)
    damage.tree(path)
    assert not back_up(str(path), folder, "2026-11-23")
    assert os.listdir(folder) == [f"games-{DAY}.db"]
    store = open_store(str(path))
    assert len(store.notices) == 1
    store.close()


def test_restoring_keeps_what_was_there(store: Store, tmp_path: Path) -> None:
    """A backup takes the place of the file of games, which lies beside it under a new name."""
    folder = str(tmp_path / "backups")
    play(store)
    back_up(store.path, folder, DAY)
    play(store)
    store.close()
    for number in (1, 2):
        aside = restore(store.path, folder, DAY)
        assert aside == str(tmp_path / f"games.replaced-{number}.db")
        assert games(store.path) == 1
        assert games(aside) == (2 if number == 1 else 1)
    assert days(folder) == [DAY]


@pytest.mark.parametrize("broken", [damage.first_page, damage.text])
def test_a_damaged_file_is_replaced(tmp_path: Path, broken: damage.Damage) -> None:
    """A backup is put in place of a file that cannot be opened, whose last log is kept beside it."""
    path = damage.file_of_games(tmp_path)
    folder = str(tmp_path / "backups")
    back_up(str(path), folder, DAY)
    broken(path)
    before = path.read_bytes()
    aside = restore(str(path), folder, DAY)
    assert Path(aside).read_bytes() == before
    assert games(path) == damage.GAMES - 2


def test_what_cannot_be_restored_is_refused_untouched(store: Store, tmp_path: Path) -> None:
    """No such day, a damaged backup, a newer one, and a file that another process has open change nothing."""
    folder = str(tmp_path / "backups")
    play(store)
    for day in ("2026-11-20", "2026-11-21", "2026-11-22"):
        back_up(store.path, folder, day)
    damage.tree(Path(file_of(folder, "2026-11-20")))
    newer = sqlite3.connect(file_of(folder, "2026-11-21"), isolation_level=None)
    newer.execute("pragma user_version = 999")
    newer.close()
    with pytest.raises(StoreError, match="another process"):
        restore(store.path, folder, DAY)
    store.close()
    before = Path(store.path).read_bytes()
    for day, why in (("2026-11-20", "damaged"), ("2026-11-21", "newer qot-quiz")):
        with pytest.raises(StoreError, match=why):
            restore(store.path, folder, day)
    with pytest.raises(UsageError, match="no backup"):
        restore(store.path, folder, "../games")
    assert Path(store.path).read_bytes() == before
    assert not list(tmp_path.glob("*replaced*"))


CRASH = """
import os, sys
from qot_quiz.store import backup
calls = 0
def dies(name):
    real = getattr(os, name)
    def call(*words, **more):
        global calls
        calls += 1
        if calls == int(sys.argv[5]):
            os._exit(9)
        return real(*words, **more)
    setattr(os, name, call)
for name in ("open", "link", "rename", "replace", "unlink", "fsync", "close"):
    dies(name)
getattr(backup, sys.argv[1])(*sys.argv[2:5])
"""


@pytest.mark.skipif(os.name != "posix", reason="a crash as POSIX knows it")
@pytest.mark.parametrize("doing", ["back_up", "restore"])
def test_a_crash_leaves_the_old_or_the_new(tmp_path: Path, doing: str) -> None:
    """Killed before any of its calls on files, a backup or a restore leaves the games, and works the next time."""
    path, folder = str(tmp_path / "games.db"), str(tmp_path / "backups")
    store = open_store(path)
    play(store)
    back_up(path, folder, DAY)
    play(store)
    store.close()
    at, code = 0, 9
    while code == 9:
        at += 1
        day = f"2026-12-{at:02}" if doing == "back_up" else DAY
        command = [sys.executable, "-c", CRASH, doing, path, folder, day, str(at)]
        code = subprocess.run(command, env=environment(), check=False).returncode
        assert games(path) in (1, 2)
        assert all(games(file_of(folder, one)) in (1, 2) for one in days(folder))
        for part in Path(folder).glob("*.part"):
            os.utime(part, (0, 0))
    assert code == 0
    assert at > 3
    asides = list(tmp_path.glob("games.replaced-*.db"))
    assert games(path) == (2 if doing == "back_up" else 1)
    assert doing == "back_up" or 2 in [games(aside) for aside in asides]


def test_half_a_backup_of_another_day_goes(tmp_path: Path) -> None:
    """What a process that was killed has left is cleared away by the next backup, whatever day it was of."""
    path, folder = tmp_path / "games.db", tmp_path / "backups"
    store = open_store(str(path))
    play(store)
    store.close()
    folder.mkdir()
    for end in ("", "-journal"):
        half = folder / f"games-2026-11-01.db.part{end}"
        half.write_bytes(b"half")
        os.utime(half, (0, 0))
    young = folder / "games-2026-11-02.db.part"
    young.write_bytes(b"half")
    assert back_up(str(path), str(folder), "2026-11-03")
    assert sorted(os.listdir(folder)) == ["games-2026-11-02.db.part", "games-2026-11-03.db"]
