"""Where the operations begin: homes with a pack, games, a file of an old schema, a damaged one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from store import damage, old_files

from . import inside

GAME = ("--seed", "7", "--up-to", "3", "-n", "3", "--player", "Min")
"""A game of three questions that is the same in every run."""

ANSWERS = "s\n!Too plain.\ns\nb\n"
"""Answers to all of it, and a flag."""

PACK = "novel"
"""The id of the installed pack, and the folder that it is written in."""

DAY = "2026-01-31"
"""The day of a backup."""


def written(place: Path) -> None:
    """Write a pack into a folder, and answers; there is no home yet."""
    place.mkdir()
    _done(place, "pack", "new", str(place / PACK))
    (place / "answers.txt").write_text(ANSWERS, encoding="utf-8")


def compile_and_change(place: Path) -> None:
    """Compile the pack into the cache, under a name that depends on its place, and change its files."""
    _done(place, "facts", "--pack", str(place / PACK))
    _change(place)


def compile_and_touch(place: Path) -> None:
    """Compile the pack into the cache, and let its files only look changed."""
    _done(place, "facts", "--pack", str(place / PACK))
    (place / PACK / "pack.toml").touch()


def listed(place: Path) -> None:
    """Make a pack in a folder, and a home in which the packs were listed."""
    written(place)
    _done(place, "pack", "list")


def installed(place: Path) -> None:
    """Make a home with the pack installed, and the folder of the pack with another question in it."""
    listed(place)
    _done(place, "pack", "add", str(place / PACK))
    _change(place)


def played(place: Path) -> None:
    """Make a home with the pack installed, a finished game, and no backup yet."""
    installed(place)
    _done(place, "play", "--pack", PACK, *GAME, "--answers", str(place / "answers.txt"))
    shutil.rmtree(place / "home" / "backups")


def left(place: Path) -> None:
    """Make the same, with a game of which one question is answered."""
    played(place)
    (place / "one.txt").write_text("s\n", encoding="utf-8")
    inside.run(place, "play", "--pack", PACK, *GAME, "--answers", str(place / "one.txt"))
    (place / "answers.txt").write_text("s\nb\n", encoding="utf-8")


def exported(place: Path) -> None:
    """Make a home with two finished games, an export of one of them, and three games from elsewhere."""
    played(place)
    _done(place, "scores", "export", str(place / "games.json"))
    (game,) = json.loads((place / "games.json").read_text(encoding="utf-8"))["games"]
    others = [{**game, "game_id": digit * 32, "player": "Elsewhere"} for digit in "abc"]
    (place / "games.json").write_text(json.dumps({"games": [game, *others]}), encoding="utf-8")
    _done(place, "scores", "export", str(place / "old.csv"))
    _done(place, "play", "--pack", PACK, *GAME, "--answers", str(place / "answers.txt"))
    (place / "own.gift").write_text("Which number?{=one ~two ~three ~four}\n", encoding="utf-8")


def first_schema(place: Path) -> None:
    """Make a file of games of the first schema."""
    (place / "home").mkdir(mode=0o700, parents=True)
    old_files.make(old_files.VERSIONS[0], place / "home" / "games.db")


def damaged(place: Path) -> None:
    """Make a file of games that is none any more."""
    played(place)
    damage.first_page(place / "home" / "games.db")


def torn(place: Path) -> None:
    """Make a file of games in which damage was met, a log of its own and games that can be salvaged in it."""
    left(place)
    damage.tree(place / "home" / "games.db")
    (place / "home" / "games.db.suspect").touch()


def backed_up(place: Path) -> None:
    """Make a home with a backup of one game, and another game since."""
    played(place)
    (place / "home" / "backups").mkdir(mode=0o700)
    shutil.copy(place / "home" / "games.db", place / "home" / "backups" / f"games-{DAY}.db")
    _done(place, "play", "--pack", PACK, *GAME, "--answers", str(place / "answers.txt"))


def _change(place: Path) -> None:
    file = place / PACK / "questions.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(" hands?", " own hands?"), encoding="utf-8")


def _done(place: Path, *words: str) -> None:
    result = inside.run(place, *words)
    assert result.code == 0, result
