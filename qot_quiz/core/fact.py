"""What a fact is: the checked statement that questions rest on."""

from __future__ import annotations

import msgspec

from qot_quiz.core.question import Source

Value = str | int | float | tuple[str | int | float, ...]
"""What a fact holds under its one key; a date is ISO text."""


class Fact(msgspec.Struct, frozen=True, omit_defaults=True):
    """A statement with its sources.

    Args:
        id: Stable name in kebab-case.
        kind: What sort of fact it is, as its author names it.
        topic: The topic's id in the pack.
        statement: The fact in one sentence that stands alone.
        value: One key (date, number, person, ...) and what it holds.
        spoils: The episode that must have been seen, 0 for none.
        difficulty: One of the difficulties, for questions that name none.
        sources: Where the fact is written.
        rests_on: Ids of the facts that a derived fact follows from.
        rule: How it follows from them, empty for a fact that is not derived.
    """

    id: str
    kind: str
    topic: str
    statement: str
    value: dict[str, Value]
    spoils: int
    difficulty: str
    sources: tuple[Source, ...] = ()
    rests_on: tuple[str, ...] = ()
    rule: str = ""
