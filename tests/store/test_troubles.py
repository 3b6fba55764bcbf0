"""Troubles: where nothing can be written, the player is told in one sentence with a hint, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from qot_quiz.errors import StoreError
from qot_quiz.store import examining
from qot_quiz.store.opening import Store, open_store
from qot_quiz.store.troubles import explain

from .sample import play


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
        tmp_path.chmod(0o700)
        os.chmod(path, 0o400)
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


def test_a_read_that_fails_is_explained(store: Store) -> None:
    """An error of SQLite never reaches a caller as it is."""
    store.close()
    with pytest.raises(StoreError, match="closed database"):
        store.rows("select 1")


def test_a_text_that_is_none_is_damage() -> None:
    """A stored text with bytes that are no UTF-8, of which SQLite's own check knows nothing, counts as damage."""
    connection = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.OperationalError) as refused:
        connection.execute("select cast(x'7bff7d' as text)").fetchall()
    connection.close()
    assert examining.code_of(refused.value) == sqlite3.SQLITE_CORRUPT
    assert "is damaged" in explain(refused.value, "games.db").message
