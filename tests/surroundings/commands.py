"""Every command of the program, found in the program itself, with arguments that make sense."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from running import ROOT

from qot_quiz.cli.app import app
from qot_quiz.cli.groups import GROUPS
from qot_quiz.cli.lookups import lookups

Words = tuple[str, ...]

ANSWERS = ("--answers", "answers.txt")

VARIANTS: dict[Words, tuple[Words, ...]] = {
    (): ((), ("-h",), ("--version",)),
    ("play",): ((), ("--seed", "7", *ANSWERS), ("--json", "--answers", "-")),
    ("daily",): ((), ANSWERS),
    ("review",): (ANSWERS, ("--due",)),
    ("party",): (("Ann", "Ben", "-n", "2", *ANSWERS),),
    ("resume",): (ANSWERS, ("--discard",)),
    ("scores",): ((), ("--json",)),
    ("scores", "export"): (("out.csv",), ("-",), ("out.html",)),
    ("scores", "import"): (("games.csv",),),
    ("scores", "rename"): (("Ann", "Anna"),),
    ("scores", "remove"): (("{game}", "--yes"),),
    ("share",): ((), ("--svg", "out.svg")),
    ("facts",): ((), ("--flagged",)),
    ("completion",): (("bash",),),
    ("doctor",): ((), ("--fix",), ("--json",), ("--restore",)),
    ("settings", "set"): (("questions", "12"),),
    ("settings", "unset"): (("questions",),),
    ("pack", "new"): (("fresh",),),
    ("pack", "add"): (("mine",),),
    ("pack", "remove"): (("installed", "--yes"),),
    ("pack", "export"): (("mine", "out.json"), ("queen-of-tears",)),
    ("pack", "import"): (("questions.gift", "--to", "taken"),),
}
"""How a command is called beyond its own words; one that is not named is called with a guess at what it requires."""

GUESS = "mine"

GIFT = "::One:: Where? {=Here ~There ~Nowhere ~Everywhere}\n\n::Two:: It is so. {TRUE}\n"


def every() -> Iterator[Words]:
    """Give each command line to try, from the signatures that the program itself parses."""
    for words, required in sorted(_found().items()):
        for more in VARIANTS.get(words, ((GUESS,) * required,)):
            yield (*words, *more)


def _found() -> dict[Words, int]:
    """Find every command, a group's own among them, and how many arguments it requires."""
    found: dict[Words, int] = {(): 0}
    for one in (*app.registered_commands, *lookups.registered_commands):
        found |= _required((), one)
    for name, group in GROUPS.items():
        found[name,] = 0
        for one in group.registered_commands:
            found |= _required((name,), one)
    return found


def _required(before: Words, command: Any) -> dict[Words, int]:
    parsed = typer.main.get_command_from_info(command, pretty_exceptions_short=True, rich_markup_mode=None)
    required = [one for one in parsed.params if one.required]
    return {(*before, str(parsed.name)): len(required)}


class Template:
    """A home with games in it and a folder with files for every command, to be copied for each trial.

    Args:
        folder: Where both are made.
        cache: The compiled built-in pack.
    """

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.home, self.desk = folder / "home", folder / "desk"
        self.home.mkdir(parents=True, mode=0o700)
        self.desk.mkdir()
        if cache.is_dir():
            shutil.copytree(cache, self.home / "cache")
        else:  # the built-in pack was compiled when the program was installed
            (self.home / "cache").mkdir(mode=0o700)
        (self.desk / "answers.txt").write_text("s\n" * 10, encoding="utf-8")
        (self.desk / "questions.gift").write_text(GIFT, encoding="utf-8")
        self._run("settings", "set", "player", "Ann")
        self._run("play", typed="s\n!It is wrong\n" + "s\n" * 9)
        self._run("play", typed="s\nq\n")
        self._run("scores", "export", "games.csv")
        for name in ("installed", "mine"):
            self._run("pack", "new", name)
        self._run("pack", "add", "installed")
        self.game = self._run("scores", "export", "-").splitlines()[1].split(",")[1].strip('"')

    def _run(self, *words: str, typed: str = "") -> str:
        done = subprocess.run(
            [sys.executable, "-m", "qot_quiz", *words],
            input=typed,
            capture_output=True,
            cwd=self.desk,
            env={**os.environ, "QOT_QUIZ_HOME": str(self.home), "PYTHONPATH": str(ROOT)},
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, (words, done)
        return done.stdout

    def copy(self, to: Path) -> tuple[Path, Path]:
        """Copy the home and the folder of files, and give both."""
        shutil.copytree(self.home, to / "home")
        shutil.copytree(self.desk, to / "desk")
        return to / "home", to / "desk"

    def filled(self, words: Words) -> Words:
        """Put the id of a game that is there into a command line."""
        return tuple(word.format(game=self.game) if word.startswith("{") else word for word in words)
