"""What is done to games from outside: removed, discarded, renamed, imported, made anew, and their processes ended."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import rule
from samples import setup
from store.finished import game as elsewhere

from qot_quiz.store import cards, flags, folding, history, players, settings, statistics, upkeep
from qot_quiz.store.results import Imported, import_results, rebuild

from .compared import PACK
from .killing import Mortal
from .processes import FATE, PLACES, SEATS, TALLIED, Processes

NAMES = ("Min", "지원", "Ann")
CEILINGS = (0, 16)
BOARD = "1/classic/any/2"
STRANGERS = ("e0", "e1")
OUTSIDE = ("remove", "discard", "rename", "watch on", "take back", "take in", "make anew", "quit", "kill")


class Outsiders(Processes):
    """Does anything to games but playing them."""

    def __init__(self) -> None:
        super().__init__()
        outside: tuple[Callable[[Mortal, int, str], None], ...] = (
            self._remove, self._discard, self._rename, self._watch_on, self._take_back, self._take_in, self._make_anew,
            self._quit, lambda *_: self.kill(),
        )  # fmt: skip
        self.outside = dict(zip(OUTSIDE, outside, strict=True))

    @rule(seat=SEATS, what=st.sampled_from(OUTSIDE), place=PLACES, fate=FATE)
    def from_outside(self, seat: int, what: str, place: int, fate: str) -> None:
        """Do something to what is kept, perhaps to a game that is being played at this moment."""
        TALLIED[what] += 1
        self.outside[what](self.stores[seat], place, fate)

    def _remove(self, store: Mortal, place: int, fate: str) -> None:
        """Remove a game, one of elsewhere too, perhaps one that was removed before."""
        ids = [*self.ledger.sheets, *self.ledger.imported]
        if not ids:
            return
        id = ids[place % len(ids)]
        if self.written(store, fate, lambda: history.remove(store, id))[0]:
            self.ledger.removed.add(id)
            if id in self.ledger.sheets:
                self.ledger.sheets[id].removed = True

    def _discard(self, store: Mortal, place: int, fate: str) -> None:
        """Close a game as it stands, perhaps one that has ended."""
        sheets = [*self.ledger.sheets.values()]
        if sheets:
            sheet = sheets[place % len(sheets)]
            if self.written(store, fate, lambda: history.close(store, sheet.id, "discarded"))[0]:
                sheet.how = sheet.how or "discarded"

    def _rename(self, store: Mortal, place: int, fate: str) -> None:
        """Give a player another name, perhaps that of another."""
        old, new = NAMES[place % 3], (*NAMES[1:], "Ben")[place % 2]
        if self.written(store, fate, lambda: players.rename(store, old, new))[0]:
            self.ledger.rename(old, new)

    def _watch_on(self, store: Mortal, place: int, fate: str) -> None:
        """Remember how far somebody has watched."""
        name, up_to = NAMES[place % 3], CEILINGS[place % 2]
        if self.written(store, fate, lambda: settings.set_ceiling(store, name, PACK, up_to))[0]:
            self.ledger.ceilings[name] = up_to

    def _take_back(self, store: Mortal, place: int, fate: str) -> None:
        """Take back a flag."""
        every = [(sheet.player, id) for sheet in self.ledger.sheets.values() for _, id, _, _ in sheet.flags]
        if every:
            name, id = every[place % len(every)]
            if self.written(store, fate, lambda: flags.take_back(store, name, PACK, id))[0]:
                self.ledger.take_back(name, id)

    def _take_in(self, store: Mortal, place: int, fate: str) -> None:
        """Import games: some of elsewhere, and some that are here already, open or ended or removed."""
        ids = [*STRANGERS, *self.ledger.sheets, *STRANGERS]
        results = [
            elsewhere(id, points=100 * place, player=NAMES[place % 3], pack=PACK, board=BOARD)
            for id in ids[place : place + 3]
        ]
        new = self.ledger.new(results)
        counts: list[Imported] = []
        stream = [(one, 0) for one in results]
        done, alive = self.written(store, fate, lambda: counts.append(import_results(store, stream)))
        if done:
            self.ledger.imported.update(new)
        if alive:
            assert (counts[0].added, counts[0].known) == (len(new), len(results) - len(new))

    def _make_anew(self, store: Mortal, place: int, fate: str) -> None:
        """Make anew, or bring up to date, what is kept of games: nothing changes, wherever that breaks off."""
        works: tuple[Callable[[], object], ...] = (
            lambda: rebuild(store),
            lambda: folding.rebuild(store),
            lambda: upkeep.keep_up(store, setup(pack=PACK)),
            lambda: statistics.read(store, NAMES[0], PACK, 16),
            lambda: cards.due(store, NAMES[0], PACK),
        )
        self.written(store, fate, works[place % len(works)])

    def _quit(self, store: Mortal, place: int, fate: str) -> None:
        """End both processes as they should end, and start them again."""
        for one in self.stores:
            one.close()
        self.open()
