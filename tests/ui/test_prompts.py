"""What a player is asked about the player, with real key bytes on a pseudo-terminal."""

from __future__ import annotations

import signal
import time

import pytest
from pty_job import Job

from qot_quiz.ui.keybytes import ESCAPE_WAIT

PROGRAM = """
import os
from qot_quiz.ui.leaving import Leaving
from qot_quiz.ui.prompts import fellow, name, watched
def sound(text):
    return len(text) < 10 or "That is too long."
code = 0
try:
    os.write(1, f"[{ASKED!r}]".encode())
except Leaving as leaving:
    code = leaving.exit_code
os._exit(code)
"""
EPISODES = "watched('Queen of Tears', 16, 4)"


def asked(call: str, until: str, columns: int = 100) -> Job:
    """Start a program that asks something and wait until it stands there."""
    job = Job(PROGRAM.replace("ASKED", call), columns)
    job.until(until)
    return job


def ended(job: Job, keys: str, code: int = 0) -> str:
    """Press keys, wait for the end, and give what was answered; the terminal must be as it was found."""
    job.type(keys.encode())
    assert job.ended() == code
    assert job.left_as_found()
    return job.output.decode().rpartition("[")[2].partition("]")[0] if not code else ""


@pytest.mark.parametrize(
    ("call", "keys", "answer"),
    [
        ("name(sound)", "해인\r", "'해인'"),
        ("name(sound)", "  Ann \r", "'Ann'"),
        (EPISODES, "\r", "4"),
        (EPISODES, "16\r", "16"),
        (EPISODES, " All\r", "16"),
        ("fellow(3, True, sound)", "\r", "''"),
        ("fellow(1, False, sound)", "Ben\r", "'Ben'"),
    ],
)
def test_answers(call: str, keys: str, answer: str) -> None:
    """A line is typed and taken without the spaces around it; Enter alone means what stands in the question."""
    with asked(call, "?") as job:
        assert ended(job, keys) == answer


@pytest.mark.parametrize(
    ("call", "keys", "why"), [("name(sound)", "much too long", "too long"), (EPISODES, "17", "A number from 0")]
)
def test_what_will_not_do(call: str, keys: str, why: str) -> None:
    """A line that will not do stays to be mended, with the reason below it."""
    with asked(call, "?") as job:
        job.type(f"{keys}\r".encode())
        job.until(why)
        assert ended(job, "\x15" + "3\r") in ("'3'", "3")


def test_escape() -> None:
    """Escape empties the line; on an empty one it leaves, which is no failure."""
    with asked("name(sound)", "Your name?") as job:
        job.type(b"An")
        job.until("An")
        job.type(b"\x1b")
        time.sleep(2 * ESCAPE_WAIT)  # with a letter right behind it, it would be the Alt key
        job.type(b"Bo\r")
        assert job.ended() == 0
        assert b"['Bo']" in job.output
    with asked("name(sound)", "Your name?") as job:
        ended(job, "\x1b")
        assert b"[" not in job.output.rpartition(b"Your name?")[2].replace(b"\x1b[", b"")


@pytest.mark.parametrize("call", ["name(sound)", EPISODES, "fellow(1, False, sound)"])
def test_q_leaves(call: str) -> None:
    """`q` alone is no name: it leaves, as the question tells, and that is no failure."""
    with asked(call, "q leaves)") as job:
        ended(job, "q\r")
        assert b"['q']" not in job.output


@pytest.mark.parametrize("key", ["\x03", "\x04"])
@pytest.mark.parametrize("call", ["name(sound)", EPISODES, "fellow(1, False, sound)"])
def test_leaving(call: str, key: str) -> None:
    """Ctrl-C and Ctrl-D leave with 130, whatever stands on the line."""
    with asked(call, "?") as job:
        ended(job, "x" + key, 130)


def test_pause() -> None:
    """While stopped the terminal is as it was found; going on shows the question and what was typed."""
    with asked("name(sound)", "Your name?") as job:
        job.type(b"An")
        job.until("An", job.output.index(b"Your name?"))
        job.type(b"\x1a")
        assert job.stopped() == signal.SIGTSTP
        assert job.left_as_found()
        since = len(job.output)
        job.signal(signal.SIGCONT)
        job.until("Your name?", since)
        assert ended(job, "n\r") == "'Ann'"


def test_a_narrow_window() -> None:
    """A question is broken at its words, and no line of it is wider than the window."""
    with asked(EPISODES, "leaves)", columns=40) as job:
        shown = job.output.decode().partition("[")[0]
        assert "Episodes of Queen of Tears you" in job.output.decode()
        assert max(map(len, shown.splitlines()), default=0) <= 40
        assert ended(job, "3\r") == "3"
