"""Reading an export from another machine; which format it has is told by its content."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from qot_quiz.core.past import Result
from qot_quiz.errors import QuizError
from qot_quiz.formats.files.pieces import LineError, pieces
from qot_quiz.formats.scores import csv_text, json_text, jsonl_text
from qot_quiz.formats.scores.check import wrong

HELPS = 0
"""Helps of a game from an export, which does not tell them."""


def read(path: str) -> Iterator[tuple[Result, int]]:
    """Read the games of an export in CSV, JSON or JSON Lines, one by one.

    Args:
        path: The file.

    Yields:
        A game, and how many helps it is taken to have used.

    Raises:
        QuizError: The file cannot be read, or a line of it is no game; it names file and line. Games that were given
            out before must then be dropped.
    """
    try:
        for line, values in _games(pieces(path)):
            if found := wrong(values):
                raise LineError(line, found)
            yield Result(**values), HELPS
    except LineError as error:
        raise QuizError(
            f"{path}, line {error.line}: {error.what}.", "Nothing of it was imported; export the games once more."
        ) from error


def _games(source: Iterator[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    first = next(source, "")
    whole = chain([first], source)
    if first.startswith(("rank,", '"rank",')):
        return csv_text.read(whole)
    if json_text.begins(first):
        return json_text.read(whole)
    if not first.strip() or first.lstrip().startswith("{"):
        return jsonl_text.read(whole)
    raise LineError(1, "this is no export of games as CSV, JSON or JSON Lines")
