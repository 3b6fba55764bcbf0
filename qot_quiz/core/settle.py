"""Settling a question: the verdict becomes points, streak, hearts and a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from qot_quiz.core import kinds, turns
from qot_quiz.core.events import Judged, Standing
from qot_quiz.core.question import Answer
from qot_quiz.core.score import Score, score
from qot_quiz.core.verdict import Verdict

if TYPE_CHECKING:
    from qot_quiz.core.game import Game


def settle(
    game: Game, given: Answer, verdict: Verdict, took_ms: int, *, regraded: bool = False, counts: bool = True
) -> tuple[Game, Judged]:
    """Settle the question that is open.

    Args:
        game: The game; its standing is still that before the question.
        given: What the player gave.
        verdict: The judgement.
        took_ms: Milliseconds from asking to answering.
        regraded: Whether the player said "I was right".
        counts: Whether the question belongs to the game.

    Returns:
        The game, revealed, with the question's record last, and that record.
    """
    old = game.standing
    rules = game.setup.rules
    points = score(game.question.item.difficulty, verdict.credit, old.streak, game.help, took_ms, rules.ask_ms)
    new = _moved(old, verdict.credit, points) if counts else old
    record = Judged(
        number=game.number,
        question=game.question,
        shape=kinds.shape(game.question),
        given=given,
        verdict=verdict,
        score=points,
        help=game.help,
        took_ms=took_ms,
        standing=new,
        ends=False,
        regraded=regraded,
        player=turns.player(game),
        counts=counts,
    )
    seat = game.turn.seat
    standings = (*game.standings[:seat], new, *game.standings[seat + 1 :])
    before = game.records[: game.number - 1]
    game = msgspec.structs.replace(
        game, standings=standings, before=old, records=(*before, record), revealed=True, fitted=False
    )
    if turns.after(game) is None:
        record = msgspec.structs.replace(record, ends=True)
        game = msgspec.structs.replace(game, records=(*before, record))
    return game, record


def _moved(old: Standing, credit: float, points: Score) -> Standing:
    """Add an answer to a standing."""
    right, miss = credit == 1, credit == 0
    streak = old.streak + 1 if right else 0 if miss else old.streak
    return Standing(
        points=old.points + points.points,
        streak=streak,
        best_streak=max(old.best_streak, streak),
        right=old.right + right,
        asked=old.asked + 1,
        lives=None if old.lives is None else old.lives - miss,
    )
