"""The typed line, on real pseudo-terminals, read as a person would see it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pyte
import pytest
from pty_job import LINE_ECHO, LINE_READER, Job


@pytest.fixture
def job() -> Iterator[Job]:
    """Run a program that asks for line after line and shows what it got."""
    with Job(LINE_ECHO) as running:
        running.until("name:")
        yield running


def seen(job: Job, columns: int = 100, lines: int = 30) -> list[str]:
    """Give the lines on the screen that are not empty."""
    screen = pyte.Screen(columns, lines)
    pyte.ByteStream(screen).feed(job.output)
    return [line.strip() for line in screen.display if line.strip()]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Hae-in\r", "Hae-in"),
        ("홍해인\r".encode(), "홍해인"),
        (b"Hae in\r", "Hae in"),
        (b"Hxin\x1b[D\x1b[D\x7fae-\r", "Hae-in"),
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
    job.type(b"\r")
    job.until("[Typed")
    assert seen(job)[:2] == ["Who is she?", "name: 김a"]


def test_typed_ahead(job: Job) -> None:
    """Keys behind the Enter are neither lost nor taken by this line: they belong to the next one."""
    job.type(b"one\rtwo\r")
    job.until("[Typed(text='two')]")
    assert job.output.index(b"[Typed(text='one')]") < job.output.index(b"[Typed(text='two')]")


def test_keys_behind_the_line_can_be_drained() -> None:
    """Keys behind the Enter lie where `drain` finds them."""
    source = LINE_READER.replace("ARGUMENTS", "").replace("AFTER", "keys.drain(); os.write(1, b'DRAINED')")
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


def test_time_over() -> None:
    """When the time is over the line is taken away, and what stood on it is given."""
    source = LINE_READER.replace("ARGUMENTS", "tick=lambda further: waits.pop()").replace(
        "AFTER", "waits += [None, 1.0]"
    )
    source = source.replace("code = 0", "waits, code = [None, 1.0], 0")
    with Job(source) as job:
        job.until("name:")
        job.type(b"hal")
        job.until("[Expired(text='hal')]")
        assert seen(job)[:2] == ["Who is she?", "[Expired(text='hal')]"]


@pytest.mark.parametrize("no_color", [True, False])
def test_colour(no_color: bool) -> None:
    """The prompt has the theme's colour unless none is wanted."""
    source = LINE_READER.replace("ARGUMENTS", f"{no_color=}, ink='#d7af5f'").replace("AFTER", "")
    with Job(source) as job:
        job.until("name:")
        job.type(b"a\r")
        job.until("[Typed")
        assert (b";38;5;" in job.output) is not no_color


def test_questionary_waits() -> None:
    """The prompt's library is not loaded with the module, only when a line is asked for."""
    source = """
import os, sys
import qot_quiz.ui.typed
os._exit("questionary" in sys.modules or "prompt_toolkit" in sys.modules or "asyncio" in sys.modules)
"""
    with Job(source) as job:
        assert job.ended() == 0
