"""A game as a row of the page's table."""

from __future__ import annotations

import pytest

from formats.scores.exports import game, row
from qot_quiz.formats.scores.page.cells import clock, day, heads, line, name


@pytest.mark.parametrize(
    ("ms", "written"), [(0, "0:00"), (999, "0:00"), (61_234, "1:01"), (3_600_000, "1:00:00"), (3_599_999, "59:59")]
)
def test_clock(ms: int, written: str) -> None:
    """A time is written as on a watch, in whole seconds that have passed."""
    assert clock(ms) == written


def test_day() -> None:
    """A day is written with its month in three letters."""
    assert day("2024-03-09") == "9 Mar 2024"


def test_names_stand_apart() -> None:
    """A name cannot turn what stands beside it around, nor become markup."""
    assert name("<b>&עידית") == "<bdi>&lt;b&gt;&amp;עידית</bdi>"
    assert name("a\u202eb") == "<bdi>a&lt;U+202E&gt;b</bdi>"


def test_what_is_sorted_stands_as_machines_read_it() -> None:
    """Numbers, shares and moments stand in the row without signs of a language; nulls are empty."""
    told = line(row(game(points=1930, right=1, asked=3, questions=None), 1))
    assert told.startswith('<tr class="first"><td class="number"><data value="1">1</data></td><th scope="row"><bdi>Ann')
    assert '<data value="1930">1,930</data>' in told
    assert '<data value="0.333333">1/3</data>' in told
    assert '<time datetime="2026-11-22T20:18:01.000+01:00">22 Nov 2026, 20:18</time>' in told
    assert '<td class="number"></td>' in told
    assert line(row(game())).startswith('<tr><td class="number"></td>')


def test_heads() -> None:
    """Each head says how its column is sorted."""
    assert heads().startswith(
        '<th scope="col" data-sort="number" class="number">Rank</th><th scope="col" data-sort="text"'
    )
