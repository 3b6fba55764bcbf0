"""Finished games as the command line names them: by their ids, or by the beginning of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qot_quiz.core.clean import quoted
from qot_quiz.errors import UsageError
from qot_quiz.store import boards
from qot_quiz.ui import words

if TYPE_CHECKING:
    from qot_quiz.core.past import Result
    from qot_quiz.store.opening import Store

LISTED = 5
"""Games that are listed where one beginning means several."""


def find(store: Store, beginning: str) -> Result:
    """Find the one finished game whose id begins so.

    Args:
        store: The open store.
        beginning: What was typed.

    Raises:
        UsageError: There is none, or more than one; the hint names them.
    """
    if (found := boards.find(store, beginning)) is not None:
        return found
    several = boards.begun(store, beginning, LISTED + 1)
    if not several:
        raise UsageError(f"No finished game's id begins with {quoted(beginning)}.", "qot-quiz scores shows the ids.")
    more = " and more" if len(several) > LISTED else ""
    listed = "; ".join(f"{one.game_id} ({told(one)})" for one in several[:LISTED])
    raise UsageError(f"More than one finished game's id begins with {quoted(beginning)}.", f"{listed}{more}.")


def told(game: Result) -> str:
    """Describe a finished game in a few words: its player, its board, its points."""
    return f"{game.player}, {words.board(game.board)}, {words.count(game.points, 'point')}"
