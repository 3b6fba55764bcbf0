"""Every way in which the program writes what a player asked for, found in its own tables of formats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qot_quiz.cli.copying import TOML
from qot_quiz.formats import FORMATS
from qot_quiz.formats.scores import SCORES

PACK = """
[pack]
id = "one"
title = "One"
[[topic]]
id = "all"
title = "All"
[[question]]
id = "capital"
kind = "choice"
difficulty = "easy"
ask = "What is the capital of Korea?"
answer = "Seoul"
wrong = ["Busan", "Daegu", "Incheon"]
why = "It lies on the Han."
"""
"""A pack, as ``one.toml``."""

GIFT = "::One:: Where? {=Here ~There ~Nowhere ~Everywhere}\n"
"""Questions of another program, as ``questions.gift``."""


class Writer(NamedTuple):
    """A command that writes a file, or a folder of files, where a player says.

    Args:
        name: What it is called in the tests' names.
        words: Its command line; ``{}`` stands for the goal.
        goal: A name for the goal.
        forced: Whether it replaces what is there under ``--force``.
    """

    name: str
    words: tuple[str, ...]
    goal: str
    forced: bool

    @property
    def folder(self) -> bool:
        """Whether the goal is a folder."""
        return "." not in self.goal

    def to(self, goal: str, force: bool = False) -> tuple[str, ...]:
        """Give the command line that writes to this goal."""
        return (*(word.replace("{}", goal) for word in self.words), *(["--force"] if force else []))


def writers() -> Iterator[Writer]:
    """Give every one of them; a new format is among them by itself."""
    for name in SCORES:
        yield Writer(f"scores as {name}", ("scores", "export", "{}", "--format", name), f"out.{name}", forced=True)
    for name in (*FORMATS, TOML):
        export = ("pack", "export", "one.toml", "{}", "--format", name)
        yield Writer(f"a pack as {name}", export, f"out.{name}", forced=True)
    yield Writer("a pack's folder", export, "out", forced=False)
    yield Writer("a picture", ("share", "--svg", "{}"), "out.svg", forced=True)
    yield Writer("a new pack", ("pack", "new", "{}"), "out.toml", forced=False)
    yield Writer("a new pack's folder", ("pack", "new", "{}"), "out", forced=False)
    yield Writer("an imported pack", ("pack", "import", "questions.gift", "--to", "{}"), "out", forced=False)
