"""Clocks that are wrong, set back or ahead, in other zones: no day is lost or played twice, and no time is negative."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from playing_on import Player
from running import Result, run

FAKETIME = shutil.which("faketime")
PASSED = "s\n" * 10
GAME = ("-n", "2", "--kind", "choice", "--timer", "30")

pytestmark = [
    pytest.mark.skipif(FAKETIME is None, reason="there is no faketime here"),
    pytest.mark.usefixtures("ready"),
]


class Clock:
    """Sets the clock of the programs that this process starts; what runs already sees it, too.

    Args:
        folder: A folder to write in.
        patch: Sets the variables of this process.
    """

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._file = folder / "clock"
        self._patch = patch
        for name, value in (
            ("LD_PRELOAD", library()),
            ("FAKETIME_TIMESTAMP_FILE", str(self._file)),
            ("FAKETIME_NO_CACHE", "1"),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),  # no setting of a clock changes that one
        ):
            patch.setenv(name, value)
        self.set("2028-02-27 12:00:00")

    def set(self, moment: str, zone: str = "UTC") -> None:
        """Let the clock of this zone show a moment, and go on from there."""
        self._patch.setenv("TZ", zone)
        self._file.write_text(f"@{moment}\n", encoding="ascii")


def library() -> str:
    """Find what `faketime` puts before the system's own library."""
    shown = subprocess.run(["faketime", "now", "env"], capture_output=True, text=True, check=True).stdout
    return next(line.partition("=")[2] for line in shown.splitlines() if line.startswith("LD_PRELOAD="))


@pytest.fixture
def clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give the clock, set to a day before a leap day."""
    return Clock(tmp_path, monkeypatch)


def daily(*words: str) -> Result:
    """Play the daily by passing everything."""
    done = run("daily", "--player", "Ann", *words, typed=PASSED)
    assert done.code == 0, done
    return done


def test_a_streak_over_a_leap_day_and_wrong_clocks(clock: Clock) -> None:
    """Days in a row go over the 29th of February; a clock far behind or ahead for a day takes none and gives none."""
    for day in ("2028-02-28", "2028-02-29"):
        clock.set(f"{day} 12:00:00")
        said = daily().out
    assert "2 days in a row." in said
    for wrong in ("1970-01-01 00:00:30", "2038-01-19 03:14:08", "2100-02-28 23:59:00"):
        clock.set(wrong)
        assert "in a row" not in daily().out
        assert run("stats").code == 0
    clock.set("2028-03-01 12:00:00")
    assert "3 days in a row" in daily().out
    clock.set("2028-02-29 23:00:00")
    assert "does not count" in daily().err


@pytest.mark.parametrize(
    ("moment", "zone", "left"),
    [
        ("2026-03-08 00:30:00", "America/New_York", "22 hours and 30 minutes"),
        ("2026-11-01 00:30:00", "America/New_York", "24 hours and 30 minutes"),
        ("2026-11-22 23:00:00", "Pacific/Kiritimati", "1 hour."),
    ],
)
def test_the_next_daily_where_clocks_change(clock: Clock, moment: str, zone: str, left: str) -> None:
    """A day of 23 or 25 hours is counted as such."""
    clock.set(moment, zone)
    assert f"The next daily comes in {left}" in daily().out


def test_a_clock_set_back_within_a_game(clock: Clock, tmp_path: Path) -> None:
    """A game that ends two years before it began goes on to its end, against its own clock, and is counted."""
    with Player(tmp_path, "play", "--player", "Ann", "--up-to", "16", *GAME) as player:
        player.until("Question 1 of 2", "s pass")
        clock.set("2026-02-28 00:00:00")
        player.press("s", "Passed")
        player.press("\r", "Question 2 of 2")
        clock.set("1970-01-01 00:00:30")
        player.until("s pass")
        player.press("1", "Enter result")
        player.press("\r", "of 2 right")
        player.type("q")
        assert player.ended() == 0
        assert "Time is up" not in player.text
    (game,) = run("scores", "--json").json_lines["games"]
    assert game["finished_at"] < game["started_at"]
    assert 0 <= game["took_ms"] < 60_000
    assert run("stats").code == 0
    clock.set("2028-02-28 12:00:00")
    assert run("stats", "--player", "Ann", "--up-to", "16", "--json").json["answers"]["asked"] == 2
    assert run("scores", "export", str(tmp_path / "games.html")).code == 0
    assert os.listdir(tmp_path / "home" / "backups")
