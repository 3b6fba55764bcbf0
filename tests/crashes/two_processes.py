"""Two processes in which games of every mode are played, while anything else is done and all is killed now and then."""

from __future__ import annotations

import msgspec
from deeds import Deed
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from recount import Terms

from qot_quiz.core import kinds, moves
from qot_quiz.core.game import NotNow, begin
from qot_quiz.core.modes import MODES
from qot_quiz.core.replay import reopen, replay
from qot_quiz.core.steps import step
from qot_quiz.errors import StoreError
from qot_quiz.store import history
from qot_quiz.store.journal import Journal, new_id

from .hands import ALL, answered, drawn
from .outsiders import NAMES, Outsiders
from .processes import FATE, PLACES, SEATS, TALLIED, Sitting
from .sheet import Sheet

BESIDES = ("fifty", "hint", "hint", "regrade", "regrade", "late regrade", "flag", "leave", "walk", "time up")
MANNERS = ("right", "right", "right", "wrong", "wrong", "part", "vague", "pass")
THOUGHTS = st.sampled_from((0, 700, 4000, 4000, 9000, 130_000))
MANNER = st.sampled_from((*MANNERS, *MANNERS, *BESIDES))
TURNS = st.lists(st.tuples(MANNER, THOUGHTS, PLACES, FATE), min_size=4, max_size=12)
CEILINGS = st.sampled_from((0, 1, 16))


class TwoProcesses(Outsiders):
    """Does anything, and compares the store with the ledger after every step."""

    @rule(
        seat=SEATS,
        mode=st.sampled_from(sorted(MODES)),
        name=st.sampled_from(NAMES),
        order=st.permutations(sorted(ALL)),
        size=st.integers(1, 4),
        knobs=st.tuples(st.booleans(), st.booleans(), st.booleans(), CEILINGS),
        fate=FATE,
    )
    def begin(
        self,
        seat: int,
        mode: str,
        name: str,
        order: list[str],
        size: int,
        knobs: tuple[bool, bool, bool, int],
        fate: str,
    ) -> None:
        """Begin a game of any mode."""
        of, deck = drawn(mode, name, order, size, knobs, day=self.now()[:10])
        first = deck[:1] if of.rules.lazy else deck
        game, _ = begin(of, first)
        store, id, started = self.stores[seat], new_id(), self.now()
        terms = Terms(mode, len(deck), of.players, of.length or 0, of.same, of.rules.ask_ms, of.rules.game_ms)
        sheet = Sheet(id, of, terms, of.player, started, game, deck[len(first) :])
        journal = Journal(store, id)
        done, alive = self.written(store, fate, lambda: journal.begin(of, first, started))
        if done:
            self.ledger.begin(sheet)
            TALLIED[f"{mode} begun"] += 1
        if alive:
            self.sittings.append(Sitting(sheet, store, journal, game, 0))

    @precondition(lambda self: self.sittings)
    @rule(
        place=PLACES,
        turns=TURNS,
    )
    def answer(self, place: int, turns: list[tuple[str, int, int, str]]) -> None:
        """Do what a game waits for, some times: answer in some way, go on to the next question, take the keyboard."""
        sitting = self.sittings[place % len(self.sittings)]
        for manner, think, pick, fate in turns:
            if sitting in self.sittings:
                self._go_on(sitting, manner, think, pick, fate)

    @precondition(lambda self: self.sittings)
    @rule(place=PLACES, manner=st.sampled_from(MANNERS), think=THOUGHTS, pick=PLACES)
    def finish(self, place: int, manner: str, think: int, pick: int) -> None:
        """Play a game to its end."""
        sitting = self.sittings[place % len(self.sittings)]
        while sitting in self.sittings:
            self._go_on(sitting, manner, think, pick, "")

    @precondition(lambda self: self.ledger.open())
    @rule(seat=SEATS, place=PLACES)
    def resume(self, seat: int, place: int) -> None:
        """Take up a game that is open, perhaps one that is being played already."""
        open = self.ledger.open()
        sheet = open[place % len(open)]
        store = self.stores[seat]
        stored = history.load(store, sheet.id)
        deck = tuple(question for dealt in stored.deck if (question := kinds.restore(ALL[dealt.id], dealt.options)))
        game = replay(stored.setup, deck, stored.steps)
        assert stored.setup.player == sheet.player
        assert msgspec.structs.replace(game, setup=sheet.game.setup) == sheet.game
        journal = Journal(store, sheet.id, len(stored.steps))
        self.sittings.append(Sitting(sheet, store, journal, reopen(game), len(stored.steps)))
        TALLIED["resumed"] += 1

    def _besides(self, sitting: Sitting, what: str, think: int, fate: str) -> None:
        """Do something else than the game waits for, if it means anything now."""
        at = sitting.game.now + (200_000 if what == "time up" else think)
        sheet = sitting.sheet
        match what:
            case "fifty" | "hint":
                self._do(sitting, moves.Lifeline(at, what), fate, Deed(at - sheet.opened, what))
            case "regrade" if self.ledger.last(sheet):
                self._do(sitting, moves.Regrade(at), fate)
            case "late regrade":
                self._do(sitting, moves.Regrade(at), fate)
            case "flag":
                self._do(sitting, moves.Flag(at, f"doubtful {len(sheet.flags)}"), fate)
            case "leave":
                self._do(sitting, moves.Leave(at), fate)
            case "walk":
                self._do(sitting, moves.Walk(at), fate, Deed(at - sheet.opened, "answer"))
            case "time up":
                self._do(sitting, moves.TimeUp(at), fate, Deed(at - sheet.opened, "answer"))

    def _go_on(self, sitting: Sitting, manner: str, think: int, pick: int, fate: str) -> None:
        """Do what the game waits for: an answer, or what comes before the next one."""
        game, at = sitting.game, sitting.game.now + think
        if game.short and game.setup.level is None:
            self._do(sitting, moves.Deal(game.now, sitting.sheet.rest, last=True), fate)
        elif game.short:
            number = game.number + 1 + pick % (len(game.deck) - game.number)
            self._do(sitting, moves.Swap(game.now, number, game.deck[number - 1]), fate)
        elif manner in BESIDES:
            self._besides(sitting, manner, think, fate)
        elif game.waiting:
            self._do(sitting, moves.Ready(at), fate)
        elif game.revealed:
            self._do(sitting, moves.Next(at), fate)
        else:
            given, texts = answered(game, manner, pick)
            self._do(sitting, moves.Answer(at, given), fate, Deed(at - sitting.sheet.opened, "answer", texts))

    def _do(self, sitting: Sitting, command: moves.Command, fate: str, deed: Deed | None = None) -> None:
        """Make a step as the loop of a game does: in the engine, in the journal, and only then for its player."""
        sheet = sitting.sheet
        try:
            game, events = step(reopen(sitting.game), command)
        except NotNow:
            TALLIED["refused"] += 1
            return
        takes = not sheet.how and sitting.known == len(sheet.commands)
        now = self.now()
        try:
            done, alive = self.written(sitting.store, fate, lambda: sitting.journal.append(command, events))
        except StoreError:
            assert not takes, "an open game takes its next move"
            self.sittings.remove(sitting)
            TALLIED["stopped by another process"] += 1
            return
        assert takes or not done, "a game goes on in one place alone"
        if done:
            if deed is not None and sheet.open is not None:
                sheet.open.deeds.append(deed)
            self.ledger.note(sheet, command, events, game, now)
            self.everything_is_there()
            TALLIED[type(command).__name__] += 1
            if game.over:
                TALLIED[f"{sheet.setup.mode} {sheet.how}"] += 1
        if alive:
            sitting.game, sitting.known = game, sitting.known + 1
            if game.over or game.left:
                self.sittings.remove(sitting)
