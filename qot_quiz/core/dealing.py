"""Dealing on: the next questions of a deck that is drawn as the game goes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from qot_quiz.core import moves
from qot_quiz.core.draw import Pool
from qot_quiz.core.game import Game
from qot_quiz.core.modes import Stream
from qot_quiz.core.modes.marathon import BATCH
from qot_quiz.core.question import Question


class Dealer:
    """Deals from a stream that is opened at the first deal of a sitting and read on from there.

    Args:
        stream: The mode's stream.
        pool: The pack's questions.
    """

    def __init__(self, stream: Stream, pool: Pool) -> None:
        self._stream = stream
        self._pool = pool
        self._rest: Iterator[Question] | None = None

    def __call__(self, game: Game, at: int) -> moves.Deal:
        """Deal the next questions, at a moment of the game's clock."""
        if self._rest is None:
            self._rest = self._stream(self._pool, game.setup, game.deck)
        taken = list(islice(self._rest, BATCH + 1))
        self._rest = chain(taken[BATCH:], self._rest)
        return moves.Deal(at, tuple(taken[:BATCH]), last=len(taken) <= BATCH)
