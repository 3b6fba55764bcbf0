"""How far a long work is, on a terminal of each sort."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterable

import pytest

from qot_quiz.ui.progress import EVERY_S, Bar, Lines


def clock(times: Iterable[float]) -> Callable[[], float]:
    """Make a clock that tells these times, one after the other."""
    told = iter(times)
    return lambda: next(told)


@pytest.mark.parametrize(("encoding", "bar"), [("utf-8", "█" * 12 + "░" * 18), ("ascii", "")])
def test_a_bar_shows_part_and_estimate_and_goes_away(encoding: str, bar: str) -> None:
    """The bar names the work, how much of it is done and what is left; at the end its line is cleared."""
    screen = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    shown = Bar("Compiling the pack", screen, clock(itertools.count(0, 40)))
    shown.show(0.4)
    shown.close()
    screen.seek(0)
    drawn = screen.read().split("\r\x1b[K")
    assert drawn == ["", f"Compiling the pack  {bar}{'  ' if bar else ''}40%  1:00 left", ""]


def test_a_bar_is_not_drawn_all_the_time() -> None:
    """Between two states some time goes by, whatever is told meanwhile."""
    screen = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    shown = Bar("Compiling the pack", screen, clock([0, 1, 1.1, 1.2, 2]))
    for part in (0.25, 0.3, 0.35, 0.5):
        shown.show(part)
    screen.seek(0)
    assert screen.read().count("left") == 2


def test_lines_come_now_and_then_with_an_estimate() -> None:
    """A line comes when the last one is a while ago, and says how long it will still take."""
    said: list[str] = []
    lines = Lines("Compiling the pack", said.append, clock([0, 1, EVERY_S, EVERY_S + 1, 2 * EVERY_S]))
    for part in (0.1, 0.25, 0.3, 0.5):
        lines.show(part)
    lines.close()
    assert said == [
        f"Compiling the pack: 25%, about {3 * EVERY_S} seconds left.",
        f"Compiling the pack: 50%, about {2 * EVERY_S} seconds left.",
    ]
