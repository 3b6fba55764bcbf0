"""What a player's games come to: drawn, in sentences, or as JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from qot_quiz import runtime, voice
from qot_quiz.cli import choices, mixing, paging, players
from qot_quiz.cli.options import Options
from qot_quiz.core.daystreak import streak
from qot_quiz.core.draw import Filters, passes
from qot_quiz.core.question import DIFFICULTIES, Item
from qot_quiz.core.schedule import Due
from qot_quiz.core.stats import FactTally, RatedFact, Tally, change
from qot_quiz.store import cards, statistics
from qot_quiz.ui import report as sentences
from qot_quiz.ui.report import AT_A_TIME, Report

if TYPE_CHECKING:
    from qot_quiz.bank.bank import Bank
    from qot_quiz.store.opening import Store

_One = TypeVar("_One", FactTally, RatedFact)

SPARE = 20
"""Facts looked up beyond those shown, since some may have left the pack."""


class Found(msgspec.Struct, frozen=True):
    """What the store and the pack say of a player, before it is told in one of three ways.

    Args:
        report: What is shown; its facts are those below, by what they ask.
        pack: The pack's id.
        missed: The facts missed most, each with its question.
        slowest: The facts that took longest.
        next: The facts due next.
        hardest: The hardest of the rated facts.
        easiest: The easiest.
    """

    report: Report
    pack: str
    missed: list[tuple[FactTally, Item]]
    slowest: list[tuple[FactTally, Item]]
    next: list[tuple[Due, Item]]
    hardest: list[tuple[RatedFact, Item]]
    easiest: list[tuple[RatedFact, Item]]


def show(options: Options) -> int:
    """Print what a player's answers and games come to."""
    bank = mixing.only(options.pack)
    store = runtime.store_to_play()
    players.check_known(store, options.player)
    player, up_to = players.player_and_ceiling(options, bank, store, ask=False)
    found = _find(store, bank, player, up_to)
    if options.json:
        voice.pour_json(_document(found))
    elif not options.plain and voice.pictured():
        _draw(found.report, options.no_color, choices.theme(options, store))
    else:
        _tell(found.report)
    if not options.json and up_to < bank.meta.episodes:
        voice.talk(f"Only what is up to episode {up_to} counts here; --up-to shows more.")
    return 0


def _find(store: Store, bank: Bank, player: str, up_to: int) -> Found:
    """Read everything that is shown."""
    pack, now = bank.meta.id, runtime.now()
    of = (player, pack, up_to)
    read = statistics.read(store, *of)
    days = statistics.days(store, *of)
    most = AT_A_TIME + SPARE
    missed = _asked(bank, up_to, statistics.most_missed(store, *of, most))
    slowest = _asked(bank, up_to, statistics.slowest(store, *of, most))
    hardest = _asked(bank, up_to, statistics.rated(store, pack, up_to, most))
    easiest = _asked(bank, up_to, statistics.rated(store, pack, up_to, most, hardest=False))
    due = _under_ceiling(bank, up_to, cards.due(store, player, pack))
    moment = datetime.fromisoformat(now).astimezone(UTC).isoformat(timespec="seconds")
    due_now = sum(one.at <= moment for one, _ in due)
    report = Report(
        player=player,
        title=bank.meta.title,
        up_to=up_to,
        episodes=bank.meta.episodes,
        today=now[:10],
        statistics=read,
        topics=choices.topics(bank),
        days=days,
        streak=streak(days.played, now[:10]),
        missed=tuple((item.ask, one.tally) for one, item in missed),
        slowest=tuple((item.ask, one.tally) for one, item in slowest),
        due=due_now,
        later=len(due) - due_now,
        next=tuple((item.ask, _local(one.at), one.at <= moment) for one, item in due[:AT_A_TIME]),
        hardest=tuple((item.ask, one.rating) for one, item in hardest),
        easiest=tuple((item.ask, one.rating) for one, item in easiest),
    )
    return Found(report, pack, missed, slowest, due[:AT_A_TIME], hardest, easiest)


def _asked(bank: Bank, up_to: int, facts: list[_One]) -> list[tuple[_One, Item]]:
    """Put the question to each fact that the pack still has, a few of them."""
    items = ((one, bank.item(one.question_id)) for one in facts)
    return [(one, item) for one, item in items if item is not None and item.spoils <= up_to][:AT_A_TIME]


def _under_ceiling(bank: Bank, up_to: int, due: list[Due]) -> list[tuple[Due, Item]]:
    """Keep the missed facts that the pack still asks for under the ceiling, each with a question on it."""
    filters = Filters(up_to=up_to)
    kept = []
    for one in due:
        items = {item.id: item for item in bank.about(one.fact_id) if passes(item, filters)}
        if items:
            kept.append((one, items.get(one.question_id) or next(iter(items.values()))))
    return kept


def _draw(report: Report, no_color: bool, theme: str) -> None:
    from qot_quiz.ui import statistics as drawing

    console = voice.console(no_color, theme)
    with console.capture() as drawn:
        drawing.draw(console, report)
    if not paging.shown([drawn.get()]):
        console.file.write(drawn.get())


def _tell(report: Report) -> None:
    for line in sentences.lines(report):
        voice.tell(line)


def _local(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone().isoformat(timespec="seconds")


def _document(found: Found) -> dict[str, Any]:
    """Make the one object that `--json` prints; README documents its keys."""
    report, read = found.report, found.report.statistics
    titles = report.topics
    topics = sorted(read.topics, key=lambda one: (one not in titles, [*titles, one].index(one), one))
    return {
        "player": report.player,
        "pack": found.pack,
        "up_to": report.up_to,
        "answers": _tally(read.whole),
        "topics": [{"topic": one, "title": titles.get(one, one), **_tally(read.topics[one])} for one in topics],
        "kinds": [{"kind": one, **_tally(read.kinds[one])} for one in sorted(read.kinds)],
        "difficulties": [
            {"difficulty": one, **_tally(read.difficulties[one])} for one in DIFFICULTIES if one in read.difficulties
        ],
        "episodes": [{"episode": one, **_tally(read.episodes[one])} for one in sorted(read.episodes)],
        "streak": {"now": read.run.now, "best": read.run.best},
        "games": [msgspec.structs.asdict(game) for game in read.games],
        "change": change(read.games),
        "days": {
            "streak": report.streak.days,
            "best": report.streak.best,
            "freezes": report.streak.freezes,
            "played": [_day(day, report) for day in sorted({one.day for one in report.days.played})],
        },
        "missed": [{**_named(one, item), **_tally(one.tally)} for one, item in found.missed],
        "slowest": [{**_named(one, item), **_tally(one.tally)} for one, item in found.slowest],
        "review": {
            "due": report.due,
            "later": report.later,
            "next": [{**_named(one, item), "due_at": one.at} for one, item in found.next],
        },
        "rating": read.rating.points,
        "hardest": [_rated(one, item) for one, item in found.hardest],
        "easiest": [_rated(one, item) for one, item in found.easiest],
    }


def _tally(tally: Tally) -> dict[str, int]:
    return {"asked": tally.asked, "right": tally.right, "missed": tally.missed, "mean_ms": tally.mean_ms}


def _day(day: str, report: Report) -> dict[str, Any]:
    right, asked = report.days.scores.get(day, (None, None))
    return {"day": day, "right": right, "asked": asked}


def _named(one: FactTally | RatedFact | Due, item: Item) -> dict[str, str]:
    return {"fact_id": one.fact_id, "question_id": item.id, "ask": item.ask}


def _rated(one: RatedFact, item: Item) -> dict[str, Any]:
    return {**_named(one, item), "rating": one.rating.points, "plays": one.rating.plays}
