"""What a player sees of the commands beside a game, as whole windows; read the files beside it."""

from __future__ import annotations

import os
import select
import shutil
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pyte
import pytest
from pty_job import Job
from rich.cells import cell_len
from samples import golden
from scenes import FILES, LEAVE, SCENES

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")

HOME, SHOWN_HOME = "/tmp/quiz-", "/home/ann/qot-quiz"
"""How the folder of a test begins, which is eight characters longer, and what is shown in its place."""

OVER = b"\x1b]2;over\x07"
"""Sets the window's title, unseen, when a command has ended."""

PROGRAM = """
import datetime, getpass, itertools, os, platform, sqlite3, sys, time
from importlib import metadata
class Still(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2026, 3, 9, 21, 20, tzinfo=tz)
datetime.datetime = Still
time.monotonic_ns = lambda: 0
time.strftime = lambda form, *moment: "2026-03-09"
getpass.getuser = lambda: "ann"
metadata.version = lambda name: "1.2.3"
platform.platform = lambda: "Linux-6.1.0-x86_64-with-glibc2.36"
sqlite3.sqlite_version = "3.45.1"
sys.version = "3.11.9"
os.environ |= {"TZ": "UTC", "TERM": "KIND"}
os.environ.pop("COLORTERM", None)
time.tzset()
os.chdir("DESK")
from qot_quiz import __main__
for words in LINES:
    counted = itertools.count(1000 * len("".join(words)))
    os.urandom = lambda size: next(counted).to_bytes(size, "little")
    sys.argv = ["qot-quiz", *words]
    sys.stdin = open(0, closefd=False)
    try:
        __main__.main()
    except SystemExit:
        pass
    sys.stdout.flush()
    os.write(1, OVER)
"""
"""The program, command after command, on a day that stands still, with ids in a row and on a system that is no one."""


class Commands:
    """All scenes, one after the other, in a window of so many columns.

    Args:
        columns: Columns of the window.
        term: What the terminal says it is.
        folder: The player's home.
    """

    def __init__(self, columns: int, term: str, folder: str) -> None:
        self._columns = columns
        self._folder = folder
        self._drawn = term != "dumb"
        desk = os.path.join(folder, "desk")
        program = PROGRAM.replace("LINES", repr([scene.words for scene in SCENES])).replace("KIND", term)
        self._job = Job(program.replace("DESK", desk).replace("OVER", repr(OVER)), columns, 120)

    def pictures(self) -> Iterator[tuple[str, str]]:
        """Give each title with what was seen before the keys that end it."""
        with self._job as job:
            for number, scene in enumerate(SCENES):
                for sign, keys in (*scene.before, (scene.sign, scene.keys)) if scene.sign else ():
                    if asks := self._asks(number, sign):
                        picture = self._window(number)
                        job.type((keys if self._drawn or keys == LEAVE else f"{keys}\n").encode())
                while not self._over(number):
                    assert self._more(20), (scene, self._window(number))
                yield scene.title, picture if scene.sign and asks else self._window(number)
            assert job.ended() == 0

    def _asks(self, number: int, sign: str) -> bool:
        """Wait until something is asked and all of it is drawn; a simple terminal is not asked everything."""
        limit = time.monotonic() + 20
        while self._more(0.15) or sign not in " ".join(self._window(number).split()):
            assert time.monotonic() < limit, (sign, self._window(number))
            if self._over(number):
                assert not self._drawn, (sign, self._window(number))
                return False
        return True

    def _over(self, number: int) -> bool:
        return self._job.output.count(OVER) > number

    def _more(self, patience: float) -> bool:
        if not select.select([self._job.master], [], [], patience)[0]:
            return False
        self._job.output += os.read(self._job.master, 65536)
        return True

    def _window(self, number: int) -> str:
        screen = pyte.Screen(self._columns, 120)
        pyte.ByteStream(screen).feed(self._job.output.split(OVER)[number])
        lines = ["".join(screen.buffer[y][x].data for x in range(screen.columns)) for y in range(screen.lines)]
        return "\n".join(line.rstrip() for line in lines).strip("\n").replace(self._folder, SHOWN_HOME) + "\n"


@pytest.fixture
def folder(compiled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give a home whose path is as long on every machine, with a desk in it."""
    with tempfile.TemporaryDirectory(prefix=os.path.basename(HOME), dir=os.path.dirname(HOME)) as folder:
        assert len(folder) == len(SHOWN_HOME)
        if compiled.is_dir():
            shutil.copytree(compiled, os.path.join(folder, "cache"))
        desk = Path(folder, "desk")
        desk.mkdir()
        for name, text in FILES.items():
            (desk / name).write_text(text, encoding="utf-8")
        monkeypatch.setenv("QOT_QUIZ_HOME", folder)
        yield folder


def _cut(picture: str, columns: int) -> Iterator[str]:
    """Find words that the end of the window cuts: all but addresses, paths and codes, which stay whole to be copied."""
    lines = picture.split("\n")
    for line, below in pairwise(lines):
        word = "".join((*line.split(" ")[-1:], *below.split(" ")[:1]))
        if cell_len(line) >= columns and below[:1].strip() and not set(word) & {"/", "-"}:
            yield word


@pytest.mark.parametrize(
    ("name", "columns", "term"),
    [("40", 40, "xterm-256color"), ("80", 80, "xterm-256color"), ("120", 120, "xterm-256color"), ("plain", 80, "dumb")],
)
def test_screens(name: str, columns: int, term: str, folder: str) -> None:
    """Each window is that of its file (QOT_QUIZ_REWRITE_GOLDEN=1 writes it anew); nothing is wider, no word is cut."""
    pictures = [(title, seen) for title, seen in Commands(columns, term, folder).pictures() if title]
    for title, picture in pictures:
        assert not [*_cut(picture, columns)], title
    assert "\x1b" not in "".join(picture for _, picture in pictures)
    now = "\n".join(f"== {title}\n\n{picture}" for title, picture in pictures)
    assert now == golden(os.path.join(FOLDER, f"commands-{name}.txt"), now)
