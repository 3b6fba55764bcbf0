"""The menu of `qot-quiz` alone: what makes sense now, and where remembered choices change."""

from __future__ import annotations

from qot_quiz import runtime
from qot_quiz.cli import choices, commands, keeping, players, waiting
from qot_quiz.cli.options import Options
from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import MODES
from qot_quiz.core.past import ADAPTIVE
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.ui import prompts, words

FOLLOWS = {ADAPTIVE: f"{ADAPTIVE}: {words.ADAPTIVE}"}
"""The difficulty that is none of the pack's own."""


def welcome() -> int:
    """Offer what makes sense next and do it, until the player leaves."""
    while (chosen := prompts.pick("Queen of Tears Quiz", _offers())) != "leave":
        if chosen == "change":
            _change()
            chosen = "play"
        code = int(getattr(commands, chosen)())
        if code:
            return code
    return 0


def _offers() -> dict[str, str]:
    """Name what can be done now, the most likely first."""
    from qot_quiz.cli import dailies, reviewing
    from qot_quiz.store import history, settings

    store = runtime.store_to_play()
    player = settings.get(store, "player")
    offers: dict[str, str] = {}
    newest = history.newest_unfinished(store, player)
    if newest is not None:
        offers["resume"] = f"Go on with: {waiting.told(newest)}"
    if not dailies.done(store, player or players.NOBODY):
        offers["daily"] = "Today's daily"
    offers["play"] = "Play"
    if due := reviewing.count_due(store, player or players.NOBODY):
        offers["review"] = f"Review what you missed ({words.count(due, 'fact')} due)"
    return {
        **offers,
        "party": "A party at one keyboard",
        "change": "Change what is played",
        "scores": "The boards",
        "facts": "Browse the facts",
        "rules": "The rules",
        "leave": "Leave",
    }


def _change() -> None:
    """Ask for the choices that `play` remembers."""
    from qot_quiz.store import settings

    bank = runtime.bank()
    store = runtime.store()
    player = players.who_plays(Options(), store, ask=True)
    known = settings.ceiling(store, player, bank.meta.id) or 0
    up_to = prompts.watched(bank.meta.title, bank.meta.episodes, known)
    settings.set_ceiling(store, player, bank.meta.id, up_to)
    mode = prompts.pick("Mode", {name: f"{name}: {words.MODES[name]}" for name, mode in MODES.items() if not mode.own})
    keeping.put("mode", mode)
    difficulty = prompts.pick("Difficulty", {"any": "any", **{name: name for name in DIFFICULTIES}, **FOLLOWS})
    _keep("difficulty", difficulty)
    counts = bank.values("topic", Filters(up_to=up_to))
    titles = choices.shown_topics(bank, up_to)
    shown = {name: f"{title} ({words.count(counts[name], 'question')})" for name, title in titles.items()}
    _keep("topic", prompts.pick("Topic", {"any": "any", **shown}))


def _keep(key: str, value: str) -> None:
    if value == "any":
        keeping.forget(key)
    else:
        keeping.put(key, value)
