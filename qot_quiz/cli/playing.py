"""Playing a game from the command line: set up, draw, play, say how it went."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import msgspec

from qot_quiz import runtime, voice
from qot_quiz.cli import challenging, choices, drawing, players
from qot_quiz.cli.options import Options
from qot_quiz.cli.sitting import NOTHING_MORE, AtEnd, Drawn, Sitting, sit
from qot_quiz.core import game as engine
from qot_quiz.core import past
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Setup
from qot_quiz.play import KeptWhilePossible, Stage
from qot_quiz.store import settings
from qot_quiz.store.journal import Journal, new_id
from qot_quiz.store.opening import Store
from qot_quiz.ui import words

if TYPE_CHECKING:
    from qot_quiz.bank.mix import Playable


class Seated(msgspec.Struct, frozen=True):
    """Who sits down to play what.

    Args:
        store: The open store.
        bank: The pack.
        player: Who plays.
        up_to: The spoiler ceiling.
    """

    store: Store
    bank: Playable
    player: str
    up_to: int


def seat(options: Options) -> Seated:
    """Open what a game needs, and find out who plays."""
    store = runtime.store_to_play()
    bank = choices.bank(options)
    player, up_to = players.player_and_ceiling(options, bank, store, choices.askable(options))
    if options.player is not None and options.remembers:
        players.mention_lookalike(store, player)
    return Seated(store, bank, player, up_to)


def new(options: Options, mention: bool = True) -> int:
    """Draw a new game, or take the one that a code holds, and play it.

    Args:
        options: What was asked for.
        mention: Whether to say that another game waits, to who has not just seen it.
    """
    seated = seat(options)
    if options.code is not None:
        return start(*challenging.game(seated, options), seated, options)

    def drawn() -> Drawn:
        defaults = choices.remembered(seated.store) if options.remembers else {}
        setup = choices.setup(options, seated.bank, defaults, seated.player, seated.up_to)
        setup = drawing.levelled(setup, seated.store, options.remembers)
        return setup, drawing.deck(setup, seated.bank, seated.store, options.remembers)

    setup, deck = drawn()
    if mention and options.remembers and not options.json:
        from qot_quiz.cli import waiting

        waiting.mention(seated.store, seated.player)
    return start(setup, deck, seated, options, AtEnd(again=None if setup.chosen else drawn))


def start(
    setup: Setup, deck: tuple[Question, ...], seated: Seated, options: Options, at_end: AtEnd = NOTHING_MORE
) -> int:
    """Begin a game that is drawn, and play it and what is asked for after it.

    Args:
        setup: What it is set up with.
        deck: Its questions.
        seated: Who plays what.
        options: What was asked for.
        at_end: What is told and offered at its end besides what every game is.
    """
    return until_done(_begun(setup, deck, seated, options, at_end), seated, options)


def until_done(sitting: Sitting, seated: Seated, options: Options) -> int:
    """Play a game, and then what the player asks for at the end of each, until nothing more is asked for."""
    unkept = 0
    while True:
        code, drawn = sit(sitting, options)
        if drawn is None:
            return code or unkept
        unkept = unkept or code
        sitting = _begun(*drawn, seated, options, AtEnd(again=sitting.at_end.again))


def _begun(setup: Setup, deck: tuple[Question, ...], seated: Seated, options: Options, at_end: AtEnd) -> Sitting:
    """Begin a game: say what is played, and keep what was drawn."""
    bank, store = seated.bank, seated.store
    setup = challenging.with_code(setup, deck, bank)
    if options.remembers and options.up_to is not None:
        for meta in bank.metas:
            settings.set_ceiling(store, seated.player, meta.id, min(seated.up_to, meta.episodes))
    topics = choices.topics(bank)
    screen = screen_for(options, setup, topics, store)
    if not options.json:
        line = words.choices(setup, past.difficulty(setup), topics)
        announce(line, options)
    game_id, started = new_id(), runtime.now()
    journal = KeptWhilePossible(Journal(store, game_id), store.keeps, voice.talk)
    journal.begin(setup, deck, started)
    if setup.day and not setup.practice and _outrun(setup, store, game_id):
        voice.talk("This daily was begun at the same moment elsewhere: this one is for practice.")
        return _begun(msgspec.structs.replace(setup, practice=True), deck, seated, options, at_end)
    game, events = engine.begin(setup, deck)
    dealer = drawing.dealer(setup, bank, store, options.remembers)
    return Sitting(game, events, screen, journal, runtime.clock(), store, game_id, started, bank, dealer, at_end)


def _outrun(setup: Setup, store: Store, game_id: str) -> bool:
    """Give up a daily of which another process has begun the one ranked try, and say so."""
    from qot_quiz.store import dailies, history

    first = dailies.ranked(dailies.tries(store, setup.player, setup.pack), setup.day)
    if first is None or first.game_id == game_id:
        return False
    history.close(store, game_id, "discarded")
    return True


def announce(line: str, options: Options) -> None:
    """Say something around a game, within the width of the screen; in sentences, commas part what dots do elsewhere."""
    if graphic(options):
        voice.announce(line, options.no_color)
        return
    from qot_quiz.ui.wrapping import wrapped

    for part in wrapped(line.replace(" · ", ", "), voice.line_width()):
        voice.tell(part)


def graphic(options: Options) -> bool:
    """Say whether this game is drawn on a terminal, and a person can be asked."""
    return not (options.answers or options.json) and voice.drawn(options.plain)


def screen_for(options: Options, setup: Setup, topics: dict[str, str], store: Store) -> AbstractContextManager[Stage]:
    """Make the screen that the options ask for; it is opened when the game begins."""
    theme = choices.theme(options, store)
    if graphic(options):
        return runtime.terminal_screen(setup, topics, options.no_color, theme)
    say: Callable[[str], None] = voice.tell
    if options.json:
        typed = sys.stdin is not None and sys.stdin.isatty() and not options.answers
        say = voice.talk if typed else _silence
    if options.answers is None:
        return runtime.plain_screen(setup, topics, say)
    name = "standard input" if options.answers == "-" else options.answers
    return runtime.script_screen(voice.read_answers(options.answers), name, setup, topics, say)


def _silence(line: str) -> None:
    """Say nothing: the JSON object is the only output."""
