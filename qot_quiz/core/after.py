"""What comes after a game: what is told of it besides its end, and what a player can ask for."""

from __future__ import annotations

import msgspec

PRACTICE, AGAIN = "practice", "again"
"""What a player can ask for: the questions that were missed, or another game."""


class After(msgspec.Struct, frozen=True):
    """What is told and offered once a game is over.

    Args:
        notes: Sentences on how the game stands beside others; a screen tells them in their order.
        stars: How many stars it has earned, 0 to 3; None where nobody gets any.
        practice: How many of its questions can be practised.
        again: Whether another game like it can begin.
    """

    notes: tuple[str, ...] = ()
    stars: int | None = None
    practice: int = 0
    again: bool = False
