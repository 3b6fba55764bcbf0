"""Pictures of numbers: bars, games and days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import DAYS, TODAY, game, report
from rich.cells import cell_len

from qot_quiz.core.daystreak import Played
from qot_quiz.core.stats import Days, Tally, percent
from qot_quiz.ui import charts

TALLIES = st.integers(0, 5000).flatmap(
    lambda asked: st.integers(0, asked).map(lambda right: Tally(asked, right, asked - right))
)


@given(st.lists(st.tuples(st.text(max_size=40), TALLIES), max_size=6), st.integers(40, 120))
def test_bars_fit(rows: list[tuple[str, Tally]], columns: int) -> None:
    """Bars are as wide as they may be and no wider, each as full as its share, with the numbers behind it."""
    for (_, tally), line in zip(rows, charts.bars(rows, columns), strict=True):
        *_, drawn = line.plain.split("\n")
        assert cell_len(drawn) <= columns
        assert line.plain.endswith(f"{percent(tally.right, tally.asked)}% {tally.right:,} of {tally.asked:,}")


def test_a_bar_is_as_full_as_its_share() -> None:
    """None right leaves a bar empty, all right fill it, and half fill a half."""
    lines = charts.bars([("a", Tally(8, 0, 8)), ("b", Tally(8, 4, 4)), ("c", Tally(8, 8))], 80)
    counts = [(line.plain.count(charts.FULL), line.plain.count(charts.EMPTY)) for line in lines]
    assert counts == [(0, 40), (20, 20), (40, 0)]


@pytest.mark.parametrize(("name", "columns", "drawn"), [("김지원", 34, 1), ("김지원", 26, 2), ("a" * 60, 120, 2)])
def test_no_name_is_cut(name: str, columns: int, drawn: int) -> None:
    """A name for which there is no room beside its bar stands above it; wide characters take two columns."""
    first, second = charts.bars([(name, Tally(800, 400, 400)), ("ab", Tally(8, 8))], columns)
    assert [line.plain.count("\n") + 1 for line in (first, second)] == [drawn, 1]
    assert first.plain.startswith(name)
    assert len({cell_len(line.plain.rpartition("\n")[2].split(charts.FULL)[0]) for line in (first, second)}) == 1


def test_games() -> None:
    """A game with nothing right has the lowest sign, one with all the highest."""
    assert charts.trend(tuple(map(game, (0, 5, 10)))).plain == "▁▄█"
    assert charts.trend((game(0, 0),)).plain == "▁"


def test_the_calendar() -> None:
    """Each day stands in its week and on its line, with the sign of its share; days to come are not drawn."""
    lines = [line.plain for line in charts.calendar(report().days, TODAY, 76)]
    assert [line[:3] for line in lines[1:]] == list(charts.DAY_NAMES)
    drawn = {}
    last = date.fromisoformat(TODAY)
    first = last - timedelta(days=last.weekday(), weeks=charts.WEEKS - 1)
    for weekday, line in enumerate(lines[1:]):
        for week, sign in enumerate(line[4::2]):
            drawn[(first + timedelta(weeks=week, days=weekday)).isoformat()] = sign
    assert max(drawn) == TODAY
    played = {day: sign for day, sign in drawn.items() if sign != charts.NOT_PLAYED}
    assert played == dict(zip(DAYS, "□░▒▓█", strict=True))
    assert len(drawn) == 7 * charts.WEEKS - 6 + last.weekday()


@pytest.mark.parametrize("columns", [10, 20, 40, 60, 100])
@given(day=st.dates(date(2024, 3, 9), date(2030, 12, 31)))
def test_calendars_fit(columns: int, day: date) -> None:
    """At every width and on every day the calendar fits, months and all, and each month is named once."""
    lines = [line.plain for line in charts.calendar(Days((), {}), day.isoformat(), columns)]
    assert all(cell_len(line) <= columns for line in lines)
    months = lines[0].split()
    assert len(months) == len(set(months))
    assert all(len(month) == 3 for month in months)


def test_the_legend_tells_every_sign() -> None:
    """Each sign that a calendar of scores can show is explained."""
    told, scored = charts.legend(report().days).plain, charts.legend(Days((), {})).plain
    assert all(sign in told for sign in charts.HEAT + charts.NOT_PLAYED + charts.PLAYED)
    assert charts.PLAYED not in scored


def test_the_calendar_of_a_leap_year() -> None:
    """The 29th of February has a place of its own, a Tuesday in 2028, and days after it stand where they should."""
    played = tuple(Played(day, f"{day}T12:00:00+00:00") for day in ("2028-02-29", "2028-03-01"))
    lines = [line.plain for line in charts.calendar(Days(played, {}), "2028-03-05", 12)]
    assert [line.split().count(charts.PLAYED) for line in lines[1:]] == [0, 1, 1, 0, 0, 0, 0]
    assert [len(line.split()) for line in lines[1:]] == [1 + charts.weeks_in(12)] * 7
