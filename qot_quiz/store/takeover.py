"""Games found in the pieces of a damaged file, taken over into a sound one: whole, in part, or not at all."""

from __future__ import annotations

import sqlite3

import msgspec

from qot_quiz.store.legible import ENDED, legible_game, legible_moves
from qot_quiz.store.opening import Row
from qot_quiz.store.shapes import Shape

# In the order in which they were begun; those without that number come last.
_IDS = """
select id from (
    select id, place from temp.found_games union all select game, null from temp.found_moves
    union all select game, null from temp.found_closed union all select game_id, null from temp.found_results
)
group by id order by min(place) is null, min(place), id
"""
_KNOWN = "select 1 where exists (select 1 from main.{0} where {1} = ?1)"
_DRAWN = "select setup, deck, started_at from temp.found_games where id = ?"
_STEPS = "select n, command, outcome, what, done_at from temp.found_moves where game = ? order by n"
_CLOSED = "select how from temp.found_closed where game = ?"
_RESULT = "select origin, finished_at from temp.found_results where game_id = ?"

# Rows that follow from lost ones; in the order of their arrival, since the newest end is found by it.
_CLOSE = """
insert or ignore into main.closed (game, how, closed_at)
select game, how, closed_at from temp.found_closed where game in (select id from main.games)
order by place is null, place
"""
_HIDE = """
insert or ignore into main.removed (game, removed_at) select game_id, ?1 from temp.found_results
where hidden = 1 and game_id in (select id from main.games union all select game_id from main.results)
"""

_BY_GAME = ("games", "moves", "closed", "results")


class Salvaged(msgspec.Struct, frozen=True):
    """What became of the games of a damaged file.

    Args:
        whole: Games taken over as they were.
        part: Games of which steps are lost: an open one goes on before the gap, an ended one keeps what it came to.
        lost: Games of which there are traces, but too few to keep anything.
        known: Games that the sound file held already.
    """

    whole: int = 0
    part: int = 0
    lost: int = 0
    known: int = 0


def take_over(connection: sqlite3.Connection, known: dict[str, Shape], now: str) -> Salvaged:
    """Take over what lies in the temporary tables ``found_...`` of the same columns, each with its place before them.

    Args:
        connection: A sound file in a transaction.
        known: The shapes of its tables.
        now: The wall clock, ISO 8601 with offset.

    Raises:
        sqlite3.Error: It cannot be written.
    """
    became = [_take_game(connection, known, id) for (id,) in connection.execute(_IDS).fetchall()]
    connection.execute(_CLOSE)
    for shape in known.values():
        if shape.table not in _BY_GAME:
            _take_rows(connection, shape)
    connection.execute(_HIDE, (now,))
    return Salvaged(*(became.count(name) for name in Salvaged.__struct_fields__))


def _take_game(connection: sqlite3.Connection, known: dict[str, Shape], game_id: str) -> str:
    """Take over one game, and say by a name of `Salvaged` what became of it."""
    for table, column in (("games", "id"), ("results", "game_id")):
        if connection.execute(_KNOWN.format(table, column), (game_id,)).fetchone():
            return "known"
    drawn = connection.execute(_DRAWN, (game_id,)).fetchone()
    result = connection.execute(_RESULT, (game_id,)).fetchone()
    if drawn is None or not legible_game(*drawn):
        if result is None or not _take_result(connection, known["results"], game_id):
            return "lost"
        return "whole" if result[0] == "imported" and drawn is None else "part"
    steps = connection.execute(_STEPS, (game_id,)).fetchall()
    count = legible_moves(steps)
    _insert(connection, known["games"], "where id = ?", game_id)
    _insert(connection, known["moves"], "where game = ? and n <= ? order by n", game_id, count)
    if _complete(connection, game_id, steps, count, result):
        return "whole"
    if result is not None:
        # Kept as from elsewhere, since its steps no longer say what it came to.
        _take_result(connection, known["results"], game_id)
        ended = "insert or ignore into temp.found_closed (game, how, closed_at) values (?, 'finished', ?)"
        connection.execute(ended, (game_id, result[1]))
    return "part"


def _complete(connection: sqlite3.Connection, game_id: str, steps: list[Row], count: int, result: Row | None) -> bool:
    """Tell whether a game's steps lead up to its end, or to where it was left; a lost end follows from them."""
    if count < len(steps):
        return False
    closed = connection.execute(_CLOSED, (game_id,)).fetchone()
    if steps and steps[-1][3] == ENDED:
        if closed is None:
            ending = "insert into temp.found_closed (game, how, closed_at) values (?, json_extract(?, '$.how'), ?)"
            connection.execute(ending, (game_id, steps[-1][2], steps[-1][4]))
        return True
    # Only these two ways of closing a game take no step.
    return result is None and (closed is None or closed[0] in ("gone", "discarded"))


def _take_result(connection: sqlite3.Connection, shape: Shape, game_id: str) -> bool:
    """Keep what a game came to, and say whether that could be done."""
    values = {column: column for column in shape.columns}
    values |= {"origin": "'imported'", "hidden": "0"}
    columns = ", ".join(shape.columns)
    sql = f"insert into main.results ({columns}) select {', '.join(values.values())} from temp.found_results"
    try:
        connection.execute(f"{sql} where game_id = ?", (game_id,))
    except sqlite3.IntegrityError:
        return False
    return True


def _insert(connection: sqlite3.Connection, shape: Shape, which: str, *values: str | int) -> None:
    columns = ", ".join(shape.columns)
    sql = f"insert into main.{shape.table} ({columns}) select {columns} from temp.found_{shape.table} {which}"
    connection.execute(sql, values)


def _take_rows(connection: sqlite3.Connection, shape: Shape) -> None:
    """Take over the rows of another table, one by one, without those that no longer belong to anything."""
    columns = ", ".join(shape.columns)
    places = ", ".join("?" * len(shape.columns))
    sql = f"insert or ignore into main.{shape.table} ({columns}) values ({places})"
    for row in connection.execute(f"select {columns} from temp.found_{shape.table}").fetchall():
        try:
            connection.execute(sql, row)
        except sqlite3.IntegrityError:
            continue
