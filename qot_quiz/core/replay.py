"""Taking up a stored game: brought to where it was, and what a screen shows of it first."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from qot_quiz.core import moves
from qot_quiz.core.events import Event, Hint
from qot_quiz.core.game import Game, asked, begin, called
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Setup
from qot_quiz.core.steps import step
from qot_quiz.core.verdict import Verdict


def replay(
    setup: Setup, deck: tuple[Question, ...], steps: Iterable[tuple[moves.Command, Verdict | Hint | None]], at: int = 0
) -> Game:
    """Bring a game to where it was, from its stored commands; nothing is judged or chosen again.

    Args:
        setup: The setup it began with.
        deck: The deck it began with.
        steps: Every command in order, each with the verdict or hint it led to, if any.
        at: The moment of its beginning on its clock, in milliseconds.
    """
    game, _ = begin(setup, deck, at)
    for command, stored in steps:
        game, _ = step(reopen(game), command, stored)
    return game


def reopen(game: Game) -> Game:
    """Take up a game that was left."""
    return msgspec.structs.replace(game, left=False) if game.left else game


def shown_again(game: Game) -> tuple[Event, ...]:
    """List what a screen shows first when a game is taken up: the last verdict, who comes, or the open question.

    A question that is asked once more says so again.
    """
    if game.revealed:
        return game.records[-1:]
    if game.waiting:
        return (called(game),)
    return (asked(game),) if game.tried is None else (asked(game), game.tried)
