"""The end of a game: where it came in, how many stars it earned, and a game of exactly what was missed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from qot_quiz import runtime
from qot_quiz.cli import drawing
from qot_quiz.core import game as engine
from qot_quiz.core import past, score
from qot_quiz.core.after import After
from qot_quiz.core.draw import Filters, deal
from qot_quiz.core.game import Game
from qot_quiz.core.modes import review
from qot_quiz.errors import QuizError
from qot_quiz.store.opening import Store
from qot_quiz.ui import words

if TYPE_CHECKING:
    from qot_quiz.bank.mix import Playable
    from qot_quiz.cli.sitting import Drawn


def after(game: Game, notes: tuple[str, ...], practice: Drawn | None, *, again: bool) -> After:
    """Gather what is told and offered at the end of a game.

    Args:
        game: The game, which is over.
        notes: Sentences on how it stands.
        practice: What can be practised, or None.
        again: Whether another game like it can begin.
    """
    ended = engine.ended(game)
    standing, by_word = ended.standing, sum(record.regraded for record in ended.records)
    starred = standing.asked and not game.setup.players
    stars = score.stars(standing.right - by_word, max(standing.asked, game.setup.length or 0)) if starred else None
    return After(notes, stars, len(practice[1]) if practice else 0, again)


def place(game: Game, game_id: str, store: Store) -> tuple[str, ...]:
    """Say where a finished game came in on its board, and whether it is the player's best; nothing unless ranked."""
    from qot_quiz.store import boards

    at = boards.place(store, game_id)
    if at.rank is None:
        return ()
    best = words.best(game.standing.points, at.former) if at.personal_best else ""
    return tuple(filter(None, (words.placed(past.board(game.setup), at.rank, at.of), best)))


def practice(game: Game, bank: Playable, store: Store) -> Drawn | None:
    """Draw a review of exactly what a player missed in a game, with fresh options; None where there is none.

    What was flagged is left out. A party has no practice: its players missed different questions.
    """
    records = engine.ended(game).records
    missed = {record.question.item.id: record.question.item for record in records if record.verdict.credit < 1}
    if game.setup.players or not missed:
        return None
    seed = runtime.seed()
    with suppress(QuizError):
        pool = drawing.pool(game.setup, bank, store, remembers=True)
        items = [item for item in missed.values() if item in pool.about(item.fact_id)]
        if items:
            setup = msgspec.structs.replace(
                game.setup,
                mode="review",
                rules=review.RULES,
                filters=Filters(up_to=game.setup.filters.up_to),
                length=len(items),
                seed=seed,
                longer=False,
                practice=True,
                day="",
                due=tuple(item.fact_id for item in items),
                total=0,
                code="",
                level=None,
            )
            return setup, deal(items, seed)
    return None
