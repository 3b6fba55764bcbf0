"""A finished game read back to be shared: its setup and its verdicts, never the questions' texts."""

from __future__ import annotations

import msgspec

from qot_quiz.core.setup import Setup
from qot_quiz.core.share import Mark
from qot_quiz.store.opening import Store

# The ends lie in their order, so that the newest is found without walking past all others.
_NEWEST = """
select game_id from closed cross join results on game_id = closed.game
where hidden = 0 and {which} order by closed.rowid desc limit 1
"""

_OF_DAY = """
select game_id from closed cross join results on game_id = closed.game
where hidden = 0 and (player in ({who}) or instr(player, ', ')) and substr(finished_at, 1, 10) = ?
order by closed.rowid desc limit ?
"""

_SETUP = "select setup from games where id = ?"

_MARKS = """
select json_extract(outcome, '$.number'), json_extract(outcome, '$.verdict.credit'),
    json_extract(outcome, '$.player'), json_extract(outcome, '$.standing.points'),
    coalesce(json_extract(outcome, '$.regraded'), 0)
from moves where game = ? and what = 'judged' and coalesce(json_extract(outcome, '$.counts'), 1) order by n
"""


def newest(store: Store, players: tuple[str, ...] = ()) -> str | None:
    """Find the id of the game that was finished last on this machine, removed ones apart; None when there is none.

    Args:
        store: The open store.
        players: Whose games count; empty for everybody's.

    Raises:
        StoreError: The file cannot be read.
    """
    which = f"player in ({', '.join('?' * len(players))})" if players else "true"
    rows = store.rows(_NEWEST.format(which=which), players)
    return rows[0][0] if rows else None


def of_day(store: Store, players: tuple[str, ...], day: str, most: int) -> tuple[str, ...]:
    """List the ids of the games that were finished on a day on this machine, the newest first, removed ones apart.

    Args:
        store: The open store.
        players: Whose games, those of parties besides.
        day: The local date as ISO text.
        most: How many at most.

    Raises:
        StoreError: The file cannot be read.
    """
    rows = store.rows(_OF_DAY.format(who=", ".join("?" * len(players))), (*players, day, most))
    return tuple(id for (id,) in rows)


def setup(store: Store, game_id: str) -> Setup | None:
    """Read what a game was set up with; None for one that was imported.

    Args:
        store: The open store.
        game_id: Its id.

    Raises:
        StoreError: The file, or that game, cannot be read.
    """
    for (text,) in store.rows(_SETUP, (game_id,)):
        try:
            read: Setup = msgspec.json.decode(text, type=Setup)
        except (msgspec.DecodeError, TypeError) as error:
            from qot_quiz.store.troubles import unreadable  # most games can be read

            raise unreadable(game_id, store.path) from error
        return read
    return None


def marks(store: Store, game_id: str) -> tuple[Mark, ...]:
    """List how each question of a game was answered, in order; one that was graded anew as it was graded last.

    Args:
        store: The open store.
        game_id: Its id.

    Raises:
        StoreError: The file cannot be read.
    """
    found = {
        number: Mark(credit, player or "", points, bool(regraded))
        for number, credit, player, points, regraded in store.rows(_MARKS, (game_id,))
    }
    return tuple(found.values())
