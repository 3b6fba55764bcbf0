"""The full check of the file of games, which changes nothing: its pages, its references, its games, what is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import msgspec

from qot_quiz.errors import StoreError
from qot_quiz.store import cards, examining, folding
from qot_quiz.store.examining import SETTINGS
from qot_quiz.store.legible import legible_game, legible_moves
from qot_quiz.store.opening import MEMORY, Row, Store, open_memory, wall_clock
from qot_quiz.store.results import rebuild
from qot_quiz.store.troubles import explain

_STEPS = "select n, command, outcome, what, done_at from moves where game = ? order by n"
_SCHEMA = "select type, name, tbl_name, sql from sqlite_schema order by type, name"
_TABLES = "select name from sqlite_schema where type = 'table' and name not in ('games', 'moves')"
_STATISTICS, _CARDS = "select pack, up_to from stats_upto", "select pack from cards_upto"
_COUNTS = "select (select count(*) from games), (select count(*) from results where hidden = 0)"


class Checkup(msgspec.Struct, frozen=True):
    """The state of a file of games.

    Args:
        state: ``missing``, ``sound``, ``old`` (the next start brings it up to date), ``damaged``, ``stale`` (what is
            kept of games differs from their steps) or ``refused`` (only a person can do something about it).
        found: What is wrong in a sentence each; empty when all is well.
        hint: What to do about a file that is refused.
        schema: The number of its schema; None where it cannot be read.
        games: How many games were begun in it; None where it cannot be read.
        results: How many finished games its boards list, imported ones among them; likewise.
    """

    state: str
    found: tuple[str, ...] = ()
    hint: str = ""
    schema: int | None = None
    games: int | None = None
    results: int | None = None


def check(path: str) -> Checkup:
    """Look through a whole file of games.

    Args:
        path: The file.
    """
    try:
        found = examining.examine(path)
    except StoreError as error:
        return Checkup("refused", (error.message,), error.hint)
    except (sqlite3.Error, OSError) as error:
        explained = explain(error, path)
        return Checkup("refused", (explained.message,), explained.hint)
    if found == "damaged":
        return Checkup("damaged", ("It cannot be read as a database.",))
    if isinstance(found, str):
        return Checkup(found)
    with closing(found):
        try:
            return _checked(found)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if isinstance(error, sqlite3.OperationalError) and examining.code_of(error) not in examining.DAMAGE:
                explained = explain(error, path)
                return Checkup("refused", (explained.message,), explained.hint)
            return Checkup("damaged", ("Parts of it cannot be read.",))


def _checked(connection: sqlite3.Connection) -> Checkup:
    # First what the file holds besides rows: triggers that are not ours would run while it is looked through.
    with closing(open_memory()) as fresh:
        foreign = connection.execute(_SCHEMA).fetchall() != fresh.rows(_SCHEMA)
    if foreign:
        return Checkup("damaged", ("Its tables are not those of qot-quiz.",))
    wrong = connection.execute("pragma integrity_check(1)").fetchone() != ("ok",)
    found = ["Its pages contradict one another."] if wrong else []
    if connection.execute("pragma foreign_key_check").fetchone():
        found.append("Rows refer to others that are not there.")
    if unreadable := _unreadable(connection):
        found.append(f"{unreadable} of its games cannot be read.")
    (schema,) = connection.execute("pragma user_version").fetchone()
    counts = (schema, *connection.execute(_COUNTS).fetchone())
    if found:
        return Checkup("damaged", tuple(found), "", *counts)
    if _stale(connection):
        return Checkup(
            "stale", ("The boards, statistics or the list of unfinished games differ from the games.",), "", *counts
        )
    return Checkup("sound", (), "", *counts)


def _unreadable(connection: sqlite3.Connection) -> int:
    unreadable = 0
    for game_id, *drawn in connection.execute("select id, setup, deck, started_at from games"):
        steps = connection.execute(_STEPS, (game_id,)).fetchall()
        unreadable += not legible_game(*drawn) or legible_moves(steps) < len(steps)
    return unreadable


def _stale(connection: sqlite3.Connection) -> bool:
    """Compare what is kept with what follows from the games, in a copy that goes with this check."""
    with closing(sqlite3.connect("", isolation_level=None)) as copy:
        connection.backup(copy)
        copy.executescript(SETTINGS)
        store = Store(copy, MEMORY, wall_clock, [])
        kept = store.rows(_STATISTICS), store.rows(_CARDS)
        try:
            _fold(store, *kept)
            before = _sums(copy)
            rebuild(store)
            folding.rebuild(store)
            _fold(store, *kept)
        except StoreError:
            return True
        return _sums(copy) != before


def _fold(store: Store, statistics: list[Row], packs: list[Row]) -> None:
    """Bring up to date what is kept for statistics and reviews."""
    for pack, up_to in statistics:
        folding.fold(store, pack, up_to)
    for (pack,) in packs:
        cards.due(store, "", pack)


def _sums(connection: sqlite3.Connection) -> dict[str, int]:
    """Sum up the rows of every table, whatever their order, the games' own apart."""
    tables = [name for (name,) in connection.execute(_TABLES)]
    return {table: sum(hash(row) for row in connection.execute(f"select * from {table}")) for table in tables}


def library() -> str:
    """Tell the version of SQLite."""
    return sqlite3.sqlite_version
