"""Games that wait to be taken up, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qot_quiz import voice
from qot_quiz.store import unfinished
from qot_quiz.ui import words

if TYPE_CHECKING:
    from qot_quiz.store.opening import Store


def told(game: unfinished.Unfinished) -> str:
    """Describe an unfinished game in a line: its mode and player, when it began, how far it is."""
    mode, far = words.mode(game.mode, game.practice), words.far(game.answered, game.of)
    return f"{mode}, {game.player}, {words.moment(game.started_at)}, {far}"


def mention(store: Store, player: str | None = None) -> None:
    """Say in a line that a game waits, if one does in which something was answered.

    Args:
        store: The open store.
        player: Whose game, or None for anybody's.
    """
    game = unfinished.newest(store, player)
    if game is not None and game.answered:
        voice.talk(f"A game waits ({told(game)}): qot-quiz resume")
