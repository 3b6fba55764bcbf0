"""Thinking time: how long the open question may take, and whether an answer came too late."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qot_quiz.core.game import Game


def limit(game: Game) -> int | None:
    """Tell how long the open question may take, from its asking on.

    Time is charged from asking to answering alone: neither drawing nor reading a verdict costs any.

    Args:
        game: A game with an open question.

    Returns:
        Milliseconds, or None where there is no limit.
    """
    rules = game.setup.rules
    limits = [] if rules.ask_ms is None else [rules.ask_ms]
    if rules.game_ms is not None:
        limits.append(max(0, rules.game_ms - sum(record.took_ms for record in game.records)))
    return min(limits, default=None)


def deadline(game: Game) -> int | None:
    """Tell when the time for the open question is over, in milliseconds on the game's clock."""
    allowed = limit(game)
    return None if allowed is None else game.asked_at + allowed


def late(game: Game) -> bool:
    """Say whether the time for the open question is over at the game's moment."""
    end = deadline(game)
    return end is not None and game.now > end


def ends_game(game: Game) -> bool:
    """Say whether the end of the open question's time is the end of the game's time."""
    rules = game.setup.rules
    return rules.game_ms is not None and (rules.ask_ms is None or (limit(game) or 0) < rules.ask_ms)
