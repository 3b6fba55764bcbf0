"""Days in a row: freezes, journeys, clocks that are wrong."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.daystreak import DayStreak, Played, streak

FIRST = date(2026, 3, 1)


def day(number: int) -> str:
    """Name the day so many days after the first."""
    return (FIRST + timedelta(number)).isoformat()


def at_noon(*numbers: int) -> list[Played]:
    """Play at noon on these days, all in one place."""
    return [Played(day(number), f"{day(number)}T12:00:00+09:00") for number in numbers]


def test_nothing_played() -> None:
    """Without a daily there is no streak."""
    assert streak([], day(3)) == DayStreak()


def test_days_in_a_row() -> None:
    """Days in a row add up; today's daily may still be open."""
    assert streak(at_noon(0, 1, 2), day(2)).days == 3
    assert streak(at_noon(0, 1, 2), day(3)).days == 3
    assert streak(at_noon(0, 1, 2), day(4)).days == 0


def test_a_gap_begins_anew() -> None:
    """A missed day without a freeze begins the streak anew; the best one is remembered."""
    now = streak(at_noon(0, 1, 2, 4, 5), day(5))
    assert (now.days, now.best) == (2, 3)


@pytest.mark.parametrize(("days", "freezes"), [(6, 0), (7, 1), (13, 1), (14, 2), (30, 2)])
def test_freezes_are_earned(days: int, freezes: int) -> None:
    """Seven days in a row earn a freeze, and two are held at most."""
    assert streak(at_noon(*range(days)), day(days - 1)).freezes == freezes


def test_a_freeze_saves() -> None:
    """A freeze fills one missed day, which adds nothing; two fill two; a third missed day is too many."""
    week, fortnight = range(7), range(14)
    assert streak(at_noon(*week, 8), day(8)).days == 8
    assert streak(at_noon(*week, 8), day(8)).freezes == 0
    assert streak(at_noon(*week, 9), day(9)).days == 1
    assert streak(at_noon(*fortnight, 16), day(16)).days == 15
    assert streak(at_noon(*fortnight, 17), day(17)).days == 1
    assert streak(at_noon(*week), day(8)).days == 7
    assert streak(at_noon(*week), day(9)).days == 0


def test_a_freeze_starts_a_new_week() -> None:
    """After a freeze was used, seven more days in a row earn the next."""
    assert streak(at_noon(*range(7), *range(8, 14)), day(13)).freezes == 0
    assert streak(at_noon(*range(7), *range(8, 15)), day(14)).freezes == 1


def test_a_journey_east_misses_no_day() -> None:
    """Who crosses the date line finds a date gone that was never there to be played."""
    honolulu = Played("2026-03-01", "2026-03-01T23:00:00-10:00")
    kiribati = Played("2026-03-03", "2026-03-03T01:00:00+14:00")
    assert streak([honolulu, kiribati], "2026-03-03").days == 2


def test_a_missed_day_is_missed_wherever_one_is() -> None:
    """A journey hides no day that was really missed."""
    seoul = Played("2026-03-01", "2026-03-01T08:00:00+09:00")
    berlin = Played("2026-03-03", "2026-03-03T22:00:00+01:00")
    assert streak([seoul, berlin], "2026-03-03").days == 1


def test_daylight_saving() -> None:
    """A night that is an hour shorter or longer changes nothing."""
    before = Played("2026-03-28", "2026-03-28T23:59:00+01:00")
    after = Played("2026-03-29", "2026-03-29T00:01:00+01:00")
    later = Played("2026-03-30", "2026-03-30T23:59:00+02:00")
    assert streak([before, after, later], "2026-03-30").days == 3


def test_a_clock_that_was_ahead() -> None:
    """A daily of a day to come, played under a wrong clock, neither breaks the streak nor adds to it before its day."""
    ahead = at_noon(0, 1, 2, 9)
    assert streak(ahead, day(2)).days == 3
    assert streak([*ahead, *at_noon(3, 4, 5, 6, 7, 8)], day(9)).days == 10


ZONES = sorted(available_timezones())[::7]


@pytest.mark.skipif(not ZONES, reason="this machine knows no time zones")
@pytest.mark.parametrize("night", [(0, 5), (23, 55)], ids=["past midnight", "before midnight"])
def test_no_zone_loses_a_day(night: tuple[int, int]) -> None:
    """Who plays on every date has a streak of all of them, whatever the clocks of a place do at night."""
    for name in ZONES:
        zone = ZoneInfo(name)
        days = [date(2028, 2, 1) + timedelta(number) for number in range(300)]
        begun = [datetime.combine(day, time(*night), zone) for day in days]
        played = [Played(str(day), at.isoformat()) for day, at in zip(days, begun, strict=True)]
        assert streak(played, str(days[-1])).days == len(days), name


@given(st.lists(st.integers(-12, 14), min_size=1, max_size=30))
def test_no_journey_loses_a_day(offsets: list[int]) -> None:
    """Who plays on each date, wherever that is, has a streak of them, from one side of the date line to the other."""
    played = [Played(day(number), f"{day(number)}T12:00:00{offset:+03}:00") for number, offset in enumerate(offsets)]
    assert streak(played, day(len(offsets) - 1)).days == len(offsets)


def test_the_leap_day() -> None:
    """The 29th of February is a day like any other, and is missed like any other."""
    played = [Played(day, f"{day}T12:00:00+09:00") for day in ("2028-02-28", "2028-02-29", "2028-03-01")]
    assert streak(played, "2028-03-01").days == 3
    assert streak([played[0], played[2]], "2028-03-01").days == 1
    common = [Played(day, f"{day}T12:00:00+09:00") for day in ("2027-02-28", "2027-03-01")]
    assert streak(common, "2027-03-01").days == 2


def test_a_clock_set_back_by_years() -> None:
    """A clock that fell back to its beginning breaks nothing: what was played waits until it is right again."""
    row = at_noon(0, 1, 2)
    assert streak([*row, Played("1970-01-01", "1970-01-01T00:00:05+00:00")], "1970-01-01").days == 1
    assert streak([*row, Played("1970-01-01", "1970-01-01T00:00:05+00:00")], day(2)).days == 3


@given(st.lists(st.integers(0, 60)), st.integers(0, 60), st.randoms())
def test_order_does_not_matter(numbers: list[int], today: int, random: object) -> None:
    """The fold does not depend on the order or number of the tries, and never goes below nothing or above the days."""
    played = at_noon(*numbers)
    now = streak(played, day(today))
    assert streak(sorted(played * 2, reverse=True), day(today)) == now
    assert 0 <= now.days <= now.best <= len(set(numbers))
    assert 0 <= now.freezes <= 2
