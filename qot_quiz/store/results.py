"""What finished games came to, one row each: kept with the last step, made anew from the moves, or taken from elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime

import msgspec

from qot_quiz.core import past
from qot_quiz.core.events import Ended, Judged
from qot_quiz.core.past import KEYS, Result
from qot_quiz.core.setup import Setup
from qot_quiz.errors import StoreError
from qot_quiz.store.opening import Row, Statement, Store, trouble

COLUMNS = (*KEYS, "helps", "finished_ms", "origin")
"""The columns that say what a game came to; `hidden` follows from the games removed."""

_NAMES = ", ".join(COLUMNS)

# The player and the removal are those of the moment of writing: another process may have renamed or removed.
_CURRENT = {"player": "coalesce((select player from games where id = ?1), ?2)"}
_VALUES = ", ".join(_CURRENT.get(name, f"?{number}") for number, name in enumerate(COLUMNS, 1))

# A game finished elsewhere may have been imported while it was unfinished here; its own end takes that one's place.
_TAKE_BACK = "delete from results where game_id = ?"
_KEEP = f"""
insert into results ({_NAMES}, hidden) values ({_VALUES}, exists (select 1 from removed where game = ?1))
"""

_SPOOL = f"create table arriving ({_NAMES})"
_ARRIVE = f"insert into arriving values ({', '.join('?' * len(COLUMNS))})"
_ARRIVED = f"select {_NAMES} from arriving order by board, points desc"  # side by side in the index of the boards
_MERGE = f"""
insert into results ({_NAMES}, hidden) select {', '.join(f'?{number}' for number in range(1, len(COLUMNS) + 1))}, 0
where not exists (select 1 from removed where game = ?1)
on conflict (game_id) do nothing
"""

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
        ranked: Whether the game counts on its board.
        ruleset: The number of the rules it was scored by.
        board: Its board.
    """

    how: str
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


def keep(result: Result, helps: int) -> tuple[Statement, ...]:
    """Give the statements that keep what a game finished here came to.

    Args:
        result: The finished game.
        helps: How many helps were used.
    """
    return (_TAKE_BACK, (result.game_id,)), (_KEEP, _row(result, helps, "here"))


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
    try:
        # The stream may be slow or break off; meanwhile no other process shall wait for the file.
        with closing(sqlite3.connect("", isolation_level=None)) as spool:
            spool.execute("begin")
            spool.execute(_SPOOL)
            arrived = max(spool.executemany(_ARRIVE, rows).rowcount, 0)
            with store.transaction() as connection:
                added = max(connection.executemany(_MERGE, spool.execute(_ARRIVED)).rowcount, 0)
    except sqlite3.Error as error:
        raise trouble(error, store.path) from error
    return Imported(added, arrived - added)


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
    game_id, setup, started_at, finished_at, outcome = game
    try:
        end = msgspec.json.decode(outcome, type=End)
        # A regrade is a later verdict on the same question, and takes the place of the first.
        verdicts = [msgspec.json.decode(text, type=Judged) for text in judged]
        records = tuple({record.number: record for record in verdicts}.values())
        ended = Ended(end.how, verdicts[-1].standing, end.ranked, records)
        result = past.result(msgspec.json.decode(setup, type=Setup), ended, game_id, started_at, finished_at)
    except (msgspec.DecodeError, TypeError, IndexError) as error:
        raise StoreError(
            f"The game {game_id} in {path} cannot be read.", "A newer qot-quiz may have written it."
        ) from error
    return keep(msgspec.structs.replace(result, ruleset=end.ruleset, board=end.board), past.helps(ended))


def _row(result: Result, helps: int, origin: str) -> Row:
    finished_ms = round(datetime.fromisoformat(result.finished_at).timestamp() * 1000)
    return (*msgspec.structs.astuple(result), helps, finished_ms, origin)
