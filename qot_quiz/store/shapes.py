"""What the rows of each table look like, to tell them apart where no table says whose they are."""

from __future__ import annotations

import sqlite3

import msgspec

from qot_quiz.store.opening import Row

_NAMED_GAMES = ("id", "game", "game_id")
_HEXADECIMAL = frozenset("0123456789abcdef")
_TYPES = {"TEXT": str, "INTEGER": int}


class Shape(msgspec.Struct, frozen=True):
    """The rows of a table.

    Args:
        table: Its name.
        columns: Its columns in the order in which its file stores them.
        types: The type of each.
        required: Whether each must have a value.
        key: The columns that no two rows share.
        numbered: Whether its rows carry numbers of their own, in the order of their arrival.
    """

    table: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    required: tuple[bool, ...]
    key: tuple[str, ...]
    numbered: bool

    def fits(self, row: Row) -> bool:
        """Tell whether a row can be one of this table: as many columns, of their types, with ids and times in place."""
        if len(row) != len(self.columns):
            return False
        described = zip(row, self.columns, self.types, self.required, strict=True)
        return all(_fits(value, column, type, required) for value, column, type, required in described)


def shapes(connection: sqlite3.Connection) -> dict[str, Shape]:
    """Read the shapes of a sound file's tables, by name.

    Args:
        connection: The open file.

    Raises:
        sqlite3.Error: It cannot be read.
    """
    found = {}
    for schema, table, kind, _, rowless, _ in connection.execute("pragma table_list").fetchall():
        if schema != "main" or kind != "table" or table.startswith("sqlite_"):
            continue
        described = connection.execute(f"pragma main.table_info({table})").fetchall()
        key = [one for one in sorted(described, key=lambda one: one[5]) if one[5]]
        if rowless:  # such a table is stored as its own index, its key first
            described = [*key, *(one for one in described if not one[5])]
        found[table] = Shape(
            table,
            tuple(one[1] for one in described),
            tuple(one[2] for one in described),
            tuple(bool(one[3]) for one in described),
            tuple(one[1] for one in key),
            not rowless,
        )
    return found


def _fits(value: object, column: str, type: str, required: bool) -> bool:
    if value is None:
        return not required
    if not isinstance(value, _TYPES.get(type, object)):
        return False
    if isinstance(value, str) and column in _NAMED_GAMES:
        return len(value) == 32 and _HEXADECIMAL.issuperset(value)
    if isinstance(value, str) and column.endswith("_at"):
        return value[4:5] == "-" and value[10:11] == "T"
    return True
