"""Challenge codes on the command line: the code of a game that begins, and the game that a code holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import msgspec

from qot_quiz.cli import choices, players, timing
from qot_quiz.cli.options import Options
from qot_quiz.core import code, crockford
from qot_quiz.core.draw import Filters
from qot_quiz.core.mixture import is_mixture
from qot_quiz.core.modes import MODES
from qot_quiz.core.setup import Setup
from qot_quiz.errors import UsageError

if TYPE_CHECKING:
    from qot_quiz.bank.bank import Bank
    from qot_quiz.bank.mix import Playable
    from qot_quiz.cli.playing import Seated
    from qot_quiz.core.question import Question

DECIDED = ("mode", "difficulty", "topic", "kind", "questions", "seed")
"""Options that would contradict a code."""

SLIPS = {
    "name": "This is no challenge code: it begins with {begins}.",
    "version": "This challenge code is for another version of qot-quiz.",
    "pack": "This challenge code is for another pack, or for another version of {title}.",
    "character": 'The group "{group}" has the sign "{stray}", which is in no challenge code.',
    "group": 'The group "{group}" has a character too many or too few.',
    "length": "This challenge code is too short or too long.",
    "check": 'A character of the group "{group}" is mistyped.',
    "swap": 'A character of the group "{group}" is mistyped, or two others have changed places.',
    "several": "Something is missing in this challenge code, or several characters are mistyped.",
    "sense": "No game of {title} has this challenge code.",
}
"""What is wrong with a code, by the reason."""

LOOKS = "One looks like {begins}7K3M-9TQX-..., in groups of four: qot-quiz share shows that of a game."

HINTS = {
    "name": LOOKS,
    "length": LOOKS,
    "version": "Upgrade qot-quiz, or ask for a code of this version.",
    "pack": "The other player's qot-quiz may be newer or older; a pack of your own is named with --pack.",
}
"""What to do about it, where that is not to look at the code once more."""

HINT = "Compare it with the one that you were given."


def with_code(setup: Setup, deck: tuple[Question, ...], bank: Playable) -> Setup:
    """Give the setup of a game with the challenge code of its deck, where it has one."""
    if is_mixture(setup.pack):
        return setup  # every pack would have to be there, of the very same version
    return msgspec.structs.replace(setup, code=code.write(setup, deck, _pack(bank)))


def game(seated: Seated, options: Options) -> tuple[Setup, tuple[Question, ...]]:
    """Make the game that a code holds: its setup, and its deck.

    Args:
        seated: Who plays on which pack.
        options: What was asked for, a code among it.

    Raises:
        UsageError: The code cannot be read, or does not fit what else was asked for.
    """
    if said := [name for name in DECIDED if getattr(options, name) not in (None, ())]:
        raise UsageError(f"A challenge code says everything of its game: leave out --{said[0]}.")
    if is_mixture(seated.bank.meta.id):
        raise UsageError("A challenge code is of one pack.", "Name that pack alone with --pack.")
    coded = _read(options.code or "", seated.bank)
    _guard(coded, seated, options)
    mode = MODES[coded.mode]
    rules, longer = timing.timed(mode.rules, options.timer)
    setup = Setup(
        player=seated.player,
        mode=coded.mode,
        rules=rules,
        filters=Filters(difficulties=coded.difficulties, kinds=rules.kinds, up_to=coded.up_to),
        length=len(coded.deck),
        seed=coded.seed,
        chosen=True,
        longer=longer,
        practice=mode.own,
        **choices.of_pack(options, seated.bank),
    )
    return setup, coded.deck


def _read(text: str, bank: Playable) -> code.Coded:
    try:
        return code.read(text, _pack(bank))
    except code.Unreadable as slip:
        reason = "several" if slip.reason in ("check", "swap") and not slip.group else slip.reason
        begins = f"{code.NAME}{code.VERSION}-"
        said = SLIPS[reason].format(
            begins=begins, title=bank.meta.title, group=slip.group, stray=crockford.stray(slip.group)
        )
        raise UsageError(said, HINTS.get(slip.reason, HINT).format(begins=begins)) from slip


def _pack(bank: Playable) -> code.Pack:
    # Mixtures, whose questions have no places, were turned away before.
    return code.Pack(cast("Bank", bank), bank.meta.digest, bank.meta.episodes)


def _guard(coded: code.Coded, seated: Seated, options: Options) -> None:
    """Refuse a game that shows more than the player wants to see: by --up-to, or as a person has told before."""
    if options.up_to is None and not choices.askable(options):
        return
    if options.up_to is not None:
        watched: int | None = seated.up_to
    else:
        from qot_quiz.store import settings

        player = players.who_plays(options, seated.store, ask=False)
        watched = settings.ceiling(seated.store, player, seated.bank.meta.id)
    if watched is not None and watched < coded.up_to:
        raise UsageError(
            f"This game goes up to episode {coded.up_to}, and you have watched up to {watched}.",
            f"To play it all the same, say --up-to {coded.up_to}.",
        )
