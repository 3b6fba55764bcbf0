"""A sitting at one game: played until it is over or left, its end told, and what the player asks for then."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from typing import TYPE_CHECKING, Any

import msgspec

from qot_quiz import runtime, voice
from qot_quiz.cli.options import Options
from qot_quiz.core import game as engine
from qot_quiz.core import past
from qot_quiz.core.after import AGAIN, PRACTICE
from qot_quiz.core.events import Event
from qot_quiz.core.game import Game
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Setup
from qot_quiz.errors import QuizError
from qot_quiz.play import Dealer, KeptWhilePossible, Stage, Stopwatch, play
from qot_quiz.store.opening import Store
from qot_quiz.ui import words
from qot_quiz.ui.leaving import Leaving

if TYPE_CHECKING:
    from qot_quiz.bank.mix import Playable

Drawn = tuple[Setup, tuple[Question, ...]]
"""A game that is drawn and not begun: its setup and its deck."""


class AtEnd(msgspec.Struct, frozen=True):
    """What is told and offered at the end of one game and not of every other.

    Args:
        notes: Gives sentences that are told behind the place on the board.
        again: Draws another game like it; None where that would make no sense.
    """

    notes: Callable[[], tuple[str, ...]] = tuple
    again: Callable[[], Drawn] | None = None


NOTHING_MORE = AtEnd()

LAST_S = 30.0
"""How long the end of a game waits for other processes to let it keep what it could not keep before, in seconds."""


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
        bank: The pack, for practice of what was missed.
        dealer: Draws more questions, for a game whose deck is drawn as it goes.
        at_end: What is told and offered at its end besides what every game is.
    """

    game: Game
    events: tuple[Event, ...]
    screen: AbstractContextManager[Stage]
    journal: KeptWhilePossible
    clock: Stopwatch
    store: Store
    game_id: str
    started: str
    bank: Playable
    dealer: Dealer | None = None
    at_end: AtEnd = NOTHING_MORE


def sit(sitting: Sitting, options: Options) -> tuple[int, Drawn | None]:
    """Play until the game is over or left, whatever ends it, and say what became of it.

    Returns:
        The exit code, 1 where something of the game could not be kept, and the game that the player asks for at the
        end, if any.
    """
    gc.enable()
    over, asked_for = False, None
    try:
        with sitting.screen as screen:
            sitting.journal.heed(screen.heed)
            game = play(sitting.game, sitting.events, screen, sitting.journal, sitting.clock, sitting.dealer)
            over = game.over
            sitting.journal.settle(LAST_S)
            if not over:
                voice.talk(_stopped(sitting))  # on the screen, where it is drawn like all that stands there
            elif not options.json:
                asked_for = _end(game, sitting, screen)
        sitting.journal.settle(0)  # whoever held the file may have let go while the end was looked at
    except (Leaving, KeyboardInterrupt) as leaving:
        sitting.journal.settle(0)
        if not over or sitting.journal.behind:
            voice.talk(words.OVER if sitting.journal.ended and sitting.journal.kept else _stopped(sitting))
        return leaving.exit_code if isinstance(leaving, Leaving) else 130, None
    except QuizError as error:
        sitting.journal.settle(0)
        if not over or sitting.journal.behind:
            error.hint = f"{error.hint} {_stopped(sitting)}".strip()
        raise
    if over and sitting.journal.behind:
        voice.talk(_stopped(sitting))
    if over and options.json:
        voice.pour_json(_json(game, sitting))
    if over and sitting.journal.kept:
        from qot_quiz.store import upkeep

        with suppress(Leaving):  # the game is over: nothing is lost by leaving now
            upkeep.keep_up(sitting.store, game.setup)
    return int(sitting.journal.behind), asked_for and asked_for()


def _end(game: Game, sitting: Sitting, screen: Stage) -> Callable[[], Drawn] | None:
    """Tell the end of a game, and give what draws the game that the player asks for."""
    from qot_quiz.cli import finishing  # the end alone needs it

    stays = not game.left  # else nothing is offered
    practice = finishing.practice(game, sitting.bank, sitting.store) if stays else None
    again = sitting.at_end.again if stays else None
    notes: tuple[str, ...] = ()
    with suppress(QuizError):  # the game is over and kept: a file that cannot be read any more spoils no end
        if sitting.journal.kept and game.standing.asked:
            notes = finishing.place(game, sitting.game_id, sitting.store)
        notes += sitting.at_end.notes()
    after = finishing.after(game, notes, practice, again=again is not None)
    wish = screen.finish(engine.ended(game), after)
    return (lambda: practice) if wish == PRACTICE and practice else again if wish == AGAIN else None


def _stopped(sitting: Sitting) -> str:
    if sitting.journal.kept:
        return words.KEPT
    if not sitting.store.keeps:
        return words.NOT_KEPT
    return words.PARTLY_KEPT if sitting.journal.warned else words.KEPT_BUT_LAST


def _json(game: Game, sitting: Sitting) -> dict[str, Any]:
    ended = engine.ended(game)
    result = past.result(game.setup, ended, sitting.game_id, sitting.started, runtime.now())
    if sitting.journal.kept:
        from qot_quiz.store import boards

        result = boards.find(sitting.store, sitting.game_id) or result
    return {**msgspec.structs.asdict(result), "answers": past.answers(ended)}
