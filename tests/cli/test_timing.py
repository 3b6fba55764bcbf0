"""The timer that a player asks for."""

from __future__ import annotations

import pytest
from running import Quiz

from qot_quiz.cli.timing import remembered, timed
from qot_quiz.core.modes import MODES
from qot_quiz.core.setup import Rules
from qot_quiz.errors import UsageError

ASKED, WHOLE, NONE = Rules(ask_ms=20_000), Rules(game_ms=60_000), Rules()


@pytest.mark.parametrize(
    ("rules", "timer", "ask_ms", "game_ms", "longer"),
    [
        (NONE, None, None, None, False),
        (NONE, "off", None, None, False),
        (NONE, "20", 20_000, None, False),
        (NONE, "2.5s", 2_500, None, False),
        (WHOLE, None, None, 60_000, False),
        (WHOLE, "x1.5", None, 90_000, True),
        (WHOLE, "×0.5", None, 30_000, False),
        (WHOLE, "90", None, 90_000, True),
        (WHOLE, "30", None, 30_000, False),
        (WHOLE, "OFF", None, None, True),
        (ASKED, "x2", 40_000, None, True),
        (ASKED, "10", 10_000, None, False),
        (ASKED, "30", 30_000, None, True),
    ],
)
def test_timed(rules: Rules, timer: str | None, ask_ms: int | None, game_ms: int | None, longer: bool) -> None:
    """Seconds, factors and off set the limits; only more time than the mode's own keeps a game from the boards."""
    made, more = timed(rules, timer)
    assert (made.ask_ms, made.game_ms, more) == (ask_ms, game_ms, longer)


@pytest.mark.parametrize("timer", ["", "soon", "0", "-5", "x0", "x", "1e3", "inf", "nan", "99999", "x1000", "1.2.3"])
def test_no_timer(timer: str) -> None:
    """What is no timer is refused."""
    with pytest.raises(UsageError):
        timed(WHOLE, timer)


def test_nothing_to_stretch() -> None:
    """A factor means nothing where there is no clock."""
    with pytest.raises(UsageError, match="no clock"):
        timed(MODES["classic"].rules, "x2")


def test_a_remembered_factor_waits_for_a_clock() -> None:
    """A remembered factor changes a mode with a clock and leaves the others alone; seconds count everywhere."""
    assert remembered(NONE, "x2") == (NONE, False)
    assert remembered(WHOLE, "x2") == timed(WHOLE, "x2")
    assert remembered(NONE, "20") == timed(NONE, "20")
    assert remembered(NONE, None) == (NONE, False)


def test_a_longer_timer_has_a_board_of_its_own(quiz: Quiz) -> None:
    """A stretched blitz is kept apart from the others, a shorter one is not."""
    for timer, board in (("x1.5", "1/blitz/any/all/custom"), ("x0.5", "1/blitz/any/all")):
        quiz("play", "--mode", "blitz", "--timer", timer, typed="s\n" * 200)
        assert board in quiz("scores", "--json").out


def test_a_remembered_timer(quiz: Quiz) -> None:
    """A timer can be remembered as other choices are, and is checked when it is set."""
    assert quiz("settings", "set", "timer", "soon").code == 2
    assert quiz("settings", "set", "timer", "20").code == 0
    assert quiz("settings", "--json").json["settings"] == {"timer": "20"}
