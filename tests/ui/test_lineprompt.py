"""The typed line when the terminal or the system has something to say."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator

import pytest
from pty_job import LINE_ECHO, LINE_READER, Job
from terminal_game import lines, shows
from test_small_windows import take_up


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


@pytest.mark.parametrize("below", ["None", "lambda text: 'above\\nthe end'"])
@pytest.mark.parametrize("stop", [b"\x1a", b""])
def test_what_a_shell_writes_stands_below(below: str, stop: bytes) -> None:
    """Before a stop the cursor goes below the line and all that stands under it, however the stop came about."""
    with Job(LINE_READER.replace("ARGUMENTS", f"redraw=paint, below={below}").replace("AFTER", "")) as job:
        job.until("name:")
        job.type(b"half")
        job.until("f")
        take_up(job, 0.1)
        job.type(stop) if stop else job.signal(signal.SIGTSTP)
        assert job.stopped() == signal.SIGTSTP
        job.until("\x1b[?2004l")
        job.output += b"Stopped\r\n"
        under = [] if below == "None" else ["above", "the end"]
        assert lines(job) == ["Who is she?", "name: half", *under, "Stopped"]
        job.signal(signal.SIGCONT)
        assert shows(job, "name: half", *under) is not None
        job.type(b" way\r")
        job.until("[Typed(text='half way')]")


REFUSED = "refused=waiting.pop() if waiting else '', sound=lambda text: text != 'no' or 'Not no.'"


@pytest.mark.parametrize("typed", [b"", b"no\r"])
@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (b"yes\r", "yes"),
        (b"\x1b[200~yes\x1b[201~\r", "yes"),
        (b"\x7fine\r", "nine"),
        (b"\x1b[Dew\r", "newo"),
        (b"\x1b[Fw\r", "now"),
        (b"\x17well\r", "well"),
        (b"\r\rwell\r", "well"),
    ],
)
def test_a_refused_text(typed: bytes, keys: bytes, text: str) -> None:
    """What would not do stays, selected: the first character takes its place, any other key edits it."""
    source = LINE_READER.replace("ARGUMENTS", REFUSED).replace("AFTER", "")
    with Job(source.replace("code = 0", f"waiting, code = [{'' if typed else repr('no')}], 0")) as job:
        job.until("name:")
        job.type(typed)
        job.until("\x1b[0;7mno")
        job.type(keys)
        job.until(f"[Typed(text={text!r})]")


def test_commands_on_a_refused_text() -> None:
    """A character that commands on an empty line commands in the place of a refused text, too; Escape only clears."""
    source = LINE_READER.replace("ARGUMENTS", REFUSED).replace("AFTER", "")
    with Job(source.replace("code = 0", "waiting, code = ['', 'no', 'no'], 0")) as job:
        job.until("\x1b[0;7mno")
        job.type(b"\x1b")
        time.sleep(0.2)
        job.type(b"yes\r")
        job.until("[Typed(text='yes')]")
        job.until("\x1b[0;7mno", job.output.index(b"[Typed"))
        job.type(b"?")
        job.until("[Pressed(token='hint')]")


def test_resize(job: Job) -> None:
    """A new size draws question and line again, even after the smallest, and keeps the line."""
    job.type(b"half")
    job.until("f")
    for columns, rows in ((1, 1), (60, 20)):
        start = len(job.output)
        job.resize(columns, rows)
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
