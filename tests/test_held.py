"""A file of games that another process holds for longer than a game waits: nothing is lost, or it is said and told."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from running import ROOT, run

PLAY = ("play", "--plain", "--seed", "7", "--up-to", "16", "-n", "3")
IMPATIENT = """
import sys
from qot_quiz import play
from qot_quiz.cli import sitting
play.STEP_S, sitting.LAST_S = float(sys.argv.pop(1)), float(sys.argv.pop(1))
from qot_quiz.__main__ import main
main()
"""
"""Runs the program with other times to wait: those of a step and of the end, in seconds."""

WARNING = "is held by another process. The game goes on, but for now it is not kept."
KEPT_AGAIN = "All of the game is kept again."
WAITS = "The game waits to be kept; Ctrl-C ends the wait."
NOT_KEPT = "What was played after the warning is not kept."
KEPT_BUT_LAST = "The game is kept but for your last answer: qot-quiz resume goes on with it."
HANGS_S = 60


@contextmanager
def _playing(step_s: float, last_s: float) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", IMPATIENT, str(step_s), str(last_s), *PLAY]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True, bufsize=1) as child:
        try:
            yield child
        finally:
            child.kill()


def _until(child: subprocess.Popen[str], word: str, *, told: bool = False) -> None:
    """Read what it writes, or what it tells beside that, up to a line with a word in it."""
    stream = child.stderr if told else child.stdout
    assert stream is not None
    while word not in (line := stream.readline()):
        assert line, f"it ended before {word!r}"


def _passes(child: subprocess.Popen[str]) -> None:
    assert child.stdin is not None
    child.stdin.write("s\n")


def _passes_all(child: subprocess.Popen[str]) -> None:
    """Pass every question, and let the end wait."""
    for number in (2, 3):
        _passes(child)
        _until(child, f"Question {number}")
    _passes(child)
    _passes(child)  # which the last verdict waits for
    _until(child, WAITS, told=True)


@contextmanager
def _held(home: Path) -> Iterator[None]:
    """Hold the file of games as a program does that writes for long."""
    with closing(sqlite3.connect(home / "games.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        yield
        other.execute("rollback")


def _kept(home: Path) -> list[tuple[int, str]]:
    """Tell the numbered moves of the only game, and what they came to."""
    with closing(sqlite3.connect(home / "games.db")) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        return connection.execute("select n, what from moves order by game, n").fetchall()


WHOLE = [(1, "judged"), (2, None), (3, "judged"), (4, None), (5, "judged"), (6, "ended")]


def test_it_is_kept_with_the_next_step(ready: Path) -> None:
    """A game that is let in again is kept whole with its next step, in its order, and says so."""
    with _playing(0.1, 0) as child:
        _until(child, "Question 1")
        with _held(ready):
            _passes(child)
            _until(child, "Question 2")
        _passes(child)
        out, err = child.communicate("s\n", timeout=HANGS_S)
        assert (child.returncode, out.count("0 of 3 right.")) == (0, 1)
    assert [line.removeprefix(f"{ready / 'games.db'} ") for line in err.splitlines()] == [WARNING, KEPT_AGAIN]
    assert _kept(ready) == WHOLE
    assert len(run("scores", "--json").json_lines["games"]) == 1


def test_it_is_kept_at_the_end(ready: Path) -> None:
    """A game during all of which another process writes waits at its end, and is kept then."""
    with _playing(0.1, HANGS_S) as child:
        _until(child, "Question 1")
        with _held(ready):
            _passes_all(child)
        out, err = child.communicate(timeout=HANGS_S)
        assert (child.returncode, out.count("0 of 3 right.")) == (0, 1)
    assert err.splitlines() == [KEPT_AGAIN]
    assert _kept(ready) == WHOLE
    assert len(run("scores", "--json").json_lines["games"]) == 1


def test_what_is_not_kept_is_said_and_told(ready: Path) -> None:
    """A game that is never let in again is played to its end, says at last what is lost, and exits with 1."""
    with _playing(0.1, 0.1) as child:
        _until(child, "Question 1")
        _passes(child)
        _until(child, "Question 2")
        with _held(ready):
            out, err = child.communicate("s\ns\n", timeout=HANGS_S)
        assert (child.returncode, out.count("0 of 3 right.")) == (1, 1)
    assert [line.removeprefix(f"{ready / 'games.db'} ") for line in err.splitlines()] == [WARNING, WAITS, NOT_KEPT]
    assert _kept(ready) == WHOLE[:2]
    assert run("scores", "--json").json_lines == {"games": []}
    resumed = run("resume", "--answers", "-", typed="s\ns\n")
    assert resumed.code == 0, resumed
    assert _kept(ready) == WHOLE


def test_json_of_a_game_that_is_not_kept(ready: Path) -> None:
    """The object of a finished game is printed all the same, and the exit code tells that it is not kept."""
    answers = ready / "answers.txt"
    answers.write_text("s\n" * 3)
    assert run("scores").code == 0
    command = [sys.executable, "-c", IMPATIENT, "0.1", "0.1", *PLAY, "--json", "--answers", str(answers)]
    with _held(ready):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=HANGS_S)
    assert (done.returncode, json.loads(done.stdout)["asked"]) == (1, 3)
    assert done.stderr.splitlines()[1:] == [WAITS, NOT_KEPT]


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize("when", ["at a step", "at the end"])
def test_the_wait_ends_when_asked(ready: Path, when: str) -> None:
    """Whoever does not want to wait leaves with Ctrl-C, and learns what is kept."""
    with _playing(HANGS_S * 10 if when == "at a step" else 0, HANGS_S * 10) as child:
        _until(child, "Question 1")
        with _held(ready):
            if when == "at a step":
                _passes(child)
            else:
                _passes_all(child)
            with pytest.raises(subprocess.TimeoutExpired):
                child.wait(0.5)
            child.send_signal(signal.SIGINT)
            _, err = child.communicate(timeout=HANGS_S)
    assert child.returncode == 130
    assert err.splitlines()[-1] == (KEPT_BUT_LAST if when == "at a step" else NOT_KEPT)
    assert _kept(ready) == []
