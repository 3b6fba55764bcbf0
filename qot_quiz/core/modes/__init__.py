"""The modes of play: each is a value, listed once in `MODES`; the engine and the screens know none by name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

import msgspec

from qot_quiz.core.draw import Pool
from qot_quiz.core.modes import blitz, classic, daily, ladder, marathon, party, review, survival
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Rules, Setup

Draw = Callable[[Pool, Setup, Collection[str]], tuple[Question, ...]]
"""Draws a deck from a pool for a setup; ids in the collection were seen before and come last."""


Stream = Callable[[Pool, Setup, Sequence[Question]], Iterator[Question]]
"""Draws what comes behind the questions dealt already, one by one."""


class Mode(msgspec.Struct, frozen=True):
    """A way to play: its rules and how it draws.

    Args:
        rules: The knobs of the game.
        draw: How the deck is drawn; a deck shorter than asked for means that the pool holds no more.
        stream: How the rest of the deck is drawn where that is done as the game goes.
        own: Whether the mode has a command of its own, and is no choice of `play`.
        adapts: Whether its questions can follow the player (`core.adaptive`), since their order has no meaning.
    """

    rules: Rules
    draw: Draw
    stream: Stream | None = None
    own: bool = False
    adapts: bool = False


MODES: dict[str, Mode] = {
    "classic": Mode(classic.RULES, classic.draw, adapts=True),
    "blitz": Mode(blitz.RULES, blitz.draw, adapts=True),
    "survival": Mode(survival.RULES, survival.draw),
    "ladder": Mode(ladder.RULES, ladder.draw),
    "marathon": Mode(marathon.RULES, marathon.draw, marathon.stream),
    "daily": Mode(daily.RULES, daily.draw, own=True),
    "review": Mode(review.RULES, review.draw, own=True),
    "party": Mode(party.RULES, party.draw, own=True),
}
"""Every mode by the name that options, boards and JSON use."""
