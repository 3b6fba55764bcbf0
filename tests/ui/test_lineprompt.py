"""The typed line when the terminal or the system has something to say."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from pty_job import LINE_ECHO, Job


@pytest.fixture
def job() -> Iterator[Job]:
    """Run a program that asks for line after line and shows what it got."""
    with Job(LINE_ECHO) as running:
        running.until("name:")
        yield running


@pytest.mark.parametrize("key", [b"\x03", b"\x04", b"half\x03", b"half\x04"])
def test_leaving_keys(job: Job, key: bytes) -> None:
    """Ctrl-C and Ctrl-D leave, whatever stands on the line, with the terminal as it was found."""
    job.type(key)
    assert job.ended() == 130
    assert job.modes() == job.found
    assert job.output.rfind(b"\x1b[?2004h") < job.output.rfind(b"\x1b[?2004l")
    assert job.output.rfind(b"\x1b[?25l") < job.output.rfind(b"\x1b[?25h")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_signals(job: Job, number: int, code: int) -> None:
    """Signals leave with their own codes and the terminal as it was found."""
    job.signal(number)
    assert job.ended() == code
    assert job.modes() == job.found


def test_hang_up(job: Job) -> None:
    """A terminal that goes away in the middle of a line ends the game as a hang-up."""
    job.type(b"half")
    job.hang_up()
    assert job.ended() == 129


def test_pause(job: Job) -> None:
    """Ctrl-Z stops with the terminal as it was found; going on draws the question and the line, and keeps the line."""
    job.type(b"half")
    job.until("f")
    job.type(b"\x1a")
    assert job.stopped() == signal.SIGTSTP
    job.until("\x1b[?2004l")
    assert job.modes() == job.found
    start = len(job.output)
    job.signal(signal.SIGCONT)
    job.until("Who is she?", start)
    job.until("half", start)
    job.type(b" way\r")
    job.until("[Typed(text='half way')]")


def test_resize(job: Job) -> None:
    """A new size draws question and line again, even after the smallest, and keeps the line."""
    job.type(b"half")
    job.until("f")
    for columns, lines in ((1, 1), (60, 20)):
        start = len(job.output)
        job.resize(columns, lines)
        job.until("Who is she?", start)
    job.until("half", start)
    job.type(b" way\r")
    job.until("[Typed(text='half way')]")


def test_nothing_is_asked_of_the_terminal(job: Job) -> None:
    """No query, no other screen and no bell go to the terminal, and pastes stay marked after the line."""
    job.type(b"a\r")
    job.until("[Typed")
    job.until("name:", job.output.index(b"[Typed"))
    for sequence in (b"\x1b[6n", b"\x1b[c", b"\x1b[?1049h", b"\x1b[?1000h", b"\x1b[?2004l", b"\x1b[?12", b"\x07"):
        assert sequence not in job.output


def test_idle_costs_nothing() -> None:
    """A line that waits looks at nothing from time to time: only its own end wakes it."""
    source = """
import os, resource
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.typed import read_text
def woken():
    return resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
def wait(seconds):
    before, waits = woken(), [seconds]
    read_text(keys, "name: ", {}, tick=lambda further: waits.pop() if waits else None)
    return woken() - before
with Keys() as keys:
    wait(0.1)
    os._exit(wait(1.7) - wait(0.1))
"""
    with Job(source) as job:
        assert job.ended() in (0, 1, 255)


def test_signal_handlers_stay() -> None:
    """The prompt leaves the signals and the wake-up descriptor to their owner."""
    source = """
import os, signal
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.typed import read_text
numbers = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP, signal.SIGWINCH]
def state():
    wakeup = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(wakeup, warn_on_full_buffer=False)
    return [signal.getsignal(number) for number in numbers], wakeup
seen = []
with Keys() as keys:
    before = state()
    read_text(keys, "name: ", {}, redraw=lambda: seen.append(state()))
    after = state()
os._exit(7 if seen and seen[0] == before == after else 8)
"""
    with Job(source) as job:
        job.until("name:")
        start = len(job.output)
        job.resize(50, 20)
        job.until("name:", start)
        job.type(b"\r")
        assert job.ended() == 7


def test_an_error_passes_through() -> None:
    """An error while the line waits is neither swallowed nor printed, and the terminal is as it was found."""
    source = """
import os
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.typed import read_text
def redraw():
    raise ZeroDivisionError
try:
    with Keys() as keys:
        read_text(keys, "name: ", {}, redraw=redraw)
except ZeroDivisionError:
    os._exit(7)
"""
    with Job(source) as job:
        job.until("name:")
        job.resize(50, 20)
        assert job.ended() == 7
        assert job.modes() == job.found
        assert b"ZeroDivisionError" not in job.output
