"""A ledger of what was acknowledged: games, moves, ends, flags, names; and what all of it should come to in a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from deeds import Asking

from qot_quiz.core import moves
from qot_quiz.core.events import Event, Judged
from qot_quiz.core.game import Game
from qot_quiz.core.past import Result
from qot_quiz.core.schedule import Answered

from .sheet import Sheet, asking, best_first, milliseconds, result


class Entry(NamedTuple):
    """A verdict that stands: whose, on which question of which game, and when it was given last."""

    sheet: Sheet
    number: int
    at: str


class Ledger:
    """Everything that was acknowledged, in its order."""

    def __init__(self) -> None:
        self.sheets: dict[str, Sheet] = {}
        self.imported: dict[str, tuple[Result, int]] = {}
        self.removed: set[str] = set()
        self.ceilings: dict[str, int] = {}
        self.entries: dict[tuple[str, int], Entry] = {}
        self.blurred = False

    def begin(self, sheet: Sheet) -> None:
        """Note that a game was begun."""
        self.sheets[sheet.id] = sheet
        sheet.open = None if sheet.game.waiting else asking(sheet.game)

    def note(self, sheet: Sheet, command: moves.Command, events: tuple[Event, ...], game: Game, now: str) -> None:
        """Note an acknowledged move, what its player did among it, and check what was made of it."""
        sheet.commands.append(msgspec.json.encode(command).decode())
        sheet.game, sheet.settled = game, None
        match command:
            case moves.Ready() | moves.Next():
                sheet.opened = command.at
                sheet.open = None if game.waiting or game.over else asking(game)
            case moves.Regrade():
                sheet.askings[-1].regraded = True
                sheet.contested.add(len(sheet.askings))
            case moves.Flag(reason=reason):
                sheet.flags.append((len(sheet.commands), sheet.askings[-1].item.id, reason, now))
            case moves.Walk():
                sheet.walked = game.over
        for event in events:
            if isinstance(event, Judged):
                self._judged(sheet, event, now)
        if game.over:
            sheet.how, sheet.finished = sheet.account.how, now
            if sheet.listed:
                self.imported.pop(sheet.id, None)

    def last(self, sheet: Sheet) -> bool:
        """Whether the last answer of all was given in this game."""
        return bool(self.entries) and next(reversed(self.entries))[0] == sheet.id

    def results(self) -> list[tuple[Result, int]]:
        """List what every game to be seen came to, with its helps: boards by name, best first within each."""
        ended = [sheet for sheet in self.sheets.values() if sheet.listed and not sheet.removed]
        strange = [of for id, of in self.imported.items() if id not in self.removed]
        return sorted([*map(result, ended), *strange], key=best_first)

    def open(self) -> list[Sheet]:
        """List the games that can be taken up again, the newest first."""
        left = [sheet for sheet in self.sheets.values() if not sheet.how and not sheet.removed]
        placed = sorted(enumerate(left), key=lambda one: (-milliseconds(one[1].started), -one[0]))
        return [sheet for _, sheet in placed]

    def rename(self, old: str, new: str) -> bool:
        """Note another name; false where nobody has the old one."""
        mine = [sheet for sheet in self.sheets.values() if sheet.player == old]
        strange = [id for id, (of, _) in self.imported.items() if of.player == old]
        known = bool(mine or strange or old in self.ceilings)
        for sheet in mine:
            sheet.player = new
        for id in strange:
            of, helps = self.imported[id]
            self.imported[id] = msgspec.structs.replace(of, player=new), helps
        if old in self.ceilings and old != new:
            self.ceilings[new] = max(self.ceilings.pop(old), self.ceilings.get(new, 0))
        return known

    def take_back(self, player: str, id: str) -> None:
        """Note that a player's flags on a question were taken back."""
        for sheet in self._sheets(player):
            sheet.taken_back |= {n for n, question, _, _ in sheet.flags if question == id}

    def new(self, results: Iterable[Result]) -> dict[str, tuple[Result, int]]:
        """Pick what an import should add: games without a result here, and not removed; the first of equals."""
        known = {id for id, sheet in self.sheets.items() if sheet.listed} | self.imported.keys() | self.removed
        new: dict[str, tuple[Result, int]] = {}
        for one in results:
            if one.game_id not in known:
                new.setdefault(one.game_id, (one, 0))
        return new

    def answered(self, player: str) -> list[Answered]:
        """List a player's answers as a schedule takes them."""
        found = []
        for entry in self._entries(player):
            item, row = entry.sheet.askings[entry.number - 1].item, entry.sheet.account.rows[entry.number - 1]
            found.append(Answered(item.fact_id, item.id, float(row.credit), bool(row.help), entry.at))
        return found

    def counted(self, player: str, up_to: int) -> list[tuple[Asking, float, int]]:
        """List a player's answers that count in statistics: what was asked, the credit, and the milliseconds."""
        rows = [(e.sheet.askings[e.number - 1], e.sheet.account.rows[e.number - 1], e) for e in self._entries(player)]
        return [
            (asking, float(row.credit), row.took)
            for asking, row, entry in rows
            if entry.sheet.counts and asking.item.spoils <= up_to
        ]

    def seen(self, player: str) -> set[str]:
        """Collect what a player was shown the verdict of."""
        return {id for sheet in self._sheets(player) for id in sheet.shown}

    def flagged(self, player: str) -> list[tuple[str, str, str]]:
        """List a player's flags that stand: question, reason and time."""
        return sorted(
            (id, reason, at)
            for sheet in self._sheets(player)
            for n, id, reason, at in sheet.flags
            if n not in sheet.taken_back
        )

    def contested(self) -> list[str]:
        """List the questions that players graded as right themselves."""
        sheets = [sheet for sheet in self.sheets.values() if not sheet.removed]
        return sorted(sheet.askings[number - 1].item.id for sheet in sheets for number in sheet.contested)

    def players(self) -> list[str]:
        """Name everybody who played."""
        return sorted({sheet.player for sheet in self.sheets.values()})

    def _sheets(self, player: str) -> list[Sheet]:
        return [sheet for sheet in self.sheets.values() if sheet.player == player and not sheet.removed]

    def _entries(self, player: str) -> list[Entry]:
        return [e for e in self.entries.values() if e.sheet.player == player and not e.sheet.removed]

    def _judged(self, sheet: Sheet, judged: Judged, now: str) -> None:
        sheet.shown.add(judged.question.item.id)
        if not judged.regraded:
            assert sheet.open is not None
            sheet.askings.append(sheet.open)
            sheet.open = None
        sheet.settled = None
        account, number = sheet.account, len(sheet.askings)
        assert number == judged.number
        if not judged.counts:
            assert account.how == "time"
            return
        row = account.rows[-1]
        assert (judged.score.points, judged.took_ms, judged.help) == (row.points, row.took, row.help), judged
        assert [(term.name, term.points) for term in judged.score.terms] == [*row.sums]
        key = (sheet.id, number)
        # The folds know what stood before the last answer alone: what another game added since is not undone.
        self.blurred |= judged.regraded and not self.last(sheet)
        self.entries[key] = Entry(sheet, number, now)


def tally(given: list[tuple[Asking, float, int]]) -> tuple[int, int, int, int]:
    """Count answers as a tally does: all, right, missed, and the time, two minutes at most for each."""
    credits = [credit for _, credit, _ in given]
    return len(given), credits.count(1), credits.count(0), sum(min(took, 120_000) for *_, took in given)


def grouped(given: list[tuple[Asking, float, int]], name: str) -> dict[object, tuple[int, int, int, int]]:
    """Count answers by a field of what was asked."""
    groups: defaultdict[object, list[tuple[Asking, float, int]]] = defaultdict(list)
    for one in given:
        groups[getattr(one[0].item, name)].append(one)
    return {value: tally(ones) for value, ones in groups.items()}


def in_a_row(given: list[tuple[Asking, float, int]]) -> tuple[int, int]:
    """Count right answers in a row: those up to now, and the most."""
    now = best = 0
    for _, worth, _ in given:
        now = now + 1 if worth == 1 else now if worth else 0
        best = max(best, now)
    return now, best
