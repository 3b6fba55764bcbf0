"""From what was asked for and what is remembered to the setup of a game."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qot_quiz import runtime
from qot_quiz.cli import naming, timing
from qot_quiz.cli.options import Options
from qot_quiz.cli.timing import timed
from qot_quiz.core.chance import SEEDS
from qot_quiz.core.draw import Filters
from qot_quiz.core.kinds import KINDS
from qot_quiz.core.modes import MODES
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.core.setup import Rules, Setup
from qot_quiz.errors import UsageError

if TYPE_CHECKING:
    from qot_quiz.bank.bank import Bank
    from qot_quiz.store.opening import Store

NOBODY = "player"
"""The player of a game when nobody said a name."""

LONGEST_GAME = 1000
"""Questions that a game may ask for."""


def plain_names(names: Mapping[str, object] | tuple[str, ...]) -> dict[str, str]:
    """Name things that have no other title than their name."""
    return {name: name for name in names}


def bank(options: Options) -> Bank:
    """Open the pack that was asked for; a name comes before a path of this folder, which is then said."""
    asked_for = options.pack or runtime.BUILT_IN
    opened = runtime.bank(asked_for)
    if asked_for != runtime.BUILT_IN and runtime.named(asked_for) and os.path.exists(asked_for):
        beside = os.path.join(os.curdir, asked_for)
        runtime.talk(f"This is the installed pack {asked_for}; --pack {beside} is the one in this folder.")
    return opened


def topics(bank: Bank) -> dict[str, str]:
    """Titles of a pack's topics by id."""
    return {topic.id: topic.title for topic in bank.meta.topics}


def shown_topics(bank: Bank, up_to: int) -> dict[str, str]:
    """Titles of the topics that hold a question under the ceiling; others would spoil."""
    titles = topics(bank)
    return {name: titles.get(name, name) for name in bank.values("topic", Filters(up_to=up_to))}


def remembered(store: Store) -> dict[str, str]:
    """Read the remembered defaults of `play` and the remembered player."""
    from qot_quiz.store import settings

    return settings.all(store)


def player_and_ceiling(options: Options, bank: Bank, store: Store, ask: bool) -> tuple[str, int]:
    """Find out who plays and how far they have watched; what a person was asked for is remembered.

    Args:
        options: What was asked for.
        bank: The pack.
        store: Where it is remembered.
        ask: Whether a person can be asked for what nobody knows yet.

    Raises:
        UsageError: The name or the ceiling will not do.
    """
    up_to = None if options.up_to is None else ceiling(options.up_to, bank)
    if not options.remembers:
        return NOBODY if options.player is None else naming.player(options.player), up_to or 0
    player = who_plays(options, store, ask)
    from qot_quiz.store import settings

    if up_to is None:
        up_to = settings.ceiling(store, player, bank.meta.id)
        if up_to is None and ask and bank.meta.episodes:
            from qot_quiz.ui import prompts

            up_to = prompts.watched(bank.meta.title, bank.meta.episodes, plain=not runtime.drawn(options.plain))
            settings.set_ceiling(store, player, bank.meta.id, up_to)
    return player, up_to or 0


def who_plays(options: Options, store: Store, ask: bool) -> str:
    """Find out who plays; the name that a person was asked for is remembered.

    Args:
        options: What was asked for.
        store: Where it is remembered.
        ask: Whether a person can be asked.

    Raises:
        UsageError: The name will not do.
    """
    from qot_quiz.store import settings

    said = None if options.player is None else naming.player(options.player)
    known = settings.get(store, "player")
    if said is None and known is None and ask:
        from qot_quiz.ui import prompts

        said = naming.player(prompts.name(naming.sound, plain=not runtime.drawn(options.plain)))
        settings.put(store, "player", said)
    return said or known or NOBODY


def setup(options: Options, bank: Bank, defaults: Mapping[str, str], player: str, up_to: int) -> Setup:
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
    filters = Filters(
        difficulties=chosen(options.difficulty, "difficulty", plain_names(DIFFICULTIES), "difficulty"),
        topics=chosen(options.topic, "topic", shown_topics(bank, up_to), "topic"),
        kinds=_kinds(chosen(options.kind, "kind", plain_names(KINDS), "kind of question"), rules, mode),
        up_to=up_to,
    )
    asked_for = questions(options)
    if asked_for is None and rules.length and "questions" in defaults:
        asked_for = int(defaults["questions"])
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
        **of_pack(options, bank),
    )


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


def questions(options: Options) -> int | None:
    """Check the number of questions that was asked for.

    Raises:
        UsageError: No game has so many.
    """
    asked_for = options.questions
    if asked_for is not None and not 1 <= asked_for <= LONGEST_GAME:
        raise UsageError(f"A game has 1 to {LONGEST_GAME} questions, not {asked_for}.", "Choose another --questions.")
    return asked_for


def of_pack(options: Options, bank: Bank) -> dict[str, Any]:
    """Name the pack of a game, as a setup keeps it."""
    asked_for = options.pack or runtime.BUILT_IN
    return {
        "pack": bank.meta.id,
        "digest": bank.meta.digest,
        "foreign": asked_for != runtime.BUILT_IN,
        "source": "" if runtime.named(asked_for) else os.path.abspath(asked_for),
    }


def _usual_length(rules: Rules, bank: Bank, filters: Filters) -> int | None:
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


def ceiling(up_to: int, bank: Bank) -> int:
    """Check a spoiler ceiling against the episodes that the pack has.

    Raises:
        UsageError: There is no such episode.
    """
    episodes = bank.meta.episodes
    if not 0 <= up_to <= episodes:
        raise UsageError(
            f"{bank.meta.title} has {episodes} regular episodes: --up-to takes 0 to {episodes}, not {up_to}.",
            "0 shows nothing that spoils.",
        )
    return up_to
