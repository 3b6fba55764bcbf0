"""Ways in which a file of games breaks, and a file with games in it to break."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from qot_quiz.store.opening import open_store

from .finished import game, keep
from .sample import give, play, start

GAMES = 40
"""Games of the file: finished ones, three unfinished ones and two imported ones."""

Damage = Callable[[Path], None]


def file_of_games(folder: Path) -> Path:
    """Make a sound file of `GAMES` games in a folder."""
    store = open_store(str(folder / "games.db"))
    for _ in range(GAMES - 5):
        play(store)
    for _ in range(3):
        begun, journal = start(store)
        give(begun, journal, begun.question.solution)
    keep(store, game("ab" * 16, points=7), game("cd" * 16, points=9))
    store.close()
    return folder / "games.db"


def page_of(path: Path, table: str) -> int:
    """Tell where the first page of a table begins, in bytes."""
    connection = sqlite3.connect(path)
    (page,) = connection.execute("select rootpage from sqlite_schema where name = ?", (table,)).fetchone()
    connection.close()
    return (int(page) - 1) * 4096


def noise(path: Path, at: int, length: int = 4096) -> None:
    """Write noise over a part of a file."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xa5" * length)


def first_page(path: Path) -> None:
    """Lose the header and the list of tables."""
    noise(path, 0)


def tree(path: Path) -> None:
    """Lose the page from which all moves are reached."""
    noise(path, page_of(path, "moves"))


def cut(path: Path) -> None:
    """Lose the second half."""
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def text(path: Path) -> None:
    """Lose everything."""
    path.write_bytes(b"this was never a database\n" * 400)


def flips(seed: int) -> Damage:
    """Flip forty bits anywhere."""

    def flipped(path: Path) -> None:
        chance = random.Random(seed)
        whole = bytearray(path.read_bytes())
        for _ in range(40):
            whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(whole)

    return flipped


def overwritten(seed: int) -> Damage:
    """Overwrite five pages anywhere with what looks like anything."""

    def pages(path: Path) -> None:
        chance = random.Random(seed)
        count = path.stat().st_size // 4096
        with path.open("r+b") as file:
            for _ in range(5):
                file.seek(chance.randrange(count) * 4096)
                file.write(chance.randbytes(4096))

    return pages


def swapped(path: Path) -> None:
    """Put two pages in each other's place, so that trees lead to where they should not."""
    whole = path.read_bytes()
    middle = len(whole) // 8192 * 4096
    one, other = whole[8192:12288], whole[middle : middle + 4096]
    path.write_bytes(whole[:8192] + other + whole[12288:middle] + one + whole[middle + 4096 :])


EVERY = {
    "first page": first_page,
    "tree": tree,
    "cut": cut,
    "text": text,
    "swapped": swapped,
    **{f"flips {seed}": flips(seed) for seed in range(4)},
    **{f"overwritten {seed}": overwritten(seed) for seed in range(4)},
}


def copied(path: Path, to: Path) -> Path:
    """Copy a file into another folder."""
    to.mkdir(exist_ok=True)
    return Path(shutil.copy(path, to / path.name))
