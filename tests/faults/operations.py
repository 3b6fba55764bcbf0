"""What is broken off at every call: a game, an export, an import, a compilation, a migration, a repair and others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from . import judging, places, seeing
from .judging import Trial
from .places import DAY, GAME, PACK


class Operation(NamedTuple):
    """A command whose calls are made to fail.

    Args:
        start: Makes the place in which it begins.
        words: The command line without the program's name; ``@`` stands for the place.
        see: Sees what the command changes.
        judge: Gives the complaints about what a fault has left.
        ready: Done in the place of each run before it, where that depends on the place.
        again: What is done long afterwards; empty for the same.
        brief: Whether a share of its trials belongs to every test run.
    """

    start: Callable[[Path], None]
    words: str
    see: Callable[[Path], Any]
    judge: Callable[[Trial], list[str]]
    ready: Callable[[Path], None] = lambda place: None
    again: str = ""
    brief: bool = True

    def line(self, place: Path) -> tuple[str, ...]:
        """Give the command line in a place."""
        return tuple(word.replace("@", str(place)) for word in self.words.split())

    def line_again(self, place: Path) -> tuple[str, ...]:
        """Give the command line with which it is tried again."""
        return self._replace(words=self.again or self.words).line(place)


_GAME = " ".join(GAME)
_PLAY = f"{_GAME} --answers @/answers.txt"
_FACTS = f"facts --up-to 3 --pack @/{PACK}"

OPERATIONS = {
    "a first game": Operation(places.written, f"play --pack @/{PACK} {_PLAY}", seeing.answers, judging.game),
    "a game": Operation(places.played, f"play --pack {PACK} {_PLAY}", seeing.answers, judging.game),
    "a game resumed": Operation(places.left, "resume --answers @/answers.txt", seeing.answers, judging.game),
    "an export": Operation(
        places.exported,
        "scores export @/new.csv",
        seeing.written,
        judging.written,
        again="scores export @/new.csv --force",  # one that is refused writes nothing, and so clears nothing away
    ),
    "an export over another": Operation(
        places.exported, "scores export @/old.csv --force", seeing.written, judging.written
    ),
    "an import": Operation(places.exported, "scores import @/games.json", seeing.games, judging.games),
    "a renaming": Operation(places.exported, "scores rename Min Max", seeing.games, judging.games, brief=False),
    "a compilation": Operation(places.exported, _FACTS, seeing.facts, judging.compiled),
    "another compilation": Operation(
        places.exported, _FACTS, seeing.facts, judging.compiled, places.compile_and_change
    ),
    "a pack that looks changed": Operation(
        places.exported, _FACTS, seeing.facts, judging.compiled, places.compile_and_touch
    ),
    "a pack added": Operation(places.listed, f"pack add @/{PACK}", seeing.packs, judging.packs),
    "a pack replaced": Operation(places.installed, f"pack add @/{PACK} --force", seeing.packs, judging.packs),
    "a pack removed": Operation(
        places.installed, f"pack remove {PACK} --yes", seeing.packs, judging.packs, again=f"pack add @/{PACK} --force"
    ),
    "a pack imported": Operation(
        places.exported, "pack import @/own.gift --to @/made", seeing.written, judging.written
    ),
    "a migration": Operation(places.first_schema, "scores", seeing.games, judging.kept),
    "damage set aside": Operation(places.damaged, "scores", seeing.damaged, judging.set_aside, brief=False),
    "a repair": Operation(places.torn, "doctor --fix", seeing.games, judging.repaired, brief=False),
    "a backup put back": Operation(
        places.backed_up, f"doctor --restore {DAY}", seeing.games, judging.games, brief=False
    ),
}
"""Each by its name."""
