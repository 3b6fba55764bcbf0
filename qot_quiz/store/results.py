"""What finished games came to, a row each: kept with the last step, made anew from the moves, or imported."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from qot_quiz.core import past
from qot_quiz.core.events import Ended, Judged, Standing
from qot_quiz.core.past import KEYS, Result
from qot_quiz.core.setup import Setup
from qot_quiz.store.opening import Row, Statement, Store
from qot_quiz.store.troubles import absent, unreadable

COLUMNS = (*KEYS, "helps", "finished_ms", "origin")
"""The columns that say what a game came to; `hidden` follows from the games removed."""

_NAMES = ", ".join(COLUMNS)

# The player and the removal are those of the moment of writing: another process may have renamed or removed.
_CURRENT = {"player": "coalesce((select player from games where id = ?1), ?2)"}
_VALUES = ", ".join(_CURRENT.get(name, f"?{number}") for number, name in enumerate(COLUMNS, 1))

_CLOSE = "insert into closed (game, how, closed_at) values (?, ?, ?)"

# A game finished elsewhere may have been imported while it was unfinished here; its own end takes that one's place.
_TAKE_BACK = "delete from results where game_id = ?"
_KEEP = f"""
insert into results ({_NAMES}, hidden) values ({_VALUES}, exists (select 1 from removed where game = ?1))
"""

_ARRIVALS = f"create temp table arriving ({_NAMES})"
_ARRIVE = f"insert into temp.arriving values ({', '.join('?' * len(COLUMNS))})"
_TWICE = "delete from temp.arriving where rowid not in (select min(rowid) from temp.arriving group by game_id)"
_KNOWN = (
    "delete from temp.arriving where game_id in (select game_id from main.results)",
    "delete from temp.arriving where game_id in (select game from main.removed)",
)
# In the order of the table, which is filled faster so.
_MERGE = f"""
insert into main.results ({_NAMES}, hidden) select {_NAMES}, 0 from temp.arriving
order by board, points desc, right desc, helps, finished_ms, game_id
"""
_INDEXES = "select name, sql from main.sqlite_schema where type = 'index' and tbl_name = 'results' and sql is not null"

_FINISHED = """
select games.id, games.setup, games.started_at, moves.done_at, moves.outcome
from closed cross join games on games.id = closed.game cross join moves on moves.game = closed.game
where moves.what = 'ended'
"""
_JUDGED = "select outcome from moves where game = ? and what = 'judged' order by n"

_TALLY_ANEW = """
insert into tally (board, points, games)
select board, points, count(*) from results where hidden = 0 and ranked = 1 group by board, points
"""
_UNFINISHED_ANEW = """
insert into unfinished (game)
select id from games
where not exists (select 1 from closed where game = id) and not exists (select 1 from removed where game = id)
"""


class End(msgspec.Struct, frozen=True, tag="ended"):
    """What the last step of a game stores of its end, beside the verdicts that lie before it.

    The board and the ruleset are stored because later rules may name boards in another way.

    Args:
        how: ``finished``, ``lost`` or ``won``.
        standing: How the player stood, which an end may change after the last verdict.
        ranked: Whether the game counts on its board.
        ruleset: The number of the rules it was scored by.
        board: Its board.
    """

    how: str
    standing: Standing
    ranked: bool
    ruleset: int
    board: str


class Imported(msgspec.Struct, frozen=True):
    """What became of the games of an import.

    Args:
        added: Games that were new.
        known: Games that were here already, or twice in the import.
    """

    added: int
    known: int


def finish(store: Store, game_id: str, ended: Ended, now: str) -> tuple[End, tuple[Statement, ...]]:
    """Give what the last step of a game stores: its outcome, and the statements that close it and keep its result.

    Args:
        store: The open store.
        game_id: The game's id.
        ended: How it ended.
        now: The wall clock, ISO 8601 with offset.

    Raises:
        StoreError: There is no such game, or it cannot be read.
    """
    rows = store.rows("select setup, started_at from games where id = ?", (game_id,))
    if not rows:
        raise absent(game_id)
    setup, started_at = rows[0]
    try:
        result = past.result(msgspec.json.decode(setup, type=Setup), ended, game_id, started_at, now)
    except (msgspec.DecodeError, TypeError) as error:
        raise unreadable(game_id, store.path) from error
    end = End(ended.how, ended.standing, ended.ranked, result.ruleset, result.board)
    return end, ((_CLOSE, (game_id, ended.how, now)), *_kept(result, past.helps(ended)))


def import_results(store: Store, results: Iterable[tuple[Result, int]]) -> Imported:
    """Take in games finished elsewhere, merged by their ids: all of them, or none when an error comes up.

    Args:
        store: The open store.
        results: Each game with the number of its helps, read as a stream.

    Raises:
        StoreError: It could not be written.
        QuizError: Whatever the stream raises.
    """
    rows = (_row(result, helps, "imported") for result, helps in results)
    # The stream may be slow or break off: until it has ended, other processes shall not wait for the file.
    with store.transaction("begin") as connection:
        connection.execute(_ARRIVALS)
        arrived = max(connection.executemany(_ARRIVE, rows).rowcount, 0)
        connection.execute(_TWICE)
    try:
        with store.transaction():
            for sql in _KNOWN:
                connection.execute(sql)
            added = _merge(connection)
    finally:
        store.write(("drop table temp.arriving", ()))
    return Imported(added, arrived - added)


def _merge(connection: sqlite3.Connection) -> int:
    """Move what has arrived into the results."""
    # To sort an index anew takes a fourth of the time of putting each row in its place, as measured on a million.
    sizes = "select 4 * (select count(*) from temp.arriving) > (select count(*) from main.results)"
    (many,) = connection.execute(sizes).fetchone()
    indexes = connection.execute(_INDEXES).fetchall() if many else []
    for name, _ in indexes:
        connection.execute(f"drop index main.{name}")
    added = connection.execute(_MERGE).rowcount
    for _, sql in indexes:
        connection.execute(sql)
    return added


def rebuild(store: Store) -> None:
    """Make what is kept of finished and unfinished games anew from games and moves; nothing is judged again.

    Args:
        store: The open store.

    Raises:
        StoreError: A game cannot be read, or the file cannot be written; then everything is as it was.
    """
    with store.transaction() as connection:
        connection.execute("delete from results where origin = 'here'")
        for game in connection.execute(_FINISHED):
            judged = (outcome for (outcome,) in connection.execute(_JUDGED, game[:1]))
            for statement in _folded(game, judged, store.path):
                connection.execute(*statement)
        for sql in ("delete from tally", _TALLY_ANEW, "delete from unfinished", _UNFINISHED_ANEW):
            connection.execute(sql)


def _folded(game: Row, judged: Iterator[str], path: str) -> tuple[Statement, ...]:
    """Fold a game's verdicts into its result, as `finish` had it."""
    game_id, setup, started_at, finished_at, outcome = game
    try:
        end = msgspec.json.decode(outcome, type=End)
        verdicts = [msgspec.json.decode(text, type=Judged) for text in judged]
        # A regrade is a later verdict on the same question, and takes the place of the first.
        records = {record.number: record for record in verdicts}.values()
        ended = Ended(end.how, end.standing, end.ranked, tuple(record for record in records if record.counts))
        result = past.result(msgspec.json.decode(setup, type=Setup), ended, game_id, started_at, finished_at)
    except (msgspec.DecodeError, TypeError) as error:
        raise unreadable(game_id, path) from error
    return _kept(msgspec.structs.replace(result, ruleset=end.ruleset, board=end.board), past.helps(ended))


def _kept(result: Result, helps: int) -> tuple[Statement, ...]:
    """Give what keeps a result; a game in which nothing was answered has none."""
    if not result.asked:
        return ()
    return (_TAKE_BACK, (result.game_id,)), (_KEEP, _row(result, helps, "here"))


def _row(result: Result, helps: int, origin: str) -> Row:
    finished_ms = round(datetime.fromisoformat(result.finished_at).timestamp() * 1000)
    return (*msgspec.structs.astuple(result), helps, finished_ms, origin)
