"""Time in words: how much there is, how much is left, and a bar of it."""

from __future__ import annotations

from qot_quiz.core.setup import Rules

SECOND = 1000
"""Milliseconds."""

MINUTE = 60
"""Seconds."""

IN_SECONDS = 2 * MINUTE
"""Seconds below which a span is told in seconds alone."""

ASKS = "t"
"""What asks plain screens for the time that is left, where a clock runs and somebody types."""

CELLS = 20
"""Columns of the longest bar."""

FULL, EMPTY = "=", "."
"""What a bar is made of: plain characters, which every font and every screen has."""


def duration(seconds: int) -> str:
    """Write a span of time: 47 seconds, 2 minutes, 2 minutes 5 seconds."""
    minutes, rest = divmod(seconds, MINUTE) if seconds >= IN_SECONDS else (0, seconds)
    parts = [_count(minutes, "minute")] if minutes else []
    return " ".join([*parts, _count(rest, "second")] if rest or not minutes else parts)


def seconds(ms: int) -> int:
    """Tell how many seconds are left of so many milliseconds, one that has begun counted whole."""
    return -(-ms // SECOND)


def given(left: int, rules: Rules) -> str:
    """Say once how much time there is: for this question, or for all that are still to come.

    Args:
        left: Milliseconds.
        rules: The rules of the game.
    """
    told = duration(seconds(left))
    return f"{told} left." if rules.ask_ms is None else f"You have {told}."


def told(left: int) -> str:
    """Say how much time is left.

    Args:
        left: Milliseconds.
    """
    return f"{duration(seconds(left))} left." if left >= 0 else "No time is left."


def left(end: int | None, now: int) -> int | None:
    """Tell how much time is left; None where nothing ends.

    Args:
        end: The deadline, in milliseconds on the game's clock.
        now: What the clock shows, in milliseconds.

    Returns:
        Milliseconds; below 0 once the time is over, and not before.
    """
    return None if end is None else end - now


def ahead(at: str, now: str) -> str:
    """Say when something comes: in 5 minutes, today at 21:20, tomorrow at 21:20, on 9 March 2024 at 21:20.

    Args:
        at: The moment, in ISO form.
        now: The moment from which it is told, in ISO form and in the same zone.
    """
    from datetime import datetime  # playing has no need of it

    wait = datetime.fromisoformat(at) - datetime.fromisoformat(now)
    minutes = max(1, -(-round(wait.total_seconds()) // MINUTE))
    if minutes < MINUTE:
        return "in a minute" if minutes == 1 else f"in {minutes} minutes"
    return f"{day(at, now)} at {at[11:16]}"


def day(at: str, now: str) -> str:
    """Say on which day something comes: today, tomorrow, on 9 March 2024.

    Args:
        at: The moment or the day, in ISO form.
        now: That from which it is told, in ISO form and in the same zone.
    """
    from datetime import date

    from qot_quiz.core.dates import MONTHS

    coming = date.fromisoformat(at[:10])
    days = (coming - date.fromisoformat(now[:10])).days
    written = f"on {coming.day} {MONTHS[coming.month - 1]} {coming.year}"
    return {0: "today", 1: "tomorrow"}.get(days, written)


def whole(rules: Rules) -> int:
    """Tell of how much time a countdown is a part: a question's, or else the game's; in milliseconds."""
    return rules.ask_ms or rules.game_ms or 0


def countdown(ms: int, of: int, columns: int) -> str:
    """Draw how much time is left in one line: a bar where there is room, and the number in words.

    Args:
        ms: What is left, in milliseconds.
        of: The whole time, in milliseconds.
        columns: The width that there is.
    """
    now, all_ = max(0, seconds(ms)), max(1, seconds(of))
    words = f"{duration(now)} left"
    cells = max(0, min(CELLS, columns - len(words) - len("[] ")))
    filled = min(cells, -(-cells * now // all_))
    return f"[{FULL * filled}{EMPTY * (cells - filled)}] {words}" if cells else words


def until_next(ms: int) -> float | None:
    """Tell after how many seconds a countdown shows something else; None when the time is over.

    Args:
        ms: What is left, in milliseconds.
    """
    return None if ms < 0 else ((ms - 1) % SECOND + 1 if ms else 1) / SECOND


def _count(value: int, one: str) -> str:
    return f"{value} {one if value == 1 else one + 's'}"
