"""Made-up packs of any mixture, for laws about drawing."""

from __future__ import annotations

from hypothesis import strategies as st
from samples import item

from qot_quiz.core.question import DIFFICULTIES, Item

NAMES = ("Alder", "Birch", "Cedar", "Dogwood", "Elder", "Figtree", "Ginkgo", "Hazel")
"""Answers; a stem may name the one of another question and so give it away."""


def one(number: int, kind: str, difficulty: str, fact: int, *, spoils: int = 0, names: int | None = None) -> Item:
    """Make an item by numbers.

    Args:
        number: Tells it from others.
        kind: Its kind.
        difficulty: Its difficulty.
        fact: Its fact.
        spoils: Its episode.
        names: Which of `NAMES` its stem gives away, or None.
    """
    if kind == "true-false":
        answer = ("true", "false")[number % 2]
    else:
        answer = NAMES[fact % len(NAMES)] if fact % 3 == 0 else f"Thing number {fact}q{number}"
    wrong = ("w", "x", "y", "z") if kind == "choice" else ()
    ask = f"Which, near the {NAMES[names].upper()} tree?" if names is not None else f"Which one is {number}?"
    return item(f"fact-{fact}/{number}", kind, difficulty, ask, answer, *wrong, spoils=spoils)


def many(easy: int, medium: int, hard: int, kind: str = "choice", first: int = 0) -> list[Item]:
    """Make so many items of each difficulty, each on its own fact (none of them gives another away)."""
    names = [name for name, size in zip(DIFFICULTIES, (easy, medium, hard), strict=True) for _ in range(size)]
    return [one(first + at, kind, name, 3 * (first + at) + 1) for at, name in enumerate(names)]


KINDS = st.sampled_from(["choice", "choice", "typed", "true-false"])
ITEM = st.tuples(
    KINDS,
    st.sampled_from(DIFFICULTIES),
    st.integers(0, 45),
    st.sampled_from([0, 0, 0, 3, 9]),
    st.none() | st.none() | st.integers(0, len(NAMES) - 1),
)
PACKS = st.lists(ITEM, max_size=60).map(
    lambda rows: [one(at, *row[:3], spoils=row[3], names=row[4]) for at, row in enumerate(rows)]
)
"""Packs of up to 60 items of any kinds and difficulties, facts shared, some giving others away."""

SEEDS = st.integers(0, 2**53 - 1)
