"""A game on the terminal screen under a pseudo-terminal: keys in, the screen as a person would see it out."""

from __future__ import annotations

import os
import select
import time

import pyte
from pty_job import Job

PROGRAM = """
import os
from time import monotonic_ns
from rich.console import Console
from qot_quiz.core.game import begin, ended
from qot_quiz.core.setup import Rules
from qot_quiz.core.after import After
from qot_quiz.play import Stopwatch, play
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.leaving import Leaving
from qot_quiz.ui.terminal import Terminal
from qot_quiz.ui.theme import dress
from PACK import deck
from tests.samples import TOPICS, setup

commands = []

class Marked(Terminal):
    def ask(self, game, clock):
        os.write(1, b"\\x1b]2;asks\\x07")
        return super().ask(game, clock)

class Book:
    def append(self, command, events):
        words = [str(part) for part in getattr(command, "given", ())]
        words += [getattr(command, name) for name in ("name", "reason") if hasattr(command, name)]
        commands.append(" ".join([type(command).__name__, *words]))

rules = RULES
code = 0
try:
    with Keys() as keys:
        console = Console(highlight=False, markup=False, emoji=False)
        dress(console, "dark")
        screen = Marked(console, keys, TOPICS, rules)
        game, events = begin(setup(rules=rules, MORE), deck(*IDS))
        game = play(game, events, screen, Book(), Stopwatch(lambda: CLOCK))
        wish = screen.finish(ended(game), AFTER) if game.over else ""
        commands += ["Wish " + wish] if wish else []
except Leaving as leaving:
    code = leaving.exit_code
os.write(1, ("DID " + ", ".join(commands) + " END").encode())
os._exit(code)
"""

RUNNING = "monotonic_ns() // 1_000_000"
"""A clock that runs; the usual one stands still."""

ASKS = b"\x1b]2;asks\x07"
"""Sets the window's title, unseen, each time the screen is asked for a command: what was typed ahead is thrown away."""


def start(
    *ids: str,
    rules: str = "Rules(fifty=1, hints=True)",
    pack: str = "tests.samples",
    columns: int = 100,
    rows: int = 30,
    more: str = "",
    clock: str = "0",
    after: str = "After()",
) -> Job:
    """Begin a game on these items of a pack and wait until it asks.

    Args:
        ids: Of the items; all where none is named.
        rules: The rules, as code.
        pack: The module of the pack.
        columns: Columns of the terminal.
        rows: Lines of the terminal.
        more: Further arguments of the setup, as code.
        clock: What the game's clock shows, in milliseconds, as code.
        after: What is told and offered at the end, as code.
    """
    program = PROGRAM.replace("RULES", rules).replace("PACK", pack).replace("IDS", repr(ids))
    program = program.replace("MORE", more).replace("CLOCK", clock).replace("AFTER", after)
    job = Job(program, columns, rows)
    job.until(ASKS.decode())
    return job


def press(job: Job, keys: str) -> None:
    """Press the keys of one command, and wait until the next one is asked for."""
    since = len(job.output)
    job.type(keys.encode())
    job.until(ASKS.decode(), since)


def lines(job: Job, columns: int = 100, rows: int = 30) -> list[str]:
    """Give the lines on the screen that are not empty, without the margin."""
    screen = pyte.Screen(columns, rows)
    pyte.ByteStream(screen).feed(job.output)
    return [line.strip() for line in screen.display if line.strip()]


def shows(job: Job, *texts: str) -> list[str]:
    """Wait until all texts stand on the screen, and give its lines."""
    limit = time.monotonic() + 20
    while not all(any(text in line for line in lines(job)) for text in texts):
        assert time.monotonic() < limit, f"{texts} never came: {lines(job)}"
        if select.select([job.master], [], [], 0.1)[0]:
            job.output += os.read(job.master, 65536)
    return lines(job)


def end(job: Job, keys: str = "", code: int = 0) -> list[str]:
    """Press the last keys, wait for the end of the program and give the commands it made."""
    job.type(keys.encode())
    job.until(" END")
    assert job.ended() == code
    assert job.modes() == job.found
    told = job.output.decode().rpartition("DID ")[2].partition(" END")[0]
    return told.split(", ") if told else []
