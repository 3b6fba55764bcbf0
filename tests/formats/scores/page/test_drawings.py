"""What stands inside the figures of the page."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.formats.scores.columns import width_of
from qot_quiz.formats.scores.page.drawings import LABEL, WIDTH, Bar, Drawing, bars, calendar, over_time
from qot_quiz.formats.scores.page.tally import Span


def _elements(drawing: Drawing, kind: str, named: str) -> list[ElementTree.Element]:
    tree = ElementTree.fromstring(f"<svg>{drawing.svg}</svg>")
    return [one for one in tree.iter(kind) if named in one.get("class", "").split()]


def _span(first: int, games: int, points: int, best: int) -> Span:
    span = Span(first)
    span.add(first, games, points, best)
    return span


def test_bars() -> None:
    """A bar is as long as its share of the whole width, and its name and number stand above it."""
    drawing = bars([Bar("classic", 3, 4), Bar("<김지원>", 0, 20), Bar("none", 0, 0)])
    assert [float(one.get("width", "")) for one in _elements(drawing, "rect", "full")] == [WIDTH * 0.75]
    assert [one.text for one in _elements(drawing, "text", "name")] == ["classic", "<김지원>", "none"]
    assert [one.text for one in _elements(drawing, "text", "value")] == ["75% of 4", "0% of 20", "0% of 0"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_long_names_are_cut(name: str) -> None:
    """No name is wider than its place, wide signs counted twice."""
    (told,) = _elements(bars([Bar(name, 1, 2)]), "text", "name")
    assert width_of(told.text or "") <= LABEL


def test_over_time() -> None:
    """Each span is a point at its average; the line above them only rises, and ends at the best."""
    drawing = over_time([_span(100, 2, 300, 200), _span(101, 1, 50, 50), _span(110, 1, 500, 500)], "a day")
    dots = _elements(drawing, "circle", "dot")[:3]
    heights = [float(one.get("cy", "")) for one in dots]
    assert heights[1] > heights[0] > heights[2]
    across = [float(one.get("cx", "")) for one in dots]
    assert across[1] - across[0] == pytest.approx((across[2] - across[0]) / 10, abs=0.1)
    record = _elements(drawing, "path", "record")[0].get("d", "")
    ups = [float(y) for y in re.findall(r"V([\d.]+)", record)]
    assert ups == sorted(ups, reverse=True)
    assert ups[-1] == heights[2]
    assert "average of a day" in drawing.svg


@given(st.lists(st.integers(0, 2**53 - 1), min_size=1, max_size=5), st.booleans())
def test_any_points_fit_into_the_drawing(points: list[int], one_day: bool) -> None:
    """Nothing stands outside the drawing, whatever the numbers; its scale has few lines with short names."""
    spans = [_span(1000 + at, 1, one, one) for at, one in enumerate(points[:1] if one_day else points)]
    drawing = over_time(spans, "a day")
    for one in _elements(drawing, "circle", "dot"):
        assert 0 <= float(one.get("cx", "")) <= WIDTH
        assert 0 <= float(one.get("cy", "")) <= drawing.height
    scale = [one.text or "" for one in _elements(drawing, "text", "end") if " " not in (one.text or "")]
    assert len(scale) <= 7
    assert all(len(one) <= 7 for one in scale)


def test_calendar() -> None:
    """Each day stands in the row of its weekday, larger with more games; none follows the last one."""
    saturday = date(2026, 11, 21).toordinal()
    drawing = calendar({saturday: 4, saturday - 5: 1}, saturday)
    few, many = sorted(_elements(drawing, "circle", "full"), key=lambda one: float(one.get("r", "")))
    assert float(many.get("cy", "")) - float(few.get("cy", "")) == 5 * 12
    assert few.get("cx") == many.get("cx")
    assert [one[0].text for one in (few, many)] == ["16 Nov 2026: 1 game", "21 Nov 2026: 4 games"]
    assert len(_elements(drawing, "circle", "none")) == 26 * 7 - 1 - 2
    assert [one.text for one in _elements(drawing, "text", "axis")][-2:] == ["Oct", "Nov"]


def test_a_year_stands_in_two_halves() -> None:
    """Days more than half a year back stand in a part above, so that the drawing fits a narrow screen."""
    last = date(2026, 11, 21).toordinal()
    short, long = calendar({last: 1}, last), calendar({last: 1, last - 300: 1}, last)
    assert long.height > 2 * short.height
    across = [float(one.get("cx", "")) for one in _elements(long, "circle", "none")]
    assert max(across) <= WIDTH
