"""Keys by name, on real pseudo-terminals."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from pty_job import KEY_ECHO, KEY_READER, Job


@pytest.fixture
def job() -> Iterator[Job]:
    """Run a program that names each key it reads."""
    with Job(KEY_ECHO) as running:
        running.until("READY")
        yield running


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
        (b"\x13q", "<q>"),
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


def test_timeout() -> None:
    """A wait with an end says so, junk or not, and a key before the end comes first."""
    source = KEY_READER.replace("BODY", """os.write(1, f"<{keys.read(0.2)}>".encode())""")
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


def test_drain_of_keys_already_read() -> None:
    """Keys that came together with an earlier one are thrown away, too."""
    body = """os.write(1, f"<{keys.read()}>".encode()); keys.drain(); os.write(1, b".")"""
    source = KEY_READER.replace("BODY", body)
    with Job(source) as job:
        job.until("READY")
        job.type(b"123")
        job.until("<1>.")
        job.type(b"x")
        job.until("READY<1>.<x>")


def test_leaving_is_not_drained() -> None:
    """Ctrl-D among the keys that are thrown away still leaves."""
    with Job(KEY_READER.replace("BODY", "keys.drain()")) as job:
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
