"""Statistics drawn: at three widths, with a Korean name, and with a number beside every picture."""

from __future__ import annotations

import io
import os
import re
from typing import Literal

import msgspec
import pytest
from reports import report
from rich.cells import cell_len
from rich.console import Console
from samples import golden

from qot_quiz.core.rating import PLAYER
from qot_quiz.core.stats import RUN, TALLY, Days, Statistics, Tally
from qot_quiz.ui import report as sentences
from qot_quiz.ui.statistics import draw, views
from qot_quiz.ui.theme import dress

HERE = os.path.dirname(__file__)


def drawn(columns: int, color: bool = False, **more: object) -> str:
    """Draw the report at a width."""
    out = io.StringIO()
    system: Literal["truecolor"] | None = "truecolor" if color else None
    console = Console(file=out, width=columns, force_terminal=color, color_system=system, highlight=False)
    dress(console, "dark")
    draw(console, report(**more))
    return out.getvalue()


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_views(columns: int) -> None:
    """The whole report looks as it was looked at, and nothing is wider than the screen."""
    shown = drawn(columns)
    assert max(map(cell_len, shown.splitlines())) <= columns
    said = "".join(f"{line.rstrip()}\n" for line in shown.splitlines())
    assert said == golden(os.path.join(HERE, "golden", f"statistics-{columns}.txt"), said)


def test_colour_is_never_alone() -> None:
    """Colour adds styles only: the signs and numbers are those drawn without it."""
    coloured = drawn(80, color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == drawn(80)


@pytest.mark.parametrize("columns", [20, 33, 45])
def test_narrow_screens(columns: int) -> None:
    """Every share and its numbers are still there on a narrow screen."""
    shown = " ".join(drawn(columns).split())
    for told in ("75%", "9 of 12", "25%", "2 of 8"):
        assert told in shown


def test_nobody_has_played() -> None:
    """Without an answer there is a heading and a word how to begin, and no picture."""
    empty = Statistics(TALLY, {}, {}, {}, {}, RUN, PLAYER, ())
    parts = [part.plain for part in views(report(statistics=empty, days=Days((), {})), 76)]
    assert parts == ["김지원 · Queen of Tears · up to episode 8", sentences.summary(report(statistics=empty))]


def test_hostile_texts_are_harmless() -> None:
    """No topic or question draws an escape sequence of its own."""
    evil = "\x1b]0;title\x07"
    hostile = report(topics={"cast": evil, "story": "[red]x[/red]"}, missed=((evil, Tally(1, 0, 1)),))
    shown = "".join(part.plain for part in views(hostile, 76))
    assert "\x1b" not in shown
    assert "[red]x[/red]" in shown


def test_bars_of_all_groups_compare() -> None:
    """Every bar begins in the same column and has the same length."""
    bars = [line for line in drawn(80).splitlines() if " of " in line and ("█" in line or "░" in line)]
    spans = {(min(map(line.find, re.findall("[█░]", line))), len(re.findall("[█░]", line))) for line in bars}
    assert len(spans) == 1
    assert len(bars) >= 5


def test_a_pack_without_episodes() -> None:
    """Where there are no episodes, none are listed."""
    assert "By episode" not in drawn(80, episodes=0, up_to=0)
    assert "By episode" in drawn(80)


def test_sentences_and_views_agree() -> None:
    """What is drawn is told as well: each question and each number of right answers."""
    said, shown = "\n".join(sentences.lines(report())), " ".join(drawn(120).split())
    for ask in (*(ask for ask, _ in report().missed), *(ask for ask, *_ in report().next)):
        assert ask in said
        assert ask in shown
    whole = msgspec.structs.asdict(report().statistics.whole)
    assert f"{whole['right']} right" in said
    assert f"{whole['right']} right" in shown
