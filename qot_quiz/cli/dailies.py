"""The daily: today's ten questions once for the record, any day's for practice, and the streak of days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from qot_quiz import runtime, voice
from qot_quiz.cli import choices, drawing, playing
from qot_quiz.cli.options import Options
from qot_quiz.cli.sitting import AtEnd
from qot_quiz.cli.timing import timed
from qot_quiz.core.daystreak import DayStreak, streak
from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import MODES
from qot_quiz.core.modes.daily import seed
from qot_quiz.core.setup import Setup
from qot_quiz.errors import UsageError
from qot_quiz.store import dailies
from qot_quiz.ui import words

if TYPE_CHECKING:
    from qot_quiz.store.opening import Store

FIRST = date(2024, 3, 9)
"""The oldest day of the archive: before the first night there was nothing to ask."""


def play(day: str | None, options: Options) -> int:
    """Play the daily of a day; today's first try is ranked, and an unfinished one is taken up again."""
    now = runtime.now()
    today = now[:10]
    wanted = _day(day, today)
    seated = playing.seat(options)
    tries = dailies.tries(seated.store, seated.player, seated.bank.meta.id)
    first = dailies.ranked(tries, wanted)

    def streak_now() -> tuple[str, ...]:
        return _streak_now(seated, today) if wanted == today else ()

    at_end = AtEnd(notes=streak_now)
    if first is not None and first.how is None:
        from qot_quiz.cli import resuming

        voice.talk(f"Going on with the daily of {words.date(wanted)}.")
        return resuming.take_up(first.game_id, seated.store, options, at_end)
    if first is not None and wanted == today and choices.askable(options):
        voice.tell(" ".join((_done(first, seated.store), *_streak_now(seated, today))))
        if not _again(seated.store, options):
            return 0
    practice = wanted != today or first is not None
    if practice:
        voice.talk(_why_practice(wanted, today))
    return _begin(wanted, practice, seated, options, at_end)


def days(store: Store, player: str) -> tuple[bool, int]:
    """Tell whether today's daily is done, and count the days in a row up to it, or those that it would go on.

    Args:
        store: The open store.
        player: Whose days.
    """
    today = runtime.now()[:10]
    played = dailies.played(dailies.tries(store, player, runtime.BUILT_IN))
    return any(one.day == today for one in played), streak(played, today).days


def _begin(day: str, practice: bool, seated: playing.Seated, options: Options, at_end: AtEnd) -> int:
    rules, longer = timed(MODES["daily"].rules, options.timer)
    setup = Setup(
        player=seated.player,
        mode="daily",
        rules=rules,
        filters=Filters(up_to=seated.up_to),
        length=rules.length,
        seed=seed(day),
        chosen=False,
        longer=longer,
        practice=practice,
        day=day,
        **choices.of_pack(options, seated.bank),
    )
    deck = drawing.deck(setup, seated.bank, seated.store, remembers=False)
    return playing.start(setup, deck, seated, options, at_end)


def _day(day: str | None, today: str) -> str:
    """Check the day that was asked for."""
    if day is None:
        return today
    try:
        wanted = date.fromisoformat(day)
    except ValueError as error:
        raise UsageError(f"{day} is no date.", f"Write it as {today}.") from error
    if wanted.isoformat() > today:
        raise UsageError(f"The daily of {words.date(wanted.isoformat())} is still to come.", "Choose a day gone by.")
    if wanted < FIRST:
        raise UsageError(f"The archive begins on {words.date(FIRST.isoformat())}.", "Choose a later day.")
    return wanted.isoformat()


def _done(first: dailies.Try, store: Store) -> str:
    """Say that today's daily is done, and what it came to unless it was discarded or removed."""
    from qot_quiz.store import boards

    found = boards.find(store, first.game_id)
    if found is None:
        return "Today's one ranked try is used up."
    return f"Today's daily is done: {found.right} of {found.asked} right, {words.count(found.points, 'point')}."


def _again(store: Store, options: Options) -> bool:
    """Ask a person whether the same ten questions are wanted once more."""
    from qot_quiz.ui import prompts

    question = "Play the same ten questions for practice?"
    return prompts.sure(question, "Yes, for practice: it does not count", "No", choices.look(options, store))


def _why_practice(day: str, today: str) -> str:
    if day == today:
        return "Today's daily is played already: this one is for practice and does not count."
    return f"The daily of {words.date(day)} is from the archive: it is for practice and does not count."


def _streak_now(seated: playing.Seated, today: str) -> tuple[str, ...]:
    """Say how the streak of days stands once today's daily is done, and how long it is to the next."""
    played = dailies.played(dailies.tries(seated.store, seated.player, seated.bank.meta.id))
    if all(one.day != today for one in played):
        return ()
    now = datetime.fromisoformat(runtime.now())
    midnight = datetime.combine(now.date() + timedelta(days=1), time()).astimezone()
    return _streak(streak(played, today)), f"The next daily comes in {_span(midnight - now)}."


def _streak(now: DayStreak) -> str:
    freezes = f", {words.count(now.freezes, 'freeze')} in hand" if now.freezes else ""
    row = f"{words.count(now.days, 'day')} in a row" if now.days > 1 else "The first day of a streak"
    best = f" (the best was {now.best})" if now.best > now.days else ""
    return f"{row}{best}{freezes}."


def _span(left: timedelta) -> str:
    minutes = max(1, round(left / timedelta(minutes=1)))
    hours, minutes = divmod(minutes, 60)
    parts = [words.count(hours, "hour")] if hours else []
    return words.listed([*parts, *([words.count(minutes, "minute")] if minutes else [])])
