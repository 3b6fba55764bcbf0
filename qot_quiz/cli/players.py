"""Who plays, and how far they have watched: said on the command line, remembered, or asked for once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qot_quiz import voice
from qot_quiz.cli import choices, naming
from qot_quiz.cli.options import Options
from qot_quiz.core.clean import quoted
from qot_quiz.core.mixture import is_mixture
from qot_quiz.errors import UsageError

if TYPE_CHECKING:
    from qot_quiz.bank.bank import PackMeta
    from qot_quiz.bank.mix import Playable
    from qot_quiz.store.opening import Store

NOBODY = "player"
"""The player of a game when nobody said a name."""


def player_and_ceiling(options: Options, bank: Playable, store: Store, ask: bool) -> tuple[str, int]:
    """Find out who plays and how far they have watched; what a person was asked for is remembered.

    Args:
        options: What was asked for.
        bank: The pack.
        store: Where it is remembered.
        ask: Whether a person can be asked for what nobody knows yet.

    Raises:
        UsageError: The name or the ceiling will not do.
    """
    if options.remembers or (options.code is not None and choices.askable(options)):
        # A friend's game is played by whoever sits here, though it is set up by its code alone.
        player = who_plays(options, store, ask and options.remembers)
    else:
        player = NOBODY if options.player is None else naming.player(options.player)
    return player, watched(options, bank, (player,), store, ask)


def watched(options: Options, bank: Playable, players: tuple[str, ...], store: Store, ask: bool) -> int:
    """Tell how far all players have watched, and keep every pack of a mixture below its own ceiling.

    Args:
        options: What was asked for.
        bank: The pack, or the packs.
        players: Who plays.
        store: Where it is remembered.
        ask: Whether a person can be asked for what nobody knows yet.

    Raises:
        UsageError: There is no such episode.
    """
    if options.up_to is not None:
        ceiling(options.up_to, bank)
    ceilings = {meta.id: min(_watched(options, meta, player, store, ask) for player in players) for meta in bank.metas}
    if is_mixture(bank.meta.id):
        from qot_quiz.cli import mixing

        mixing.limit(bank, ceilings)
    return max(ceilings.values())


def _watched(options: Options, meta: PackMeta, player: str, store: Store, ask: bool) -> int:
    """Tell how far a player has watched, which a person is asked for once; nothing, when nobody knows."""
    if options.up_to is not None:
        return min(options.up_to, meta.episodes)
    if not options.remembers:
        return 0
    from qot_quiz.store import settings

    up_to = settings.ceiling(store, player, meta.id)
    if up_to is None and ask and meta.episodes:
        from qot_quiz.ui import prompts

        up_to = prompts.watched(meta.title, meta.episodes, look=choices.look(options, store))
        settings.set_ceiling(store, player, meta.id, up_to)
    return up_to or 0


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

        said = naming.player(prompts.name(naming.sound, choices.look(options, store)))
        settings.put(store, "player", said)
    return said or known or NOBODY


def check_known(store: Store, said: str | None) -> None:
    """Refuse a name that was said to look something up, and of which nothing is kept.

    Args:
        store: Where players are known.
        said: The name; None where nobody said one.

    Raises:
        UsageError: Nobody is called so; the hint says who is near, or who there is.
    """
    from qot_quiz.store import players

    if said is None or players.is_known(store, naming.player(said)):
        return
    known = [name for name in players.names(store) if "," not in name]  # a comma parts the players of a party
    if not known:
        raise UsageError(f"There is no player {quoted(said)}.", "qot-quiz play starts a game.")
    raise naming.unknown(said, choices.plain_names(tuple(known)), "player")


def mention_lookalike(store: Store, player: str) -> None:
    """Say once, when a name is new, that it looks like that of a player who is known.

    Args:
        store: Where players are known.
        player: A name that was typed.
    """
    from qot_quiz.store import players

    if not players.is_known(store, player):
        mention_lookalikes((player,), players.names(store), stays=True)


def mention_lookalikes(new: Iterable[str], known: Iterable[str], stays: bool = False) -> None:
    """Say of every new name that looks like a known one that it does, and how the two become one player.

    Args:
        new: Names that came in.
        known: Names that were there before them.
        stays: Whether the new name would stay, as the one that its player types; of games from elsewhere it goes.
    """
    from shlex import quote

    from qot_quiz.core.lookalikes import skeleton

    seen_as = {skeleton(name): name for name in known}
    for name in new:
        if (like := seen_as.get(skeleton(name))) is not None:
            told = f"{name} is a new player, whose name only looks like that of {like}."
            goes, kept = (like, name) if stays else (name, like)
            voice.talk(f"{told} If they are one: qot-quiz scores rename {quote(goes)} {quote(kept)}")


def ceiling(up_to: int, bank: Playable) -> int:
    """Check a spoiler ceiling against the episodes that the pack has.

    Raises:
        UsageError: There is no such episode.
    """
    episodes = bank.meta.episodes
    if not 0 <= up_to <= episodes:
        raise UsageError(
            f"{bank.meta.title} has {episodes} regular episodes: up-to takes 0 to {episodes}, not {up_to}.",
            "0 shows nothing that spoils.",
        )
    return up_to
