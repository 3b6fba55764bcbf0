"""Files set aside stay with their logs, whatever call their process dies at, and no log gets into another file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from qot_quiz.store import asides, backup, repair
from qot_quiz.store.checkup import check
from qot_quiz.store.opening import open_store

from . import damage
from .sample import play

DAY = "2026-11-22"
CALLS = ("open", "link", "rename", "replace", "unlink", "write", "fsync", "close", "mkdir")
"""What a process that dies calls no more."""

IN_THE_FILE, IN_THE_LOG = 1, 2
"""How many games a file holds, and how many more its log."""


class Died(BaseException):
    """The process is gone."""


def _deaths(monkeypatch: pytest.MonkeyPatch, begin: Callable[[], None], deed: Callable[[], object]) -> int:
    """Do something again and again, dying one call later each time, up to the end; give the number of deaths.

    Args:
        monkeypatch: Puts the calls back.
        begin: Makes the state in which each begins, and looks at what the one before has left.
        deed: What is done.
    """
    deaths = 0
    while True:
        begin()
        with monkeypatch.context() as patch:
            lives = [deaths]
            for name in CALLS:
                patch.setattr(os, name, _mortal(getattr(os, name), lives))
            try:
                deed()
            except Died:
                deaths += 1
                continue
        return deaths


def _mortal(real: Callable[..., Any], lives: list[int]) -> Callable[..., Any]:
    def call(*words: Any, **more: Any) -> Any:
        if not lives[0]:
            raise Died
        lives[0] -= 1
        return real(*words, **more)

    return call


def _with_log(folder: Path) -> Path:
    """Make a file of games that was not closed well, so that its log holds games that the file does not."""
    path = folder / "games.db"
    for games in (IN_THE_FILE, IN_THE_LOG):
        store = open_store(str(path))
        for _ in range(games):
            play(store)
        if games == IN_THE_LOG:
            for end in ("", "-wal"):
                shutil.copy(f"{path}{end}", folder / f"kept{end}")
        store.close()
    for end in ("", "-wal"):
        os.replace(folder / f"kept{end}", f"{path}{end}")
    return path


def _count(path: Path) -> int:
    with closing(open_store(str(path))) as store:
        ((count,),) = store.rows("select count(*) from games")
    return int(count)


def _salvaged(path: Path) -> int:
    """Open the file as the next run does, take over what lies beside it, and count its games."""
    open_store(str(path)).close()
    for damaged in asides.damaged_files(str(path)):
        repair.salvage_aside(str(path), damaged)
    assert check(str(path)).state == "sound"
    return _count(path)


@pytest.fixture
def unplayed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a log stay beside its file, as where the disk fails while SQLite plays it in."""
    monkeypatch.setattr(repair, "seize", lambda path: None)
    monkeypatch.setattr(backup, "_check", lambda backup, path: None)


@pytest.mark.usefixtures("unplayed")
def test_a_damaged_file_stays_with_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever a process dies while it sets a file aside, all games can be taken over, those of the log, too."""
    origin = tmp_path / "origin"
    origin.mkdir()
    _with_log(origin)
    begun = False
    path = tmp_path / "home" / "games.db"

    def begin() -> None:
        nonlocal begun
        if begun:
            assert _salvaged(path) == IN_THE_FILE + IN_THE_LOG
            shutil.rmtree(path.parent)
        shutil.copytree(origin, path.parent)
        begun = True

    assert _deaths(monkeypatch, begin, lambda: repair.set_damaged_aside(str(path))) > 10
    assert _salvaged(path) == IN_THE_FILE + IN_THE_LOG


def test_who_opens_is_told_of_a_file_half_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fresh file is never begun in silence where games lie beside it that a process was setting aside."""
    path = tmp_path / "home" / "games.db"
    told: list[bool] = []
    origin = tmp_path / "origin"
    origin.mkdir()
    damage.text(_with_log(origin))
    Path(f"{origin / 'games.db'}-wal").unlink()

    def begin() -> None:
        if path.parent.exists():
            before = path.exists() and path.read_bytes().startswith(b"SQLite")
            with closing(open_store(str(path))) as store:
                assert before or "games.damaged-1.db" in "".join(store.notices)
                assert store.rows("select count(*) from games") == [(0,)]
            told.append(before)
            shutil.rmtree(path.parent)
        shutil.copytree(origin, path.parent)

    _deaths(monkeypatch, begin, lambda: open_store(str(path)).close())
    assert told.count(False) > 10


@pytest.mark.usefixtures("unplayed")
def test_a_restore_lets_no_log_into_the_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever a restore dies, the file is the old one with its log, the backup, or fresh and said so; never mixed."""
    origin = tmp_path / "origin"
    origin.mkdir()
    path, folder = tmp_path / "home" / "games.db", str(tmp_path / "home" / "backups")
    _with_log(origin)
    old = open_store(str(tmp_path / "old" / "games.db"))
    play(old)
    old.close()
    (origin / "backups").mkdir()
    shutil.copy(old.path, origin / "backups" / f"games-{DAY}.db")
    seen: set[int] = set()

    def look() -> None:
        with closing(open_store(str(path))) as store:
            ((count,),) = store.rows("select count(*) from games")
            assert store.rows("pragma integrity_check") == [("ok",)]
            assert count or store.notices
        seen.add(int(count))
        kept = [name for name in asides_of(path) if _games_in(name) == IN_THE_FILE + IN_THE_LOG]
        assert kept or count == IN_THE_FILE + IN_THE_LOG

    def begin() -> None:
        if path.parent.exists():
            look()
            shutil.rmtree(path.parent)
        shutil.copytree(origin, path.parent)

    _deaths(monkeypatch, begin, lambda: backup.restore(str(path), folder, DAY))
    look()
    assert seen == {0, 1, IN_THE_FILE + IN_THE_LOG}


def asides_of(path: Path) -> list[Path]:
    """Name the files set aside beside a file."""
    return [file for file in path.parent.glob("games.*-*.db") if "schema" not in file.name]


def _games_in(aside: Path) -> int:
    """Take over what a file that was set aside holds with its log, and count it."""
    fresh = aside.parent / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    for end in ("", "-wal"):
        if Path(f"{aside}{end}").exists():
            shutil.copy(f"{aside}{end}", fresh / f"games.damaged-1.db{end}")
    return _salvaged(fresh / "games.db")


def test_a_repair_ends_what_was_cut_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose renaming broke off after its first step gets its log at the next repair, and no note stays."""
    path = tmp_path / "games.db"
    open_store(str(path)).close()
    damaged = tmp_path / "games.damaged-1.db"
    damaged.write_bytes(b"file")
    Path(f"{damaged}-wal").write_bytes(b"log")
    with monkeypatch.context() as patch:
        patch.setattr(asides, "_take_along", _mortal(asides._take_along, [0]))
        with pytest.raises(Died):
            asides.set_aside(str(path), "salvaged", str(damaged))
    assert repair.clean(str(path), str(tmp_path / "backups")) == []
    assert sorted(file.name for file in tmp_path.glob("games.*d*")) == [
        "games.db",
        "games.db.lock",
        "games.salvaged-1.db",
        "games.salvaged-1.db-wal",
    ]


def test_a_stray_log_is_not_played_into_a_backup(tmp_path: Path) -> None:
    """Where the file is gone but its log was left, a backup that is put in its place stays what it was."""
    path = _with_log(tmp_path)
    backup.back_up(str(path), str(tmp_path / "backups"), DAY)
    with closing(open_store(str(path))) as store:
        play(store)
        log = Path(f"{path}-wal").read_bytes()
    path.unlink()
    Path(f"{path}-wal").write_bytes(log)
    backup.restore(str(path), str(tmp_path / "backups"), DAY)
    assert _count(path) == IN_THE_FILE + IN_THE_LOG
    assert check(str(path)).state == "sound"


def test_what_holds_nothing_is_not_kept(tmp_path: Path) -> None:
    """An index of a log, and a log without a byte, are cleared away rather than set aside."""
    path = tmp_path / "games.db"
    for end in ("", "-wal", "-shm"):
        Path(f"{path}{end}").write_bytes(b"" if end == "-wal" else b"something")
    assert asides.set_aside(str(path), "damaged") == str(tmp_path / "games.damaged-1.db")
    assert os.listdir(tmp_path) == ["games.damaged-1.db"]


@pytest.mark.parametrize(
    "note", ["", "games.db\n", "games.db\n../elsewhere\n", "a\nb\n", "games.db\ngames.damaged-9.db\n"]
)
def test_a_note_that_says_nothing_moves_nothing(tmp_path: Path, note: str) -> None:
    """A note that was never finished, or names files that are not there, is forgotten."""
    path = tmp_path / "games.db"
    Path(f"{path}-wal").write_bytes(b"log")
    Path(f"{path}{asides.NOTE}").write_text(note)
    assert asides.go_on(str(path)) == ""
    assert os.listdir(tmp_path) == ["games.db-wal"]


def test_files_set_aside_are_listed_in_their_order(tmp_path: Path) -> None:
    """Only files that opening has set aside count, by number."""
    for name in (
        "games.damaged-10.db",
        "games.damaged-2.db",
        "games.damaged-2.db-wal",
        "games.damaged-x.db",
        "games.db",
    ):
        (tmp_path / name).touch()
    expected = [str(tmp_path / f"games.damaged-{number}.db") for number in (2, 10)]
    assert asides.damaged_files(str(tmp_path / "games.db")) == expected
