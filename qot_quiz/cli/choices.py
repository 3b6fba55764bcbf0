"""From what was asked for and what is remembered to the setup of a game."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from qot_quiz import runtime, voice
from qot_quiz.cli import naming, timing
from qot_quiz.cli.options import ALL, Options
from qot_quiz.cli.timing import timed
from qot_quiz.core.chance import SEEDS
from qot_quiz.core.draw import Filters
from qot_quiz.core.kinds import KINDS
from qot_quiz.core.modes import MODES
from qot_quiz.core.past import ADAPTIVE
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.core.setup import Rules, Setup
from qot_quiz.errors import UsageError

if TYPE_CHECKING:
    from qot_quiz.bank.mix import Playable
    from qot_quiz.store.opening import Store
    from qot_quiz.ui.prompts import Look

BETWEEN = "\n"
"""What stands between the names and paths of a mixture, as a setup keeps them; no path of a pack holds it."""

LONGEST_GAME = 1000
"""Questions that a game may ask for."""


def plain_names(names: Mapping[str, object] | tuple[str, ...]) -> dict[str, str]:
    """Name things that have no other title than their name."""
    return {name: name for name in names}


def bank(options: Options) -> Playable:
    """Open the pack that was asked for, or several as one; a name comes before a path of this folder, which is said."""
    if options.pack in ((), (runtime.BUILT_IN,)):
        return runtime.bank()
    from qot_quiz.cli import mixing

    return mixing.bank(options.pack)


def topics(bank: Playable) -> dict[str, str]:
    """Titles of a pack's topics by id."""
    return {topic.id: topic.title for topic in bank.meta.topics}


def shown_topics(bank: Playable, up_to: int) -> dict[str, str]:
    """Titles of the topics that hold a question under the ceiling; others would spoil."""
    titles = topics(bank)
    return {name: titles.get(name, name) for name in bank.values("topic", Filters(up_to=up_to))}


def remembered(store: Store) -> dict[str, str]:
    """Read the remembered defaults of `play` and the remembered player."""
    from qot_quiz.store import settings

    return settings.all(store)


def askable(options: Options) -> bool:
    """Say whether a person can be asked for something besides the game."""
    return voice.person() and not (options.answers or options.json)


def theme(options: Options, store: Store) -> str:
    """Choose the look: what was asked for, or else what is remembered; the usual one where that is none.

    Raises:
        UsageError: There is no such theme as was asked for.
    """
    from qot_quiz.store import settings
    from qot_quiz.ui.theme import THEMES

    if options.theme:
        return naming.find(options.theme, plain_names(THEMES), "theme")
    kept = settings.get(store, "theme") or THEMES[0]
    try:
        return naming.find(kept, plain_names(THEMES), "theme")
    except UsageError as error:  # the file of games was written by another hand
        _mention(f"The remembered theme will not do: {error.message} qot-quiz settings unset theme forgets it.")
        return THEMES[0]


@cache
def _mention(sentence: str) -> None:
    """Say something beside what is drawn, once however often that is drawn."""
    voice.talk(sentence)


def look(options: Options = Options(), store: Store | None = None) -> Look:  # noqa: B008 - frozen
    """Tell how a person is asked for something.

    Args:
        options: What was asked for.
        store: Where a theme is remembered; None for a glance at the one of this machine.
    """
    from qot_quiz.store.opening import open_memory
    from qot_quiz.store.peeking import peek
    from qot_quiz.ui.prompts import Look

    known = store or peek(runtime.paths()["games"]) or open_memory()
    try:
        return Look(not voice.drawn(options.plain), options.no_color, theme(options, known))
    finally:
        if store is None:
            known.close()


def setup(options: Options, bank: Playable, defaults: Mapping[str, str], player: str, up_to: int) -> Setup:
    """Make the setup of a game; every name is checked.

    Args:
        options: What was asked for.
        bank: The pack.
        defaults: Remembered choices, used where nothing was asked for.
        player: Who plays.
        up_to: The spoiler ceiling.

    Raises:
        UsageError: A mode, difficulty, topic, kind, number or seed that does not exist.
    """
    if bank.meta.id != runtime.BUILT_IN:
        # Remembered topics are those of the built-in pack.
        defaults = {name: value for name, value in defaults.items() if name != "topic"}

    def chosen(said: tuple[str, ...], setting: str, names: Mapping[str, str], what: str) -> tuple[str, ...]:
        if said or setting not in defaults:
            return naming.split(said, names, what)
        try:
            return naming.split((defaults[setting],), names, what)
        except UsageError as error:
            unset = f"qot-quiz settings unset {setting} forgets it."
            raise UsageError(f"The remembered {setting} will not do: {error.message}", unset) from error

    playable = plain_names(tuple(name for name, mode in MODES.items() if not mode.own))
    (mode,) = chosen((options.mode,) if options.mode else (), "mode", playable, "mode") or ("classic",)
    own = MODES[mode].rules
    rules, longer = timed(own, options.timer) if options.timer else timing.remembered(own, defaults.get("timer"))
    difficulties = chosen(options.difficulty, "difficulty", plain_names((*DIFFICULTIES, ADAPTIVE)), "difficulty")
    filters = Filters(
        difficulties=tuple(name for name in difficulties if name != ADAPTIVE),
        topics=chosen(options.topic, "topic", shown_topics(bank, up_to), "topic"),
        kinds=_kinds(chosen(options.kind, "kind", plain_names(KINDS), "kind of question"), rules, mode),
        up_to=up_to,
    )
    asked_for = questions(options)
    if asked_for is None and rules.length and "questions" in defaults:
        asked_for = remembered_length(defaults["questions"])
    return Setup(
        player=player,
        mode=mode,
        rules=rules,
        filters=filters,
        length=asked_for or _usual_length(rules, bank, filters),
        longer=longer,
        total=bank.count(filters)[0] if rules.lazy else 0,
        seed=seed(options),
        chosen=options.seed is not None,
        level=_level(difficulties, mode, options) if ADAPTIVE in difficulties else None,
        **of_pack(options, bank),
    )


def _level(difficulties: tuple[str, ...], mode: str, options: Options) -> tuple[int, int] | None:
    """Give the level of a player of whom nothing is known yet, where the game can follow its player."""
    from qot_quiz.cli import adapting

    return adapting.UNKNOWN if adapting.follows(difficulties, mode, options) else None


def seed(options: Options) -> int:
    """Take the seed that was asked for, or draw one.

    Raises:
        UsageError: It is out of range.
    """
    if options.seed is None:
        return runtime.seed()
    if not 0 <= options.seed < SEEDS:
        raise UsageError(f"A seed is a whole number from 0 to {SEEDS - 1}.", "Choose another --seed.")
    return options.seed


def lengths() -> Iterator[str]:
    """Give every number of questions that may be remembered, as it is kept."""
    return map(str, range(1, LONGEST_GAME + 1))


def remembered_length(text: str) -> int:
    """Read the remembered number of questions.

    Raises:
        UsageError: No game has so many; the file of games was written by another hand.
    """
    if text not in lengths():
        told = f'The remembered number of questions will not do: "{text}" is not one from 1 to {LONGEST_GAME}.'
        raise UsageError(told, "qot-quiz settings unset questions forgets it.")
    return int(text)


def questions(options: Options) -> int | None:
    """Check the number of questions that was asked for.

    Raises:
        UsageError: No game has so many.
    """
    asked_for = options.questions
    if asked_for is not None and not 1 <= asked_for <= LONGEST_GAME:
        raise UsageError(f"A game has 1 to {LONGEST_GAME} questions, not {asked_for}.", "Choose another number.")
    return asked_for


def of_pack(options: Options, bank: Playable) -> dict[str, Any]:
    """Name the pack of a game, as a setup keeps it."""
    paths = [pack for pack in options.pack if pack != ALL and not runtime.named(pack)]
    named = [os.path.abspath(pack) if pack in paths else pack for pack in options.pack]
    return {
        "pack": bank.meta.id,
        "digest": bank.meta.digest,
        "foreign": bool(paths) or bank.meta.id != runtime.BUILT_IN,
        "source": BETWEEN.join(named) if paths else "",
    }


def _usual_length(rules: Rules, bank: Playable, filters: Filters) -> int | None:
    """Tell how long a game is when nobody says; a small pack of one's own can be played as it grows."""
    if rules.length is None or bank.meta.id == runtime.BUILT_IN:
        return rules.length
    _, facts = bank.count(filters)
    return min(rules.length, max(1, facts))


def _kinds(chosen: tuple[str, ...], rules: Rules, mode: str) -> tuple[str, ...]:
    """Keep to the kinds that a mode can ask."""
    if not rules.kinds:
        return chosen
    fitting = tuple(kind for kind in chosen or rules.kinds if kind in rules.kinds)
    if not fitting:
        raise UsageError(f"{mode} asks for {' and '.join(rules.kinds)} alone.", "Leave --kind out, or choose one.")
    return fitting
