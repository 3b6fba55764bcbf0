"""How many questions and facts pass a filter, counted once when a pack is compiled and summed up when asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from qot_quiz.core.draw import Filters
from qot_quiz.core.question import Item


class Cell(msgspec.Struct, frozen=True, array_like=True, order=True):
    """Some questions of one fact that are alike for every filter."""

    difficulty: str
    topic: str
    kind: str
    spoils: int
    questions: int


class Group(msgspec.Struct, frozen=True, array_like=True):
    """Facts whose questions fill the same cells.

    Args:
        cells: The cells of one such fact.
        facts: How many facts are like that.
    """

    cells: tuple[Cell, ...]
    facts: int


def tally_of(items: Iterable[Item]) -> tuple[Group, ...]:
    """Count the questions of a pack by all that filters look at; its size follows their variety, not their number.

    Args:
        items: All questions.
    """
    facts: dict[str, dict[tuple[str, str, str, int], int]] = {}
    for item in items:
        cells = facts.setdefault(item.fact_id, {})
        key = (item.difficulty, item.topic, item.kind, item.spoils)
        cells[key] = cells.get(key, 0) + 1
    groups: dict[tuple[Cell, ...], int] = {}
    for cells in facts.values():
        group = tuple(sorted(Cell(*key, count) for key, count in cells.items()))
        groups[group] = groups.get(group, 0) + 1
    return tuple(Group(group, count) for group, count in groups.items())


class Tallier:
    """Counts the questions of a pack without facts, where each stands for itself, without holding them."""

    def __init__(self) -> None:
        self._cells: dict[tuple[str, str, str, int], int] = {}

    def add(self, items: Iterable[Item]) -> None:
        """Count some more questions."""
        for item in items:
            key = (item.difficulty, item.topic, item.kind, item.spoils)
            self._cells[key] = self._cells.get(key, 0) + 1

    def groups(self) -> tuple[Group, ...]:
        """Give what `tally_of` would."""
        return tuple(Group((Cell(*key, 1),), count) for key, count in self._cells.items())


def count(tally: tuple[Group, ...], filters: Filters) -> tuple[int, int]:
    """Sum up how many questions, and how many different facts, pass the filters.

    Args:
        tally: What `tally_of` counted.
        filters: Which questions count.
    """
    questions = facts = 0
    for group in tally:
        passing = sum(cell.questions for cell in group.cells if passes(cell, filters))
        questions += passing * group.facts
        facts += group.facts if passing else 0
    return questions, facts


def values(tally: tuple[Group, ...], column: str, filters: Filters) -> Iterator[tuple[str, int]]:
    """Yield the difficulty, topic or kind of every passing cell with its number of questions.

    Args:
        tally: What `tally_of` counted.
        column: ``difficulty``, ``topic`` or ``kind``.
        filters: Which questions count.
    """
    for group in tally:
        for cell in group.cells:
            if passes(cell, filters):
                yield getattr(cell, column), cell.questions * group.facts


def passes(cell: Cell, filters: Filters) -> bool:
    """Tell whether the questions of a cell pass the filters."""
    return (
        cell.spoils <= filters.up_to
        and (not filters.difficulties or cell.difficulty in filters.difficulties)
        and (not filters.topics or cell.topic in filters.topics)
        and (not filters.kinds or cell.kind in filters.kinds)
    )
