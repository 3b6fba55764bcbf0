"""The timer that a player asks for: off, seconds, or the mode's own time stretched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from qot_quiz.errors import UsageError

if TYPE_CHECKING:
    from qot_quiz.core.setup import Rules

MOST_SECONDS = 3600
MOST_STRETCH = 100.0

FACTORS = ("x", "×")
"""What a factor begins with."""

HINT = "Say off, seconds such as 20, or a factor such as x1.5."


def remembered(rules: Rules, timer: str | None) -> tuple[Rules, bool]:
    """Set the time limits of a game by a remembered timer: a factor waits for a mode that has a clock.

    Args:
        rules: The mode's rules.
        timer: As `timed` takes it.

    Returns:
        The rules, and whether they give more time than the mode's own.

    Raises:
        UsageError: What is remembered is no timer; the file of games was written by another hand.
    """
    clocked = rules.ask_ms is not None or rules.game_ms is not None
    try:
        return timed(rules, None if timer is not None and timer[:1] in FACTORS and not clocked else timer)
    except UsageError as error:
        told = f"The remembered timer will not do: {error.message}"
        raise UsageError(told, "qot-quiz settings unset timer forgets it.") from error


def timed(rules: Rules, timer: str | None) -> tuple[Rules, bool]:
    """Set the time limits of a game.

    Args:
        rules: The mode's rules.
        timer: ``off``, seconds (for the game where the mode limits the game, else for each question), a factor such as
            ``x1.5`` on the mode's own limits, or None for these.

    Returns:
        The rules, and whether they give more time than the mode's own.

    Raises:
        UsageError: It is no timer, out of range, or a factor in a mode without a clock.
    """
    if timer is None:
        return rules, False
    word = timer.strip().casefold()
    clocked = rules.ask_ms is not None or rules.game_ms is not None
    if word == "off":
        return msgspec.structs.replace(rules, ask_ms=None, game_ms=None), clocked
    if word[:1] in FACTORS:
        return _stretched(rules, _number(word[1:], timer, MOST_STRETCH), clocked)
    limit = round(_number(word.removesuffix("s"), timer, MOST_SECONDS) * 1000)
    if rules.game_ms is not None:
        return msgspec.structs.replace(rules, game_ms=limit), limit > rules.game_ms
    return msgspec.structs.replace(rules, ask_ms=limit), rules.ask_ms is not None and limit > rules.ask_ms


def _stretched(rules: Rules, factor: float, clocked: bool) -> tuple[Rules, bool]:
    if not clocked:
        raise UsageError("This mode has no clock that a factor could stretch.", "Say seconds for each question: 20.")
    ask, whole = (None if limit is None else round(limit * factor) for limit in (rules.ask_ms, rules.game_ms))
    return msgspec.structs.replace(rules, ask_ms=ask, game_ms=whole), factor > 1


def _number(digits: str, timer: str, most: float) -> float:
    """Read a number that is not nothing and at most so much."""
    try:
        number = float(digits) if digits.replace(".", "", 1).isdecimal() else 0.0
    except ValueError:
        number = 0.0
    if not 0 < number <= most:
        raise UsageError(f'"{timer}" is no timer.', f"{HINT} At most {MOST_SECONDS} seconds, or x{MOST_STRETCH:g}.")
    return number
