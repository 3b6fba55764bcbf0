"""What a player sees of clocks, steps and several players, as whole windows; read the files beside it."""

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
from terminal_game import RUNNING, end, start

from qot_quiz.ui.canvas import MARGIN

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")
ROWS = 24
WAKING = 0.9
"""Seconds after a time-up in which keys are thrown away, and a bit."""


class Step(NamedTuple):
    """Keys, and the window that they bring.

    Args:
        title: What the picture shows.
        keys: What is pressed; nothing for the first picture.
        sign: A text that comes last.
        wait: Seconds before the keys are pressed.
    """

    title: str
    keys: str
    sign: str
    wait: float = 0.0


class Scene(NamedTuple):
    """A game and what happens in it.

    Args:
        ids: Its questions.
        rules: Its rules, as code.
        steps: What happens.
        last: The keys that end it.
        more: Further arguments of its setup, as code.
        clock: Its clock, as code.
    """

    ids: tuple[str, ...]
    rules: str
    steps: tuple[Step, ...]
    last: str = "q"
    more: str = ""
    clock: str = "0"


TIMED = Scene(
    ("channel/name", "heroine/actress"),
    "Rules(fifty=1, hints=True, ask_ms=20_000)",
    (
        Step("A question with twenty seconds", "", "q leave"),
        Step("After a fifty-fifty", "f", "(out)"),
        Step("Passed", "s\r", "Enter next"),
        Step("A typed answer under the clock", "\r", "Esc leave"),
        Step("Half of a name", "Kim Ji", "Kim Ji", 1.5),
        Step("The whole of it", "-won\r", "Enter result", 1.5),
    ),
)
LATE = Scene(
    ("channel/name", "heroine/actress"),
    "Rules(ask_ms=700)",
    (Step("Too late", "", "Enter next"), Step("Too late while typing", "\r", "Enter result", WAKING)),
    clock=RUNNING,
)
BLITZ = Scene(
    ("abroad/netflix", "channel/name"),
    "Rules(game_ms=1500, counted=False)",
    (
        Step("Right, with time left", "1", "Enter next"),
        Step("The time of the game is up", "\r", "Enter result"),
    ),
    last="\r",
    clock=RUNNING,
)
LADDER = Scene(
    ("abroad/netflix", "channel/name", "heroine/actress"),
    "Rules(lives=1, fifty=1, hints=True, safe=(1, 2), walk=True)",
    (
        Step("The first step", "", "q leave"),
        Step("A right step", "1", "Enter next"),
        Step("The second step", "\r", "Step 2"),
        Step("A miss", "s", "Enter result"),
    ),
    last="\r",
)
PARTY = Scene(
    ("abroad/netflix", "channel/name", "lead/actor", "heroine/actress"),
    "Rules()",
    (
        Step("The first player is called", "", "q leave"),
        Step("Her question", "x2\r", "1-2 answer"),
        Step("Her verdict", "2", "Enter next"),
        Step("The second player is called", "\r", "your turn"),
        Step("His question", " ", "1-4 answer"),
        Step("His verdict", "s", "Enter next"),
        Step("The first is called to a tie-break", "\r", "Tie-break"),
        Step("A question of a tie-break", "\r", "1-4 answer"),
        Step("Right in the tie-break", "3", "Enter next"),
        Step("The second is called to it", "\r", "Tie-break"),
        Step("His question of it", "\r", "Esc leave"),
        Step("Missed", "s\r", "Enter result"),
    ),
    last="\r",
    more="players=('Ann', '김수현'), length=1",
)
SCENES = {"timed": TIMED, "late": LATE, "blitz": BLITZ, "ladder": LADDER, "party": PARTY}


def window(job: Job, columns: int) -> str:
    """Give the window as a person sees it now, without the empty lines around."""
    screen = pyte.Screen(columns, ROWS)
    pyte.ByteStream(screen).feed(job.output.partition(b"DID ")[0])
    return "\n".join(line.rstrip() for line in screen.display).strip("\n") + "\n"


def until_shown(job: Job, sign: str, columns: int) -> str:
    """Wait for a text and for a quiet moment after it, and give the window."""
    limit = time.monotonic() + 20
    while True:
        if select.select([job.master], [], [], 0.2)[0]:
            job.output += os.read(job.master, 65536)
        elif sign in " ".join(window(job, columns).split()):
            return window(job, columns)
        assert time.monotonic() < limit, f"{sign} never came: {window(job, columns)}"


@pytest.mark.parametrize("columns", [120, 80, 40])
@pytest.mark.parametrize("name", SCENES)
def test_screens(name: str, columns: int) -> None:
    """Each window is that of its file (QOT_QUIZ_REWRITE_GOLDEN=1 writes it anew); no line reaches into the margin."""
    scene = SCENES[name]
    pictures = []
    more = {"rules": scene.rules, "more": scene.more, "clock": scene.clock}
    with start(*scene.ids, columns=columns, rows=ROWS, **more) as job:
        for step in scene.steps:
            time.sleep(step.wait)
            job.type(step.keys.encode())
            pictures.append(f"== {step.title}\n\n{until_shown(job, step.sign, columns)}")
        time.sleep(WAKING if scene.clock == RUNNING else 0)
        end(job, scene.last)
        pictures.append(f"== The end\n\n{window(job, columns)}")
    now = "\n".join(pictures)
    assert max(cell_len(line) for line in now.splitlines() if not line.startswith("==")) <= columns - MARGIN
    assert now == golden(os.path.join(FOLDER, f"{name}-{columns}.txt"), now)
