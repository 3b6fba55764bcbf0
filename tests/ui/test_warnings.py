"""Warnings that come up while a game is drawn: they stay on the screen, whatever is drawn after them."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from pty_job import Job
from terminal_game import shows

from qot_quiz import voice

PROGRAM = """
import sys
from qot_quiz import play
from qot_quiz.cli import sitting
play.STEP_S = sitting.LAST_S = {wait_s}
sys.argv = ["qot-quiz", "play", "--kind", "choice", "--seed", "7", "--up-to", "16", "-n", "2", "--player", "Min"]
from qot_quiz.__main__ import main
main()
"""

WARNING = "is held by another process. The game goes on, but for now it is not kept."


def test_what_is_not_kept_is_seen(ready: Path) -> None:
    """That a step is not kept stands above its verdict, that it is kept again above the next, and a loss at the end."""
    with Job(PROGRAM.format(wait_s=0.1)) as job:
        shows(job, "Question 1 of 2", "leave")
        with closing(sqlite3.connect(ready / "games.db", isolation_level=None)) as other:
            other.execute("begin immediate")
            job.type(b"s")
            _, warned, shown = " ".join(shows(job, "Enter next")).partition(WARNING)
            assert warned
            assert "– Passed" in shown
            other.execute("rollback")
            job.type(b"\r")
            _, warned, shown = " ".join(shows(job, "Question 2 of 2", "leave")).partition(WARNING)
            assert warned
            assert "All of the game is kept again. Question 2" in shown
            other.execute("begin immediate")
            job.type(b"s")
            shows(job, "Enter result")
            job.type(b"\r")
            shows(job, "The game waits to be kept; Ctrl-C ends the wait.", "0 of 2 right")
            job.type(b"q")
            assert job.ended() == 1
            assert shows(job, "What was missed")[-1] == "What was played after the warning is not kept."
            other.execute("rollback")


def test_the_end_is_tried_once_more_after_it_was_looked_at(ready: Path) -> None:
    """A game that is let in while its end is on the screen is kept, and says so when the screen is left."""
    with Job(PROGRAM.format(wait_s=0.1)) as job:
        shows(job, "Question 1 of 2", "leave")
        with closing(sqlite3.connect(ready / "games.db", isolation_level=None)) as other:
            other.execute("begin immediate")
            for key, text in (
                (b"s", "Enter next"),
                (b"\r", "Question 2 of 2"),
                (b"s", "Enter result"),
                (b"\r", "done"),
            ):
                job.type(key)
                shows(job, text)
            other.execute("rollback")
            job.type(b"q")
            assert job.ended() == 0
            assert shows(job, "What was missed")[-1] == "All of the game is kept again."
            assert other.execute("select right, asked from results").fetchall() == [(0, 2)]


def test_ctrl_c_ends_a_wait_that_is_drawn(ready: Path) -> None:
    """Whoever does not want to wait for a step to be kept leaves with Ctrl-C at once, and learns what is lost."""
    with Job(PROGRAM.format(wait_s=600)) as job:
        shows(job, "Question 1 of 2", "leave")
        with closing(sqlite3.connect(ready / "games.db", isolation_level=None)) as other:
            other.execute("begin immediate")
            job.type(b"s")
            time.sleep(1)  # nothing tells that it waits, and Ctrl-C throws away what was not read yet
            job.type(b"\x03")
            assert job.ended() == 130
            lost = "The game is kept but for your last answer: qot-quiz resume goes on with it."
            assert " ".join(shows(job, "but for"))[-len(lost) :] == lost
            other.execute("rollback")


def test_what_is_said_elsewhere_is_said_on_both(capsys: pytest.CaptureFixture[str]) -> None:
    """A screen that is drawn shows what is said beside it, and so does a standard error that leads to a file."""
    drawn: list[str] = []
    with voice.through(drawn.append):
        voice.talk("One.")
    voice.talk("Two.")
    assert (drawn, capsys.readouterr().err) == (["One."], "One.\nTwo.\n")
