"""Which finished games to list: by player, mode, difficulty, pack and day."""

from __future__ import annotations

from datetime import datetime

import msgspec

from qot_quiz.errors import UsageError
from qot_quiz.store.opening import Row


class Filters(msgspec.Struct, frozen=True):
    """Which games to list; None lets everything through.

    Args:
        player: The player's name.
        mode: The mode.
        difficulty: The board's difficulty: ``any``, or names joined by commas.
        pack: The pack's id.
        since: An ISO date of this place: games finished on that day or later.
    """

    player: str | None = None
    mode: str | None = None
    difficulty: str | None = None
    pack: str | None = None
    since: str | None = None


def fits(board: str, filters: Filters) -> bool:
    """Tell whether a board is of the mode and difficulty asked for.

    Args:
        board: Its name, which says both for all of its games.
        filters: Which games to list.
    """
    _, mode, difficulty, *_ = [*board.split("/"), "", ""]
    return filters.mode in (None, mode) and filters.difficulty in (None, difficulty)


def condition(filters: Filters) -> tuple[str, Row]:
    """Turn the filters that a board's name cannot answer into SQL about ``results as r``.

    Args:
        filters: Which games to list.

    Returns:
        What follows a condition, and the values of its question marks; both empty when there is nothing to leave out.

    Raises:
        UsageError: `since` is no date.
    """
    sql, values = "", []
    for part, value in (
        ("and r.player = ? ", filters.player),
        ("and r.pack = ? ", filters.pack),
        ("and r.finished_ms >= ? ", _start_ms(filters.since)),
    ):
        if value is not None:
            sql += part
            values.append(value)
    return sql, tuple(values)


def _start_ms(day: str | None) -> int | None:
    if day is None:
        return None
    try:
        return round(datetime.fromisoformat(day).astimezone().timestamp() * 1000)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"{day} is no date.", "Write it as 2026-11-22.") from error
