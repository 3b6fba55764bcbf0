"""Games as JSON Lines: an object a line, by the documented keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from qot_quiz.core.clean import escaped
from qot_quiz.core.past import Result
from qot_quiz.formats.files.pieces import LineError, lines
from qot_quiz.formats.scores.columns import values


def write(batches: Iterable[list[str]]) -> Iterator[str]:
    """Write each batch of games, a line each.

    Args:
        batches: Games as `formats.scores.Writer` says.
    """
    for rows in batches:
        yield "".join([encoded(row) + "\n" for row in rows])


def encoded(row: str) -> str:
    """Write one game as a JSON object without its rank.

    Args:
        row: The text of a JSON array.
    """
    return escaped(msgspec.json.encode(Result(*values(row)[1:])).decode())


def read(source: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read an object a line; blank lines are passed over.

    Args:
        source: The text in pieces.

    Yields:
        The number of a game's line, and its values by key.

    Raises:
        LineError: A line is no object.
    """
    for number, line in enumerate(lines(source), start=1):
        if line.strip():
            yield number, decoded(number, line)


def decoded(line: int, text: str) -> dict[str, Any]:
    """Read one JSON object.

    Args:
        line: Where it begins.
        text: The object.

    Raises:
        LineError: It is none.
    """
    try:
        game = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise LineError(line, f"this is no JSON ({error})") from error
    if not isinstance(game, dict):
        raise LineError(line, "this is no game, but another JSON value")
    return game
