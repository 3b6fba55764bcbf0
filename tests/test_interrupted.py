"""Long works that are broken off from outside: nothing half-done stays, and the exit code names what happened."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from running import ROOT, run
from store.finished import game, keep

from qot_quiz.store.opening import open_store

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")

ENDS = pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["INT", "TERM", "HUP"]
)
MANY = 60_000
PATIENCE_S = 60


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep so many finished games that to write them out takes a moment."""
    file = tmp_path_factory.mktemp("many") / "games.db"
    store = open_store(str(file))
    keep(store, *(game(f"{number:032x}", points=number) for number in range(MANY)))
    store.close()
    return file


@pytest.fixture
def full(ready: Path, many: Path) -> Path:
    """Give a home with many finished games."""
    shutil.copy(many, ready / "games.db")
    return ready


def _broken_off(number: int, begun: Callable[[], object], *words: str) -> tuple[int, str]:
    """Run a command, send it a signal once it has begun its work, and give its exit code and what it said."""
    command = [sys.executable, "-m", "qot_quiz", *words]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as child:
        limit = time.monotonic() + PATIENCE_S
        while not begun():
            assert child.poll() is None, "it was over before it could be broken off"
            assert time.monotonic() < limit
            time.sleep(0.001)
        child.send_signal(number)
        _, said = child.communicate(timeout=PATIENCE_S)
    return child.returncode, said


@ENDS
def test_an_export(full: Path, tmp_path: Path, number: int, code: int) -> None:
    """An export that is broken off leaves neither a file nor a part of one, and the next one is whole."""
    folder = tmp_path / "out"
    folder.mkdir()
    ended = _broken_off(number, lambda: [*folder.iterdir()], "scores", "export", str(folder / "games.csv"))
    assert ended == (code, "Interrupted.\n")
    assert [*folder.iterdir()] == []
    assert run("scores", "export", str(folder / "games.csv")).code == 0
    assert (folder / "games.csv").read_text(encoding="utf-8").count("\n") == MANY + 1


@ENDS
def test_an_import(full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: int) -> None:
    """An import that is broken off has taken in nothing, and the next one takes in everything."""
    file = tmp_path / "games.jsonl"
    assert run("scores", "export", str(file)).code == 0
    home = tmp_path / "other"
    monkeypatch.setenv("QOT_QUIZ_HOME", str(home))
    assert run("scores").code == 0
    ended = _broken_off(number, (home / "games.db-wal").exists, "scores", "import", str(file))
    assert ended == (code, "Interrupted.\n")
    assert run("scores", "--json").json_lines == {"games": []}
    assert f"{MANY}" in run("scores", "import", str(file)).out.replace(",", "")


@ENDS
def test_a_compile(home: Path, number: int, code: int) -> None:
    """A first compile that is broken off leaves no bank and no part of one, and the next start makes it."""
    cache = home / "cache"
    ended = _broken_off(
        number, lambda: cache.is_dir() and [*cache.iterdir()], "facts", "Seoul", "--pack", "./questions"
    )
    assert ended == (code, "Interrupted.\n")
    assert [one.name for one in cache.iterdir() if one.suffix != ".lock"] == []
    assert run("facts", "Seoul", "--pack", "./questions").code == 0


def test_a_reader_that_has_enough(full: Path) -> None:
    """An export into a pipe of which one line is read ends quietly with 141, as `head -1` would have it."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "qot_quiz", "scores", "export", "-"]
    with subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stdout.readline().startswith("rank,game_id,")
        child.stdout.close()
        assert (child.stderr.read(), child.wait(PATIENCE_S)) == ("", 141)
