"""The streak of days on which the daily was played, and the freezes that save it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

EARNED_AFTER = 7
"""Days in a row that earn a freeze."""

MOST_FREEZES = 2
"""Freezes held at most."""


class Played(msgspec.Struct, frozen=True, order=True):
    """A daily that was finished as the ranked try.

    Args:
        day: The date that it belongs to, as ISO text.
        at: When it was begun, ISO 8601 with the offset of the place.
    """

    day: str
    at: str


class DayStreak(msgspec.Struct, frozen=True):
    """How a streak of days stands.

    Args:
        days: Days played without a gap that no freeze has filled.
        best: The most there ever were.
        freezes: Freezes held.
        row: Days in a row since the last freeze was earned or used.
        last: The last day played, empty for none.
        at: When that was begun.
    """

    days: int = 0
    best: int = 0
    freezes: int = 0
    row: int = 0
    last: str = ""
    at: str = ""


def streak(played: Iterable[Played], today: str) -> DayStreak:
    """Fold the dailies played into the streak as it stands today.

    Days after today, played under a clock that was ahead, wait until their date has come: so a clock that was wrong
    neither breaks a streak nor makes one.

    Args:
        played: Finished ranked tries in any order.
        today: The player's date as ISO text.

    Returns:
        The streak; `days` is 0 once more days were missed than there are freezes.
    """
    now = DayStreak()
    for one in sorted(one for one in set(played) if one.day <= today):
        if one.day != now.last:
            now = _added(now, one)
    missed = (date.fromisoformat(today) - date.fromisoformat(now.last)).days - 1 if now.last else 0
    return msgspec.structs.replace(now, days=0) if missed > now.freezes else now


def _added(now: DayStreak, one: Played) -> DayStreak:
    """Add the next day played."""
    missed = _missed(now, one) if now.last else 0
    if missed > now.freezes:
        days, freezes, row = 1, now.freezes, 1
    else:
        days, freezes, row = now.days + 1, now.freezes - missed, 1 if missed else now.row + 1
    if row == EARNED_AFTER:
        freezes, row = min(MOST_FREEZES, freezes + 1), 0
    return DayStreak(days, max(now.best, days), freezes, row, one.day, one.at)


def _missed(now: DayStreak, one: Played) -> int:
    """Count the days between two tries, by the calendar of either place: a journey over time zones misses none."""
    gaps = [(date.fromisoformat(one.day) - date.fromisoformat(now.last)).days]
    before, after = datetime.fromisoformat(now.at), datetime.fromisoformat(one.at)
    for place in (before.tzinfo, after.tzinfo):
        gap = (after.astimezone(place).date() - before.astimezone(place).date()).days
        # A clock that was set by days says nothing of time zones.
        if abs(gap - gaps[0]) <= 1:
            gaps.append(gap)
    return max(0, min(gaps) - 1)
