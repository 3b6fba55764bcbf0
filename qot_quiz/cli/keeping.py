"""The settings: what is remembered between games, shown and changed."""

from __future__ import annotations

from qot_quiz import runtime, voice
from qot_quiz.cli import choices, naming, players, timing
from qot_quiz.cli.options import Options
from qot_quiz.core.modes import MODES
from qot_quiz.core.past import ADAPTIVE
from qot_quiz.errors import UsageError

KEYS = {
    "player": "who plays",
    "up-to": "how many episodes that player has watched of the built-in pack, or of another with --pack",
    "mode": "the mode of play",
    "difficulty": "easy, medium, hard, or several joined by commas; or adaptive",
    "topic": "topics, joined by commas",
    "kind": "kinds of question, joined by commas",
    "questions": "how many questions a game has",
    "theme": "auto, or dark or light for a background that cannot be told",
    "timer": "off, seconds for each question, or a factor such as x1.5",
}
"""Every setting, with what it says."""


def show(json: bool, pack: str | None = None) -> int:
    """Show every setting that is kept; how many episodes were watched, of a pack."""
    kept = _kept(_id(pack))
    if json:
        voice.pour_json({"settings": kept})
        return 0
    for key, meaning in KEYS.items():
        voice.tell(f"{key}: {kept.get(key, '(not set)')}  - {meaning}")
    return 0


def put(key: str, value: str, pack: str | None = None) -> int:
    """Keep a setting, and say so."""
    key = _key(key, pack)
    keep(key, value, pack)
    voice.talk(f"{key} is {_kept(_id(pack))[key]} from now on.")
    return 0


def keep(key: str, value: str, pack: str | None = None) -> None:
    """Keep a setting that is known by its exact name, checked as the option of the same name is."""
    from qot_quiz.store import settings

    store = runtime.store()
    if key == "player":
        settings.put(store, "player", naming.player(value))
        return
    if key == "theme":
        settings.put(store, "theme", choices.theme(Options(theme=value), store))
        return
    bank = runtime.bank(pack or runtime.BUILT_IN)
    player, up_to = players.player_and_ceiling(Options(), bank, store, ask=False)
    options = _option(key, value)
    if options.up_to is not None:
        settings.set_ceiling(store, player, bank.meta.id, players.ceiling(options.up_to, bank))
        return
    if options.timer is not None:
        timing.timed(MODES["blitz"].rules, options.timer)  # which has the clock that a factor needs
        settings.put(store, "timer", options.timer)
        return
    setup = choices.setup(options, bank, {}, player, up_to)
    checked = {
        "mode": setup.mode,
        "difficulty": ",".join(setup.filters.difficulties) if setup.level is None else ADAPTIVE,
        "topic": ",".join(setup.filters.topics),
        "kind": ",".join(setup.filters.kinds),
        "questions": str(setup.length),
    }
    settings.put(store, key, checked[key])


def unset(key: str, pack: str | None = None) -> int:
    """Forget a setting, and say whether there was one."""
    key = _key(key, pack)
    was = _kept(_id(pack)).get(key)
    forget(key, pack)
    voice.talk(f"{key} was not set." if was is None else f"{key} is forgotten; it was {was}.")
    return 0


def forget(key: str, pack: str | None = None) -> None:
    """Forget a setting that is known by its exact name."""
    from qot_quiz.store import settings

    store = runtime.store()
    if key == "up-to":
        settings.forget_ceiling(store, players.who_plays(Options(), store, ask=False), _id(pack))
    else:
        settings.unset(store, key)


def _key(word: str, pack: str | None) -> str:
    """Find the setting that a word names, and whether it is one that each pack has."""
    key = naming.find(word, choices.plain_names(KEYS), "setting")
    if pack is not None and key != "up-to":
        raise UsageError(f"{key} is remembered for all packs.", "Leave --pack out: it goes with up-to alone.")
    return key


def _id(pack: str | None) -> str:
    """Name a pack as its players' ceilings are kept."""
    return runtime.BUILT_IN if pack in (None, runtime.BUILT_IN) else runtime.bank(pack).meta.id


def _option(key: str, value: str) -> Options:
    """Read a setting's value as the option of the same name."""
    match key:
        case "up-to" | "questions":
            if not value.isdecimal():
                raise UsageError(f'{key} is a whole number, not "{value}".', f"For example: settings set {key} 10")
            return Options(up_to=int(value)) if key == "up-to" else Options(questions=int(value))
        case "mode":
            return Options(mode=value)
        case "difficulty":
            return Options(difficulty=(value,))
        case "topic":
            return Options(topic=(value,))
        case "timer":
            return Options(timer=value.strip())
        case _:
            return Options(kind=(value,))


def _kept(pack: str) -> dict[str, str]:
    from qot_quiz.store import settings

    store = runtime.store()
    kept = {key: value for key, value in settings.all(store).items() if key in KEYS}
    player = kept.get("player", players.NOBODY)
    ceiling = settings.ceiling(store, player, pack)
    return kept if ceiling is None else {**kept, "up-to": str(ceiling)}
