"""Time in words and bars."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.setup import Rules
from qot_quiz.ui import timing


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "0 seconds"), (1, "1 second"), (60, "60 seconds"), (120, "2 minutes"), (181, "3 minutes 1 second")],
)
def test_duration(seconds: int, told: str) -> None:
    """Short spans are told in seconds, long ones in minutes as well."""
    assert timing.duration(seconds) == told


def test_given() -> None:
    """A question's own time is given, a game's time is what is left of it; a second that has begun counts."""
    assert timing.given(20_000, Rules(ask_ms=20_000)) == "You have 20 seconds."
    assert timing.given(46_001, Rules(game_ms=60_000)) == "47 seconds left."


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-11-23T06:16:01+01:00", "in a minute"),
        ("2026-11-23T06:17:00+01:00", "in a minute"),
        ("2026-11-23T06:17:01+01:00", "in 2 minutes"),
        ("2026-11-23T07:15:00+01:00", "in 59 minutes"),
        ("2026-11-23T07:16:00+01:00", "today at 07:16"),
        ("2026-11-24T00:30:00+01:00", "tomorrow at 00:30"),
        ("2026-11-25T06:16:00+01:00", "on 25 November 2026 at 06:16"),
    ],
)
def test_ahead(at: str, told: str) -> None:
    """What comes soon is told in minutes, what comes today or tomorrow by that word, all else by its date."""
    assert timing.ahead(at, "2026-11-23T06:16:00+01:00") == told


def test_countdown() -> None:
    """The bar is as long as its share of the time, is never empty before the end, and goes where there is no room."""
    assert timing.countdown(20_000, 20_000, 76) == "[====================] 20 seconds left"
    assert timing.countdown(9_500, 20_000, 76) == "[==========..........] 10 seconds left"
    assert timing.countdown(1, 60_000, 36) == "[=...................] 1 second left"
    assert timing.countdown(-5, 20_000, 36) == "[...................] 0 seconds left"
    assert timing.countdown(9_500, 20_000, 16) == "10 seconds left"


@given(st.integers(0, 10**7))
def test_until_next(ms: int) -> None:
    """The next look is due when another number of seconds is left, not before and not after."""
    wait = timing.until_next(ms)
    assert wait is not None
    passed = round(wait * 1000)
    assert 0 < passed <= 1000
    assert timing.seconds(ms - passed + 1) == timing.seconds(ms)
    assert timing.seconds(ms - passed) < timing.seconds(ms) or ms - passed < 0


def test_over() -> None:
    """The time is over only after its last millisecond."""
    assert timing.until_next(0) is not None
    assert timing.until_next(-1) is None
    assert timing.left(None, 5) is None
    assert timing.left(5, 5) == 0
