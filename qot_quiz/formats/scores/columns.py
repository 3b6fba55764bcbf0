"""The columns of a table of games, and how a value is written in one."""

from __future__ import annotations

import unicodedata
from typing import Any, get_args

import msgspec

from qot_quiz.core.past import KEYS, Result

COLUMNS = ("rank", *KEYS)
"""The names of the columns, in their order."""


class Kind(msgspec.Struct, frozen=True):
    """What a value may be.

    Args:
        type: ``str``, ``int`` or ``bool``.
        nullable: Whether there may be none.
    """

    type: type
    nullable: bool


def _kind(declared: Any) -> Kind:
    options = get_args(declared) or (declared,)
    return Kind(options[0], type(None) in options)


KINDS = {field.name: _kind(field.type) for field in msgspec.structs.fields(Result)}
"""What the value of each key of a game may be."""

NUMERIC = tuple(name == "rank" or KINDS[name].type is int for name in COLUMNS)
"""For each column, whether it holds numbers."""


def values(row: str) -> list[Any]:
    """Take a game apart.

    Args:
        row: The text of a JSON array.
    """
    parts: list[Any] = msgspec.json.decode(row)
    return parts


def word(value: object) -> str:
    """Write a value as a table shows it: nothing for none, ``true`` and ``false`` for flags."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def width_of(text: str) -> int:
    """Count the columns that a text takes in a terminal: two for a wide character, none for a mark."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(char)[0] == "M" else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text
    )
