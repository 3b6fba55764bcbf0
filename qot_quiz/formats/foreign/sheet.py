"""Rows of delimited text, each with the line on which it begins (RFC 4180; Quizlet's and Anki's text besides)."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import msgspec

from qot_quiz.formats.foreign.found import LONGEST, Refused

NAMED = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
"""Separators by the names that Anki gives them."""

LONGEST_ROW = 1 << 16
"""Characters of the longest line of a row."""

LOOKED_AT = 20
"""Rows by which a separator is told."""


class Record(msgspec.Struct, frozen=True):
    """A row that says something: the line on which it begins, and its cells."""

    line: int
    cells: tuple[str, ...]


def records(rows: list[str], first: int, separator: str) -> Iterator[Record | Refused]:
    """Cut rows into cells.

    Args:
        rows: Lines of a file.
        first: Where to begin, from 0.
        separator: The sign between cells.
    """
    at = first

    def feed() -> Iterator[str]:
        nonlocal at
        while at < len(rows):
            at += 1
            yield rows[at - 1] + "\n"

    limit = csv.field_size_limit(LONGEST * 8)
    try:
        reader = csv.reader(feed(), delimiter=separator, strict=True)
        while at < len(rows):
            start = at
            if len(rows[start]) > LONGEST_ROW:
                at += 1
                yield Refused(at, f"this line is longer than {LONGEST_ROW} characters")
                continue
            try:
                cells = next(reader, [])
            except csv.Error as error:
                # Only that line is given up: a quote that is never closed would swallow the rest of the file.
                at = start + 1
                reader = csv.reader(feed(), delimiter=separator, strict=True)
                # Text with tabs knows no quotes in Quizlet, where they may stand anywhere.
                cells = rows[start].split(separator) if separator == "\t" else []
                if not cells:
                    yield Refused(start + 1, f"this is no sound row: {error}")
            if any(cell.strip() for cell in cells):
                yield Record(start + 1, tuple(cells))
    finally:
        csv.field_size_limit(limit)


def alike(rows: list[str], first: int, separator: str) -> tuple[tuple[str, ...], bool]:
    """Try a sign between cells on the first rows.

    Args:
        rows: Lines of a file.
        first: Where to begin, from 0.
        separator: The sign.

    Returns:
        The cells of the first row, and whether all rows have as many, which are at least two.
    """
    found: list[tuple[str, ...]] = []
    for one in records(rows[: first + LOOKED_AT * 4], first, separator):
        found += [one.cells] if isinstance(one, Record) else []
        if len(found) == LOOKED_AT:
            break
    widths = {len(cells) for cells in found}
    # Rows that people cut by tabs may lack their last cells; commas stand in sentences as well.
    even = bool(widths) and min(widths) > 1 and (separator == "\t" or (len(widths) == 1 and len(found) > 1))
    return (found[0] if found else ()), even
