"""What stands inside the SVG of a figure: bars, points over time, a calendar of dots; colours come from the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from qot_quiz.core.clean import visible
from qot_quiz.core.dates import MONTHS
from qot_quiz.core.stats import percent
from qot_quiz.formats.scores.columns import width_of
from qot_quiz.formats.scores.page.cells import day, text
from qot_quiz.formats.scores.page.tally import Span

WIDTH = 340
"""Units of every drawing from left to right, of which the narrowest screens show one in a pixel."""

LABEL = 26
"""Columns of a name in a drawing; the table below it has the whole name."""

BAR = 38
"""Units from one bar to the next."""

LEFT, RIGHT, TOP, BOTTOM = 46, 332, 12, 150
"""The field of a chart over time."""

LINES = 5
"""Lines across that field at most, above its ground."""

STEPS = ("", "k", "M", "G", "T", "P")
"""Thousands, and thousands of them."""

WEEK, DOT, WEEKS = 12, 5.2, 26
"""Of the calendar: units of a week, the radius of the fullest day, and the weeks beside one another."""

DAYS = ("Mon", "", "Wed", "", "Fri", "", "")
"""The names that are written beside its rows."""


class Drawing(msgspec.Struct, frozen=True):
    """A drawing that is `WIDTH` units wide.

    Args:
        svg: The text of its elements.
        height: Units.
    """

    svg: str
    height: int


class Bar(msgspec.Struct, frozen=True):
    """A share with its name.

    Args:
        name: Any text.
        right: How many.
        asked: Out of how many.
    """

    name: str
    right: int
    asked: int


def bars(rows: list[Bar]) -> Drawing:
    """Draw shares below one another, each as a bar below its name and its number."""
    drawn = []
    for number, row in enumerate(rows):
        y = number * BAR + 14
        share = percent(row.right, row.asked)
        drawn.append(
            f'<text class="name" x="0" y="{y}">{text(_cut(row.name))}</text>'
            f'<text class="value" x="{WIDTH}" y="{y}">{share}% of {_short(row.asked, 100_000_000)}</text>'
            f'<rect class="track" x="0" y="{y + 7}" width="{WIDTH}" height="8" rx="4"/>'
        )
        if share:
            long = max(8, WIDTH * row.right / row.asked)
            drawn.append(f'<rect class="full" x="0" y="{y + 7}" width="{long:.1f}" height="8" rx="4"/>')
    return Drawing("\n".join(drawn), len(rows) * BAR)


def over_time(spans: list[Span], one: str) -> Drawing:
    """Draw the average of each span of days as a point, and the best so far as a line above them.

    Args:
        spans: Their games, the earliest first; at least one.
        one: What a span is called.
    """
    first, last = spans[0].first, spans[-1].first
    top, lines = _scale(max(span.best for span in spans))

    def x(at: int) -> float:
        return LEFT + 6 + (RIGHT - LEFT - 12) * ((at - first) / (last - first) if last > first else 0.5)

    def y(points: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * points / top

    drawn = [
        f'<path class="grid" d="M{LEFT} {y(line):.1f}H{RIGHT}"/>'
        f'<text class="axis end" x="{LEFT - 8}" y="{y(line) + 4:.1f}">{_short(line)}</text>'
        for line in lines
    ]
    best, path = 0, ""
    for span in spans:
        if span.best > best or not path:
            best = max(best, span.best)
            path += f"{f'H{x(span.first):.1f}V' if path else f'M{x(span.first):.1f} '}{y(best):.1f}"
    drawn.append(f'<path class="record" d="{path}H{RIGHT}"/>')
    means = [(span.first, span.points / span.games, span.games) for span in spans]
    drawn.append(f'<path class="mean" d="M{"L".join(f"{x(at):.1f} {y(mean):.1f}" for at, mean, _ in means)}"/>')
    drawn += [
        f'<circle class="dot" cx="{x(at):.1f}" cy="{y(mean):.1f}" r="3"><title>{_day(at)}: {mean:,.0f} points, '
        f"{games:,} {'game' if games == 1 else 'games'}</title></circle>"
        for at, mean, games in means
    ]
    low = BOTTOM + 18
    drawn.append(f'<text class="axis" x="{LEFT}" y="{low}">{_day(first)}</text>')
    if last > first:
        drawn.append(f'<text class="axis end" x="{RIGHT}" y="{low}">{_day(last)}</text>')
    key = low + 22
    drawn.append(
        f'<path class="record" d="M{LEFT} {key - 4}h18"/>'
        f'<text class="axis" x="{LEFT + 24}" y="{key}">best so far</text>'
        f'<circle class="dot" cx="{LEFT + 118}" cy="{key - 4}" r="3"/>'
        f'<text class="axis" x="{LEFT + 127}" y="{key}">average of {one}</text>'
    )
    return Drawing("\n".join(drawn), key + 8)


def calendar(days: dict[int, int], last: int) -> Drawing:
    """Draw each day as a dot, larger the more games it has; half a year stands above the other half.

    Args:
        days: Games by day, in days since the calendar began.
        last: The last day.
    """
    monday = last - date.fromordinal(last).weekday()
    most = max(days.values())
    halves = range(-(-(monday + 7 - min(days)) // (7 * WEEKS)))
    drawn: list[str] = []
    y = 0
    for half in reversed(halves):
        drawn += _half(monday - 7 * (WEEKS * (half + 1) - 1), last, y, days, most)
        y += 7 * WEEK + 30
    return Drawing("\n".join(drawn), y - 8)


def _half(begins: int, last: int, y: int, days: dict[int, int], most: int) -> Iterator[str]:
    for row, called in enumerate(DAYS):
        if called:
            yield f'<text class="axis" x="0" y="{y + 26 + row * WEEK}">{called}</text>'
    named = -4
    for week in range(WEEKS):
        x = 34 + week * WEEK
        month = date.fromordinal(begins + 7 * week + 6)
        if month.day <= 7 and week - named > 2:
            yield f'<text class="axis" x="{x - 6}" y="{y + 11}">{MONTHS[month.month - 1][:3]}</text>'
            named = week
        for row in range(7):
            at = begins + 7 * week + row
            place = f'cx="{x}" cy="{y + 22 + row * WEEK}"'
            if games := days.get(at, 0):
                radius = 2.2 + (DOT - 2.2) * (games / most) ** 0.5
                told = f"{_day(at)}: {games:,} {'game' if games == 1 else 'games'}"
                yield f'<circle class="full" {place} r="{radius:.1f}"><title>{told}</title></circle>'
            elif at <= last:
                yield f'<circle class="none" {place} r="1.2"/>'


def _day(ordinal: int) -> str:
    return day(date.fromordinal(ordinal).isoformat())


def _scale(most: int) -> tuple[int, list[int]]:
    """Find round numbers for the lines of a chart, and the one at its top."""
    step = 1
    while step * LINES < most:
        # 1, 2, 5, 10, 20, 50 and so on
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    top = max(1, -(-most // step)) * step
    return top, list(range(0, top + 1, step))


def _short(value: int, most: int = 100_000) -> str:
    """Write a number that is not below another one in few signs: 150k, 3M."""
    power = 0
    while value >= most or (power and value >= 1_000 and value % 1_000 == 0):
        value, power = value // 1_000, power + 1
    return f"{value:,}{STEPS[power]}"


def _cut(called: str) -> str:
    """Cut a name that is too long for a drawing, before it is escaped."""
    shown = visible(called)
    if width_of(shown) <= LABEL:
        return shown
    while width_of(shown) >= LABEL:
        shown = shown[:-1]
    return shown + "…"
