"""Taking up a game that was left: which one, and the game as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qot_quiz import runtime
from qot_quiz.cli import choices, drawing, playing, waiting
from qot_quiz.cli.options import Options
from qot_quiz.core import kinds
from qot_quiz.core.game import NotNow
from qot_quiz.core.replay import reopen, replay, shown_again
from qot_quiz.errors import QuizError, UsageError
from qot_quiz.play import KeptWhilePossible
from qot_quiz.store import history, settings
from qot_quiz.store.journal import Journal

if TYPE_CHECKING:
    from qot_quiz.bank.bank import Bank
    from qot_quiz.core.question import Question
    from qot_quiz.core.setup import Setup
    from qot_quiz.store.opening import Store

LISTED = 9
"""Unfinished games that are listed at most, the newest first."""


def resume(discard: bool, options: Options) -> int:
    """Take up an unfinished game, or close it for good."""
    store = runtime.store()
    unfinished = history.unfinished(store, options.player or settings.get(store, "player"))
    if not unfinished and options.player is None:
        unfinished = history.unfinished(store)
    if not unfinished:
        raise QuizError("There is no unfinished game.", "qot-quiz play starts one.")
    chosen = _choose(unfinished, playing.graphic(options))
    if discard:
        history.close(store, chosen.game_id, "discarded")
        runtime.talk(f"Discarded: {waiting.told(chosen)}.")
        return 0
    runtime.talk(f"Going on with: {waiting.told(chosen)}.")
    return take_up(chosen.game_id, store, options)


def take_up(game_id: str, store: Store, options: Options) -> int:
    """Go on with a stored game from where it was left.

    Raises:
        QuizError: A question of it is gone; the game is closed.
    """
    stored = history.load(store, game_id)
    bank = runtime.bank(options.pack or stored.setup.source or stored.setup.pack)
    _check(stored.setup, bank, store)
    try:
        deck = _deck(stored, bank)
        game = reopen(replay(stored.setup, deck, stored.steps))
    except (LookupError, NotNow) as changed:
        history.close(store, game_id, "gone")
        raise QuizError(
            "A question of this game is no longer in the pack as it was: the game is closed as it stands.",
            "qot-quiz play starts a new one.",
        ) from changed
    kept = Journal(store, game_id, len(stored.steps))
    sitting = playing.Sitting(
        game=game,
        events=shown_again(game),
        screen=playing.screen_for(options, stored.setup, choices.topics(bank)),
        journal=KeptWhilePossible(kept, store.keeps, runtime.talk),
        clock=runtime.clock(game.now),
        store=store,
        game_id=game_id,
        started=stored.started_at,
        dealer=drawing.dealer(stored.setup, bank, store, not stored.setup.chosen),
    )
    return playing.sit(sitting, options)


def _check(setup: Setup, bank: Bank, store: Store) -> None:
    """Refuse a game of another pack, and one that shows more than its player wants to see by now."""
    if bank.meta.id != setup.pack:
        raise UsageError(
            f'This game is of the pack "{setup.pack}", not "{bank.meta.id}".', "Name its folder or file with --pack."
        )
    ceiling = settings.ceiling(store, setup.player, setup.pack)
    if ceiling is not None and ceiling < setup.filters.up_to and not setup.chosen:
        which = "" if setup.pack == runtime.BUILT_IN else f" --pack {setup.source or setup.pack}"
        raise UsageError(
            f"This game goes up to episode {setup.filters.up_to}, and {setup.player} has watched {ceiling}.",
            f"Raise it with qot-quiz settings set up-to{which}, or close the game with qot-quiz resume --discard.",
        )


def _choose(unfinished: list[history.Unfinished], ask: bool) -> history.Unfinished:
    """Choose the newest game, or let a person choose where there are several."""
    if not ask or len(unfinished) == 1:
        return unfinished[0]
    from qot_quiz.ui import prompts

    listed = {game.game_id: game for game in unfinished[:LISTED]}
    return listed[prompts.pick("Which game?", {id: waiting.told(game) for id, game in listed.items()})]


def _deck(stored: history.Stored, bank: Bank) -> tuple[Question, ...]:
    """Make a stored deck again from the pack; LookupError when a question is gone or has lost its answer."""
    deck: list[Question] = []
    for dealt in stored.deck:
        item = bank.item(dealt.id)
        question = kinds.restore(item, dealt.options) if item is not None else None
        if question is None:
            raise LookupError(dealt.id)
        deck.append(question)
    return tuple(deck)
