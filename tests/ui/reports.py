"""A report made by hand, with a Korean player, for the views and sentences of statistics."""

from __future__ import annotations

from typing import Any

import msgspec

from qot_quiz.core.daystreak import Played, streak
from qot_quiz.core.rating import Rating
from qot_quiz.core.stats import Days, Game, Run, Statistics, Tally
from qot_quiz.ui.report import Report

TODAY = "2026-11-22"
DAYS = ("2026-09-01", "2026-11-15", "2026-11-20", "2026-11-21", "2026-11-22")


def game(right: int, asked: int = 10) -> Game:
    """Finish some game."""
    return Game("0" * 32, "classic", "1/classic/any/10", "2026-11-22T20:00:00+00:00", asked, right, 100 * right)


def report(**more: Any) -> Report:
    """Make a report that has something of everything.

    Args:
        more: Any field of `Report` that shall be otherwise.
    """
    topics = {"cast": Tally(12, 9, 2, 60_000), "story": Tally(8, 2, 6, 90_000)}
    levels = {"easy": Tally(14, 10, 3, 90_000), "hard": Tally(6, 1, 5, 60_000)}
    played = tuple(Played(day, f"{day}T12:00:00+09:00") for day in DAYS)
    plain = Report(
        player="김지원",
        title="Queen of Tears",
        up_to=8,
        episodes=16,
        today=TODAY,
        statistics=Statistics(
            whole=Tally(20, 11, 8, 150_000),
            topics=topics,
            kinds={"choice": Tally(1204, 602, 500, 0)},
            difficulties=levels,
            episodes={0: Tally(19, 11, 7, 0), 3: Tally(1, 0, 1, 0)},
            run=Run(1, 6, 0),
            rating=Rating(1_532_400, 20),
            games=tuple(map(game, (0, 3, 5, 6, 10, 8))),
        ),
        topics={"story": "Story", "cast": "Cast and characters"},
        days=Days(played, {"2026-11-15": (2, 10), "2026-11-20": (5, 10), "2026-11-21": (7, 10), "2026-11-22": (9, 10)}),
        streak=streak(played, TODAY),
        missed=(("Who plays Hong Hae-in?", Tally(5, 1, 4, 10_000)),),
        slowest=(
            ("In which order were these shown, first to last, as the channel announced them?", Tally(3, 1, 1, 42_600)),
        ),
        due=2,
        later=5,
        next=(("Which firm is it?", "2026-11-22T10:00:00+09:00", True), ("Which?", "2026-11-30T10:00:00+09:00", False)),
        hardest=(("Who wrote the script?", Rating(1_812_345, 61)),),
        easiest=(("Which channel broadcast it?", Rating(1_112_345, 99)),),
    )
    return msgspec.structs.replace(plain, **more)
