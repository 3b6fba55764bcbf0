"""Opening: where the file lies and how, what is refused untouched, and what a transaction promises."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from qot_quiz.errors import StoreError
from qot_quiz.store import opening
from qot_quiz.store.opening import Store, open_memory, open_store, wall_clock

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
    assert store.rows("pragma busy_timeout") == [(30_000,)]


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


def test_a_write_waits_for_nobody_it_has_overtaken(store: Store) -> None:
    """A transaction begins with the lock in hand, so that reading first never gets it refused."""
    other = open_store(store.path)
    assert store.rows("select count(*) from settings") == [(0,)]
    other.write(("insert into settings (name, value) values ('a', 'b')", ()))
    store.write(("insert into settings (name, value) select 'copy', value from settings", ()))
    assert other.rows("select value from settings where name = 'copy'") == [("b",)]
    other.close()


@pytest.mark.parametrize("tables", ["readable", "beyond this SQLite"])
def test_a_newer_schema_is_refused_untouched(tmp_path: Path, tables: str) -> None:
    """A file of a newer program stays as it is to the last byte, even where its tables look malformed from here."""
    path = tmp_path / "games.db"
    open_store(str(path)).close()
    newer = sqlite3.connect(path, isolation_level=None)
    newer.execute("pragma user_version = 999")
    if tables == "beyond this SQLite":
        newer.execute("pragma writable_schema = on")
        newer.execute("update sqlite_schema set sql = 'create quantum table settings' where name = 'settings'")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer qot-quiz") as refused:
        open_store(str(path))
    assert "Upgrade" in refused.value.hint
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*damaged*"))


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    """A sound SQLite file that is not ours is neither used nor moved."""
    path = tmp_path / "games.db"
    other = sqlite3.connect(path)
    other.execute("create table songs (title)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_store(str(path))
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*damaged*"))


def test_an_old_sqlite_is_told_apart_from_damage(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """An SQLite that cannot read our tables gets an error, and the sound file is not set aside."""
    monkeypatch.setattr(opening, "OLDEST", (999, 0, 0))
    with pytest.raises(StoreError, match="SQLite"):
        open_store(store.path)
    assert not list(Path(store.path).parent.glob("*damaged*"))


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    """Where no folder can be, the player is told in one sentence with a hint."""
    (tmp_path / "home").write_text("")
    with pytest.raises(StoreError, match=r"cannot be used: .+\.$") as refused:
        open_store(str(tmp_path / "home" / "games.db"))
    assert refused.value.hint


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    """A folder of the file's name is refused and not moved away."""
    (tmp_path / "games.db").mkdir()
    with pytest.raises(StoreError):
        open_store(str(tmp_path / "games.db"))
    assert (tmp_path / "games.db").is_dir()


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs a file system that even root cannot write")
def test_a_read_only_file_system() -> None:
    """Where nobody may write, not even root, the player is told instead of shown a traceback."""
    with pytest.raises(StoreError):
        open_store("/proc/qot-quiz/games.db")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root writes into any folder")
def test_a_read_only_folder(tmp_path: Path) -> None:
    """A home that may only be read is refused with a hint, whether the file is there already or not."""
    path = str(tmp_path / "games.db")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreError):
            open_store(path)
        tmp_path.chmod(0o700)
        open_store(path).close()
        tmp_path.chmod(0o500)
        with pytest.raises(StoreError):
            open_store(path)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files as Linux does")
@pytest.mark.parametrize("limit", [0, 4096, 20_000])
def test_a_disk_that_fills_up_while_the_file_is_made(tmp_path: Path, limit: int) -> None:
    """When the first file cannot be written whole, no half of it is left in its place, and the next run works."""
    path = str(tmp_path / "games.db")
    code = (
        "import resource, sys; from qot_quiz.errors import StoreError; from qot_quiz.store.opening import open_store\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        "try: open_store(sys.argv[1])\n"
        "except StoreError as error: sys.exit(0 if error.hint else 'no hint')\n"
        "sys.exit('opened')"
    )
    result = subprocess.run([sys.executable, "-B", "-c", code, path], check=False, capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, "")
    assert not os.path.exists(path)
    store = open_store(path)
    play(store)
    store.close()


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files as Linux does")
def test_a_disk_that_fills_up_in_a_game(tmp_path: Path) -> None:
    """A step that cannot be written is an error of one sentence, and every step before it is kept."""
    path = str(tmp_path / "games.db")
    code = (
        "import resource, sys; from qot_quiz.core import moves; from qot_quiz.errors import StoreError\n"
        "from store.sample import open_store, start, do\n"
        "store = open_store(sys.argv[1]); game, journal = start(store)\n"
        "game = do(game, journal, moves.Answer(1, game.question.solution))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "n = 1\n"
        "try:\n"
        "    while n < 1000: game = do(game, journal, moves.Flag(n, 'x' * 500)); n += 1\n"
        "except StoreError as error: sys.stdout.write(f'{n} {error.message}'); sys.stdout.flush()\n"
        "import os; os._exit(0)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(Path(__file__).parent.parent)])}
    result = subprocess.run(
        [sys.executable, "-c", code, path], check=True, capture_output=True, text=True, env=environment
    )
    count, message = result.stdout.split(" ", 1)
    assert "disk" in message
    store = open_store(path)
    assert 1 < int(count) < 1000
    assert store.rows("select count(*) from moves") == [(int(count),)]
    store.close()


def test_first_runs_all_at_once(tmp_path: Path) -> None:
    """Of 32 programs that find no file at the same moment, none fails and one file comes of it."""
    path = str(tmp_path / "home" / "games.db")
    runs = [subprocess.Popen([sys.executable, "-c", OPEN, path], stderr=subprocess.PIPE) for _ in range(32)]
    errors = [run.communicate()[1].decode() for run in runs]
    assert [run.returncode for run in runs] == [0] * 32, errors
    assert sorted(os.listdir(tmp_path / "home")) == ["games.db", "games.db.lock"]


def test_memory_in_place_of_a_file() -> None:
    """A game that cannot be kept is played on a store of the same tables in memory."""
    store = open_memory()
    play(store)
    assert store.rows("select how from closed") == [("finished",)]
    store.close()


def test_a_read_that_fails_is_explained(store: Store) -> None:
    """An error of SQLite never reaches a caller as it is."""
    store.close()
    with pytest.raises(StoreError, match="closed database"):
        store.rows("select 1")


def test_the_wall_clock_names_its_offset() -> None:
    """The time is written with milliseconds and the offset from UTC."""
    told = datetime.fromisoformat(wall_clock())
    assert told.utcoffset() is not None
    assert abs((datetime.now().astimezone() - told).total_seconds()) < 60
