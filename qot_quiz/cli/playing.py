"""Playing a game from the command line: set up, draw, play, say how it went."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import msgspec

from qot_quiz import runtime
from qot_quiz.cli import challenging, choices, drawing
from qot_quiz.cli.options import Options
from qot_quiz.core import game as engine
from qot_quiz.core import past
from qot_quiz.core.events import Event
from qot_quiz.core.game import Game
from qot_quiz.core.setup import Setup
from qot_quiz.errors import QuizError
from qot_quiz.play import Dealer, KeptWhilePossible, Screen, Stopwatch, play
from qot_quiz.store import settings
from qot_quiz.store.journal import Journal, new_id
from qot_quiz.store.opening import Store
from qot_quiz.ui import words
from qot_quiz.ui.leaving import Leaving

if TYPE_CHECKING:
    from qot_quiz.bank.bank import Bank
    from qot_quiz.core.question import Question


class Sitting(msgspec.Struct, frozen=True):
    """A game about to be played on: what the loop needs, and what is said when it stops.

    Args:
        game: The game as it stands.
        events: What is shown first.
        screen: Where it is played; opened when the loop begins.
        journal: Where its steps are kept.
        clock: Its clock.
        store: Where its place is looked up.
        game_id: Its id.
        started: When it began, ISO 8601 with offset.
        dealer: Draws more questions, for a game whose deck is drawn as it goes.
    """

    game: Game
    events: tuple[Event, ...]
    screen: AbstractContextManager[Screen]
    journal: KeptWhilePossible
    clock: Stopwatch
    store: Store
    game_id: str
    started: str
    dealer: Dealer | None = None


class Seated(msgspec.Struct, frozen=True):
    """Who sits down to play what.

    Args:
        store: The open store.
        bank: The pack.
        player: Who plays.
        up_to: The spoiler ceiling.
    """

    store: Store
    bank: Bank
    player: str
    up_to: int


def seat(options: Options) -> Seated:
    """Open what a game needs, and find out who plays."""
    store = runtime.store_to_play()
    bank = choices.bank(options)
    ask = runtime.person() and not (options.answers or options.json)
    return Seated(store, bank, *choices.player_and_ceiling(options, bank, store, ask=ask))


def new(options: Options) -> int:
    """Draw a new game, or take the one that a code holds, and play it."""
    seated = seat(options)
    if options.code is not None:
        return start(*challenging.game(seated, options), seated, options)
    defaults = choices.remembered(seated.store) if options.remembers else {}
    setup = choices.setup(options, seated.bank, defaults, seated.player, seated.up_to)
    deck = drawing.deck(setup, seated.bank, seated.store, options.remembers)
    if options.remembers and not options.json:
        from qot_quiz.cli import waiting

        waiting.mention(seated.store, seated.player)
    return start(setup, deck, seated, options)


def start(setup: Setup, deck: tuple[Question, ...], seated: Seated, options: Options) -> int:
    """Begin a game that is drawn, and play it."""
    bank, store = seated.bank, seated.store
    setup = challenging.with_code(setup, deck, bank)
    if options.remembers and options.up_to is not None:
        settings.set_ceiling(store, seated.player, bank.meta.id, seated.up_to)
    topics = choices.topics(bank)
    screen = screen_for(options, setup, topics)
    if not options.json:
        line = words.choices(setup, past.difficulty_name(setup.filters.difficulties), topics)
        announce(line, options)
    game_id, started = new_id(), runtime.now()
    journal = KeptWhilePossible(Journal(store, game_id), store.keeps, runtime.talk)
    journal.begin(setup, deck, started)
    if setup.day and not setup.practice and _outrun(setup, store, game_id):
        runtime.talk("This daily was begun at the same moment elsewhere: this one is for practice.")
        return start(msgspec.structs.replace(setup, practice=True), deck, seated, options)
    game, events = engine.begin(setup, deck)
    dealer = drawing.dealer(setup, bank, store, options.remembers)
    return sit(Sitting(game, events, screen, journal, runtime.clock(), store, game_id, started, dealer), options)


def _outrun(setup: Setup, store: Store, game_id: str) -> bool:
    """Give up a daily of which another process has begun the one ranked try, and say so."""
    from qot_quiz.store import dailies, history

    first = dailies.ranked(dailies.tries(store, setup.player, setup.pack), setup.day)
    if first is None or first.game_id == game_id:
        return False
    history.close(store, game_id, "discarded")
    return True


def announce(line: str, options: Options) -> None:
    """Say something around a game, within the width of the screen."""
    if graphic(options):
        runtime.announce(line, options.no_color)
        return
    from qot_quiz.ui.plain import wrapped

    for part in wrapped(line, runtime.line_width()):
        runtime.tell(part)


def sit(sitting: Sitting, options: Options) -> int:
    """Play until the game is over or left, whatever ends it, and say what became of it."""
    gc.enable()
    try:
        with sitting.screen as screen:
            game = play(sitting.game, sitting.events, screen, sitting.journal, sitting.clock, sitting.dealer)
    except (Leaving, KeyboardInterrupt) as leaving:
        runtime.talk(_stopped(sitting))
        return leaving.exit_code if isinstance(leaving, Leaving) else 130
    except QuizError as error:
        error.hint = f"{error.hint} {_stopped(sitting)}".strip()
        raise
    if game.left:
        runtime.talk(_stopped(sitting))
    elif options.json:
        runtime.pour([_json(game, sitting), "\n"])
    elif sitting.journal.kept:
        _tell_place(game, sitting, options)
    return 0


def _tell_place(game: Game, sitting: Sitting, options: Options) -> None:
    """Say where a finished game came in on its board, and whether it is the player's best."""
    from qot_quiz.store import boards

    place = boards.place(sitting.store, sitting.game_id)
    if place.rank is not None:
        line = words.placed(past.board(game.setup), place.rank, place.of)
        best = words.best(game.standing.points, place.former) if place.personal_best else ""
        announce(" ".join(part for part in (line, best) if part), options)


def _stopped(sitting: Sitting) -> str:
    if sitting.journal.kept:
        return words.KEPT
    return words.PARTLY_KEPT if sitting.store.keeps else words.NOT_KEPT


def _json(game: Game, sitting: Sitting) -> str:
    ended = engine.ended(game)
    result = past.result(game.setup, ended, sitting.game_id, sitting.started, runtime.now())
    if sitting.journal.kept:
        from qot_quiz.store import boards

        result = boards.find(sitting.store, sitting.game_id) or result
    return msgspec.json.encode({**msgspec.structs.asdict(result), "answers": past.answers(ended)}).decode()


def graphic(options: Options) -> bool:
    """Say whether this game is drawn on a terminal, and a person can be asked."""
    return not (options.answers or options.json) and runtime.drawn(options.plain)


def screen_for(options: Options, setup: Setup, topics: dict[str, str]) -> AbstractContextManager[Screen]:
    """Make the screen that the options ask for; it is opened when the game begins."""
    if graphic(options):
        return runtime.terminal_screen(setup, topics, options.no_color)
    say: Callable[[str], None] = runtime.tell
    if options.json:
        typed = sys.stdin is not None and sys.stdin.isatty() and not options.answers
        say = runtime.talk if typed else _silence
    if options.answers is None:
        return runtime.plain_screen(setup, topics, say)
    name = "standard input" if options.answers == "-" else options.answers
    return runtime.script_screen(runtime.read_answers(options.answers), name, setup, topics, say)


def _silence(line: str) -> None:
    """Say nothing: the JSON object is the only output."""
