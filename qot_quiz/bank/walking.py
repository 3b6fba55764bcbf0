"""The way of a draw through a bank: on one ring past what does not fit, or over the rings of all cells that fit."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from qot_quiz.bank.tally import Group, passes
from qot_quiz.core.draw import WINDOW, Filters

SEEK = 4
"""How many rows could be passed by in the time in which a further ring is opened."""


class Way(msgspec.Struct, frozen=True):
    """One walk over rows in the order of their points, from a point on or up to it.

    Args:
        sql: Selects point, id, fact_id, kind and topic; its last parameter is the point.
        given: The other parameters.
    """

    sql: str
    given: tuple[str | int, ...]

    def arc(self, side: str) -> str:
        """Give the statement for one side of the point: ``>=`` or ``<``."""
        return f"{self.sql} AND point {side} ? ORDER BY point"


def ways(tally: Iterable[Group], filters: Filters, difficulty: str) -> tuple[Way, ...]:
    """Choose the walks that find the fitting rows with the fewest steps; merged by point they give all of them.

    Args:
        tally: What was counted of the bank.
        filters: Which questions pass.
        difficulty: Only questions of this difficulty.
    """
    if filters.difficulties and difficulty not in filters.difficulties:
        return ()
    total, fitting, cells = 0, 0, set[tuple[str, str, int]]()
    for group in tally:
        for cell in group.cells:
            if cell.difficulty == difficulty:
                questions = cell.questions * group.facts
                total += questions
                if passes(cell, filters):
                    fitting += questions
                    cells.add((cell.topic, cell.kind, cell.spoils))
    if not fitting:
        return ()
    if WINDOW * total <= (WINDOW + SEEK * len(cells)) * fitting:
        return (_ring(filters, difficulty),)
    return tuple(_cell(difficulty, *cell) for cell in sorted(cells))


def _ring(filters: Filters, difficulty: str) -> Way:
    kinds, topics = (", ".join("?" * len(names)) for names in (filters.kinds, filters.topics))
    return Way(
        "SELECT point, id, fact_id, kind, topic FROM question INDEXED BY question_ring WHERE difficulty = ?"
        " AND spoils <= ?"
        + (f" AND kind IN ({kinds})" if kinds else "")
        + (f" AND topic IN ({topics})" if topics else ""),
        (difficulty, filters.up_to, *filters.kinds, *filters.topics),
    )


def _cell(difficulty: str, topic: str, kind: str, spoils: int) -> Way:
    return Way(
        "SELECT point, id, fact_id, kind, topic FROM question INDEXED BY question_cell WHERE difficulty = ?"
        " AND topic = ? AND kind = ? AND spoils = ?",
        (difficulty, topic, kind, spoils),
    )
