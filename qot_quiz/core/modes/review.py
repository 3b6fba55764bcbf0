"""Review: facts that were missed, asked for again when they are due; nothing to lose."""

from __future__ import annotations

from collections.abc import Collection

from qot_quiz.core.chance import hash64
from qot_quiz.core.draw import Pool, deal, passes
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Rules, Setup

RULES = Rules(hints=True, length=10)


def draw(pool: Pool, setup: Setup, seen: Collection[str]) -> tuple[Question, ...]:
    """Ask once for each fact that is due, in its order, from another angle than the last ones where there is one."""
    items = []
    for fact_id in setup.due:
        fitting = [item for item in pool.about(fact_id) if passes(item, setup.filters)]
        fitting.sort(key=lambda item: (item.id in seen, hash64(setup.seed, "review", item.id)))
        items += fitting[:1]
    return deal(items[: setup.length], setup.seed)
