"""Changing by menu what is remembered: the game that `play` plays, who plays it, and how it looks."""

from __future__ import annotations

from collections.abc import Mapping

from qot_quiz import runtime
from qot_quiz.cli import choices, keeping, naming, players
from qot_quiz.cli.options import Options
from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import MODES
from qot_quiz.core.past import ADAPTIVE
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.ui import prompts, words
from qot_quiz.ui.leaving import Declined

ANY = "any"

FOLLOWS = {ADAPTIVE: f"{ADAPTIVE}: {words.ADAPTIVE}"}
"""The difficulty that is none of the pack's own."""

OFFERS = {
    "player": "Somebody else plays",
    "up-to": "How far you have watched",
    "timer": "The clock",
    "theme": "Dark or light",
}
"""The settings that have nothing to do with what a game asks."""

LOOKS = {"auto": "Found out from the terminal", "dark": "For a dark background", "light": "For a light background"}

CLOCKS = {
    ANY: "As each mode has it",
    "off": "No clock",
    "x1.5": "Half as long again",
    "x2": "Twice as long",
    "20": "20 seconds for each question, in every mode",
}


def told(defaults: Mapping[str, str]) -> str:
    """Tell the remembered game in a few words.

    Args:
        defaults: The remembered choices.
    """
    mode = defaults.get("mode", "classic")
    asked = defaults.get("questions", str(MODES["classic"].rules.length))
    sound = mode == "classic" and asked in choices.lengths()
    count = words.count(int(asked), "question") if sound else ""
    parts = [mode, count, *(defaults.get(key, "") for key in ("difficulty", "topic", "kind"))]
    return ", ".join(part.replace(",", " and ") for part in parts if part)


def game(options: Options) -> None:
    """Ask for the game that `play` remembers; nothing changes unless all is answered.

    Raises:
        Declined: The player would rather leave it.
    """
    from qot_quiz.store import settings

    bank = runtime.bank()
    store = runtime.store()
    known, look = choices.remembered(store), choices.look(options, store)
    _, up_to = players.player_and_ceiling(options, bank, store, ask=True)
    modes = {name: f"{name}: {words.MODES[name]}" for name, mode in MODES.items() if not mode.own}
    levels = {ANY: ANY, **{name: name for name in DIFFICULTIES}}
    counts = bank.values("topic", Filters(up_to=up_to))
    titles = choices.shown_topics(bank, up_to)
    topics = {name: f"{title} ({words.count(counts[name], 'question')})" for name, title in titles.items()}
    chosen: dict[str, str] = {}

    def offered(step: str) -> dict[str, str]:
        follows = FOLLOWS if step == "difficulty" and MODES[chosen["mode"]].adapts else {}
        return {"mode": modes, "difficulty": {**levels, **follows}, "topic": {ANY: ANY, **topics}}[step]

    steps, at = ("mode", "difficulty", "topic"), 0
    while at < len(steps):
        step = steps[at]
        try:
            usual = chosen.get(step, known.get(step))
            chosen[step] = prompts.pick(step.capitalize(), offered(step), None, usual, look)
            at += 1
        except Declined:  # one step back, and from the first one out of here
            if not at:
                raise
            at -= 1
    settings.unset(store, "kind")  # which may leave too little of a topic, and is not asked for here
    for key, value in chosen.items():
        _keep(key, value)


def offers(options: Options) -> dict[str, str]:
    """Name the settings of `OFFERS`, each with what it is now.

    Args:
        options: Whether to ask in sentences.
    """
    from qot_quiz.store import settings

    store, bank = runtime.store(), runtime.bank()
    player, up_to = players.player_and_ceiling(options, bank, store, ask=False)
    clock, look = settings.get(store, "timer") or ANY, choices.theme(options, store)
    now = {
        "player": player,
        "up-to": f"{up_to} of {words.count(bank.meta.episodes, 'episode')}",
        "timer": CLOCKS.get(clock, clock).lower(),
        "theme": LOOKS[look].lower(),
    }
    return {key: f"{told} (now: {now[key]})" for key, told in OFFERS.items()}


def setting(key: str, options: Options) -> None:
    """Ask for one of `OFFERS`, and keep it.

    Args:
        key: Its name.
        options: Whether to ask in sentences.

    Raises:
        Declined: The player would rather leave it.
    """
    from qot_quiz.store import settings

    store = runtime.store()
    look = choices.look(options, store)
    match key:
        case "player":
            _keep(key, _somebody(look))
            players.player_and_ceiling(options, runtime.bank(), store, ask=True)
        case "up-to":
            bank = runtime.bank()
            player, up_to = players.player_and_ceiling(options, bank, store, ask=False)
            up_to = prompts.watched(bank.meta.title, bank.meta.episodes, up_to, look)
            settings.set_ceiling(store, player, bank.meta.id, up_to)
        case "timer":
            _keep(key, prompts.pick(OFFERS[key], CLOCKS, None, settings.get(store, key), look))
        case _:
            _keep(key, prompts.pick(OFFERS[key], LOOKS, None, settings.get(store, key), look))


def _somebody(look: prompts.Look) -> str:
    """Ask who plays: one who is known, or somebody new."""
    from qot_quiz.store import players as known_players
    from qot_quiz.store import settings

    store = runtime.store()
    known = {name: name for name in known_players.names(store) if "," not in name}
    new = ""
    chosen = new
    if known:
        offers = {**known, new: "Somebody new"}
        chosen = prompts.pick("Who plays?", offers, None, settings.get(store, "player"), look)
    return chosen or prompts.name(naming.sound, look)


def _keep(key: str, value: str) -> None:
    if value == ANY:
        keeping.forget(key)
    else:
        keeping.keep(key, value)
