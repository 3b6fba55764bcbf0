"""Opening: where the file lies and how, and what a transaction promises."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from threading import Timer

import pytest

from qot_quiz.errors import Held, StoreError
from qot_quiz.store.opening import SLICE_S, Store, open_memory, open_store, wall_clock

from .sample import play

OPEN = "import sys; from qot_quiz.store.opening import open_store; open_store(sys.argv[1]).close()"


def mode(path: Path) -> int:
    """Read the permissions of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has these permissions")
def test_everything_is_the_owners_alone(tmp_path: Path) -> None:
    """Missing folders are made with mode 0700 and every file with 0600, whatever the umask lets through."""
    before = os.umask(0)
    try:
        store = open_store(str(tmp_path / "new" / "home" / "games.db"))
        play(store)
        assert mode(tmp_path / "new") == mode(tmp_path / "new" / "home") == 0o700
        files = list((tmp_path / "new" / "home").iterdir())
        assert {file.name for file in files} >= {"games.db", "games.db-wal"}
        assert {mode(file) for file in files} == {0o600}
        store.close()
    finally:
        os.umask(before)


def test_the_connection_is_set_for_safety(store: Store) -> None:
    """The log is written ahead, every commit is synced, foreign keys hold and the file's own code is not trusted."""
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1}
    found = {name: store.rows(f"pragma {name}")[0][0] for name in wanted}
    assert found == wanted


def test_a_second_opening_finds_what_the_first_kept(tmp_path: Path) -> None:
    """What was written is there again after closing, and nothing needs to be told about it."""
    path = str(tmp_path / "games.db")
    first = open_store(path)
    play(first)
    first.close()
    second = open_store(path)
    assert second.rows("select count(*) from moves") == [(10,)]
    assert second.notices == []
    second.close()


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    """When one statement of a transaction is refused, those before it are undone and the store goes on."""
    with pytest.raises(StoreError):
        store.write(
            ("insert into settings (name, value) values ('a', 'b')", ()),
            ("insert into closed (game, how, closed_at) values ('no such game', 'won', '')", ()),
        )
    assert store.rows("select * from settings") == []
    store.write(("insert into settings (name, value) values ('c', 'd')", ()))
    assert store.rows("select * from settings") == [("c", "d")]


def test_a_transaction_begins_with_the_lock_in_hand(store: Store) -> None:
    """Nobody can write between what a transaction reads and what it writes, so it is never refused half-way."""
    other = open_store(store.path)
    refused = []

    def meddle() -> int:
        try:
            with other.waiting(0):
                other.write(("insert into settings (name, value) values ('other', '')", ()))
        except StoreError as error:
            refused.append(error.message)
        return 0

    store._connection.create_function("meddle", 0, meddle)
    store.write(
        ("select meddle() from (select count(*) from settings)", ()),
        ("insert into settings (name, value) values ('own', '')", ()),
    )
    assert len(refused) == 1
    assert other.rows("select name from settings") == [("own",)]
    other.close()


def test_a_commit_waits_for_those_who_read(store: Store) -> None:
    """Where a file system can do without WAL only, a commit waits for readers as long as a beginning does."""
    store.rows("pragma journal_mode = delete")
    reader = sqlite3.connect(store.path, isolation_level=None, check_same_thread=False)
    reader.execute("begin")
    reader.execute("select * from settings").fetchall()
    letting_go = Timer(4 * SLICE_S, lambda: reader.execute("rollback"))
    letting_go.start()
    store.write(("insert into settings (name, value) values ('a', 'b')", ()))
    letting_go.join()
    reader.close()
    assert store.rows("select name from settings") == [("a",)]


def test_who_does_not_want_to_wait_is_told_at_once(store: Store) -> None:
    """While another process writes, a store waits no longer than it was told to, and says who stands against it."""
    other = open_store(store.path)
    with other.transaction(), store.waiting(0), pytest.raises(Held, match="another process"):
        store.write(("insert into settings (name, value) values ('a', 'b')", ()))
    other.close()
    store.write(("insert into settings (name, value) values ('a', 'b')", ()))
    assert store.rows("select name from settings") == [("a",)]


def test_first_runs_all_at_once(tmp_path: Path) -> None:
    """Of 32 programs that find no file at the same moment, none fails and one file comes of it."""
    path = str(tmp_path / "home" / "games.db")
    runs = [subprocess.Popen([sys.executable, "-c", OPEN, path], stderr=subprocess.PIPE) for _ in range(32)]
    errors = [run.communicate()[1].decode() for run in runs]
    assert [run.returncode for run in runs] == [0] * 32, errors
    open_store(path).close()  # of two that close at the same moment neither may find itself the last
    assert sorted(os.listdir(tmp_path / "home")) == ["games.db", "games.db.lock"]


def test_memory_in_place_of_a_file() -> None:
    """A game that cannot be kept is played on a store of the same tables in memory."""
    store = open_memory()
    play(store)
    assert store.rows("select how from closed") == [("finished",)]
    store.close()


def test_the_wall_clock_names_its_offset() -> None:
    """The time is written with milliseconds and the offset from UTC."""
    told = datetime.fromisoformat(wall_clock())
    assert told.utcoffset() is not None
    assert abs((datetime.now().astimezone() - told).total_seconds()) < 60


def test_an_old_file_that_cannot_be_upgraded_is_set_aside(tmp_path: Path) -> None:
    """Damage that shows only while an older file is brought up to date is told once, and healed at the next start."""
    path = tmp_path / "games.db"
    open_store(str(path)).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("pragma user_version = 1; pragma writable_schema = on;")
    connection.execute("update sqlite_schema set sql = cast(x'63726561746520e720' as text) where name = 'moves'")
    connection.close()
    with pytest.raises(StoreError):
        open_store(str(path))
    store = open_store(str(path))
    store.close()
    assert "damaged" in "".join(store.notices)
