"""What a question is: the item that the bank keeps, the question that a game asks, and the shapes of asking."""

from __future__ import annotations

from typing import Annotated

import msgspec

Answer = tuple[str, ...]
"""What a player gave, for every kind: option keys, a typed text, or nothing at all for a pass."""

KEYS = "abcdefghijklmnopqrstuvwxyz"
"""The letters that name options on every screen and in an answers file."""

DIFFICULTIES = ("easy", "medium", "hard")
"""The difficulties in rising order."""

Difficulty = Annotated[str, msgspec.Meta(pattern=f"^({'|'.join(DIFFICULTIES)})$")]
"""One of them, where it is read: a flipped bit in a stored game makes no difficulty of its own."""


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a fact is written: a paragraph of the pack's article, or a page of a publication.

    Args:
        publisher: The publication's name, or the pack's name for its article.
        paragraph: The paragraph of the article, counted from 1; 0 for a page.
        date: The day of publication as ISO text, empty when unknown.
        page: The page's address, empty for the article.
    """

    publisher: str
    paragraph: int = 0
    date: str = ""
    page: str = ""


class Item(msgspec.Struct, frozen=True, omit_defaults=True):
    """A question as the bank keeps it, before a game has drawn its options.

    Args:
        id: Stable name, ``fact-id/angle``.
        fact_id: The fact it rests on; the id itself in a pack without facts.
        kind: A name of the table in ``core.kinds``.
        difficulty: One of `DIFFICULTIES`.
        topic: The topic's id in the pack.
        spoils: The episode that must have been seen, 0 for none.
        ask: The question itself.
        answer: The right answer, as shown; a number in plain digits, a date as ISO text.
        wrong: The pool of distractors, at least three for a choice.
        ascending: Whether options are dates or numbers, shown in rising order; then `wrong_below` tells their place.
        wrong_below: How many of `wrong` lie below the answer, when `wrong` is in rising order.
        answers: All right things to pick (multi), or the things to arrange in their right order (ordering).
        rising: The right and wrong things to pick in rising order, where all are dates or numbers (multi).
        accept: Further typed forms that count.
        vague: Typed forms that are too short to decide.
        refuse: Typed forms that must not count.
        rivals: Forms of other things of its kind that a typed answer could be taken for.
        beside: Names of other kinds of thing that the pack's facts name together with a person, as their group.
        type: What the typed answer names (person, character, place, work, ...), empty when it is no name.
        parts: The parts of a typed answer that may come in any order, each with its forms, the one to show first.
        unit: What a number counts, empty for a bare number.
        within: How far off a number (in its unit) or a date (in days) earns nothing any more; 0 where only the exact
            value counts.
        rests_on: Further facts that it ranges over.
        why: One line that adds to the answer.
        sources: Where the fact is written.
    """

    id: str
    fact_id: str
    kind: str
    difficulty: Difficulty
    topic: str
    spoils: int
    ask: str
    answer: str
    wrong: tuple[str, ...] = ()
    ascending: bool = False
    wrong_below: int = 0
    answers: tuple[str, ...] = ()
    rising: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    type: str = ""
    parts: tuple[tuple[str, ...], ...] = ()
    unit: str = ""
    within: float = 0
    rests_on: tuple[str, ...] = ()
    why: str = ""
    sources: tuple[Source, ...] = ()


class Option(msgspec.Struct, frozen=True):
    """One of the answers to pick from.

    Args:
        key: The letter that picks it.
        text: What it says.
    """

    key: str
    text: str


class Question(msgspec.Struct, frozen=True, omit_defaults=True):
    """A question as one game asks it: its options drawn and put in order.

    Args:
        item: What the bank keeps.
        options: The answers to pick from, in the order shown; empty when one types.
        solution: The right answer, as a player would give it.
    """

    item: Item
    options: tuple[Option, ...]
    solution: Answer


class PickOne(msgspec.Struct, frozen=True, tag="pick-one"):
    """One of a few options is to be picked."""

    options: tuple[Option, ...]


class PickMany(msgspec.Struct, frozen=True, tag="pick-many"):
    """All the right ones of some options are to be picked; an answer names them in the order shown."""

    options: tuple[Option, ...]


class Arrange(msgspec.Struct, frozen=True, tag="arrange"):
    """All options are to be put in order; an answer names every one of them, the first first."""

    options: tuple[Option, ...]


class TypeIn(msgspec.Struct, frozen=True, tag="type-in", omit_defaults=True):
    """A short text is to be typed.

    Args:
        form: ``text``, ``number`` or ``date``: what the line must be to make sense.
        unit: What a number counts.
        within: How far off earns nothing any more, in the number's unit or in days; 0 where only the value counts.
    """

    form: str = "text"
    unit: str = ""
    within: float = 0


Shape = PickOne | PickMany | Arrange | TypeIn
"""How a screen asks; screens know these and no kinds."""
