"""Two processes at one file of games: how they start, write, die within a write, and are compared with the ledger."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from qot_quiz.core.game import Game
from qot_quiz.store import examining
from qot_quiz.store.journal import Journal

from .compared import compare
from .killing import FATES, Killed, Mortal, remains
from .ledger import Ledger
from .sheet import Sheet

TALLIED: Counter[str] = Counter()
"""What came up in all runs of this process."""

SEATS = st.integers(0, 1)
PLACES = st.integers(0, 5)
"""Which of several, counted round and round."""

FATE = st.sampled_from(("",) * 6 + FATES)


@dataclass
class Sitting:
    """A game that is being played.

    Args:
        sheet: The game as it was acknowledged.
        store: The process in which it is played.
        journal: Where it is kept.
        game: As the process knows it.
        known: How many of its moves the process knows.
    """

    sheet: Sheet
    store: Mortal
    journal: Journal
    game: Game
    known: int


class Processes(RuleBasedStateMachine):
    """Two processes, the time, and the ledger."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._patch = pytest.MonkeyPatch()
        # That a step outlasts a power cut is proved elsewhere; here it would cost half of the time.
        unsynced = examining.SETTINGS.replace("synchronous = full", "synchronous = off")
        self._patch.setattr(examining, "SETTINGS", unsynced)
        self.path = str(Path(self._folder.name) / "0" / "games.db")
        self.moment = datetime(2026, 11, 22, 12, tzinfo=UTC)
        self.ledger = Ledger()
        self.sittings: list[Sitting] = []
        self.stores: list[Mortal] = []

    @initialize()
    def start(self) -> None:
        """Start both processes."""
        Path(self.path).parent.mkdir()
        self.open()

    def teardown(self) -> None:
        """Compare once more, after a last kill."""
        if self.stores:
            self.kill()
            self.everything_is_there()
        for store in self.stores:
            store.close()
        self._patch.undo()
        self._folder.cleanup()

    def open(self) -> None:
        """Open the file in both processes."""
        self.sittings = []
        self.stores = [Mortal(self.path, self.now), Mortal(self.path, self.now)]

    def now(self) -> str:
        """Tell the wall clock."""
        return self.moment.isoformat(timespec="milliseconds")

    @rule(
        jump=st.sampled_from((1, 60, 3600, 86_400, 5 * 86_400, -90, -3600, -86_400, -400 * 86_400)),
        zone=st.sampled_from((None, None, -11, 0, 9, 14)),
    )
    def time_passes(self, jump: int, zone: int | None) -> None:
        """Let time pass, set the clock back, go elsewhere."""
        self.moment += timedelta(seconds=jump)
        if zone is not None:
            self.moment = self.moment.astimezone(timezone(timedelta(hours=zone)))

    def written(self, store: Mortal, fate: str, write: Callable[[], object]) -> tuple[bool, bool]:
        """Write, perhaps dying of it: whether it is on the disk, and whether the process lives."""
        store.fate = fate
        try:
            write()
        except Killed as killed:
            TALLIED["killed within a write"] += 1
            self._revive()
            return killed.kept, False
        finally:
            store.fate = ""
        return True, True

    def _revive(self) -> None:
        """Start both processes anew on what the kill has left."""
        old = self.stores
        folder = Path(self.path).parent
        self.path = str(folder.with_name(str(int(folder.name) + 1)) / "games.db")
        self.open()
        for store in old:
            store.close()
        TALLIED["kills"] += 1

    def kill(self) -> None:
        """Kill both processes where they stand."""
        remains(self.path)
        self._revive()

    # What must always hold.

    @invariant()
    def everything_is_there(self) -> None:
        """Every acknowledged move is there once, and all that is told of games follows from them."""
        if self.stores:
            compare(self.stores[len(self.ledger.entries) % 2], self.ledger)
            TALLIED["comparisons"] += 1
