"""A game that follows its player, on the command line: what it goes with, what it begins from, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from qot_quiz.cli.options import Options
from qot_quiz.core import rating
from qot_quiz.core.adaptive import Follower
from qot_quiz.core.draw import Pool
from qot_quiz.core.mixture import is_mixture, packs_of, parted
from qot_quiz.core.modes import MODES
from qot_quiz.core.past import ADAPTIVE
from qot_quiz.core.rating import Rating
from qot_quiz.core.setup import Setup
from qot_quiz.errors import UsageError
from qot_quiz.store import statistics

if TYPE_CHECKING:
    from collections.abc import Collection

    from qot_quiz.store.opening import Store

UNKNOWN = (rating.PLAYER.milli, rating.PLAYER.plays)
"""The level of a player of whom nothing is known."""


def follows(difficulties: tuple[str, ...], mode: str, options: Options) -> bool:
    """Say whether a game of these difficulties follows its player.

    Args:
        difficulties: Those chosen, `ADAPTIVE` among them.
        mode: The mode.
        options: What was asked for; what is only remembered gives way to it.

    Raises:
        UsageError: Something else was asked for that does not go with it.
    """
    if len(difficulties) > 1:
        others = " and ".join(name for name in difficulties if name != ADAPTIVE)
        raise UsageError(
            f"{ADAPTIVE} chooses among all difficulties: it does not go with {others}.",
            f"Say -d {ADAPTIVE} alone, or leave it out.",
        )
    if options.seed is not None:
        raise UsageError(
            f"A seed draws the same game for everybody, and an {ADAPTIVE} one follows its player's answers.",
            f"Leave out --seed, or -d {ADAPTIVE}.",
        )
    if not MODES[mode].adapts:
        if not options.difficulty:
            return False
        modes = " and ".join(name for name, one in MODES.items() if one.adapts)
        raise UsageError(
            f"{mode} has an order of its own and cannot be {ADAPTIVE}: {modes} can.",
            f"Leave out -d {ADAPTIVE}, or choose another --mode.",
        )
    return True


def rated(setup: Setup, store: Store) -> Setup:
    """Begin a game from its player's rating; where packs are mixed, from that of the pack that was answered most."""
    up_to = setup.filters.up_to
    ratings = [statistics.player_rating(store, setup.player, pack, up_to) for pack in packs_of(setup.pack)]
    level = max(ratings, key=lambda one: one.plays)
    return msgspec.structs.replace(setup, level=(level.milli, level.plays))


def follower(setup: Setup, pool: Pool, seen: Collection[str], store: Store | None) -> Follower:
    """Give what chooses the questions of a game that follows its player.

    Args:
        setup: What the game is set up with.
        pool: The questions that it is drawn from.
        seen: Ids of those seen before.
        store: Where facts are rated; None where only their labels count.
    """

    def rate(fact: str) -> Rating | None:
        if store is None:
            return None
        pack, own = parted(fact) if is_mixture(setup.pack) else (setup.pack, fact)
        return statistics.fact_rating(store, pack, setup.filters.up_to, own)

    return Follower(pool, seen, rate)
