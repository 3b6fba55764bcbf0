"""The owner of the terminal and of the signals, on real pseudo-terminals."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from pty_job import Job

PROGRAM = """
import os
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.leaving import Leaving
code = 0
try:
    with Keys() as keys:
        os.write(1, b"READY")
        while True:
            BODY
except Leaving as leaving:
    code = leaving.exit_code
os._exit(code)
"""

ECHO = PROGRAM.replace("BODY", """os.write(1, f"<{keys.read()}>".encode())""")

MARKED = b"\x1b[?2004h"
UNMARKED = b"\x1b[?2004l"
CURSOR_SHOWN = b"\x1b[?25h"


@pytest.fixture
def job() -> Iterator[Job]:
    """A program that names each key it reads."""
    with Job(ECHO) as running:
        running.until("READY")
        yield running


def left_as_found(job: Job) -> bool:
    """Whether the terminal's settings and modes are those of the start."""
    marked = job.output.rfind(MARKED) < job.output.rfind(UNMARKED)
    hidden = job.output.rfind(b"\x1b[?25l") > job.output.rfind(CURSOR_SHOWN)
    return job.modes() == job.found and marked and not hidden


@pytest.mark.parametrize(
    ("data", "drawn"),
    [
        (b"a", "<a>"),
        (b"\r", "<enter>"),
        (b" ", "<space>"),
        (b"\t", "<tab>"),
        (b"\x7f", "<backspace>"),
        (b"\x1b[A\x1bOB", "<up><down>"),
        (b"\x1b[3~", "<delete>"),
        ("두".encode(), "<두>"),
        (b"\x13\x11q", "<q>"),
        (b"\0\xff\xfe\x1b[I\x1b[<0;1;1M\x01?", "<?>"),
        (b"\x1b[200~1\r\x1b[A\x1b[201~2", "<2>"),
    ],
)
def test_keys(job: Job, data: bytes, drawn: str) -> None:
    """Keys come by name and unseen; editing keys, pastes and junk are no keys of a game."""
    start = len(job.output)
    job.type(data)
    job.until(drawn, start)
    assert job.output[start:].decode() == drawn


def test_split_syllable(job: Job) -> None:
    """A Hangul syllable counts once its last byte is there."""
    for byte in "홍".encode():
        job.type(bytes((byte,)))
        time.sleep(0.08)
    job.until("READY<홍>")


def test_split_arrow(job: Job) -> None:
    """An arrow key that comes in two pieces is still an arrow key."""
    job.type(b"\x1b[")
    time.sleep(0.15)
    job.type(b"A")
    job.until("READY<up>")


def test_lone_escape(job: Job) -> None:
    """A lone ESC is the Escape key without another key behind it."""
    job.type(b"\x1b")
    job.until("<escape>")


def test_resize(job: Job) -> None:
    """A new size of the window is told, so that the screen is drawn again."""
    job.resize(40, 10)
    job.until("<resize>")


@pytest.mark.parametrize("key", [b"\x03", b"\x04"])
def test_leaving_keys(job: Job, key: bytes) -> None:
    """Ctrl-C and Ctrl-D leave with 130 and the terminal as it was found."""
    assert job.modes() != job.found
    job.type(key)
    assert job.ended() == 130
    assert left_as_found(job)


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGQUIT, -signal.SIGQUIT)],
)
def test_signals(job: Job, number: int, code: int) -> None:
    """Each signal that ends a program ends it with its own code and the terminal as it was found."""
    job.signal(number)
    assert job.ended() == code
    assert left_as_found(job)


def test_quit_key_when_stuck() -> None:
    """Ctrl-backslash ends a program that asks for no key any more, and the terminal is as it was found."""
    with Job(PROGRAM.replace("BODY", "pass")) as job:
        job.until("READY")
        job.type(b"\x1c")
        assert job.ended() == -signal.SIGQUIT
        assert left_as_found(job)


def test_pause(job: Job) -> None:
    """Ctrl-Z stops with the terminal as it was found; going on takes it again and asks once to draw."""
    job.type(b"\x1a")
    assert job.stopped() == signal.SIGTSTP
    job.until(UNMARKED.decode())
    assert left_as_found(job)
    start = len(job.output)
    job.signal(signal.SIGCONT)
    job.until("<continue>", start)
    assert job.modes() != job.found
    job.type(b"a")
    job.until("<a>", start)
    assert job.output[start:].decode().endswith("<continue><a>")
    job.type(b"\x03")
    assert job.ended() == 130
    assert left_as_found(job)


def test_stopped_by_force(job: Job) -> None:
    """After SIGSTOP, which no program can see, going on takes the terminal and draws again, too."""
    job.signal(signal.SIGSTOP)
    assert job.stopped() == signal.SIGSTOP
    job.signal(signal.SIGCONT)
    job.until("<continue>")


def test_told_to_end_when_stopped(job: Job) -> None:
    """A paused game that is told to end goes on only to end."""
    job.type(b"\x1a")
    job.stopped()
    job.signal(signal.SIGTERM)
    job.signal(signal.SIGCONT)
    assert job.ended() == 143
    assert b"<continue>" not in job.output
    assert left_as_found(job)


def test_hang_up(job: Job) -> None:
    """A terminal that goes away ends the game."""
    job.hang_up()
    assert job.ended() == 129


def test_end_of_input_without_signal() -> None:
    """The end of the terminal's input is a hang-up even where SIGHUP is ignored, however often one asks again."""
    source = """
import os, signal
signal.signal(signal.SIGHUP, signal.SIG_IGN)
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.leaving import HungUp
times = 0
with Keys() as keys:
    os.write(1, b"READY")
    for _ in range(3):
        try:
            keys.read()
        except HungUp:
            times += 1
os._exit(times)
"""
    with Job(source) as job:
        job.until("READY")
        job.hang_up()
        assert job.ended() == 3


def test_timeout() -> None:
    """A wait with an end says so, junk or not, and a key before the end comes first."""
    source = PROGRAM.replace("BODY", """os.write(1, f"<{keys.read(0.2)}>".encode())""")
    with Job(source) as job:
        job.until("<timeout><timeout>")
        start = len(job.output)
        job.type(b"a")
        job.until("<a>", start)


def test_idle_costs_nothing() -> None:
    """A wait without an end sleeps in one system call: nothing wakes it but a key."""
    source = """
import os, resource
from qot_quiz.ui.keys import Keys
def woken():
    usage = resource.getrusage(resource.RUSAGE_THREAD)
    return usage.ru_nvcsw
with Keys() as keys:
    before = woken()
    os.write(1, b"READY")
    keys.read()
    os.write(1, f"<{woken() - before}>".encode())
"""
    with Job(source) as job:
        job.until("READY")
        time.sleep(0.7)
        job.type(b"a")
        assert job.ended() == 0
        times = int(job.output.split(b"<")[1].split(b">")[0])
        assert times <= 3


def test_drain() -> None:
    """What was typed before the question does not answer it: keys, half a paste, an Escape on its way."""
    source = """
import os
from qot_quiz.ui.keys import Keys
with Keys() as keys:
    os.write(1, b"READY")
    keys.read()
    os.write(1, b"ASKED")
    import time
    time.sleep(0.3)
    keys.drain()
    os.write(1, b"DRAINED")
    os.write(1, f"<{keys.read()}>".encode())
"""
    with Job(source) as job:
        job.until("READY")
        job.type(b"1")
        job.until("ASKED")
        job.type(b"23\r\x1b[200~4")
        time.sleep(0.4)
        job.type(b"5\x1b[201~\x1b")
        job.until("DRAINED")
        job.type(b"x")
        job.until("<")
        assert job.ended() == 0
        assert job.output.decode().partition("DRAINED")[2].startswith("<x>")


def test_leaving_is_not_drained() -> None:
    """Ctrl-D among the keys that are thrown away still leaves."""
    with Job(PROGRAM.replace("BODY", "keys.drain()")) as job:
        job.until("READY")
        job.type(b"abc\x04")
        assert job.ended() == 130


def test_flood() -> None:
    """A hundred thousand bytes in one go are read in pieces: each counts, and memory does not grow."""
    source = """
import os, resource
from qot_quiz.ui.keys import Keys
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with Keys() as keys:
    os.write(1, b"READY")
    before = peak()
    count = 1
    while keys.read() == "x":
        count += 1
    os.write(1, f"<{count} {peak() - before}>".encode())
"""
    with Job(source) as job:
        job.until("READY")
        job.type(b"x" * 100_000 + b"\r")
        assert job.ended() == 0
        count, grown = job.output.split(b"<")[1].split(b">")[0].split()
        assert int(count) == 100_001
        assert int(grown) < 4096


def test_flood_can_be_left(job: Job) -> None:
    """Ctrl-C behind a flood leaves, and none of the flood is left to the shell."""
    job.type(b"x" * 20_000 + b"\x03" + b"rm\r")
    assert job.ended() == 130
    assert left_as_found(job)


def test_size() -> None:
    """The size is that of the window now."""
    source = PROGRAM.replace("BODY", """keys.read(); os.write(1, f"<{keys.size()}>".encode())""")
    with Job(source) as job:
        job.until("READY")
        job.type(b"a")
        job.until("<(100, 30)>")
        job.resize(40, 10)
        job.until("<(40, 10)>")


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
        assert left_as_found(job)


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
        assert left_as_found(job)


def test_ignored_signals_stay_ignored() -> None:
    """Under nohup the game outlives SIGHUP."""
    source = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n" + ECHO
    with Job(source) as job:
        job.until("READY")
        job.signal(signal.SIGHUP)
        job.type(b"a")
        job.until("<a>")


def test_no_terminal() -> None:
    """Without a terminal the keys say so, with a hint, and can be asked beforehand."""
    source = """
from qot_quiz.errors import QuizError
from qot_quiz.ui.keys import Keys, available
assert not available()
try:
    Keys().__enter__()
except QuizError as error:
    print(error.message, error.hint)
"""
    done = subprocess.run([sys.executable, "-c", source], input="", capture_output=True, text=True, check=True)
    assert "not a terminal" in done.stdout
    assert "--plain" in done.stdout


@pytest.mark.parametrize(("term", "usable"), [("xterm", True), ("dumb", False), ("", False)])
def test_available(term: str, usable: bool) -> None:
    """A terminal can be used unless it is a dumb one."""
    source = f"""
import os
os.environ["TERM"] = {term!r}
from qot_quiz.ui.keys import available
os._exit(available())
"""
    with Job(source) as job:
        assert job.ended() == usable


def test_imports_without_termios() -> None:
    """Where there are no such terminals the module is importable and says that none can be used."""
    source = """
import sys
sys.modules["termios"] = None
from qot_quiz.ui.keys import available
sys.exit(available())
"""
    subprocess.run([sys.executable, "-c", source], check=True)
