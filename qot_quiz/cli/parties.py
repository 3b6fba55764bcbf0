"""The party: several players at one keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from qot_quiz import runtime
from qot_quiz.cli import choices, drawing, naming, players, playing
from qot_quiz.cli.options import Options
from qot_quiz.cli.sitting import AtEnd, Drawn
from qot_quiz.cli.timing import timed
from qot_quiz.core.draw import Filters
from qot_quiz.core.kinds import KINDS
from qot_quiz.core.modes import MODES
from qot_quiz.core.modes.party import FEWEST, MOST
from qot_quiz.core.past import ADAPTIVE
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
    asked = not names and choices.askable(options)
    everybody = _players(_ask(options, store) if asked else names)
    up_to = players.watched(options, bank, everybody, store, ask=False)
    seated = playing.Seated(store, bank, BETWEEN.join(everybody), up_to)
    rules, longer = timed(MODES["party"].rules, options.timer)
    shown = choices.plain_names
    setup = Setup(
        player=seated.player,
        mode="party",
        rules=rules,
        filters=Filters(
            difficulties=_difficulties(options),
            topics=naming.split(options.topic, choices.shown_topics(bank, up_to), "topic"),
            kinds=naming.split(options.kind, shown(KINDS), "kind of question"),
            up_to=up_to,
        ),
        length=choices.questions(options) or rules.length,
        seed=choices.seed(options),
        chosen=options.seed is not None,
        longer=longer,
        practice=True,
        players=everybody,
        same=same,
        **choices.of_pack(options, bank),
    )

    def drawn() -> Drawn:
        fresh = msgspec.structs.replace(setup, seed=choices.seed(options))
        return fresh, drawing.deck(fresh, bank, store, options.remembers)

    return playing.start(*drawn(), seated, options, AtEnd(again=None if setup.chosen else drawn))


def _difficulties(options: Options) -> tuple[str, ...]:
    """Check the difficulties that were asked for."""
    names = choices.plain_names((*DIFFICULTIES, ADAPTIVE))
    difficulties = naming.split(options.difficulty, names, "difficulty")
    if ADAPTIVE in difficulties:
        raise UsageError(
            f"An {ADAPTIVE} game follows one player, and a party has several.", f"Leave out -d {ADAPTIVE}."
        )
    return difficulties


def _players(names: tuple[str, ...]) -> tuple[str, ...]:
    """Check the names of the players."""
    players = tuple(naming.player(name) for name in names)
    if not FEWEST <= len(players) <= MOST:
        hint = "For example: qot-quiz party Ann Ben"
        raise UsageError(f"A party has {FEWEST} to {MOST} players, not {len(players)}.", hint)
    heard = [_heard(name) for name in players]
    if twice := next((name for at, name in enumerate(players) if heard[at] in heard[:at]), None):
        raise UsageError(f"{twice} plays twice.", "Give everybody a name that sounds like nobody else's.")
    if comma := next((name for name in players if "," in name), None):
        raise UsageError(f"The name {comma} holds a comma.", "Part names by spaces: qot-quiz party Ann Ben")
    return players


def _heard(name: str) -> str:
    """Reduce a name to what is heard of it when a player is called: small and capital letters sound alike."""
    import unicodedata

    return unicodedata.normalize("NFKC", name.strip()).casefold()


def _ask(options: Options, store: Store) -> tuple[str, ...]:
    """Let a person name the players, one after the other, until nobody else comes."""
    from qot_quiz.ui import prompts

    names: list[str] = []
    look = choices.look(options, store)

    def sound(name: str) -> bool | str:
        same = next((known for known in names if _heard(known) == _heard(name)), None)
        return naming.sound(name) if same is None else f"{same} is here already."

    while len(names) < MOST:
        name = prompts.fellow(len(names) + 1, len(names) >= FEWEST, sound, look)
        if not name:
            break
        names.append(name)
    return tuple(names)
