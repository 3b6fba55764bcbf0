"""What a reader of a foreign format gives out: questions, and what it refuses, each with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

LONGEST = 2000
"""Characters of the longest text that is taken; a pack's own limit."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A question as the file has it; what is not named here is as in `core.question.Item`.

    Args:
        line: The line on which it begins, counted from 1.
        answer: A text, a truth value, a number, or several texts, as the kind wants it.
        topic: The title of its category, empty where the file gives none.
        difficulty: Empty where the file gives none.
        why: What the file says to explain it, empty where it says nothing.
        notes: What was changed or left out to fit it in, in words that can be counted.
        number: The how-manieth it is, from 1; 0 in formats where its line tells it from all others.
    """

    line: int
    kind: str
    ask: str
    answer: str | bool | int | float | tuple[str, ...]
    wrong: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    unit: str = ""
    within: float = 0
    why: str = ""
    topic: str = ""
    difficulty: str = ""
    notes: tuple[str, ...] = ()
    number: int = 0

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return place(self.line, self.number)


class Refused(msgspec.Struct, frozen=True):
    """Something of the file that cannot be taken.

    Args:
        line: The line on which it begins, counted from 1.
        reason: Why not, without a full stop.
        number: As of `Found`.
    """

    line: int
    reason: str
    number: int = 0


def place(line: int, number: int) -> str:
    """Say where a question stands, in words."""
    return f"question {number}" if number else f"line {line}"


Entry = Found | Refused

Reader = Callable[[str], Iterator[Entry]]
"""Turns the text of a file, its lines ended by line feeds, into entries in the order of their lines."""


SheetReader = Callable[[bytes], Iterator[Entry]]
"""Turns the bytes of a spreadsheet into entries in the order of their rows."""


class Unfit(Exception):
    """A question cannot be taken.

    Args:
        reason: Why not, without a full stop.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def entry(line: int, make: Callable[[], Found], number: int = 0) -> Entry:
    """Make a question, or say why it cannot be taken.

    Args:
        line: The line on which it begins.
        make: Makes it, or raises `Unfit`.
        number: The how-manieth it is, 0 where its line says enough.
    """
    try:
        return make()
    except Unfit as unfit:
        return Refused(line, unfit.reason, number)
