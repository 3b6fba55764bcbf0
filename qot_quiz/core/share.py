"""What a finished game shows to friends: how each question went and what it came to, and nothing of what was asked."""

from __future__ import annotations

import msgspec

from qot_quiz.core import code
from qot_quiz.core.past import Result
from qot_quiz.core.setup import Setup

RIGHT, PART, MISS = "right", "part", "miss"
"""How a question went."""


class Mark(msgspec.Struct, frozen=True):
    """How one question went.

    Args:
        credit: 0..1.
        player: Who answered; empty where one played alone.
        points: The points of that player after it.
        by_word: Whether it counts as right by the player's own word.
    """

    credit: float
    player: str = ""
    points: int = 0
    by_word: bool = False

    @property
    def word(self) -> str:
        """Say whether it was right, partly right or a miss."""
        return RIGHT if self.credit == 1 else PART if self.credit > 0 else MISS


class Row(msgspec.Struct, frozen=True):
    """How a player's questions went.

    Args:
        player: The player; empty where one played alone.
        points: The player's points.
        marks: A word of `RIGHT`, `PART` and `MISS` for each question, in order.
    """

    player: str
    points: int
    marks: tuple[str, ...]

    @property
    def right(self) -> int:
        """Count the fully right answers."""
        return self.marks.count(RIGHT)


class Card(msgspec.Struct, frozen=True):
    """A finished game as friends see it.

    Args:
        title: The pack's name on a screen.
        player: Who played.
        mode: The mode.
        day: The day of a daily as ISO text, else empty.
        difficulty: ``any``, or names joined by commas.
        up_to: The spoiler ceiling.
        right: Fully right answers.
        asked: Questions judged.
        points: Its points.
        best_streak: The longest streak.
        rows: A row for each player, best first; none for a game of which only the result is known.
        code: The challenge code, or an empty text.
        by_word: How many answers count as right by the player's own word.
    """

    title: str
    player: str
    mode: str
    day: str
    difficulty: str
    up_to: int
    right: int
    asked: int
    points: int
    best_streak: int
    rows: tuple[Row, ...] = ()
    code: str = ""
    by_word: int = 0


def card(title: str, setup: Setup | None, result: Result, marks: tuple[Mark, ...]) -> Card:
    """Make the card of a finished game.

    Args:
        title: The pack's name on a screen.
        setup: What it was set up with; None for a game from another machine.
        result: What it came to.
        marks: How each question went, in order.
    """
    return Card(
        title=title,
        player=result.player,
        mode=result.mode,
        day=setup.day if setup else "",
        difficulty=result.difficulty,
        up_to=result.up_to,
        right=result.right,
        asked=result.asked,
        points=result.points,
        best_streak=result.best_streak,
        rows=rows(marks),
        # What another machine wrote there might be anything, and this stands in a line to be pasted into a shell.
        code=code.tidy(result.code or ""),
        by_word=sum(mark.by_word for mark in marks),
    )


def rows(marks: tuple[Mark, ...]) -> tuple[Row, ...]:
    """Part the marks of a game by its players, best first.

    Args:
        marks: How each question went, in order.
    """
    found: dict[str, Row] = {}
    for mark in marks:
        before = found.get(mark.player, Row(mark.player, 0, ()))
        found[mark.player] = Row(mark.player, mark.points, (*before.marks, mark.word))
    return tuple(sorted(found.values(), key=lambda row: -row.points))
