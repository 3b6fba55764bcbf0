"""Bringing kept folds up to the games that have ended, so that no reading of statistics finds much to add."""

from __future__ import annotations

from contextlib import suppress

from qot_quiz.core.mixture import packs_of
from qot_quiz.core.setup import Setup
from qot_quiz.errors import StoreError
from qot_quiz.store import settings
from qot_quiz.store.opening import Store

FEW = 500
"""Moves that a reading adds without anybody noticing; up to so many a fold is left as it is."""

MOST = 2_000
"""Moves that are added after one game: a history without any fold catches up over some games, unnoticed."""

PATIENCE_S = 0.05
"""How long another process that holds the file is waited for, in seconds."""

_NEWEST = "select coalesce(max(rowid), 0) from moves"
_STATISTICS = f"select ({_NEWEST}) - coalesce((select last from stats_upto where pack = ? and up_to = ?), 0)"
_SCHEDULE = f"select ({_NEWEST}) - coalesce((select last from cards_upto where pack = ?), 0)"


def keep_up(store: Store, setup: Setup) -> None:
    """Bring statistics and schedule of a game's packs up to date where they lag behind, as far as that is quickly done.

    Whatever stands against it does no harm: what reads a fold brings it up to date itself.

    Args:
        store: The open store.
        setup: What the game was set up with.
    """
    with suppress(StoreError, KeyboardInterrupt), store.waiting(PATIENCE_S):
        for pack in packs_of(setup.pack):
            _keep_up(store, pack, setup.players or (setup.player,))


def _keep_up(store: Store, pack: str, players: tuple[str, ...]) -> None:
    """Add to the folds of one pack, under the ceilings that its players' statistics are read with."""
    for up_to in sorted({settings.ceiling(store, player, pack) or 0 for player in players}):
        if store.rows(_STATISTICS, (pack, up_to))[0][0] > FEW:
            from qot_quiz.store import folding  # few games need it

            folding.fold(store, pack, up_to, MOST)
    if store.rows(_SCHEDULE, (pack,))[0][0] > FEW:
        from qot_quiz.store import cards  # and this

        cards.fold(store, pack, MOST)
