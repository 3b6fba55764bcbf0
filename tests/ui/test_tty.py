"""The terminal as it was found, as it is, and when it is none."""

from __future__ import annotations

import select
import subprocess
import sys
from collections.abc import Iterator

import pytest
from pty_job import KEY_ECHO, KEY_READER, Job


@pytest.fixture
def job() -> Iterator[Job]:
    """Run a program that names each key it reads."""
    with Job(KEY_ECHO) as running:
        running.until("READY")
        yield running


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


def test_size() -> None:
    """The size is that of the window now."""
    source = KEY_READER.replace("BODY", """keys.read(); os.write(1, f"<{keys.size()}>".encode())""")
    with Job(source) as job:
        job.until("READY")
        job.type(b"a")
        job.until("<(100, 30)>")
        job.resize(40, 10)
        job.until("<(40, 10)>")


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


def test_flood_can_be_left(job: Job) -> None:
    """Ctrl-C behind a flood leaves, and none of the flood is left to the shell."""
    job.type(b"x" * 20_000 + b"\x03" + b"rm\r")
    assert job.ended() == 130
    assert job.left_as_found()
    assert not select.select([job.slave], [], [], 0)[0]
