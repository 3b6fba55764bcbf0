"""What there is to be seen in a place: the same before a run and after it, whole or not."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from . import inside

_JUDGED = "select game, question, count(*) from moves where what = 'judged' group by game, question"


class Answers(NamedTuple):
    """The answers of a file of games.

    Args:
        judged: How often a game holds a verdict on a question.
        finished: The ids of the games that have ended.
    """

    judged: dict[tuple[str, str], int]
    finished: frozenset[str]


def answers(place: Path) -> Answers:
    """See every answer that is kept."""
    path = place / "home" / "games.db"
    if not path.exists():
        return Answers({}, frozenset())
    with closing(sqlite3.connect(path)) as connection:
        judged = {(game, question): count for game, question, count in connection.execute(_JUDGED)}
        return Answers(judged, frozenset(id for (id,) in connection.execute("select game_id from results")))


def games(place: Path) -> list[tuple[str, str]]:
    """See the finished games, each with its player, as the program lists them."""
    listed = inside.run(place, "scores", "--json")
    if listed.code:
        return [("", listed.err)]
    return sorted((one["game_id"], one["player"]) for one in json.loads(listed.out)["games"])


def packs(place: Path) -> Any:
    """See the packs as the program lists them."""
    listed = inside.run(place, "pack", "list", "--json")
    return json.loads(listed.out)["packs"] if listed.code == 0 else listed.err


def facts(place: Path) -> str:
    """See what is read from the pack in its folder."""
    return inside.run(place, "facts", "--up-to", "3", "--pack", str(place / "novel")).out


def written(place: Path) -> dict[str, bytes]:
    """See the files that a run has written beside its home."""
    files = (*place.glob("*.csv"), *place.glob("made/*"))
    return {str(path.relative_to(place)): path.read_bytes() for path in files}


def damaged(place: Path) -> bytes:
    """See the bytes of the file of games."""
    return (place / "home" / "games.db").read_bytes()
