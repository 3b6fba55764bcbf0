"""The ways out of a game and back into it, on real pseudo-terminals."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from pty_job import KEY_ECHO, KEY_READER, Job


@pytest.fixture
def job() -> Iterator[Job]:
    """Run a program that names each key it reads."""
    with Job(KEY_ECHO) as running:
        running.until("READY")
        yield running


@pytest.mark.parametrize("key", [b"\x03", b"\x04"])
def test_leaving_keys(job: Job, key: bytes) -> None:
    """Ctrl-C and Ctrl-D leave with 130 and the terminal as it was found."""
    assert job.modes() != job.found
    job.type(key)
    assert job.ended() == 130
    assert job.left_as_found()


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGQUIT, -signal.SIGQUIT)],
)
def test_signals(job: Job, number: int, code: int) -> None:
    """Each signal that ends a program ends it with its own code and the terminal as it was found."""
    job.signal(number)
    assert job.ended() == code
    assert job.left_as_found()


def test_quit_key_when_stuck() -> None:
    """Ctrl-backslash ends a program that asks for no key any more, and the terminal is as it was found."""
    with Job(KEY_READER.replace("BODY", "pass")) as job:
        job.until("READY")
        job.type(b"\x1c")
        assert job.ended() == -signal.SIGQUIT
        assert job.left_as_found()


def test_pause(job: Job) -> None:
    """Ctrl-Z stops with the terminal as it was found; going on takes it again and asks once to draw."""
    job.type(b"\x1a")
    assert job.stopped() == signal.SIGTSTP
    job.until("\x1b[?2004l")
    assert job.left_as_found()
    start = len(job.output)
    job.signal(signal.SIGCONT)
    job.until("<continue>", start)
    assert job.modes() != job.found
    job.type(b"a")
    job.until("<a>", start)
    assert job.output[start:].decode().endswith("<continue><a>")
    job.type(b"\x03")
    assert job.ended() == 130
    assert job.left_as_found()


def test_stopped_by_force(job: Job) -> None:
    """After SIGSTOP, which no program can see, going on takes the terminal and draws again, too."""
    job.signal(signal.SIGSTOP)
    assert job.stopped() == signal.SIGSTOP
    job.signal(signal.SIGCONT)
    job.until("<continue>")


def test_told_to_end_when_stopped(job: Job) -> None:
    """A paused game that is told to end by a shell goes on only to end, without a hand on the shell's terminal."""
    job.type(b"\x1a")
    job.stopped()
    job.to_background()
    job.signal(signal.SIGTERM)
    job.signal(signal.SIGCONT)
    assert job.ended() == 143
    assert b"<continue>" not in job.output
    assert job.left_as_found()


def test_late_signal() -> None:
    """A signal that came after the last key was read is not lost when the game is left."""
    source = """
import os, signal
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.leaving import Leaving
try:
    with Keys() as keys:
        signal.raise_signal(signal.SIGTERM)
except Leaving as leaving:
    os._exit(leaving.exit_code)
"""
    with Job(source) as job:
        assert job.ended() == 143
        assert job.left_as_found()


def test_ignored_signals_stay_ignored() -> None:
    """Under nohup the game outlives SIGHUP."""
    source = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n" + KEY_ECHO
    with Job(source) as job:
        job.until("READY")
        job.signal(signal.SIGHUP)
        job.type(b"a")
        job.until("<a>")


def test_errors_and_handlers() -> None:
    """An error passes through, with the terminal as it was found and the earlier signal handlers back."""
    source = """
import os, signal
from qot_quiz.ui.keys import Keys
names = ["SIGINT", "SIGTERM", "SIGHUP", "SIGTSTP", "SIGCONT", "SIGWINCH", "SIGQUIT"]
numbers = [getattr(signal, name) for name in names]
before = [signal.getsignal(number) for number in numbers]
try:
    with Keys() as keys:
        during = [signal.getsignal(number) for number in numbers]
        raise ZeroDivisionError
except ZeroDivisionError:
    after = [signal.getsignal(number) for number in numbers]
    wakeup = signal.set_wakeup_fd(-1)
    os._exit(7 if after == before and not any(a is b for a, b in zip(before, during)) and wakeup == -1 else 8)
"""
    with Job(source) as job:
        assert job.ended() == 7
        assert job.left_as_found()
