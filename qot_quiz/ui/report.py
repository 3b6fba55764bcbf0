"""What statistics tell, as one value, and the sentences about it that every screen shares."""

from __future__ import annotations

from itertools import groupby

import msgspec

from qot_quiz.core.daystreak import DayStreak
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.core.rating import PLAYS, START, Rating
from qot_quiz.core.stats import Days, Statistics, Tally, change, percent
from qot_quiz.ui import timing, words

AT_A_TIME = 5
"""Facts listed of each sort."""


WEEKS_TOLD = 4
"""Weeks whose dailies are told one by one in sentences."""


class Report(msgspec.Struct, frozen=True):
    """Everything that statistics show of one player, with nothing above the spoiler ceiling.

    Args:
        player: Who played.
        title: The pack's title.
        up_to: The spoiler ceiling.
        episodes: The pack's episodes, 0 for a pack without.
        today: The date as ISO text.
        statistics: What the answers and games come to.
        topics: The topics' titles by id, in the pack's order.
        days: The dailies.
        streak: The days in a row.
        missed: What was missed most, by the question that asked for it last.
        slowest: What took longest, likewise.
        due: Facts due for review.
        later: Missed facts that are due later.
        next: The questions due next: each with its local ISO moment, and whether that has come.
        hardest: The hardest of the facts rated.
        easiest: The easiest of them.
    """

    player: str
    title: str
    up_to: int
    episodes: int
    today: str
    statistics: Statistics
    topics: dict[str, str]
    days: Days
    streak: DayStreak
    missed: tuple[tuple[str, Tally], ...] = ()
    slowest: tuple[tuple[str, Tally], ...] = ()
    due: int = 0
    later: int = 0
    next: tuple[tuple[str, str, bool], ...] = ()
    hardest: tuple[tuple[str, Rating], ...] = ()
    easiest: tuple[tuple[str, Rating], ...] = ()

    def groups(self) -> list[tuple[str, list[tuple[str, Tally]]]]:
        """List the answers by topic, kind, difficulty and episode, each with a title and names to show."""
        all = self.statistics
        topics = [*self.topics, *sorted(set(all.topics) - set(self.topics))]
        episodes = [(f"Episode {one}" if one else "No spoilers", all.episodes[one]) for one in sorted(all.episodes)]
        return [
            ("By topic", [(self.topics.get(one, one), all.topics[one]) for one in topics if one in all.topics]),
            ("By kind", [(one, all.kinds[one]) for one in sorted(all.kinds)]),
            ("By difficulty", [(one, all.difficulties[one]) for one in DIFFICULTIES if one in all.difficulties]),
            ("By episode", episodes if self.episodes else []),
        ]


def watched(report: Report) -> str:
    """Say up to which episode everything counts."""
    return f"up to episode {report.up_to}" if report.up_to else "no spoilers"


def summary(report: Report) -> str:
    """Sum up all answers in a sentence."""
    whole = report.statistics.whole
    if not whole.asked:
        return "No answers yet that count here: qot-quiz play starts a game."
    part = whole.asked - whole.right - whole.missed
    parts = [f"{words.number(whole.right)} right ({percent(whole.right, whole.asked)}%)"]
    parts += [f"{words.number(part)} partly right"] if part else []
    parts += [f"{words.number(whole.missed)} missed"]
    return f"{words.count(whole.asked, 'answer')}: {words.listed(parts)}."


def rating(report: Report) -> str:
    """Say how the player is rated."""
    now = report.statistics.rating
    return f"Your rating is {words.number(now.points)}; everybody begins with {words.number(START)}."


def in_a_row(report: Report) -> str:
    """Say how many answers in a row were right."""
    run = report.statistics.run
    return f"Right answers in a row: {words.number(run.now)}; your best: {words.number(run.best)}."


def changed(report: Report) -> str:
    """Compare the last game with the one before it; empty where none compares."""
    more = change(report.statistics.games)
    if more is None:
        return ""
    if not more:
        return "as many as last time"
    return f"{'up' if more > 0 else 'down'} {abs(more)} on last time"


def daily_streak(report: Report) -> str:
    """Say how many days in a row the daily was played."""
    now = report.streak
    best = f"; your best is {now.best}" if now.best > now.days else ""
    freezes = f"; {words.count(now.freezes, 'freeze')} in hand" if now.freezes else ""
    return f"{words.count(now.days, 'day')} in a row{best}{freezes}."


def due(report: Report) -> str:
    """Say how much is due for review."""
    if not report.due:
        return f"Nothing is due now; {words.count(report.later, 'fact')} will be."
    are = "is" if report.due == 1 else "are"
    later = f", {words.number(report.later)} more later" if report.later else ""
    return f"{words.count(report.due, 'fact')} {are} due now{later}."


def seconds(ms: int) -> str:
    """Write a time in seconds with one decimal: 14.2 s."""
    tenths = (ms + 50) // 100
    return f"{tenths // 10}.{tenths % 10} s"


def lines(report: Report) -> list[str]:
    """Tell a report in plain sentences, one thing a line; what several lines share is said once above them."""
    out = [f"{report.player}, {watched(report)}.", summary(report)]
    if report.statistics.whole.asked:
        out += [rating(report), in_a_row(report), *_games(report)]
    out += _dailies(report)
    for title, rows in report.groups():
        out += _under(title, [f"{name}: {_share(tally)}." for name, tally in rows])
    out += _under("Missed most", [f"{tally.missed} of {tally.asked}: {ask}" for ask, tally in report.missed])
    out += _under("Takes you longest", [f"{seconds(tally.mean_ms)}: {ask}" for ask, tally in report.slowest])
    if report.due or report.later:
        told = due(report)
        out.append(f"To review: {told[0].lower()}{told[1:]}")
        for when, group in groupby(report.next, lambda one: "now" if one[2] else timing.day(one[1], report.today)):
            out += _under(f"{when[0].upper()}{when[1:]}", [ask for ask, *_ in group])
    out += _under("Hardest for all", [f"{words.number(one.points)}: {ask}" for ask, one in report.hardest])
    out += _under("Easiest for all", [f"{words.number(one.points)}: {ask}" for ask, one in report.easiest])
    if report.hardest:
        out.append(f"A fact is rated from {PLAYS} answers on.")
    return out


def _under(title: str, lines: list[str]) -> list[str]:
    return [f"{title}:", *lines] if lines else []


def _share(tally: Tally) -> str:
    of = f"{words.number(tally.right)} of {words.number(tally.asked)}"
    return f"{of} right ({percent(tally.right, tally.asked)}%)"


def _games(report: Report) -> list[str]:
    games = report.statistics.games
    if not games:
        return []
    last = games[-1]
    told = ", ".join(f"{game.right}/{game.asked}" for game in games)
    more = changed(report)
    several = [f"The last {len(games)} games, the earliest first: {told}."] if len(games) > 1 else []
    return [*several, f"The last one: {last.right} of {last.asked} right{', ' + more if more else ''}."]


def _dailies(report: Report) -> list[str]:
    if not report.days.played:
        return []
    from datetime import date, timedelta

    since = (date.fromisoformat(report.today) - timedelta(weeks=WEEKS_TOLD)).isoformat()
    days = sorted({one.day for one in report.days.played if since < one.day <= report.today})
    scores = report.days.scores
    told = [words.date(day) + (f" ({scores[day][0]} of {scores[day][1]})" if day in scores else "") for day in days]
    last = [f"Dailies of the last {WEEKS_TOLD} weeks: {', '.join(told)}."] if told else []
    return [f"Dailies: {daily_streak(report)}", *last]
