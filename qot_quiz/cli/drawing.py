"""Drawing a game's deck for the command line: what was seen, what was flagged, and what to widen when too few match."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from qot_quiz import voice
from qot_quiz.core import turns
from qot_quiz.core.draw import Filters, Pool, Without
from qot_quiz.core.mixture import is_mixture, packs_of, within
from qot_quiz.core.modes import MODES
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Setup
from qot_quiz.errors import UsageError

if TYPE_CHECKING:
    from qot_quiz.bank.mix import Playable
    from qot_quiz.play import Dealer
    from qot_quiz.store.opening import Store

WIDENED = {"--difficulty": "difficulties", "--topic": "topics", "--kind": "kinds"}
"""The options that narrow a draw, with the filters they set."""


def pool(game: Setup, bank: Playable, store: Store, remembers: bool) -> Pool:
    """Give the questions that a game is drawn from, without those that were flagged unless it is from the pack alone.

    Args:
        game: What is to be drawn.
        bank: The pack.
        store: Where flags are kept.
        remembers: Whether what the player did before matters.
    """
    if remembers:
        from qot_quiz.store.flags import flagged

        if ids := _of_everybody(game, partial(flagged, store)):
            return Without(bank, ids)
    return bank


def deck(game: Setup, bank: Playable, store: Store, remembers: bool) -> tuple[Question, ...]:
    """Draw the deck of a game; unless seeded or scripted, what was seen comes last and what was flagged not at all.

    Raises:
        UsageError: Too few questions match; the hint says how many do, and which filter to widen.
    """
    seen = _seen(game, store, remembers)
    source = pool(game, bank, store, remembers)
    drawn = MODES[game.mode].draw(source, game, seen)
    if len(drawn) < (turns.regular(game) or 1):
        _refuse_few(game, bank, _most(game, source, len(drawn)))
    again = game.rules.counted and not game.rules.lazy
    if seen and again and any(question.item.id in seen for question in drawn):
        voice.talk("Nothing new is left that fits: some questions come round again.")
    if game.level is not None:
        from qot_quiz.cli import adapting

        return adapting.follower(game, source, seen, store if remembers else None).begin(game, drawn)
    return drawn


def levelled(game: Setup, store: Store, remembers: bool) -> Setup:
    """Begin a game that follows its player from the player's rating; every other stays as it is."""
    if game.level is None or not remembers:
        return game
    from qot_quiz.cli import adapting

    return adapting.rated(game, store)


def _seen(game: Setup, store: Store, remembers: bool) -> set[str]:
    """Collect the questions that have been seen, unless the game is from the pack alone."""
    if not remembers:
        return set()
    from qot_quiz.store import history

    return _of_everybody(game, partial(history.seen, store))


def _of_everybody(game: Setup, ids: Callable[[str, str], set[str]]) -> set[str]:
    """Collect ids of questions by player and pack, named as the game names them."""
    found: set[str] = set()
    for pack in packs_of(game.pack):
        for player in game.players or (game.player,):
            own = ids(player, pack)
            found |= {within(pack, id) for id in own} if is_mixture(game.pack) else own
    return found


def dealer(game: Setup, bank: Playable, store: Store, remembers: bool) -> Dealer | None:
    """Give what deals on in a game whose deck is drawn as it goes, or follows its player; None for all others."""
    if game.level is not None:
        from qot_quiz.cli import adapting

        source, seen = pool(game, bank, store, remembers), _seen(game, store, remembers)
        return adapting.follower(game, source, seen, store if remembers else None)
    stream = MODES[game.mode].stream
    if stream is None:
        return None
    from qot_quiz.core.dealing import Dealer

    return Dealer(stream, pool(game, bank, store, remembers))


def _most(game: Setup, source: Pool, drawn: int) -> int:
    """Find a length, near to what was drawn, of which this seed does draw a game; 0 for none."""
    seats = turns.seats(game)
    length = drawn // seats
    while length:
        deck = MODES[game.mode].draw(source, msgspec.structs.replace(game, length=length), ())
        if len(deck) >= length * seats:
            break
        length = min(len(deck) // seats, length - 1)
    return length


def _refuse_few(game: Setup, bank: Playable, drawn: int) -> None:
    """Say how many questions match, and which filters to widen for enough of them."""
    from qot_quiz.ui.words import count

    wanted, filters = game.length or 1, game.filters
    set_ones = {option: field for option, field in WIDENED.items() if getattr(filters, field)}
    single = {
        option: facts
        for option, field in set_ones.items()
        if (facts := bank.count(msgspec.structs.replace(filters, **{field: ()}))[1]) >= wanted
    }
    if single:
        ways = "widen " + " or ".join(f"{option} ({facts} match without it)" for option, facts in single.items())
    elif set_ones and bank.count(Filters(up_to=filters.up_to))[1] >= wanted:
        ways = f"widen {' and '.join(set_ones)}"
    elif filters.up_to < bank.meta.episodes:
        ways = "raise --up-to"
    else:
        ways = ""
    questions, facts = bank.count(filters)
    match = (
        f"{count(questions, 'question')} {'matches' if questions == 1 else 'match'}" if questions else "none matches"
    )
    if facts < questions:
        match += f", on {count(facts, 'fact')}, and a game asks one of each"
    if drawn < min(facts, wanted):
        match += "; some would give away another's answer"
    hint = ", or ".join(way for way in (ways, f"ask for {drawn} with -n {drawn}" if drawn else "") if way)
    raise UsageError(
        f"{count(wanted, 'question')} {'was' if wanted == 1 else 'were'} asked for, but {match}.",
        (hint[:1].upper() + hint[1:] + ".") if hint else "This pack holds no questions.",
    )
