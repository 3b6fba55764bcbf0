"""The party: several players at one keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qot_quiz import runtime
from qot_quiz.cli import choices, drawing, naming, playing
from qot_quiz.cli.options import Options
from qot_quiz.cli.timing import timed
from qot_quiz.core.draw import Filters
from qot_quiz.core.kinds import KINDS
from qot_quiz.core.modes import MODES
from qot_quiz.core.modes.party import FEWEST, MOST
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.core.setup import Setup
from qot_quiz.errors import UsageError

if TYPE_CHECKING:
    from qot_quiz.store.opening import Store

BETWEEN = ", "
"""What stands between the players' names where they are one player."""


def play(names: tuple[str, ...], same: bool, options: Options) -> int:
    """Play a party of these players, or of those that a person names now."""
    store = runtime.store_to_play()
    bank = choices.bank(options)
    asked = not names and runtime.person() and not (options.answers or options.json)
    players = _players(_ask(options) if asked else names)
    ceilings = [_ceiling(player, bank.meta.id, store, options) for player in players]
    up_to = min(ceilings) if options.up_to is None else choices.ceiling(options.up_to, bank)
    seated = playing.Seated(store, bank, BETWEEN.join(players), up_to)
    rules, longer = timed(MODES["party"].rules, options.timer)
    shown = choices.plain_names
    setup = Setup(
        player=seated.player,
        mode="party",
        rules=rules,
        filters=Filters(
            difficulties=naming.split(options.difficulty, shown(DIFFICULTIES), "difficulty"),
            topics=naming.split(options.topic, choices.shown_topics(bank, up_to), "topic"),
            kinds=naming.split(options.kind, shown(KINDS), "kind of question"),
            up_to=up_to,
        ),
        length=choices.questions(options) or rules.length,
        seed=choices.seed(options),
        chosen=options.seed is not None,
        longer=longer,
        practice=True,
        players=players,
        same=same,
        **choices.of_pack(options, bank),
    )
    return playing.start(setup, drawing.deck(setup, bank, store, options.remembers), seated, options)


def _players(names: tuple[str, ...]) -> tuple[str, ...]:
    """Check the names of the players."""
    players = tuple(naming.player(name) for name in names)
    if not FEWEST <= len(players) <= MOST:
        hint = "For example: qot-quiz party Ann Ben"
        raise UsageError(f"A party has {FEWEST} to {MOST} players, not {len(players)}.", hint)
    if twice := next((name for at, name in enumerate(players) if name in players[:at]), None):
        raise UsageError(f"{twice} plays twice.", "Give everybody a name of their own.")
    if comma := next((name for name in players if "," in name), None):
        raise UsageError(f"The name {comma} holds a comma.", "Part names by spaces: qot-quiz party Ann Ben")
    return players


def _ask(options: Options) -> tuple[str, ...]:
    """Let a person name the players, one after the other, until nobody else comes."""
    from qot_quiz.ui import prompts

    names: list[str] = []

    def sound(name: str) -> bool | str:
        return f"{name.strip()} is here already." if name.strip() in names else naming.sound(name)

    while len(names) < MOST:
        name = prompts.fellow(len(names) + 1, len(names) >= FEWEST, sound, plain=not runtime.drawn(options.plain))
        if not name:
            break
        names.append(name)
    return tuple(names)


def _ceiling(player: str, pack: str, store: Store, options: Options) -> int:
    """Tell how far a player has watched: nothing, when nobody knows."""
    if not options.remembers:
        return 0
    from qot_quiz.store import settings

    return settings.ceiling(store, player, pack) or 0
