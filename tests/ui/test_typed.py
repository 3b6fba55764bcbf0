"""The typed line, on real pseudo-terminals, read as a person would see it."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator

import pyte
import pytest
from pty_job import Job

PROGRAM = """
import os
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.leaving import Leaving
from qot_quiz.ui.typed import read_text
def paint():
    os.write(1, b"Who is she?\\r\\n")
code = 0
try:
    with Keys() as keys:
        paint()
        while True:
            got = read_text(keys, "name: ", {"escape": "leave", "?": "hint"}, ARGUMENTS)
            os.write(1, f"[{got!r}]\\r\\n".encode())
            AFTER
except Leaving as leaving:
    code = leaving.exit_code
os._exit(code)
"""
PLAIN = PROGRAM.replace("ARGUMENTS", "redraw=paint").replace("AFTER", "")


@pytest.fixture
def job() -> Iterator[Job]:
    """A program that asks for line after line and shows what it got."""
    with Job(PLAIN) as running:
        running.until("name:")
        yield running


def seen(job: Job, columns: int = 100, lines: int = 30) -> list[str]:
    """The lines on the screen that are not empty."""
    screen = pyte.Screen(columns, lines)
    pyte.ByteStream(screen).feed(job.output)
    return [line.strip() for line in screen.display if line.strip()]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Hae-in\r", "Hae-in"),
        ("홍해인\r".encode(), "홍해인"),
        (b"Hae in\r", "Hae in"),
        (b"Hxe\x1b[D\x1b[D\x7fH\r", "Hxe".replace("H", "H", 1)),
        (b"ac\x1b[Db\r", "abc"),
        (b"bc\x1b[Ha\x1b[Fd\r", "abcd"),
        (b"one two\x17three\r", "one three"),
        (b"xyz\x15abc\r", "abc"),
        (b"abc\x1b[D\x1b[3~\r", "ab"),
        (b"wrong\x1b", ""),
        (b"a\x1b[200~b\r\nc\x1b]0;t\x07d\x1b[201~e\r", "ab  c ]0;t de"),
        (b"a\0\xff\x1b[I\x1b[<0;1;1Mb\r", "ab"),
        (b"a?\r", "a?"),
        (b"x" * 300 + b"\r", "x" * 200),
        (b"\r", ""),
    ],
)
def test_lines(job: Job, data: bytes, text: str) -> None:
    """A line is edited as at a shell prompt, and pastes and junk do no harm to it."""
    job.type(data)
    if data.endswith(b"\x1b"):
        time.sleep(0.2)
        job.type(b"\r")
    job.until(f"[Typed(text={text!r})]")


@pytest.mark.parametrize(("data", "token"), [(b"?", "hint"), (b"\x1b", "leave"), (b"ab\x7f\x7f?", "hint")])
def test_commands_on_an_empty_line(job: Job, data: bytes, token: str) -> None:
    """On an empty line a key may be a command, and the line it was typed on is gone from the screen."""
    job.type(data)
    job.until(f"[Pressed(token={token!r})]")
    job.until("name:", job.output.index(b"[Pressed"))
    assert seen(job) == ["Who is she?", f"[Pressed(token={token!r})]", "name:"]


def test_drawn_as_typed(job: Job) -> None:
    """What is typed stands behind the prompt, Hangul two columns wide, and stays on the screen with its answer."""
    job.type("김a".encode())
    job.until("a")
    time.sleep(0.1)
    job.until("")
    job.type(b"\r")
    job.until("[Typed")
    assert [line.replace(" ", "") for line in seen(job)][:2] == ["Whoisshe?", "name:김a"]


def test_typed_ahead(job: Job) -> None:
    """Keys behind the Enter are neither lost nor taken by this line: they belong to the next one."""
    job.type(b"one\rtwo\r")
    job.until("[Typed(text='two')]")
    assert job.output.index(b"[Typed(text='one')]") < job.output.index(b"[Typed(text='two')]")


def test_keys_behind_the_line_can_be_drained() -> None:
    """Keys behind the Enter lie where `drain` finds them."""
    source = PROGRAM.replace("ARGUMENTS", "").replace("AFTER", "keys.drain(); os.write(1, b'DRAINED')")
    with Job(source) as job:
        job.until("name:")
        job.type(b"one\rtwo\r")
        job.until("DRAINED")
        job.type(b"three\r")
        job.until("[Typed(text='three')]")
        assert b"two" not in job.output


def test_no_history(job: Job) -> None:
    """Earlier answers do not come back with the arrow keys."""
    job.type(b"first\r")
    job.until("[Typed(text='first')]")
    job.type(b"\x1b[A\x1b[Ab\r")
    job.until("[Typed(text='b')]")


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
    for sequence in (b"\x1b[6n", b"\x1b[c", b"\x1b[?1049h", b"\x1b[?1000h", b"\x1b[?2004l", b"\x07"):
        assert sequence not in job.output


def test_time_over() -> None:
    """When the time is over the line is taken away, and what stood on it is given."""
    source = PROGRAM.replace("ARGUMENTS", "timeout=0.6").replace("AFTER", "")
    with Job(source) as job:
        job.until("name:")
        job.type(b"hal")
        job.until("[Expired(text='hal')]")
        assert seen(job)[:2] == ["Who is she?", "[Expired(text='hal')]"]


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


def test_no_colour() -> None:
    """Without colour the line is drawn in bold and plain only."""
    source = PROGRAM.replace("ARGUMENTS", "no_color=True").replace("AFTER", "")
    with Job(source) as job:
        job.until("name:")
        job.type(b"a\r")
        job.until("[Typed")
        assert b"38;5" not in job.output
        assert b"38;2" not in job.output


def test_questionary_waits() -> None:
    """The prompt's library is not loaded with the module, only when a line is asked for."""
    source = """
import os, sys
import qot_quiz.ui.typed
os._exit("questionary" in sys.modules or "prompt_toolkit" in sys.modules or "asyncio" in sys.modules)
"""
    with Job(source) as job:
        assert job.ended() == 0
