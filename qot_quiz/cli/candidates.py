"""What can stand in each place of a command line that takes a value, as shells offer it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from qot_quiz import runtime
from qot_quiz.cli.options import ALL, Options

if TYPE_CHECKING:
    from qot_quiz.store.opening import Store


class Asked(msgspec.Struct, frozen=True):
    """A command line up to the word that is still being typed.

    Args:
        path: The words that name the command.
        others: Its arguments.
        options: What was said with each option, by the option's long name.
        waiting: The option whose value is being typed.
        ended: Whether ``--`` came, behind which nothing is an option.
    """

    path: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    options: dict[str, tuple[str, ...]] = {}
    waiting: str | None = None
    ended: bool = False


Offers = dict[str, str]
"""Words that can stand there, each with what it means; the meaning may be empty."""

Source = Callable[[Asked], Offers]


class Value(msgspec.Struct, frozen=True):
    """A place that takes a value.

    Args:
        offers: Finds what can stand there; None where only the player knows.
        several: Whether commas join several.
        files: Whether the shell's own names of files fit where nothing else does.
        alone: What goes with no other value.
    """

    offers: Source | None = None
    several: bool = False
    files: bool = False
    alone: str = ""


def _modes(asked: Asked) -> Offers:
    from qot_quiz.core.modes import MODES
    from qot_quiz.ui import words

    return {name: words.MODES[name] for name, mode in MODES.items() if asked.path[:1] == ("scores",) or not mode.own}


def _difficulties(asked: Asked) -> Offers:
    from qot_quiz.core.past import ADAPTIVE
    from qot_quiz.core.question import DIFFICULTIES
    from qot_quiz.ui import words

    level = {} if asked.path == ("party",) or asked.options.get("difficulty") else {ADAPTIVE: words.ADAPTIVE}
    return {**dict.fromkeys(DIFFICULTIES, ""), **level}


def _kinds(asked: Asked) -> Offers:
    from qot_quiz.core.kinds import KINDS

    return dict.fromkeys(KINDS, "")


def _topics(asked: Asked) -> Offers:
    """Name the topics that hold a question under the ceiling that the command would have; others would spoil."""
    from qot_quiz.cli import choices, naming, players
    from qot_quiz.store.opening import open_memory
    from qot_quiz.store.peeking import peek

    packs = asked.options.get("pack", ())
    if not all(pack == ALL or runtime.named(pack) for pack in packs):
        return {}  # to compile a folder may take longer than a key should
    (up_to,) = asked.options.get("up-to", ())[-1:] or (None,)
    (player,) = asked.options.get("player", ())[-1:] or (None,)
    alone = any(name in asked.options for name in ("answers", "seed", "code"))
    said = Options(up_to=int(up_to) if up_to else None, player=player, pack=packs, answers="-" if alone else None)
    bank = choices.bank(said)
    store = peek(runtime.paths()["games"]) or open_memory()
    try:
        everybody = asked.others if asked.path == ("party",) and asked.others else ()
        everybody = tuple(naming.player(name) for name in everybody) or (players.who_plays(said, store, ask=False),)
        return choices.shown_topics(bank, players.watched(said, bank, everybody, store, ask=False))
    finally:
        store.close()


def _from_store(find: Callable[[Store], Offers]) -> Offers:
    from qot_quiz.store.peeking import peek

    store = peek(runtime.paths()["games"])
    if store is None:
        return {}
    try:
        return find(store)
    finally:
        store.close()


def _players(asked: Asked) -> Offers:
    from qot_quiz.store import players

    return _from_store(lambda store: dict.fromkeys(players.names(store), ""))


def _party(asked: Asked) -> Offers:
    return {name: "" for name in _players(asked) if "," not in name and name not in asked.others}


def _games(asked: Asked) -> Offers:
    """Name the finished games by their ids, each with whose it is and what it came to."""
    from qot_quiz.cli import finished
    from qot_quiz.store.boards import begun

    return _from_store(lambda store: {game.game_id: finished.told(game) for game in begun(store, "", MOST_GAMES)})


MOST_GAMES = 1000
"""Games that are offered; who has more types the first character of an id."""


def _installed(asked: Asked) -> Offers:
    from qot_quiz.bank import installed

    return dict.fromkeys(installed.names(runtime.paths()["packs"]), "")


def _packs(asked: Asked) -> Offers:
    return {runtime.BUILT_IN: "", **_installed(asked)}


def _packs_to_play(asked: Asked) -> Offers:
    return {**_packs(asked), **({ALL: "every pack"} if asked.path in _MIXING else {})}


_MIXING = (("play",), ("party",), ("resume",))


def _themes(asked: Asked) -> Offers:
    from qot_quiz.ui.theme import THEMES

    return dict.fromkeys(THEMES, "")


def _timers(asked: Asked) -> Offers:
    return {"off": "no clock", "20": "seconds", "x1.5": "half as long again", "x2": "twice as long"}


def _formats(asked: Asked) -> Offers:
    from qot_quiz.formats import FORMATS, READERS, SHEETS
    from qot_quiz.formats.scores import SCORES

    match asked.path:
        case ("scores", *_):
            return dict.fromkeys(SCORES, "")
        case (_, "import"):
            return dict.fromkeys((*READERS, *SHEETS), "")
        case _:
            return {**dict.fromkeys(FORMATS, ""), "toml": "the pack's own files"}


def _keys(asked: Asked) -> Offers:
    from qot_quiz.cli.keeping import KEYS

    return KEYS


def _values(asked: Asked) -> Offers:
    """Offer for `settings set KEY` what the option of the same name takes."""
    value = OPTIONS.get(asked.others[0])
    return value.offers(asked) if value is not None and value.offers is not None else {}


def _days(asked: Asked) -> Offers:
    from qot_quiz.store import backup

    return dict.fromkeys(reversed(backup.days(runtime.paths()["backups"])), "")


def _shells(asked: Asked) -> Offers:
    from qot_quiz.cli.completing import SHELLS

    return dict.fromkeys(SHELLS, "")


OPTIONS: dict[str, Value] = {
    "mode": Value(_modes),
    "difficulty": Value(_difficulties, several=True, alone="adaptive"),
    "topic": Value(_topics, several=True),
    "kind": Value(_kinds, several=True),
    "player": Value(_players),
    "pack": Value(_packs_to_play, files=True),
    "theme": Value(_themes),
    "timer": Value(_timers),
    "format": Value(_formats),
    "answers": Value(files=True),
    "svg": Value(files=True),
    "to": Value(files=True),
    **dict.fromkeys(("questions", "up-to", "seed", "code", "since", "date", "take-back"), Value()),
}
"""Every option that takes a value, by its long name; it means the same in all commands."""

SHORT = {"-d": "difficulty", "-t": "topic", "-n": "questions", "-p": "player"}
"""Options that have a short name."""

_PACK = Value(_packs, files=True)

ARGUMENTS: dict[tuple[str, ...], tuple[Value, ...]] = {
    ("party",): (Value(_party),) * 8,
    ("share",): (Value(_games),),
    ("doctor",): (Value(_days),),
    ("completion",): (Value(_shells),),
    ("scores", "export"): (Value(files=True),),
    ("scores", "import"): (Value(files=True),),
    ("scores", "remove"): (Value(_games),),
    ("scores", "rename"): (Value(_players), Value(_players)),
    ("settings", "set"): (Value(_keys), Value(_values, several=True)),
    ("settings", "unset"): (Value(_keys),),
    ("pack", "new"): (Value(files=True),),
    ("pack", "add"): (Value(files=True),),
    ("pack", "remove"): (Value(_installed),),
    ("pack", "check"): (_PACK,),
    ("pack", "export"): (_PACK, Value(files=True)),
    ("pack", "import"): (Value(files=True),),
    ("pack", "reports"): (_PACK,),
}
"""The arguments of every command that has some of which more is known than their number."""

GROUPS = (("scores",), ("settings",), ("pack",))
"""Words behind which another one names the command."""
