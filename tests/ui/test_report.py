"""Statistics in sentences: one thing a line, in words and numbers alone."""

from __future__ import annotations

import msgspec
import pytest
from reports import game, report

from qot_quiz.core.daystreak import DayStreak
from qot_quiz.ui import report as sentences

LINES = """\
김지원, up to episode 8.
20 answers: 11 right (55%), 1 partly right and 8 missed.
Your rating is 1,532; everybody begins with 1,500.
Right answers in a row: 1; your best: 6.
The last 6 games, the earliest first: 0/10, 3/10, 5/10, 6/10, 10/10, 8/10.
The last one: 8 of 10 right, down 2 on last time.
Dailies: 3 days in a row.
Dailies of the last 4 weeks: 15 November 2026 (2 of 10), 20 November 2026 (5 of 10), 21 November 2026 (7 of 10), \
22 November 2026 (9 of 10).
By topic:
Story: 2 of 8 right (25%).
Cast and characters: 9 of 12 right (75%).
By kind:
choice: 602 of 1,204 right (50%).
By difficulty:
easy: 10 of 14 right (71%).
hard: 1 of 6 right (17%).
By episode:
No spoilers: 11 of 19 right (58%).
Episode 3: 0 of 1 right (0%).
Missed most:
4 of 5: Who plays Hong Hae-in?
Takes you longest:
14.2 s: In which order were these shown, first to last, as the channel announced them?
To review: 2 facts are due now, 5 more later.
Now:
Which firm is it?
On 30 November 2026:
Which?
Hardest for all:
1,812: Who wrote the script?
Easiest for all:
1,112: Which channel broadcast it?
A fact is rated from 50 answers on."""


def test_the_whole_report() -> None:
    """A full report reads so."""
    assert sentences.lines(report()) == LINES.split("\n")


@pytest.mark.parametrize(
    ("rights", "said"),
    [((5,), ""), ((5, 5), "as many as last time"), ((5, 6), "up 1 on last time"), ((6, 4), "down 2 on last time")],
)
def test_the_change(rights: tuple[int, ...], said: str) -> None:
    """The last game is compared in words."""
    now = msgspec.structs.replace(report().statistics, games=tuple(map(game, rights)))
    assert sentences.changed(report(statistics=now)) == said


@pytest.mark.parametrize(
    ("due", "later", "said"),
    [
        (1, 0, "1 fact is due now."),
        (2, 1, "2 facts are due now, 1 more later."),
        (0, 3, "Nothing is due now; 3 facts will be."),
    ],
)
def test_what_is_due(due: int, later: int, said: str) -> None:
    """What is due now, and what later."""
    assert sentences.due(report(due=due, later=later)) == said


def test_a_day_is_told_once() -> None:
    """What comes back on one day stands below it, and today and tomorrow go by their names."""
    moments = ("2026-11-22T23:00:00+09:00", "2026-11-23T10:00:00+09:00", "2026-11-23T11:00:00+09:00")
    told = sentences.lines(report(due=0, next=tuple((f"Which {moment}?", moment, False) for moment in moments)))
    start = told.index("Today:")
    whichs = [f"Which {moment}?" for moment in moments]
    assert told[start : start + 5] == ["Today:", whichs[0], "Tomorrow:", *whichs[1:]]


def test_the_streak_of_days() -> None:
    """A streak is told with its best and the freezes where there are any."""
    now = DayStreak(days=2, best=9, freezes=1)
    assert sentences.daily_streak(report(streak=now)) == "2 days in a row; your best is 9; 1 freeze in hand."


def test_seconds() -> None:
    """Times are rounded half up to tenths."""
    assert [sentences.seconds(ms) for ms in (0, 49, 50, 14_250)] == ["0.0 s", "0.0 s", "0.1 s", "14.3 s"]
