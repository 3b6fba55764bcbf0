"""Statistics on a screen: sections of pictures and words, drawn from one report."""

from __future__ import annotations

from itertools import islice

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from qot_quiz.ui import charts, words
from qot_quiz.ui.breaking import Hanging, Parted
from qot_quiz.ui.canvas import MARGIN, NARROWEST, WIDEST
from qot_quiz.ui.report import Report, changed, daily_streak, due, in_a_row, rating, seconds, summary, watched
from qot_quiz.ui.views import text


def views(report: Report, columns: int) -> list[Text]:
    """Draw a report from top to bottom.

    Args:
        report: What there is to show.
        columns: The width that there is.
    """
    title = text(report.player, "qot.brand").append_text(text(f" · {report.title} · {watched(report)}", "qot.quiet"))
    heading = Parted.of(title)
    whole = report.statistics.whole
    if not whole.asked:
        return [heading, text(summary(report)), *_dailies(report, columns)]
    return [
        heading,
        text(summary(report)),
        text(rating(report)),
        text(in_a_row(report)),
        *_trend(report),
        *_dailies(report, columns),
        *_accuracy(report, columns),
        *_facts(report),
    ]


def draw(console: Console, report: Report) -> None:
    """Draw a report with a margin, no wider than is well read.

    Args:
        console: Where to draw.
        report: What there is to show.
    """
    columns = max(NARROWEST, min(console.width, WIDEST))
    for part in views(report, columns - 2 * MARGIN):
        console.print(Padding(part, (0, MARGIN)), width=columns)


def _section(title: str) -> list[Text]:
    return [Text(""), text(title, "qot.question")]


def _trend(report: Report) -> list[Text]:
    games = report.statistics.games
    if not games:
        return []
    last = games[-1]
    more = changed(report)
    line = text(f"The last one: {last.right} of {last.asked} right{', ' + more if more else ''}.")
    several = f"The last {len(games)} games" if len(games) > 1 else "The last game"
    return [*_section(several), charts.trend(games), line]


def _dailies(report: Report, columns: int) -> list[Text]:
    if not report.days.played:
        return []
    return [
        *_section("Dailies"),
        text(daily_streak(report)),
        *charts.calendar(report.days, report.today, columns),
        charts.legend(report.days),
    ]


def _accuracy(report: Report, columns: int) -> list[Text]:
    groups = [(title, rows) for title, rows in report.groups() if rows]
    bars = iter(charts.bars([row for _, rows in groups for row in rows], columns))  # together, so that they compare
    lines: list[Text] = []
    for title, rows in groups:
        lines += [*_section(title), *islice(bars, len(rows))]
    return lines


def _facts(report: Report) -> list[Text]:
    lines: list[Text] = []
    if report.missed:
        lines += _section("Missed most")
        lines += [_line(f"{tally.missed} of {tally.asked}", ask) for ask, tally in report.missed]
    if report.slowest:
        lines += _section("Takes you longest")
        lines += [_line(seconds(tally.mean_ms), ask) for ask, tally in report.slowest]
    if report.due or report.later:
        lines += [*_section("To review next: qot-quiz review"), text(due(report))]
        lines += [_line("now" if now else _day(at), ask) for ask, at, now in report.next]
    for title, facts in (("Hardest for all", report.hardest), ("Easiest for all", report.easiest)):
        if facts:
            lines += _section(title)
            lines += [_line(words.number(one.points), ask) for ask, one in facts]
    return lines


def _line(front: str, ask: str) -> Text:
    return Hanging.of(text(f"{front:>8}  ", "qot.points"), text(ask))


def _day(at: str) -> str:
    """Write a day in short: 9 Mar."""
    day, month, _ = words.date(at[:10]).split()
    return f"{day} {month[:3]}"
