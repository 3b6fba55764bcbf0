"""Playing a game from the command line: set up, draw, play, say how it went."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

import msgspec

from qot_quiz import runtime
from qot_quiz.cli import choices
from qot_quiz.cli.options import Options
from qot_quiz.core import game as engine
from qot_quiz.core import kinds, past
from qot_quiz.core.events import Event
from qot_quiz.core.game import Game
from qot_quiz.core.question import Question
from qot_quiz.errors import QuizError
from qot_quiz.play import Clock, Screen, play
from qot_quiz.store import history
from qot_quiz.store.journal import Journal as Kept
from qot_quiz.store.journal import new_id
from qot_quiz.ui import words
from qot_quiz.ui.leaving import Leaving

if TYPE_CHECKING:
    from qot_quiz.bank.bank import Bank
    from qot_quiz.core.setup import Setup


class Sitting(msgspec.Struct, frozen=True):
    """A game about to be played on: what the loop needs, and what is said when it stops.

    Args:
        game: The game as it stands.
        events: What is shown first.
        journal: Where its steps are kept.
        clock: Its clock.
        game_id: Its id.
        started: When it began, ISO 8601 with offset.
    """

    game: Game
    events: tuple[Event, ...]
    journal: runtime.KeptWhilePossible
    clock: Clock
    game_id: str
    started: str


def new(options: Options) -> int:
    """Draw a new game and play it."""
    graphic = _graphic(options)
    store = runtime.store()
    bank = runtime.bank(options.pack or runtime.BUILT_IN)
    player, up_to = choices.player_and_ceiling(options, bank, store, ask=graphic)
    defaults = choices.remembered(store) if options.remembers else {}
    setup = choices.setup(options, bank, defaults, player, up_to)
    deck = choices.deck(setup, bank, store, options.remembers)
    topics = choices.topics(bank)
    screen = _screen(options, setup, topics)
    if not options.json:
        line = words.choices(setup, past.difficulty_name(setup.filters.difficulties), topics)
        _announce(line, graphic, options.no_color)
    game_id, started = new_id(), runtime.now()
    journal = runtime.KeptWhilePossible(Kept(store, game_id), store.keeps)
    journal.begin(setup, deck, started)
    game, events = engine.begin(setup, deck)
    return _sit(Sitting(game, events, journal, runtime.clock(), game_id, started), screen, options.json)


def _announce(line: str, graphic: bool, no_color: bool) -> None:
    """Say what is played, within the width of the screen."""
    if graphic:
        runtime.announce(line, no_color)
        return
    from qot_quiz.ui.plain import wrapped

    for part in wrapped(line):
        runtime.tell(part)


def resume(discard: bool, options: Options) -> int:
    """Take up the newest unfinished game, or close it for good."""
    store = runtime.store()
    unfinished = history.unfinished(store, options.player)
    if not unfinished:
        raise QuizError("There is no unfinished game.", "qot-quiz play starts one.")
    newest = unfinished[0]
    if discard:
        history.close(store, newest.game_id, "discarded")
        runtime.talk(f"The {newest.mode} game of {newest.player} is discarded.")
        return 0
    stored = history.load(store, newest.game_id)
    bank = runtime.bank(options.pack or stored.setup.pack)
    deck = _deck(stored, bank)
    if deck is None:
        history.close(store, newest.game_id, "gone")
        raise QuizError(
            "A question of this game is no longer in the pack: the game is closed as it stands.",
            "qot-quiz play starts a new one.",
        )
    game = engine.reopen(engine.replay(stored.setup, deck, stored.steps))
    events = engine.shown_again(game)
    journal = runtime.KeptWhilePossible(Kept(store, newest.game_id, len(stored.steps)), store.keeps)
    clock = runtime.clock(game.now)
    screen = _screen(options, stored.setup, choices.topics(bank))
    return _sit(Sitting(game, events, journal, clock, newest.game_id, stored.started_at), screen, options.json)


def _deck(stored: history.Stored, bank: Bank) -> tuple[Question, ...] | None:
    """Make a stored deck again from the pack; None when a question is gone or has lost its answer."""
    deck: list[Question] = []
    for dealt in stored.deck:
        item = bank.item(dealt.id)
        question = kinds.restore(item, dealt.options) if item is not None else None
        if question is None:
            return None
        deck.append(question)
    return tuple(deck)


def _sit(sitting: Sitting, opening: AbstractContextManager[Screen], json: bool) -> int:
    """Play until the game is over or left, whatever ends it, and say what became of it."""
    gc.enable()
    try:
        with opening as screen:
            game = play(sitting.game, sitting.events, screen, sitting.journal, sitting.clock)
    except (Leaving, KeyboardInterrupt) as leaving:
        runtime.talk(_stopped(sitting))
        return leaving.exit_code if isinstance(leaving, Leaving) else 130
    except QuizError as error:
        error.hint = f"{error.hint} {_stopped(sitting)}".strip()
        raise
    if game.left:
        runtime.talk(_stopped(sitting))
    elif json:
        runtime.tell(_json(game, sitting))
    return 0


def _stopped(sitting: Sitting) -> str:
    return words.KEPT if sitting.journal.kept else words.NOT_KEPT


def _json(game: Game, sitting: Sitting) -> str:
    summary: dict[str, Any] = past.summary(game, sitting.game_id, runtime.BUILT_IN, sitting.started, runtime.now())
    return msgspec.json.encode({**summary, "answers": past.answers(game)}).decode()


def _graphic(options: Options) -> bool:
    return not (options.plain or options.answers or options.json) and runtime.interactive()


def _screen(options: Options, setup: Setup, topics: dict[str, str]) -> AbstractContextManager[Screen]:
    if _graphic(options):
        return runtime.terminal_screen(setup, topics, options.no_color)
    say: Callable[[str], None] = runtime.tell
    if options.json:
        say = runtime.talk if sys.stdin.isatty() and not options.answers else _silence
    if options.answers is None:
        return runtime.plain_screen(topics, say)
    name = "standard input" if options.answers == "-" else options.answers
    return runtime.script_screen(runtime.read_answers(options.answers), name, topics, say)


def _silence(line: str) -> None:
    """Say nothing: the JSON object is the only output."""
