"""What stands where around a question: with air where there is room, and close together in a small window."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from qot_quiz.core.events import Asked, Judged
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
    head, ask = views.heading(asked, rules), [views.ask(asked.question), *views.wanted(asked, brief=tight)]
    return [Text(""), head, *ask] if tight else [Text(""), head, Text(""), *ask, Text("")]


def options(asked: Asked, now: Choosing, tight: bool) -> list[RenderableType]:
    """Lay out the options, if there are any.

    Args:
        asked: The question.
        now: What is chosen.
        tight: Whether there is no room for air.
    """
    drawn = views.options(asked, now)
    return [*drawn, Text("")] if drawn and not tight else [*drawn]


def keys(asked: Asked, rules: Rules, left: int | None, columns: int, tight: bool) -> list[RenderableType]:
    """Lay out what stands below the options: a clock and the keys.

    Args:
        asked: The question.
        rules: The rules of the game.
        left: Milliseconds that are left, or None without a clock.
        columns: Columns of a line of text.
        tight: Whether there is no room for long explanations.
    """
    clock = [] if left is None else [views.countdown(left, rules, columns)]
    return [*clock, keyline.asked(asked, brief=tight)]


def verdict(record: Judged, rules: Rules, tight: bool) -> list[RenderableType]:
    """Lay out a verdict below the options as they were judged; a regraded one alone.

    Args:
        record: The verdict.
        rules: The rules of the game.
        tight: Whether there is no room for air.
    """
    air = [] if tight else [Text("")]
    settled = [] if record.regraded else [*views.settled(record), *air]
    return [*settled, *views.verdict(record, rules)]


def judged(record: Judged, rules: Rules) -> list[RenderableType]:
    """Lay out a verdict below its question, where that is not on the screen any more.

    Args:
        record: The verdict.
        rules: The rules of the game.
    """
    return [Text(""), views.ask(record.question), *verdict(record, rules, True)]


def after(record: Judged, rules: Rules, tight: bool) -> list[RenderableType]:
    """Lay out the keys that stand below a verdict.

    Args:
        record: The verdict.
        rules: The rules of the game.
        tight: Whether there is no room for air.
    """
    line = keyline.judged(record, rules, brief=tight)
    return [line] if tight else [Text(""), line]


def note(words: str) -> list[RenderableType]:
    """Lay out why the last key meant nothing; nothing where it did."""
    return [views.text(words, "qot.hint")] if words else []
