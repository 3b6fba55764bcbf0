"""The modes of play: each is a value, listed once in `MODES`; the engine and the screens know none by name."""

from __future__ import annotations

from collections.abc import Callable, Collection

import msgspec

from qot_quiz.core.draw import Pool
from qot_quiz.core.modes import classic, survival
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Rules, Setup

Draw = Callable[[Pool, Setup, Collection[str]], tuple[Question, ...]]
"""Draws a deck from a pool for a setup; ids in the collection were seen before and come last."""


class Mode(msgspec.Struct, frozen=True):
    """A way to play: its rules and how it draws.

    Args:
        rules: The knobs of the game.
        draw: How the deck is drawn; a deck shorter than asked for means that the pool holds no more.
    """

    rules: Rules
    draw: Draw


MODES: dict[str, Mode] = {
    "classic": Mode(classic.RULES, classic.draw),
    "survival": Mode(survival.RULES, survival.draw),
}
"""Every mode by the name that options, boards and JSON use."""
