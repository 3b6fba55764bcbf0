"""Dailies in the store: which days were played, and the one ranked try of each."""

from __future__ import annotations

import msgspec

from qot_quiz.core.daystreak import Played
from qot_quiz.store.opening import Store

# A removed game still was the day's ranked try.
_TRIES = """
select games.id, json_extract(setup, '$.day'), started_at, coalesce(json_extract(setup, '$.practice'), 0), closed.how
from games left join closed on closed.game = games.id
where player = ? and pack = ? and mode = 'daily'
order by games.rowid
"""


class Try(msgspec.Struct, frozen=True):
    """A daily that was begun.

    Args:
        game_id: Its id.
        day: The date that it belongs to, as ISO text.
        started_at: ISO 8601 with offset.
        practice: Whether it counts for nothing.
        how: How it ended, or None while it is open.
    """

    game_id: str
    day: str
    started_at: str
    practice: bool
    how: str | None


def tries(store: Store, player: str, pack: str) -> list[Try]:
    """List every daily of a player, in the order in which they were begun.

    Args:
        store: The open store.
        player: Who plays.
        pack: The pack's id.

    Raises:
        StoreError: The file cannot be read.
    """
    rows = store.rows(_TRIES, (player, pack))
    return [Try(id, day, started_at, bool(practice), how) for id, day, started_at, practice, how in rows]


def ranked(all_tries: list[Try], day: str) -> Try | None:
    """Find the one ranked try of a day: the first that was begun, unless its questions have left the pack."""
    return next((one for one in all_tries if one.day == day and not one.practice and one.how != "gone"), None)


def played(all_tries: list[Try]) -> list[Played]:
    """List the days whose ranked try was finished."""
    return [Played(one.day, one.started_at) for one in all_tries if not one.practice and one.how == "finished"]
