"""What a player sees of each shape, screen by screen, in a usual and in a narrow window; read the files beside it."""

from __future__ import annotations

import os
import select
import time
from typing import NamedTuple

import pyte
import pytest
from pty_job import Job
from rich.cells import cell_len
from samples import golden
from shapes import ITEMS
from terminal_game import end, start

from qot_quiz.ui.canvas import MARGIN

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")
DOWN, BACKSPACE = "\x1b[B", "\x7f"


class Step(NamedTuple):
    """Keys, and the picture that they bring.

    Args:
        title: What the picture shows.
        keys: What is pressed; nothing for the first picture.
        sign: A text that comes last; it must not stand on the screen before.
    """

    title: str
    keys: str
    sign: str


class Scene(NamedTuple):
    """A game and what happens in it.

    Args:
        pack: The module of its pack.
        ids: Its questions.
        steps: What happens.
    """

    pack: str
    ids: tuple[str, ...]
    steps: tuple[Step, ...]


STEPS = (
    Step("Several to pick", "", "q leave"),
    Step("Two of them toggled", "13" + DOWN + DOWN, "› 2"),
    Step("An Enter without any", "13\r", "Choose at least one"),
    Step("After a fifty-fifty", "f", "(out)"),
    Step("One right, one wrong, one missed", "134\r", "Enter next"),
    Step("An order", "\r", "Question 2"),
    Step("Two of them placed, an Enter too early", "14" + DOWN + "\r", "Put all of them"),
    Step("All placed, one taken back", "23" + BACKSPACE, "[3rd]"),
    Step("Nearly right", "3\r", "Enter next"),
    Step("A number", "\r", "Esc leave"),
    Step("No number", "lots\r", "That is no number"),
    Step("A hint", "?", "Hint: between"),
    Step("A number that is near", "23 %\r", "Enter next"),
    Step("A day", "\r", "Esc leave"),
    Step("Two days could be meant", "3/9/2024\r", "Two days"),
    Step("A day that is near", "10 March\r", "Enter result"),
)
PICKS_AND_TEXTS = (
    Step("One to pick", "", "q leave"),
    Step("Under the cursor", DOWN, "› 1"),
    Step("After a hint", "?", "(out)"),
    Step("After a fifty-fifty", "f", "(out)"),
    Step("No second one", "f", "fifty-fifty is used up"),
    Step("A wrong pick", "PICK", "Enter next"),
    Step("Flagged", "!typing error\r", "Flagged"),
    Step("True or false", "\r", "1-2 answer"),
    Step("Right", "1", "Enter next"),
    Step("A name to type", "\r", "Esc leave"),
    Step("Letters of it", "?", "___"),
    Step("A surname alone", "Kim\r", "Once more"),
    Step("Another", "Lee Joo-bin\r", "I was right"),
    Step("By the player's word", "u", "by your word"),
    Step("A name from Korea", "\r", "Esc leave"),
    Step("Passed", "s\r", "Enter result"),
)


def screen(job: Job) -> list[str]:
    """Give all that was drawn, as lines of any width, with what was erased gone."""
    tall = pyte.Screen(200, 400)
    pyte.ByteStream(tall).feed(job.output)
    return [line.rstrip() for line in tall.display]


def current(job: Job) -> str:
    """Give what was drawn from the last question on."""
    lines = screen(job)
    first = max(at for at, line in enumerate(lines) if line.startswith("  Question"))
    return "\n".join(lines[first:]).rstrip() + "\n"


def until_shown(job: Job, sign: str) -> str:
    """Wait for a text and for the quiet after it, and give the picture."""
    limit = time.monotonic() + 20
    while True:
        if select.select([job.master], [], [], 0.2)[0]:
            job.output += os.read(job.master, 65536)
        elif sign in current(job).replace("\n  ", " "):
            return current(job)
        assert time.monotonic() < limit, f"{sign} never came: {current(job)}"


SHAPES = Scene("tests.ui.shapes", tuple(item.id for item in ITEMS), STEPS)
SAMPLES = Scene("tests.samples", ("channel/name", "abroad/netflix", "heroine/actress", "village/name"), PICKS_AND_TEXTS)


def _wrong(job: Job) -> str:
    """Find the number of an option that is free and wrong."""
    free = (line.strip(" ›") for line in current(job).splitlines() if "(out)" not in line)
    return next(line[0] for line in free if line[1:2] == " " and line[0].isdecimal() and not line.endswith("tvN"))


@pytest.mark.parametrize("columns", [120, 80, 40])
@pytest.mark.parametrize(("name", "scene"), [("screens", SHAPES), ("picks", SAMPLES)], ids=["shapes", "picks"])
def test_screens(name: str, scene: Scene, columns: int) -> None:
    """Each picture is that of its file (QOT_QUIZ_REWRITE_GOLDEN=1 writes it anew); none reaches into the margin."""
    with start(*scene.ids, pack=scene.pack, columns=columns) as job:
        pictures: dict[str, str] = {}
        for step in scene.steps:
            job.type((_wrong(job) if step.keys == "PICK" else step.keys).encode())
            pictures[step.title] = until_shown(job, step.sign)
        end(job, "\r")
    assert max(cell_len(line) for picture in pictures.values() for line in picture.splitlines()) <= columns - MARGIN
    now = "\n".join(f"== {title}\n\n{picture}" for title, picture in pictures.items())
    assert now == golden(os.path.join(FOLDER, f"{name}-{columns}.txt"), now)
