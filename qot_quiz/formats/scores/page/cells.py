"""The table of the page: its columns, and how a game stands in a row."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import msgspec

from qot_quiz.core.clean import visible
from qot_quiz.core.dates import MONTHS
from qot_quiz.formats.scores.columns import COLUMNS, NUMERIC, values, word

Game = dict[str, Any]
"""The values of a game by the names of `COLUMNS`."""


class Cell(msgspec.Struct, frozen=True):
    """A column of the table.

    Args:
        key: The name of `COLUMNS` whose value it shows.
        head: Its head.
        sort: How it is sorted: as ``text``, ``number`` or ``time``.
        show: Writes the cell's content as HTML; what is sorted stands in it as a machine reads it.
        more: Whether it is shown only when all columns are asked for.
    """

    key: str
    head: str
    sort: str
    show: Callable[[Game, str], str]
    more: bool = True


def text(value: str) -> str:
    """Write any text for a place between tags or in an attribute."""
    return escape(visible(value))


def name(value: str) -> str:
    """Write a name apart from what stands beside it, in whichever direction it is written."""
    return f"<bdi>{text(value)}</bdi>"


def number(value: int) -> str:
    """Write a number as people and machines read it."""
    return f'<data value="{value}">{value:,}</data>'


def day(iso: str) -> str:
    """Write an ISO date as people do, the month in three letters: 9 Mar 2024."""
    return f"{int(iso[8:10])} {MONTHS[int(iso[5:7]) - 1][:3]} {iso[:4]}"


def clock(ms: int) -> str:
    """Write a time as on a watch: 1:01, or 1:01:01 with hours."""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:,}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _text(game: Game, key: str) -> str:
    value = game[key]
    return "" if value is None else text(value if isinstance(value, str) else word(value))


def _number(game: Game, key: str) -> str:
    return "" if game[key] is None else number(game[key])


def _plain(game: Game, key: str) -> str:
    """Write a number that names something, without signs between its digits."""
    return f'<data value="{game[key]}">{game[key]}</data>'


def _name(game: Game, key: str) -> str:
    return name(game[key])


def _right(game: Game, key: str) -> str:
    share = game[key] / game["asked"] if game["asked"] else 0
    return f'<data value="{share:.6f}">{game[key]:,}/{game["asked"]:,}</data>'


def _time(game: Game, key: str) -> str:
    iso = text(game[key])
    return f'<time datetime="{iso}">{day(iso)}, {iso[11:16]}</time>'


def _clock(game: Game, key: str) -> str:
    return f'<data value="{game[key]}">{clock(game[key])}</data>'


def _difficulty(game: Game, key: str) -> str:
    return text(game[key].replace(",", " and "))


def _truth(game: Game, key: str) -> str:
    return "yes" if game[key] else "no"


CELLS = (
    Cell("rank", "Rank", "number", _number, more=False),
    Cell("player", "Player", "text", _name, more=False),
    Cell("points", "Points", "number", _number, more=False),
    Cell("right", "Right", "number", _right, more=False),
    Cell("best_streak", "Streak", "number", _number, more=False),
    Cell("mode", "Mode", "text", _text, more=False),
    Cell("difficulty", "Difficulty", "text", _difficulty, more=False),
    Cell("questions", "Questions", "number", _number, more=False),
    Cell("took_ms", "Time", "number", _clock, more=False),
    Cell("finished_at", "Finished", "time", _time, more=False),
    Cell("ranked", "Ranked", "text", _truth),
    Cell("board", "Board", "text", _text),
    Cell("pack", "Pack", "text", _text),
    Cell("up_to", "Up to episode", "number", _number),
    Cell("started_at", "Started", "time", _time),
    Cell("seed", "Seed", "number", _plain),
    Cell("code", "Challenge code", "text", _text),
    Cell("ruleset", "Ruleset", "number", _plain),
    Cell("pack_digest", "Digest of the pack", "text", _text),
    Cell("game_id", "Game", "text", _text),
)
"""The columns: what a reader looks for, then everything else that an export tells; `asked` stands beside `right`."""

_RIGHT = {key for key, numeric in zip(COLUMNS, NUMERIC, strict=True) if numeric}


def _classes(cell: Cell) -> str:
    named = " ".join(["number"] * (cell.key in _RIGHT) + ["more"] * cell.more)
    return f' class="{named}"' if named else ""


_BEGINNINGS = [(cell, _classes(cell)) for cell in CELLS]


def heads() -> str:
    """Write the heads of the columns."""
    return "".join(f'<th scope="col" data-sort="{cell.sort}"{kind}>{cell.head}</th>' for cell, kind in _BEGINNINGS)


def line(row: str) -> str:
    """Write a game as a row of the table.

    Args:
        row: The text of a JSON array, as `formats.scores.Writer` says.
    """
    game = dict(zip(COLUMNS, values(row), strict=True))
    leads = ' class="first"' if game["rank"] == 1 else ""
    cells = []
    for cell, kind in _BEGINNINGS:
        shown = cell.show(game, cell.key)
        cells.append(f'<th scope="row">{shown}</th>' if cell.key == "player" else f"<td{kind}>{shown}</td>")
    return f"<tr{leads}>{''.join(cells)}</tr>\n"
