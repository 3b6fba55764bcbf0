"""What stands where around a question: with air where there is room, and close together in a small window."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from qot_quiz.core.events import Asked, Judged, Standing
from qot_quiz.core.question import Arrange
from qot_quiz.core.setup import Rules
from qot_quiz.ui import keyline, views
from qot_quiz.ui.choosing import Choosing

AROUND = 12
"""Lines that stand around a question and its options in a wide window: heading, keys, a clock, a note and air."""

FRONT = 8
"""Columns before the text of an option: a cursor, its number and a box."""


def crowded(asked: Asked, columns: int, rows: int) -> bool:
    """Say whether a question may not fit into a window with air around it; reckoned, since drawing takes its time.

    Args:
        asked: The question.
        columns: Columns of a line of text.
        rows: Lines of the window.
    """
    texts = [asked.question.item.ask, *(option.text for option in asked.question.options)]
    room = max(1, columns - FRONT)
    around = AROUND + 2 * (-(-80 // columns) - 1)  # two of its lines are broken where they are narrow
    return around + sum(-(-cell_len(text) // room) for text in texts) > rows


def question(asked: Asked, rules: Rules, tight: bool) -> list[RenderableType]:
    """Lay out what stays above the options: the heading and the question.

    Args:
        asked: The question.
        rules: The rules of the game.
        tight: Whether there is no room for air.
    """
    heading, ask = views.heading(asked, rules), views.ask(asked.question)
    return [Text(""), heading, *air(tight), ask, *views.wanted(asked, brief=tight)]


def options(asked: Asked, now: Choosing, tight: bool) -> list[RenderableType]:
    """Lay out the options, if there are any, with air around them.

    Args:
        asked: The question.
        now: What is chosen.
        tight: Whether there is no room for air.
    """
    drawn = views.options(asked, now)
    return [*air(tight), *drawn, *(air(tight) if drawn else [])]


def clock(rules: Rules, left: int | None, columns: int) -> list[RenderableType]:
    """Lay out the clock, if there is one.

    Args:
        rules: The rules of the game.
        left: Milliseconds that are left, or None without a clock.
        columns: Columns of a line of text.
    """
    return [] if left is None else [views.countdown(left, rules, columns)]


def verdict(
    record: Judged, rules: Rules, tight: bool, anew: bool, fits: Callable[[list[RenderableType]], bool]
) -> list[RenderableType]:
    """Lay out a verdict below the options as they were judged; a regraded one says only what is new.

    What is right can be read without scrolling: where the window cannot hold the options, the verdict names it, and
    where it cannot hold the reasons below that either, they stand above. An order is long, and so it is told once.

    Args:
        record: The verdict.
        rules: The rules of the game.
        tight: Whether there is no room for air.
        anew: Whether nothing of it stands on the screen yet, even if it is regraded.
        fits: Says whether the window holds some parts and the keys below them.
    """
    said, earned = views.verdict(record), views.earned(record, rules)
    if record.regraded and not anew:
        return [*air(tight), *said, *earned]
    settled, why = views.settled(record), views.why(record)
    above: list[RenderableType] = [*air(tight), *settled, *(air(tight) if settled else [])]
    if fits([*above, *said, *why, *earned]):
        return [*above, *said, *why, *earned]
    named = views.verdict(record, named=True)
    if isinstance(record.shape, Arrange):
        return [*why, *above, *said, *earned] if fits([*above, *said, *earned]) else [*why, *named, *earned]
    return [*above, *named, *why, *earned] if fits([*named, *why, *earned]) else [*above, *why, *named, *earned]


def judged(asked: Asked, rules: Rules, tight: bool) -> list[RenderableType]:
    """Lay out the question above its verdict, where both are drawn together: the verdict tells how the player stands.

    Args:
        asked: The question.
        rules: The rules of the game.
        tight: Whether there is no room for air.
    """
    heading = views.heading(replace(asked, standing=Standing()), rules)
    return [Text(""), heading, *air(tight), views.ask(asked.question)]


def after(record: Judged, rules: Rules, tight: bool, flagged: bool) -> list[RenderableType]:
    """Lay out the keys that stand below a verdict.

    Args:
        record: The verdict.
        rules: The rules of the game.
        tight: Whether there is no room for air.
        flagged: Whether the question was flagged.
    """
    return [*air(tight), keyline.judged(record, rules, flagged, brief=tight)]


def air(tight: bool) -> list[RenderableType]:
    """Lay out an empty line, where there is room."""
    return [] if tight else [Text("")]


def below(asked: Asked, told: str, tight: bool, typed: str = "") -> list[RenderableType]:
    """Lay out the keys that matter and why the last one meant nothing; that alone where there is no room for both.

    Args:
        asked: The question.
        told: Why the last key meant nothing; empty where it did.
        tight: Whether there is no room.
        typed: What stands on the line, where one is typed.
    """
    if tight and told:
        return note(told)
    return [keyline.typed(asked, typed) if typed else keyline.asked(asked, brief=tight), *note(told)]


def note(words: str) -> list[RenderableType]:
    """Lay out why the last key meant nothing; nothing where it did."""
    return [views.text(words, "qot.hint")] if words else []
