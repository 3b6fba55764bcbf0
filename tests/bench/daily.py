"""What 400 days of dailies ask of a pack: repeats within fourteen days, questions never asked, what ten more change.

Run by hand: `python tests/bench/daily.py [PACK]`, the folder ``questions`` when none is named.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from qot_quiz.bank.locating import open_pack
from qot_quiz.core.chance import hash64
from qot_quiz.core.draw import Filters, Row, passes
from qot_quiz.core.modes import daily
from qot_quiz.core.question import Item
from qot_quiz.core.setup import Setup

QUESTIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "questions")
DAYS = [(date(2026, 11, 22) + timedelta(at)).isoformat() for at in range(400)]
MORE = 10


class Shelf:
    """Some questions of a pack, as a draw sees them.

    Args:
        items: The questions.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = {item.id: item for item in items}
        self._ring = sorted(self._items.values(), key=lambda item: hash64(0, "ring", item.id))

    def count(self, filters: Filters) -> tuple[int, int]:
        """Count questions and facts."""
        fitting = [item for item in self._ring if passes(item, filters)]
        return len(fitting), len({item.fact_id for item in fitting})

    def walk(self, filters: Filters, difficulty: str, point: int) -> Iterator[Row]:
        """Walk once round the ring."""
        fitting = [item for item in self._ring if item.difficulty == difficulty and passes(item, filters)]
        before = sum(hash64(0, "ring", item.id) < point for item in fitting)
        for item in (*fitting[before:], *fitting[:before]):
            yield Row(item.id, item.fact_id, item.kind, item.topic)

    def item(self, id: str) -> Item | None:
        """Fetch a question."""
        return self._items.get(id)

    def about(self, fact_id: str) -> list[Item]:
        """Fetch the questions on a fact."""
        return [item for item in self._items.values() if item.fact_id == fact_id]


def decks(items: list[Item], up_to: int) -> list[set[str]]:
    """Draw the deck of every day."""
    shelf = Shelf(items)
    setup = Setup("", "daily", daily.RULES, Filters(up_to=up_to), daily.RULES.length, 0, False, "", "")
    drawn = (msgspec.structs.replace(setup, seed=daily.seed(day), day=day) for day in DAYS)
    return [{question.item.id for question in daily.draw(shelf, each, ())} for each in drawn]


def main(pack: str) -> None:
    """Print the figures at some ceilings."""
    with tempfile.TemporaryDirectory() as cache:
        bank = open_pack(pack, cache)
        everything = list(bank.questions())
        bank.close()
    heads = ("ceiling", "questions", "full days", "repeats < 14 days", "never asked", "changed by 10 more")
    sys.stdout.write("  ".join(heads) + "\n")
    for up_to in (0, 4, 8, 12, 16):
        items = [item for item in everything if item.spoils <= up_to]
        days = decks(items, up_to)
        last: dict[str, int] = {}
        repeats = 0
        for at, deck in enumerate(days):
            repeats += sum(at - last.get(id, -99) < daily.APART for id in deck)
            last.update(dict.fromkeys(deck, at))
        # Ten less and all of them: what ten more would have changed.
        extra = {item.id for item in sorted(items, key=lambda item: hash64(1, "extra", item.id))[:MORE]}
        fewer = decks([item for item in items if item.id not in extra], up_to)
        changed = sum(len(deck - other) for deck, other in zip(days, fewer, strict=True)) / len(days)
        full = sum(len(deck) == daily.RULES.length for deck in days)
        never = 1 - len(last) / len(items)
        told = (str(up_to), str(len(items)), str(full), str(repeats), f"{never:.1%}", f"{changed:.2f}")
        sys.stdout.write("  ".join(value.rjust(len(head)) for head, value in zip(heads, told, strict=True)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else QUESTIONS)
