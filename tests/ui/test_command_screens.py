"""What a player sees of the commands beside a game, as whole windows; read the files beside it."""

from __future__ import annotations

import os
import select
import time
from pathlib import Path
from typing import NamedTuple

import pyte
import pytest
from pty_job import Job
from rich.cells import cell_len
from running import PASSED, answers_file
from samples import golden

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")

PROGRAM = """
import getpass, itertools, os, sys
getpass.getuser = lambda: "ann"
counted = itertools.count(1000 * len("".join(WORDS)))
os.urandom = lambda size: next(counted).to_bytes(size, "little")
os.environ["TZ"] = "UTC"
import datetime
class Still(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2026, 3, 9, 21, 20, tzinfo=tz)
datetime.datetime = Still
from qot_quiz import __main__
sys.argv = ["qot-quiz", *WORDS]
try:
    __main__.main()
finally:
    os.write(1, b"END")
"""
"""The program, on a day that stands still and with ids in a row."""

GAME = ("play", "--up-to", "16", "-n", "3")


class Scene(NamedTuple):
    """A command and what is seen of it.

    Args:
        title: What the picture shows.
        words: The command line.
        sign: What comes last where something is asked; nothing where the command ends by itself.
        keys: What is pressed then, and brings the end.
    """

    title: str
    words: tuple[str, ...]
    sign: str = ""
    keys: str = ""


SCENES = (
    Scene("The first game: a name", ("play",), "Enter for", "\x03"),
    Scene("The first game: how far", ("play", "--player", "김수현"), "Enter for 0", "\x03"),
    Scene("The boards", ("scores",)),
    Scene("No such board", ("scores", "--mode", "blitz")),
    Scene("A game to share", ("share", "--player", "Anna")),
    Scene("A game to share, in a sentence", ("share", "--player", "Anna", "--text")),
    Scene("The rules", ("rules",)),
    Scene("Facts", ("facts", "--up-to", "16", "premiere")),
    Scene("No fact", ("facts", "--up-to", "16", "zebra")),
    Scene("The packs", ("pack", "list")),
    Scene("A wrong word", ("play", "--up-to", "16", "--mode", "clasic")),
    Scene("The menu", (), "Leave", "\x03"),
)


def _run(words: tuple[str, ...], columns: int, sign: str = "", keys: str = "") -> str:
    """Run a command in a window of so many columns, and give what was seen before any key."""
    with Job(PROGRAM.replace("WORDS", repr(words)), columns, 120) as job:
        limit = time.monotonic() + 30
        while not (b"END" in job.output if not sign else sign in " ".join(_window(job, columns).split())):
            assert time.monotonic() < limit, (words, job.output)
            if select.select([job.master], [], [], 0.1)[0]:
                job.output += os.read(job.master, 65536)
        if sign:
            while select.select([job.master], [], [], 0.2)[0]:
                job.output += os.read(job.master, 65536)
        seen = _window(job, columns)
        if sign:
            job.type(keys.encode())
            job.until("END")
        job.ended()
    return seen


def _window(job: Job, columns: int) -> str:
    screen = pyte.Screen(columns, 120)
    pyte.ByteStream(screen).feed(job.output.partition(b"END")[0])
    return "\n".join(line.rstrip() for line in _display(screen)).strip("\n") + "\n"


def _display(screen: pyte.Screen) -> list[str]:
    """Give the lines of a screen, without the empty cell behind each wide character."""
    return ["".join(screen.buffer[y][x].data for x in range(screen.columns)) for y in range(screen.lines)]


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_screens(columns: int, ready: Path, tmp_path: Path) -> None:
    """Each window is that of its file (QOT_QUIZ_REWRITE_GOLDEN=1 writes it anew); nothing is wider, no word is cut."""
    pictures: dict[str, str] = {}
    answers = answers_file(tmp_path, *PASSED[:3])
    for scene in SCENES:
        if scene.title == "The boards":
            _run((*GAME, "--seed", "7", "--player", "김수현", "--answers", answers), columns)
            _run((*GAME, "--seed", "8", "--player", "Anna", "--answers", answers), columns)
            _run(("settings", "set", "player", "Anna"), columns)
        pictures[scene.title] = _run(scene.words, columns, scene.sign, scene.keys)
    for title, picture in pictures.items():
        for line in picture.splitlines():
            assert cell_len(line) <= columns, title
    now = "\n".join(f"== {title}\n\n{picture}" for title, picture in pictures.items())
    assert now == golden(os.path.join(FOLDER, f"commands-{columns}.txt"), now)
