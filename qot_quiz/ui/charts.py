"""Numbers as pictures made of characters: bars, a line of games, a calendar of days; none is told by colour alone."""

from __future__ import annotations

from datetime import date, timedelta

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from qot_quiz.core.clean import visible
from qot_quiz.core.dates import MONTHS
from qot_quiz.core.stats import Days, Game, Tally, percent
from qot_quiz.ui.breaking import Paired
from qot_quiz.ui.views import text
from qot_quiz.ui.words import number

FULL, EMPTY = "█", "░"
STEPS = "▁▂▃▄▅▆▇█"
"""A game from none right to all right."""

LABEL = 30
"""Columns that the name before a bar takes at most."""

BAR = 40
"""Columns of the longest bar."""

SHORTEST = 6
"""Columns of the shortest bar; a name that leaves no room for it stands above its own."""

NOT_PLAYED, PLAYED, HEAT = "·", "□", "░▒▓█"
"""Days of the calendar: without a daily, with one whose score is not told, and by the share that was right."""

WARMER = (40, 60, 80)
"""Per cent right from which on a day is drawn with the next sign."""

WEEKS = 26
"""Weeks that the calendar goes back at most."""

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def bars(rows: list[tuple[str, Tally]], columns: int) -> list[Text]:
    """Draw a bar for each row: its name, how much of it was right, and the numbers behind it.

    Args:
        rows: Names with their answers.
        columns: The width that there is.
    """
    tails = [
        f"{percent(tally.right, tally.asked):>3}% {number(tally.right)} of {number(tally.asked)}" for _, tally in rows
    ]
    tail = max(map(cell_len, tails), default=0)
    names = [visible(name) for name, _ in rows]
    label = min(LABEL, max(map(cell_len, names), default=0), max(4, columns - tail - SHORTEST - 4))
    length = max(1, min(BAR, columns - label - tail - 4))
    lines = []
    for name, (_, tally), numbers in zip(names, rows, tails, strict=True):
        full = (2 * length * tally.right + tally.asked) // (2 * tally.asked) if tally.asked else 0
        above = "" if cell_len(name) <= label else f"{name}\n"
        line = Text(above + set_cell_size("" if above else name, label + 2))
        line.append(FULL * full, "qot.right").append(EMPTY * (length - full), "qot.quiet")
        lines.append(line.append_text(text(f"  {numbers}")))
    return lines


def trend(games: tuple[Game, ...]) -> Text:
    """Draw a sign for each game, the earliest first: the higher, the more was right."""
    signs = (STEPS[percent(game.right, game.asked) * (len(STEPS) - 1) // 100] for game in games)
    return Text().append("".join(signs), "qot.points")


def weeks_in(columns: int) -> int:
    """Tell how many weeks of the calendar there is room for."""
    return max(1, min(WEEKS, (columns - 4) // 2))


def calendar(days: Days, today: str, columns: int) -> list[Text]:
    """Draw the last weeks, a column each and a line for each day of the week, with the months above them.

    Args:
        days: The days played.
        today: The date as ISO text; no later day is drawn.
        columns: The width that there is.
    """
    last = date.fromisoformat(today)
    weeks = weeks_in(columns)
    first = last - timedelta(days=last.weekday(), weeks=weeks - 1)
    played = {one.day for one in days.played}
    lines = [text(_months(first, weeks), "qot.quiet")]
    for weekday, name in enumerate(DAY_NAMES):
        line = text(f"{name} ", "qot.quiet")
        for week in range(weeks):
            day = first + timedelta(weeks=week, days=weekday)
            if day <= last:
                sign = _heat(day.isoformat(), played, days)
                line.append(f"{sign} ", "qot.quiet" if sign == NOT_PLAYED else "qot.right")
        line.rstrip()
        lines.append(line)
    return lines


def legend(days: Days) -> Paired:
    """Say what the signs of the calendar mean; the one for days without a score only where there are any."""
    line = Paired()
    line.pair(NOT_PLAYED, "qot.quiet", "no daily", "qot.quiet")
    if any(one.day not in days.scores for one in days.played):
        line.pair(PLAYED, "qot.right", "score not told", "qot.quiet")
    for sign, limit in zip(HEAT, WARMER, strict=False):
        line.pair(sign, "qot.right", f"under {limit}%", "qot.quiet")
    line.pair(HEAT[-1], "qot.right", f"{WARMER[-1]}% or more right", "qot.quiet")
    return line


def _heat(day: str, played: set[str], days: Days) -> str:
    if day not in played:
        return NOT_PLAYED
    if day not in days.scores:
        return PLAYED
    right, asked = days.scores[day]
    return HEAT[sum(percent(right, asked) >= limit for limit in WARMER)]


def _months(first: date, weeks: int) -> str:
    """Write each month's name above the week in which its first day lies, and that of the first week where it fits."""
    ends = [first + timedelta(weeks=week, days=6) for week in range(weeks)]
    begins = [week for week, end in enumerate(ends) if end.day <= 7]
    if not begins or begins[0] > 1:
        begins.insert(0, 0)
    line = " " * 4
    for week in begins[: None if 2 * begins[-1] + 3 <= 2 * weeks else -1]:
        line = f"{line:<{4 + 2 * week}}{MONTHS[ends[week].month - 1][:3]}"
    return line
