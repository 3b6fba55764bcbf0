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
        ask_ms: Thinking time for each question in milliseconds, or None for as long as it takes.
        game_ms: Thinking time for all questions together in milliseconds, or None.
        safe: Numbers of the questions whose points stay when a later miss ends the game.
        walk: Whether the player may end the game with all points.
        lazy: Whether the deck is drawn as the game goes, until nothing is left.
        kinds: The kinds that can be asked, empty for all.
    """

    lives: int | None = None
    fifty: int = 0
    hints: bool = False
    counted: bool = True
    length: int | None = None
    ask_ms: int | None = None
    game_ms: int | None = None
    safe: tuple[int, ...] = ()
    walk: bool = False
    lazy: bool = False
    kinds: tuple[str, ...] = ()


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
        longer: Whether the player chose more time than the mode gives, which keeps the game from the plain boards.
        practice: Whether the game counts for nothing: no place on a board.
        day: The day of a daily as ISO text, else empty.
        players: Who takes turns, at least two; empty for a single player.
        same: Whether every player is asked the same questions, one player after the other.
        due: Ids of the facts that a review asks for, in their order.
        total: How many questions there are to be drawn where the deck is drawn as the game goes; 0 when nobody knows.
        code: The challenge code of the deck; empty where there is none.
        level: In a game that follows its player, the rating that it begins from, in thousandths, and the answers that
            made it (`core.rating`); else None.
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
    longer: bool = False
    practice: bool = False
    day: str = ""
    players: tuple[str, ...] = ()
    same: bool = False
    due: tuple[str, ...] = ()
    total: int = 0
    code: str = ""
    level: tuple[int, int] | None = None
