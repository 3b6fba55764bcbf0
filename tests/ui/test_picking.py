"""A menu, with real key bytes on a pseudo-terminal."""

from __future__ import annotations

import signal

import pytest
from pty_job import Job
from terminal_game import lines, shows

from qot_quiz.ui.picking import moved

PROGRAM = """
import os
from qot_quiz.ui.leaving import Leaving
from qot_quiz.ui.prompts import pick
code = 0
try:
    picked = pick("What next?", {str(n): f"Thing {n}" for n in range(1, 1 + COUNT)}, AWAY, USUAL)
    os.write(1, f"PICKED {picked} END".encode())
except Leaving as leaving:
    code = leaving.exit_code
    os.write(1, b"NOTHING END")
os._exit(code)
"""
DOWN, UP, HOME, END = "\x1b[B", "\x1b[A", "\x1b[H", "\x1b[F"


def menu(count: int = 4, away: str | None = None, usual: str | None = None, lines: int = 30) -> Job:
    """Start a menu of so many things and wait until it asks."""
    program = PROGRAM.replace("COUNT", str(count)).replace("AWAY", repr(away)).replace("USUAL", repr(usual))
    job = Job(program, lines=lines)
    job.until("choose")
    return job


def picked(job: Job, keys: str, code: int = 0) -> str:
    """Press keys, wait for the end, and give what was picked; the terminal must be as it was found."""
    job.type(keys.encode())
    job.until(" END")
    assert job.ended() == code
    assert job.left_as_found()
    return job.output.decode().rpartition("PICKED ")[2].partition(" END")[0]


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ("3", "3"),
        ("\r", "1"),
        (" ", "1"),
        (DOWN + "\r", "2"),
        (UP + "\r", "4"),
        (DOWN * 5 + "\r", "2"),
        (END + "\r", "4"),
        (END + HOME + "\r", "1"),
        ("x950" + "\t2", "2"),
    ],
)
def test_keys(keys: str, name: str) -> None:
    """A number picks at once, Enter what is under the cursor; keys that mean nothing do nothing."""
    with menu() as job:
        assert picked(job, keys) == name
        assert lines(job)[:2] == ["What next?", f"› Thing {name}"]
        assert not any("choose" in line for line in lines(job))


@pytest.mark.parametrize("key", ["q", "\x1b"])
def test_away(key: str) -> None:
    """`q` and Escape pick the way out where there is one, and pick nothing elsewhere; neither is a failure."""
    with menu(away="4") as job:
        assert picked(job, key) == "4"
    with menu() as job:
        picked(job, key)
        assert b"NOTHING" in job.output


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_leaving(key: str) -> None:
    """Ctrl-C and Ctrl-D leave with 130, whatever the way out is, and pick nothing."""
    with menu(away="4") as job:
        picked(job, key, 130)
        assert b"NOTHING" in job.output


def test_the_usual_one() -> None:
    """The cursor begins at what is usual."""
    with menu(usual="3") as job:
        assert "› 3 Thing 3" in shows(job, "Thing 4")
        assert picked(job, "\r") == "3"


def test_the_tenth() -> None:
    """What has no number is reached by the arrows."""
    with menu(11) as job:
        shows(job, "1-9 or", "Thing 11")
        assert picked(job, END + UP + "\r") == "10"


@pytest.mark.parametrize("pause", [False, True])
def test_drawn_anew(pause: bool) -> None:
    """After a pause, the terminal meanwhile as it was found, or a change of the window, the cursor is where it was."""
    with menu() as job:
        job.type(DOWN.encode())
        shows(job, "› 2 Thing 2")
        since = len(job.output)
        if pause:
            job.type(b"\x1a")
            assert job.stopped() == signal.SIGTSTP
            assert job.left_as_found()
            job.signal(signal.SIGCONT)
        else:
            job.resize(60, 20)
        job.until("What next?", since)
        job.until("choose", since)
        assert picked(job, "\r") == "2"


def test_taller_than_the_window() -> None:
    """The line under the cursor is on the screen in a window that cannot hold them all."""
    with menu(20, lines=8) as job:
        for place, keys in ((20, UP), (10, UP * 10)):
            job.type(keys.encode())
            cursor = ""
            while not cursor.endswith(f"Thing {place}"):
                job.until("choose", len(job.output))  # the end of what is drawn at once
                cursor = next((line for line in lines(job, rows=8) if line.startswith("›")), "")
        assert picked(job, "\r") == "10"


@pytest.mark.parametrize(
    ("at", "key", "to"),
    [(0, "up", 2), (2, "down", 0), (1, "up", 0), (1, "home", 0), (1, "end", 2), (1, "tab", 1), (1, "left", 1)],
)
def test_moved(at: int, key: str, to: int) -> None:
    """The cursor goes round at either end."""
    assert moved(at, key, 3) == to
