"""Unfinished games: which there are, whose they are and how far they went."""

from __future__ import annotations

import msgspec

from qot_quiz.core.setup import Setup
from qot_quiz.core.turns import regular
from qot_quiz.store.history import decode
from qot_quiz.store.journal import Dealt
from qot_quiz.store.opening import Store

# A party is at this keyboard, whoever sits there now; its players stand with a comma between each two.
_MINE = "(player = ?1 or instr(player, ', '))"

# The ids are put in order before anything else of a game is read, since decks are long.
_UNFINISHED = f"""
select id, player, mode, pack, digest, started_at, setup, deck, (
    select count(distinct question) from moves where game = id and what = 'judged' and question is not null
)
from (
    select games.rowid as place, started_ms as since from unfinished cross join games on id = game
    where (?1 is null or {_MINE})
        and (not ?3 or exists (select 1 from moves where moves.game = games.id and what = 'judged'))
    order by since desc, place desc limit ?2
)
cross join games on games.rowid = place
order by since desc, place desc
"""


class Unfinished(msgspec.Struct, frozen=True):
    """A game that can be taken up again.

    Args:
        game_id: Its id.
        player: Who plays it.
        mode: Its mode.
        pack: Its pack's id.
        digest: The digest of the pack's content when it was drawn.
        started_at: ISO 8601 with offset.
        answered: Questions judged.
        of: Questions in its deck, or None where the player is not told how many there are.
        practice: Whether it counts for nothing.
    """

    game_id: str
    player: str
    mode: str
    pack: str
    digest: str
    started_at: str
    answered: int
    of: int | None
    practice: bool = False


def games(store: Store, player: str | None = None) -> list[Unfinished]:
    """List the games that can be taken up again, the newest first.

    Args:
        store: The open store.
        player: Whose games, those of parties among them, or None for everybody's.

    Raises:
        StoreError: The file, or a game in it, cannot be read.
    """
    return _listed(store, player, -1, begun=False)


def count(store: Store, player: str) -> int:
    """Count the games of a player that can be taken up again; none of them is read.

    Args:
        store: The open store.
        player: Whose games, those of parties among them.

    Raises:
        StoreError: The file cannot be read.
    """
    counted = f"select count(*) from unfinished cross join games on id = game where {_MINE}"
    return int(store.rows(counted, (player,))[0][0])


def newest(store: Store, player: str | None = None) -> Unfinished | None:
    """Find the newest game to go on with, at a cost that few other games add to.

    One that was left at its first question, with nothing answered, comes behind all others.

    Args:
        store: The open store.
        player: Whose game, or a party's; None for anybody's.

    Raises:
        StoreError: The file, or that game, cannot be read.
    """
    found = _listed(store, player, 1, begun=True) or _listed(store, player, 1, begun=False)
    return found[0] if found else None


def _listed(store: Store, player: str | None, limit: int, *, begun: bool) -> list[Unfinished]:
    found = []
    rows = store.rows(_UNFINISHED, (player, limit, begun))
    for id, name, mode, pack, digest, started_at, setup, deck, answered in rows:
        drawn = decode(setup, Setup, store, id)
        size = len(decode(deck, tuple[Dealt, ...], store, id))
        # A party's deck holds questions for a tie-break too, and a marathon's is but the first of it.
        size = drawn.total or (regular(drawn) if drawn.players else size)
        of = size if drawn.rules.counted else None
        found.append(Unfinished(id, name, mode, pack, digest, started_at, answered, of, drawn.practice))
    return found
