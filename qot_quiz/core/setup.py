"""What a game is set up with: who plays, by which rules, and which questions may be drawn."""

from __future__ import annotations

import msgspec

from qot_quiz.core.draw import Filters


class Rules(msgspec.Struct, frozen=True):
    """The knobs of a mode; every default is neutral.

    Args:
        lives: Hearts at the start, or None when a miss costs none.
        fifty: Fifty-fifties per game.
        hints: Whether hints may be asked for.
        counted: Whether the player is told how many questions there are.
        length: Questions of a game that asks for none in particular; None when the mode sets its own length.
    """

    lives: int | None = None
    fifty: int = 0
    hints: bool = False
    counted: bool = True
    length: int | None = None


class Setup(msgspec.Struct, frozen=True):
    """Everything that decides which deck is drawn, and by which rules it is played.

    Args:
        player: The player's name, cleaned.
        mode: A name of the table in ``core.modes``.
        rules: The mode's rules.
        filters: Which questions may be drawn.
        length: How many questions, or None where the mode decides.
        seed: 0..2^53-1.
        chosen: Whether the player chose the seed, which keeps the game from the plain boards.
        pack: The pack's id.
        digest: The digest of the pack's canonical content.
        foreign: Whether the pack is not the built-in one, which keeps the game from the plain boards.
        source: Where the pack's files lie, when it was named by its path; else empty.
    """

    player: str
    mode: str
    rules: Rules
    filters: Filters
    length: int | None
    seed: int
    chosen: bool
    pack: str
    digest: str
    foreign: bool = False
    source: str = ""
