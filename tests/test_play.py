"""The loop of a game: each step is journaled before it is shown."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import pytest
from samples import deck, setup

from qot_quiz.core import moves
from qot_quiz.core.events import Asked, Ended, Event, Helped, Judged, Left
from qot_quiz.core.game import Game, begin
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Setup
from qot_quiz.errors import StoreError
from qot_quiz.play import Clock, KeptWhilePossible, Stopwatch, play


class Entry(msgspec.Struct, frozen=True):
    """One thing that happened to the screen or the journal: `kept`, `shown` or `refused`, and what."""

    done: str
    what: object


class Table:
    """A screen and a journal on one protocol, so that their order can be read.

    Args:
        commands: What the player does, in order; at most so many questions are asked of them.
        full: After how many steps the journal fails.
    """

    def __init__(self, commands: Iterable[moves.Command], full: int = 99) -> None:
        self.entries: list[Entry] = []
        self._commands = iter(commands)
        self._left = full

    def show(self, event: Event) -> None:
        """Note an event shown."""
        self.entries.append(Entry("shown", event))

    def ask(self, game: Game, clock: Clock) -> moves.Command:
        """Give the next command."""
        return next(self._commands)

    def refuse(self, reason: str) -> None:
        """Note a refusal."""
        self.entries.append(Entry("refused", reason))

    def append(self, command: moves.Command, events: tuple[Event, ...]) -> None:
        """Note a step kept, or fail."""
        if not self._left:
            raise OSError("full")
        self._left -= 1
        self.entries.extend(Entry("kept", event) for event in events)


RIGHT = moves.Answer(10, deck("lead/actor")[0].solution)
WHOLE = (moves.Lifeline(1, "hint"), moves.Next(2), RIGHT, moves.Flag(11, "x"), moves.Next(12))


def run(table: Table) -> Game:
    """Play a game of one question at a table."""
    game, events = begin(setup(), deck("lead/actor"))
    return play(game, events, table, table, Stopwatch(lambda: 0))


def test_journaled_before_shown() -> None:
    """Every event of a step is kept before it is shown, and nothing is shown that was not kept."""
    table = Table(WHOLE)
    game = run(table)
    assert game.over
    kept: list[object] = []
    for entry in table.entries[1:]:
        if entry.done == "kept":
            kept.append(entry.what)
        elif entry.done == "shown":
            assert entry.what == kept.pop(0)
    assert not kept
    shown = [type(entry.what) for entry in table.entries if entry.done == "shown"]
    assert shown[:3] == [Asked, Helped, Judged]
    assert shown[-1] is Ended


def test_nothing_shown_when_not_kept() -> None:
    """A step that the journal cannot keep stops the game before anything of it is seen."""
    for full in range(4):
        table = Table(WHOLE, full)
        with pytest.raises(OSError, match="full"):
            run(table)
        done = [entry.done for entry in table.entries]
        assert done.count("kept") == full
        assert done.count("shown") == full + 1


def test_refused_is_not_kept() -> None:
    """A command that means nothing is told to the screen with its reason, and leaves no step behind."""
    table = Table([moves.Next(0), moves.Leave(1)])
    game = run(table)
    assert [entry.done for entry in table.entries] == ["shown", "refused", "kept", "shown"]
    assert table.entries[1].what == "open"
    assert game.left


def test_leaving_ends_the_sitting() -> None:
    """After leaving, nothing more is asked, and the game is not over."""
    table = Table([moves.Leave(1)])
    game = run(table)
    assert (game.left, game.over) == (True, False)
    assert table.entries[-1] == Entry("shown", Left())


def test_leaving_the_last_verdict_finishes_the_game() -> None:
    """A game without a question left is over when it is left, and its end is kept and shown."""
    table = Table([RIGHT, moves.Leave(11)])
    game = run(table)
    assert (game.left, game.over) == (True, True)
    assert [type(entry.what) for entry in table.entries[-2:]] == [Ended, Ended]


@pytest.mark.parametrize("number", [0, 1])
def test_a_break_at_the_last_verdict_finishes_the_game(number: int) -> None:
    """What ends the sitting before the last verdict leaves the game open; at it, the end is kept and not shown."""
    table = Table([RIGHT][:number])
    with pytest.raises(StopIteration):
        run(table)
    kept = [type(entry.what) for entry in table.entries if entry.done == "kept"]
    assert kept == [Judged, Ended][: 2 * number]
    assert type(table.entries[-1].what) is (Ended if number else Asked)


class Shelf:
    """A journal with room for so many steps, which remembers what it could not take.

    Args:
        room: Steps that it takes before the disk is full.
    """

    def __init__(self, room: int) -> None:
        self.room = room
        self.kept: list[moves.Command | str] = []
        self.missing: list[moves.Command | str] = []

    @property
    def behind(self) -> bool:
        """Say whether something is missing."""
        return bool(self.missing)

    def begin(self, setup: Setup, deck: tuple[Question, ...], started_at: str) -> None:
        """Take the beginning, or fail."""
        self.missing.append("begun")
        self.catch_up(0)

    def append(self, command: moves.Command, events: tuple[Event, ...]) -> None:
        """Take a step, or fail."""
        self.missing.append(command)
        self.catch_up(0)

    def catch_up(self, wait_s: float) -> None:
        """Take what is missing, or fail."""
        while self.missing:
            if not self.room:
                raise StoreError("The disk is full.")
            self.room -= 1
            self.kept.append(self.missing.pop(0))


@pytest.mark.parametrize(("room", "warnings"), [(9, 0), (2, 1), (0, 1)])
def test_a_full_disk_is_said_once(room: int, warnings: int) -> None:
    """A journal that fails is warned of once, and the game knows that it is not kept."""
    said: list[str] = []
    shelf = Shelf(room)
    journal = KeptWhilePossible(shelf, lasts=True, warn=said.append)
    journal.begin(setup(), deck("lead/actor"), "")
    for at in range(3):
        journal.append(moves.Next(at), ())
    journal.settle(0)
    assert (len(shelf.kept), len(said), journal.kept) == (min(room, 4), warnings, not warnings)
    assert all("not kept" in sentence for sentence in said)


def test_room_that_is_made_is_used() -> None:
    """Once the disk takes steps again, all that were missing are kept in their order, and that is said."""
    said: list[str] = []
    shelf = Shelf(1)
    journal = KeptWhilePossible(shelf, lasts=True, warn=said.append)
    journal.begin(setup(), deck("lead/actor"), "")
    steps = [moves.Next(at) for at in range(3)]
    journal.append(steps[0], ())
    shelf.room = 2
    journal.append(steps[1], ())
    assert journal.kept
    journal.append(steps[2], ())
    assert not journal.kept
    shelf.room = 1
    journal.settle(0)
    assert (shelf.kept, journal.kept) == (["begun", *steps], True)
    assert ["kept again" in sentence for sentence in said] == [False, True, False, True]


def test_a_game_in_memory_is_never_kept() -> None:
    """What does not outlast the program is not called kept, and nothing is said of it a second time."""
    said: list[str] = []
    journal = KeptWhilePossible(Shelf(9), lasts=False, warn=said.append)
    journal.begin(setup(), deck("lead/actor"), "")
    journal.settle(0)
    assert (journal.kept, journal.behind, said) == (False, False, [])
