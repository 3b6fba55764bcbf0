"""The review: what was missed and is due, asked for again; and how much is due when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from qot_quiz import runtime, voice
from qot_quiz.cli import choices, drawing, players, playing
from qot_quiz.cli.options import Options
from qot_quiz.cli.timing import timed
from qot_quiz.core.draw import Filters, passes
from qot_quiz.core.modes import MODES
from qot_quiz.core.schedule import Due
from qot_quiz.core.setup import Setup
from qot_quiz.errors import QuizError
from qot_quiz.store import cards, settings
from qot_quiz.ui import timing, words

if TYPE_CHECKING:
    from qot_quiz.store.opening import Store


def play(options: Options) -> int:
    """Ask for the facts that are due."""
    seated = _seat(options)
    all_due = _under_ceiling(seated)
    now = _now()
    due = [one for one in all_due if one.at <= now]
    if not due:
        voice.talk(_nothing(all_due))
        voice.talk("What you miss in any game comes here: qot-quiz play")
        return 0
    rules, longer = timed(MODES["review"].rules, options.timer)
    setup = Setup(
        player=seated.player,
        mode="review",
        rules=rules,
        filters=Filters(up_to=seated.up_to),
        length=min(len(due), choices.questions(options) or rules.length or len(due)),
        seed=choices.seed(options),
        chosen=options.seed is not None,
        longer=longer,
        practice=True,
        due=tuple(one.fact_id for one in due),
        **choices.of_pack(options, seated.bank),
    )
    pool = drawing.pool(setup, seated.bank, seated.store, options.remembers)
    deck = MODES["review"].draw(pool, setup, {one.question_id for one in due})
    if not deck:
        raise QuizError("Everything that is due was flagged.", "qot-quiz facts --flagged shows it.")
    return playing.start(setup, deck, seated, options)


def count_due(store: Store, player: str) -> tuple[int, int]:
    """Count the facts of the built-in pack that are due for a player: now, and later on the player's day."""
    bank = runtime.bank()
    up_to = settings.ceiling(store, player, bank.meta.id) or 0
    now, today = _now(), runtime.now()[:10]
    all_due = _under_ceiling(playing.Seated(store, bank, player, up_to))
    return sum(one.at <= now for one in all_due), sum(one.at > now and _local(one.at)[:10] == today for one in all_due)


def tell_due(options: Options) -> int:
    """Say how many facts are due, and when others will be."""
    all_due = _under_ceiling(_seat(options))
    now = _now()
    due = [one for one in all_due if one.at <= now]
    later = [one for one in all_due if one.at > now]
    if options.json:
        counts = {"due": len(due), "later": len(later), "next_at": later[0].at if later else None}
        voice.pour_json(counts)
        return 0
    if not all_due:
        voice.tell(_nothing([]))
        return 0
    now_due = f"{words.count(len(due), 'fact')} {'is' if len(due) == 1 else 'are'}" if due else "Nothing is"
    voice.tell(f"{now_due} due now.")
    told = 0
    for days, span in ((1, "within a day"), (7, "within a week")):
        until = (datetime.fromisoformat(now) + timedelta(days=days)).isoformat(timespec="seconds")
        soon = sum(one.at <= until for one in later)
        if soon > told:
            voice.tell(f"{words.number(soon)} {'more ' if due or told else ''}{span}.")
        told = soon
    if later:
        voice.tell(f"The next one comes back {_ahead(later[0])}.")
    return 0


def _seat(options: Options) -> playing.Seated:
    """Find out whose review it is: only who has played has missed anything."""
    players.check_known(runtime.store_to_play(), options.player)
    return playing.seat(options)


def _under_ceiling(seated: playing.Seated) -> list[Due]:
    """List the missed facts that the pack still asks for under the player's ceiling."""
    bank, filters = seated.bank, Filters(up_to=seated.up_to)
    missed = cards.due(seated.store, seated.player, bank.meta.id)
    return [one for one in missed if any(passes(item, filters) for item in bank.about(one.fact_id))]


def _nothing(all_due: list[Due]) -> str:
    if not all_due:
        return "There is nothing to review: nothing was missed."
    return f"Nothing is due. The next fact comes back {_ahead(all_due[0])}."


def _now() -> str:
    """Tell the moment in the form of `Due.at`, so that texts compare."""
    return datetime.fromisoformat(runtime.now()).astimezone(UTC).isoformat(timespec="seconds")


def _ahead(one: Due) -> str:
    return timing.ahead(_local(one.at), _local(runtime.now()))


def _local(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone().isoformat(timespec="seconds")
