"""Laws of a game whose deck is drawn as it goes: what holds after any commands, sittings and deals."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from samples import Shelf, setup

from core.packs import PACKS, SEEDS
from core.test_game_laws import COMMANDS, SOLUTION
from qot_quiz.core import moves
from qot_quiz.core.dealing import Dealer
from qot_quiz.core.events import Again, Ended, Event, Judged
from qot_quiz.core.game import Game, NotNow, begin
from qot_quiz.core.modes import marathon
from qot_quiz.core.question import Item, Question
from qot_quiz.core.replay import reopen, replay
from qot_quiz.core.steps import step
from qot_quiz.core.verdict import Verdict

LAW = settings(max_examples=150, deadline=None)

Step = tuple[moves.Command, Verdict | None]


class Sitter:
    """Plays a marathon as the loop does: more is dealt when the deck runs short, by a new dealer after each leaving.

    Args:
        items: The pack.
        seed: The game's seed.
        batch: Questions that the deck begins with, at most.
    """

    def __init__(self, items: list[Item], seed: int, batch: int) -> None:
        self.shelf = Shelf(items)
        self.setup = setup("marathon", seed)
        self.deck: tuple[Question, ...] = marathon.draw(self.shelf, self.setup, ())[:batch]
        self.game: Game = begin(self.setup, self.deck)[0]
        self.steps: list[Step] = []
        self.events: list[Event] = []
        self._dealer = Dealer(marathon.stream, self.shelf)

    def do(self, command: moves.Command) -> None:
        """Do a command, unless it is refused, and deal when that is due."""
        if isinstance(command, moves.Answer) and command.given == SOLUTION:
            command = moves.Answer(command.at, self.game.question.solution)
        if self.game.left:
            self._dealer = Dealer(marathon.stream, self.shelf)
        for each in (*self._deal(), command):
            try:
                self.game, events = step(reopen(self.game), each)
            except NotNow:
                continue
            verdicts = [event.verdict for event in events if isinstance(event, Judged | Again)]
            self.steps.append((each, verdicts[0] if verdicts else None))
            self.events += events

    def finish(self) -> None:
        """Answer right until the end."""
        while not self.game.over:
            now = self.game.now
            self.do(moves.Next(now) if self.game.revealed else moves.Answer(now, SOLUTION))

    def _deal(self) -> Iterator[moves.Command]:
        if self.game.short and not self.game.over:
            yield self._dealer(self.game, self.game.now)


@LAW
@given(PACKS.filter(bool), SEEDS, st.integers(1, 20), COMMANDS)
def test_replay(items: list[Item], seed: int, batch: int, commands: list[moves.Command]) -> None:
    """A marathon replayed from its moves, deals among them, is the live game after any commands."""
    sitter = Sitter(items, seed, batch)
    for command in commands:
        sitter.do(command)
        assert replay(sitter.setup, sitter.deck, sitter.steps) == sitter.game


@LAW
@given(PACKS.filter(bool), SEEDS, st.integers(1, 20), COMMANDS)
def test_everything_once(items: list[Item], seed: int, batch: int, commands: list[moves.Command]) -> None:
    """Whatever was done before, a marathon that is finished has asked everything once, and ended once, as won."""
    sitter = Sitter(items, seed, batch)
    for command in commands:
        sitter.do(command)
    sitter.finish()
    assert sorted(record.question.item.id for record in sitter.game.records) == sorted(item.id for item in items)
    ends = [event for event in sitter.events if isinstance(event, Ended)]
    assert ends == [sitter.events[-1]]
    assert (ends[0].how, ends[0].standing.asked) == ("won", len(items))


@LAW
@given(PACKS.filter(bool), SEEDS, st.integers(1, 20), COMMANDS, st.data())
def test_sittings_make_no_difference(
    items: list[Item], seed: int, batch: int, commands: list[moves.Command], data: st.DataObject
) -> None:
    """A marathon taken up from its moves at any point deals and asks the very same questions to the end."""
    sitter = Sitter(items, seed, batch)
    for command in commands:
        sitter.do(command)
    cut = data.draw(st.integers(0, len(sitter.steps)))
    other = Sitter(items, seed, batch)
    other.game = replay(other.setup, other.deck, sitter.steps[:cut])
    for one in (sitter, other):
        one.finish()
    assert other.game.deck == sitter.game.deck
