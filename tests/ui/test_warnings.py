"""Warnings that come up while a game is drawn: they stay on the screen, whatever is drawn after them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pty_job import Job
from terminal_game import shows

from qot_quiz import voice

PROGRAM = """
import sys
from qot_quiz.cli import sitting
from qot_quiz.store import journal
journal.STEP_S = sitting.LAST_S = 0.1
sys.argv = ["qot-quiz", "play", "--kind", "choice", "--seed", "7", "--up-to", "16", "-n", "2", "--player", "Min"]
from qot_quiz.__main__ import main
main()
"""

WARNING = "is held by another process. The game goes on, but for now it is not kept."


def test_what_is_not_kept_is_seen(ready: Path) -> None:
    """That a step is not kept stands above its verdict, that it is kept again above the next, and a loss at the end."""
    with Job(PROGRAM) as job:
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


def test_what_is_said_elsewhere_is_said_on_both(capsys: pytest.CaptureFixture[str]) -> None:
    """A screen that is drawn shows what is said beside it, and so does a standard error that leads to a file."""
    drawn: list[str] = []
    with voice.through(drawn.append):
        voice.talk("One.")
    voice.talk("Two.")
    assert (drawn, capsys.readouterr().err) == (["One."], "One.\nTwo.\n")
