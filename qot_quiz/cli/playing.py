"""Playing a game from the command line: set up, draw, play, say how it went."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from qot_quiz import runtime
from qot_quiz.cli import choices
from qot_quiz.cli.options import Options
from qot_quiz.core import game as engine
from qot_quiz.core import past
from qot_quiz.play import Clock, Journal, Screen
from qot_quiz.play import play as loop
from qot_quiz.ui import words
from qot_quiz.ui.leaving import Leaving

if TYPE_CHECKING:
    from qot_quiz.core.events import Event
    from qot_quiz.core.game import Game
    from qot_quiz.core.question import Question
    from qot_quiz.core.setup import Setup

RESUME = "The game is kept: qot-quiz resume goes on with it."
LOST = "The game could not be kept on this machine."


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
    if not options.json:
        difficulty = past.difficulty_name(setup.filters.difficulties)
        runtime.tell(f"  {words.choices(setup, difficulty, topics)}" if graphic else words.choices(setup, difficulty, topics))
    game, events = engine.begin(setup, deck)
    game_id = runtime.game_id()
    started = runtime.now()
    journal = _journal(store, game_id, setup, deck, started)
    return _sitting(_Sitting(game, game_id, started, store is not None), events, journal, runtime.clock(), options, topics)


def resume(discard: bool, options: Options) -> int:
    """Take up the newest unfinished game, or close it for good."""
    from qot_quiz.errors import QuizError
    from qot_quiz.store import history
    from qot_quiz.store.journal import Journal as Kept

    store = runtime.store()
    unfinished = history.unfinished(store, options.player) if store else []
    if store is None or not unfinished:
        raise QuizError("There is no unfinished game.", "qot-quiz play starts one.")
    newest = unfinished[0]
    if discard:
        history.close(store, newest.game_id, "discarded")
        runtime.talk(f"The {newest.mode} game of {newest.player} is discarded.")
        return 0
    stored = history.load(store, newest.game_id)
    bank = runtime.bank(options.pack or stored.setup.pack)
    deck = history.deck(stored, bank)
    if deck is None:
        history.close(store, newest.game_id, "gone")
        raise QuizError(
            "A question of this game is no longer in the pack: the game is closed as it stands.",
            "qot-quiz play starts a new one.",
        )
    game = engine.reopen(engine.replay(stored.setup, deck, stored.steps))
    shown: tuple[Event, ...] = game.records[-1:] if game.revealed else (engine.asked(game),)
    sitting = _Sitting(game, newest.game_id, stored.started_at, True)
    kept = Kept(store, newest.game_id)
    return _sitting(sitting, shown, kept, runtime.clock(game.now), options, choices.topics(bank))


class _Sitting:
    """A game on its way: what is to be said when it stops."""

    def __init__(self, game: Game, game_id: str, started: str, kept: bool) -> None:
        self.game = game
        self.game_id = game_id
        self.started = started
        self.kept = kept


def _sitting(
    sitting: _Sitting, events: tuple[Event, ...], journal: Journal, clock: Clock, options: Options, topics: dict[str, str]
) -> int:
    from qot_quiz.errors import QuizError

    kept = RESUME if sitting.kept else LOST
    try:
        with _screen(options, sitting.game.setup, topics) as screen:
            game = loop(sitting.game, events, screen, journal, clock)
    except (Leaving, KeyboardInterrupt) as leaving:
        runtime.talk(kept)
        return leaving.exit_code if isinstance(leaving, Leaving) else 130
    except QuizError as error:
        error.hint = " ".join(part for part in (error.hint, kept) if part)
        raise
    if game.left:
        runtime.talk(kept)
    elif options.json:
        runtime.tell(_json(game, sitting))
    return 0


def _json(game: Game, sitting: _Sitting) -> str:
    import msgspec

    kept: dict[str, Any] = past.summary(game, sitting.game_id, runtime.BUILT_IN, sitting.started, runtime.now())
    return msgspec.json.encode({**kept, "answers": past.answers(game)}).decode()


def _journal(store: Any, game_id: str, setup: Setup, deck: tuple[Question, ...], started: str) -> Journal:
    if store is None:
        return runtime.Unkept()
    from qot_quiz.store.journal import Journal as Kept

    journal = Kept(store, game_id)
    journal.begin(setup, deck, started)
    return journal


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
