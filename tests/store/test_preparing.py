"""Making the file ready: migrations whole or not at all, and damaged files kept under a new name."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from qot_quiz.errors import StoreError
from qot_quiz.store import examining, preparing, unfinished
from qot_quiz.store.opening import open_store

from .sample import play, start

SECOND = """create table songs (title text) strict;
insert into songs values ('a; b');
create index by_title on songs (title);"""
NEXT = examining.newest() + 1
"""The number of a migration that does not exist yet."""

OPEN = """
import sys
from qot_quiz.store import examining, opening
examining.MIGRATIONS = sys.argv[2]
opening.open_store(sys.argv[1]).close()
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let migrations be read from a copy of their folder, to which a test can add."""
    copy = tmp_path / "migrations"
    shutil.copytree(examining.MIGRATIONS, copy)
    monkeypatch.setattr(examining, "MIGRATIONS", str(copy))
    return copy


def schema(path: str) -> list[tuple[str, ...]]:
    """Read the schema and the version of a database."""
    connection = sqlite3.connect(path)
    found = connection.execute("select name, sql from sqlite_schema order by name").fetchall()
    found += connection.execute("pragma user_version").fetchall()
    connection.close()
    return found


def test_migrations_are_numbered_without_gaps() -> None:
    """The files are 0001, 0002 and so on, since the number of the last is the schema's."""
    names = sorted(os.listdir(examining.MIGRATIONS))
    assert [name[:5] for name in names] == [f"{number:04}_" for number in range(1, len(names) + 1)]
    assert examining.newest() == len(names)


def test_a_pending_migration_keeps_the_games_and_a_copy(tmp_path: Path, folder: Path) -> None:
    """An older file is brought up to date with all its rows, and a copy from before lies beside it."""
    path = str(tmp_path / "games.db")
    store = open_store(path)
    play(store)
    store.close()
    before = schema(path)
    (folder / f"{NEXT:04}_songs.sql").write_text(SECOND)
    store = open_store(path)
    assert store.rows("select title from songs") == [("a; b",)]
    assert store.rows("select count(*) from moves") == [(10,)]
    assert store.rows("pragma user_version") == [(NEXT,)]
    store.close()
    copy = str(tmp_path / f"games.schema-{NEXT - 1}.db")
    assert schema(copy) == before
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("select count(*) from moves").fetchone() == (10,)
    assert os.stat(copy).st_mode & 0o077 == 0


@pytest.mark.parametrize("cut", range(4))
def test_a_migration_that_fails_leaves_the_old_schema(tmp_path: Path, folder: Path, cut: int) -> None:
    """Wherever a migration breaks off, the file is as before, and a mended migration runs."""
    path = str(tmp_path / "games.db")
    open_store(path).close()
    before = schema(path)
    lines = SECOND.splitlines()
    (folder / f"{NEXT:04}_songs.sql").write_text("\n".join([*lines[:cut], "no statement;", *lines[cut:]]))
    with pytest.raises(StoreError):
        open_store(path)
    assert schema(path) == before
    (folder / f"{NEXT:04}_songs.sql").write_text(SECOND)
    store = open_store(path)
    assert store.rows("select title from songs") == [("a; b",)]
    store.close()


def test_a_first_migration_that_fails_leaves_no_file(tmp_path: Path, folder: Path) -> None:
    """A first run that breaks off leaves nothing that a later one could take for a store."""
    path = str(tmp_path / "games.db")
    first = folder / "0001_games.sql"
    sound = first.read_text()
    first.write_text(sound + "create table half (")
    with pytest.raises(StoreError):
        open_store(path)
    assert not os.path.exists(path)
    first.write_text(sound)
    open_store(path).close()


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
@pytest.mark.parametrize("delay_ms", [0, 20, 100, 300])
def test_a_migration_that_is_killed_leaves_the_old_schema(tmp_path: Path, folder: Path, delay_ms: int) -> None:
    """A process killed in the middle of a migration leaves the old file, in which the games still are."""
    path = str(tmp_path / "games.db")
    store = open_store(path)
    start(store)
    store.close()
    before = schema(path)
    endless = "with recursive n (i) as (select 1 union all select i + 1 from n) insert into songs select i from n;"
    (folder / f"{NEXT:04}_songs.sql").write_text("create table songs (title text);\n" + endless)
    process = subprocess.Popen([sys.executable, "-c", OPEN, path, str(folder)])
    copy = tmp_path / f"games.schema-{NEXT - 1}.db"
    deadline = time.monotonic() + 20
    while not copy.exists() and time.monotonic() < deadline:
        time.sleep(0.005)
    time.sleep(delay_ms / 1000)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert copy.exists()
    assert schema(path) == before
    (folder / f"{NEXT:04}_songs.sql").unlink()
    store = open_store(path)
    assert len(unfinished.games(store)) == 1
    store.close()


def test_a_migration_runs_once_for_many_programs(tmp_path: Path, folder: Path) -> None:
    """Programs that start together on an old file all come through, and the migration is carried out once."""
    path = str(tmp_path / "games.db")
    open_store(path).close()
    (folder / f"{NEXT:04}_songs.sql").write_text(SECOND)
    command = [sys.executable, "-c", OPEN, path, str(folder)]
    runs = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(8)]
    errors = [run.communicate()[1].decode() for run in runs]
    assert [run.returncode for run in runs] == [0] * 8, errors
    store = open_store(path)
    assert store.rows("select title from songs") == [("a; b",)]
    store.close()


def damage_text(path: Path) -> None:
    """Put something else in the file's place."""
    path.write_bytes(b"this was never a database, but it is long enough to be read as one\n" * 40)


def damage_cut(path: Path) -> None:
    """Cut the file short."""
    path.write_bytes(path.read_bytes()[:5000])


def damage_schema(path: Path) -> None:
    """Overwrite the page that lists the tables, behind the file's header."""
    whole = bytearray(path.read_bytes())
    whole[100:4096] = b"\xff" * 3996
    path.write_bytes(whole)


def damage_letter(path: Path) -> None:
    """Flip one bit in the text of the schema, which is no UTF-8 then, nor is any message that quotes it."""
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE settings", b"CREATE TABL\xc5 settings"))


@pytest.mark.parametrize("damage", [damage_text, damage_cut, damage_schema, damage_letter])
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """A file that is no database any more is kept as it is under a new name, and a fresh one begun, with a word."""
    path = tmp_path / "games.db"
    for number in (1, 2):
        store = open_store(str(path))
        play(store)
        store.close()
        damage(path)
        broken = path.read_bytes()
        store = open_store(str(path))
        aside = tmp_path / f"games.damaged-{number}.db"
        assert aside.read_bytes() == broken
        assert store.rows("select count(*) from games") == [(0,)]
        assert len(store.notices) == 1
        assert str(aside) in store.notices[0]
        store.close()
    assert open_and_close(path) == []


def open_and_close(path: Path) -> list[str]:
    """Open the store once more and return what it had to say."""
    store = open_store(str(path))
    store.close()
    return store.notices


def test_a_stray_log_is_not_played_into_a_fresh_file(tmp_path: Path) -> None:
    """When the file is gone but its log was left, the log is kept aside and the fresh file is empty and sound."""
    path = tmp_path / "games.db"
    store = open_store(str(path))
    play(store)
    log = Path(f"{path}-wal").read_bytes()
    store.close()
    path.unlink()
    Path(f"{path}-wal").write_bytes(log)
    store = open_store(str(path))
    assert store.rows("select count(*) from games") == [(0,)]
    assert store.rows("pragma integrity_check") == [("ok",)]
    assert (tmp_path / "games.damaged-1.db-wal").read_bytes() == log
    store.close()


def test_an_empty_file_is_a_first_run(tmp_path: Path) -> None:
    """A file without a byte becomes a store, and nobody needs to be told."""
    path = tmp_path / "games.db"
    path.touch()
    assert open_and_close(path) == []
    assert sorted(os.listdir(tmp_path)) == ["games.db", "games.db.lock"]


def test_damage_met_by_many_programs_is_set_aside_once(tmp_path: Path) -> None:
    """Programs that find the same damage at once move it once, and none moves the fresh file of another."""
    path = tmp_path / "games.db"
    damage_text(path)
    code = (
        "import sys; from qot_quiz.store.opening import open_store; from qot_quiz.store.settings import put\n"
        "store = open_store(sys.argv[1]); put(store, sys.argv[2], 'here'); store.close()"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code, path, str(number)]) for number in range(12)]
    assert [run.wait() for run in runs] == [0] * 12
    assert [file.name for file in tmp_path.glob("*damaged*")] == ["games.damaged-1.db"]
    store = open_store(str(path))
    assert store.rows("select count(*) from settings") == [(12,)]
    store.close()


def damage_deep(path: Path) -> None:
    """Write noise over the first page of the moves, which opening the file does not look at."""
    connection = sqlite3.connect(path)
    (page,) = connection.execute("select rootpage from sqlite_schema where name = 'moves'").fetchone()
    (size,) = connection.execute("pragma page_size").fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


def test_damage_deep_inside_is_set_aside_at_the_next_start(tmp_path: Path) -> None:
    """Damage that shows only in a game costs that game alone: the next start keeps the file under a new name."""
    path = tmp_path / "games.db"
    store = open_store(str(path))
    play(store)
    store.close()
    damage_deep(path)
    store = open_store(str(path))
    with pytest.raises(StoreError, match="is damaged"):
        play(store)
    store.close()
    store = open_store(str(path))
    assert [file.name for file in tmp_path.glob("*damaged*")] == ["games.damaged-1.db"]
    assert len(store.notices) == 1
    play(store)
    store.close()
    assert open_and_close(path) == []


def test_a_disk_that_fails_to_read_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What SQLite calls malformed is looked at once more before it is set aside: a disk may have failed to read it."""
    path = tmp_path / "games.db"
    store = open_store(str(path))
    play(store)
    store.close()
    real, seen = examining.examine, ["damaged", "damaged"]
    monkeypatch.setattr(examining, "examine", lambda path: seen.pop() if seen else real(path))
    assert open_and_close(path) == []
    assert not seen
    assert not list(tmp_path.glob("*damaged*"))


def test_a_disk_that_fails_for_good_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be read is left where it is, and the disk's own words are told."""
    path = tmp_path / "games.db"
    open_store(str(path)).close()

    def broken(path: str) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(preparing, "read_through", broken)
    monkeypatch.setattr(examining, "examine", lambda path: "damaged")
    with pytest.raises(StoreError, match="Input/output error"):
        open_store(str(path))
    assert sorted(os.listdir(tmp_path)) == ["games.db", "games.db.lock"]


def test_a_first_run_leaves_one_file(tmp_path: Path) -> None:
    """Neither a log nor the half-made file of a run that was killed lies beside the new file."""
    path = tmp_path / "games.db"
    for end in ("", "-wal", "-shm"):
        Path(f"{path}.new{end}").write_bytes(b"half")
    assert open_and_close(path) == []
    assert sorted(os.listdir(tmp_path)) == ["games.db", "games.db.lock"]


def test_a_sound_file_put_back_is_used(tmp_path: Path) -> None:
    """A backup that takes the place of a damaged file is looked through once, and stays."""
    path = tmp_path / "games.db"
    store = open_store(str(path))
    play(store)
    store.close()
    suspect = tmp_path / "games.db.suspect"
    suspect.touch()
    assert open_and_close(path) == []
    assert not suspect.exists()
    assert not list(tmp_path.glob("*damaged*"))
