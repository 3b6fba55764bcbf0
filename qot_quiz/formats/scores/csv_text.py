"""Games as CSV by RFC 4180: every text in quotes, a header always, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from typing import Any

from qot_quiz.core.clean import fault, visible
from qot_quiz.core.past import KEYS
from qot_quiz.formats.files.defusing import as_it_was, defused
from qot_quiz.formats.files.pieces import LineError, lines
from qot_quiz.formats.scores.columns import COLUMNS, KINDS, values, word

SUSPECT = re.compile(r'"[\s\'=+\-@＝＋－＠]')
"""How such a text may begin in JSON; cheaper to look for, and true of some that are harmless."""

NUMBER = re.compile("0|[1-9][0-9]{0,18}")


def write(batches: Iterable[list[str]]) -> Iterator[str]:
    """Write a header, then each batch of games.

    Args:
        batches: Games as `formats.scores.Writer` says.
    """
    yield ",".join(COLUMNS) + "\r\n"
    for rows in batches:
        if rows:
            yield _cut(rows) or "".join(map(_line, rows))


def _cut(rows: list[str]) -> str | None:
    """Make CSV of the JSON of a batch, which it is already but for brackets and nulls; None where it might not be.

    Without a backslash in it, every quote begins or ends a text, as in CSV.
    """
    text = "\r\n".join([row[1:-1] for row in rows]) + "\r\n"
    if "\\" in text or "\x7f" in text or SUSPECT.search(text):
        return None
    if not text.isascii() and not all(row.isprintable() for row in rows):
        return None
    if text.count(",") == len(rows) * (len(COLUMNS) - 1):
        # No text holds a comma, so none holds what is replaced here.
        return text.replace("null,", ",")
    # A null begins its line or has a text beside it. A text that begins or ends with a comma could look the same there,
    # and shows as a quote between commas.
    if ',",' in text:
        return None
    text = text.replace(',null,"', ',,"').replace('",null,', '",,').replace("\r\nnull,", "\r\n,")
    return text.removeprefix("null")


def _line(row: str) -> str:
    return ",".join([_cell(value) for value in values(row)]) + "\r\n"


def _cell(value: object) -> str:
    if not isinstance(value, str):
        return word(value)
    if not value.isprintable() and fault(value):
        value = visible(value)
    return '"' + defused(value).replace('"', '""') + '"'


def read(source: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read what `write` has written.

    Args:
        source: The text in pieces.

    Yields:
        The number of a game's line, and its values by key, as far as they can be told.

    Raises:
        LineError: The header is another one, a line has too few or too many cells, or is no CSV.
    """
    rows = csv.reader(lines(source), strict=True)
    try:
        if tuple(next(rows, ())) != COLUMNS:
            raise LineError(1, "the columns are not those of an export: " + ",".join(COLUMNS))
        for row in rows:
            if len(row) == len(COLUMNS):
                yield rows.line_num, {key: _value(key, cell) for key, cell in zip(KEYS, row[1:], strict=True)}
            elif row:
                raise LineError(rows.line_num, f"there are {len(row)} cells, not {len(COLUMNS)}")
    except csv.Error as error:
        raise LineError(rows.line_num, f"this is no CSV ({error})") from error


def _value(key: str, cell: str) -> object:
    """Tell a value from its cell; one that is not of its kind stays a text, for the check to refuse."""
    kind = KINDS[key]
    if kind.nullable and not cell:
        return None
    if kind.type is int:
        return int(cell) if NUMBER.fullmatch(cell) else cell
    if kind.type is bool:
        return {"true": True, "false": False}.get(cell, cell)
    return as_it_was(cell)
