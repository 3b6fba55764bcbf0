"""Games as a Markdown table that lines up when it is read as plain text, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from qot_quiz.core.clean import visible
from qot_quiz.formats.scores.columns import COLUMNS, NUMERIC, values, width_of, word

MARKS = re.compile(r"[\\`*_\[\]<>|~&$]")
"""Signs that mean something to Markdown within a line."""


def write(batches: Iterable[list[str]]) -> Iterator[str]:
    """Write a header, then a row for each game.

    Args:
        batches: Games as `formats.scores.Writer` says.
    """
    source = iter(batches)
    # The first batch sets the widths for all, so that a table of any length can be written as it is read.
    first = _cells(next(source, []))
    widths = [max(map(width_of, column)) for column in zip(COLUMNS, *first, strict=True)]
    yield _row(COLUMNS, widths)
    yield "| " + " | ".join("-" * (width - right) + ":" * right for width, right in zip(widths, NUMERIC, strict=True))
    yield " |\n"
    for rows in chain([first], map(_cells, source)):
        yield "".join([_row(cells, widths) for cells in rows])


def _cells(rows: list[str]) -> list[list[str]]:
    return [[_cell(value) for value in values(row)] for row in rows]


def _cell(value: object) -> str:
    return MARKS.sub(r"\\\g<0>", visible(value)) if isinstance(value, str) else word(value)


def _row(cells: Iterable[str], widths: list[int]) -> str:
    return "| " + " | ".join(map(_padded, cells, widths, NUMERIC)) + " |\n"


def _padded(cell: str, width: int, right: bool) -> str:
    space = " " * (width - width_of(cell))
    return space + cell if right else cell + space
