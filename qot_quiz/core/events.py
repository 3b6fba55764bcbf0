"""What happened, as values: the events that the engine gives, to be journaled first and then drawn."""

from __future__ import annotations

import msgspec

from qot_quiz.core.question import Answer, Question, Shape
from qot_quiz.core.score import Score
from qot_quiz.core.verdict import Verdict


class Standing(msgspec.Struct, frozen=True):
    """How the player stands.

    Args:
        points: Never negative.
        streak: Fully right answers in a row up to now.
        best_streak: The longest streak of the game.
        right: Fully right answers.
        asked: Questions judged.
        lives: Hearts left, or None in a mode without hearts.
    """

    points: int = 0
    streak: int = 0
    best_streak: int = 0
    right: int = 0
    asked: int = 0
    lives: int | None = None


class Hint(msgspec.Struct, frozen=True):
    """One step of help.

    Args:
        kind: ``episode``, ``letters``, ``range``, ``first`` or ``option``; in games begun earlier ``topic``, too.
        value: The topic's id, the episode's number, the masked answer, the lowest and highest value with two dots
            between them, the key of the first in order, or the key of an option struck out.
    """

    kind: str
    value: str


class Asked(msgspec.Struct, frozen=True, tag="asked"):
    """A question is open.

    Args:
        number: Its number in the game, from 1.
        of: How many the game asks, or None when nobody knows.
        question: The question as drawn.
        shape: How it asks.
        standing: How the player stands before it.
        removed: Keys of options that helps have struck out.
        hints: Hints given so far.
        fifty: Fifty-fifties left that this question can use.
        hint_left: Hint steps left for this question.
        deadline: When the time for it is over, in milliseconds on the game's clock; None when it is untimed.
        walk: Whether the player may end the game here with all points.
        player: Whose turn it is; empty where one plays alone.
        tie_break: Whether it decides between equals.
        left: How much of its time is left as this is told, in milliseconds; None when it is untimed.
    """

    number: int
    of: int | None
    question: Question
    shape: Shape
    standing: Standing
    removed: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    fifty: int = 0
    hint_left: int = 0
    deadline: int | None = None
    walk: bool = False
    player: str = ""
    tie_break: bool = False
    left: int | None = None


class HandOver(msgspec.Struct, frozen=True, tag="hand-over"):
    """Another player comes to the keyboard, and nobody else shall look.

    Args:
        player: Whose turn it is.
        number: The question that waits, from 1.
        tie_break: Whether it decides between equals.
    """

    player: str
    number: int
    tie_break: bool = False


class Helped(msgspec.Struct, frozen=True, tag="helped"):
    """A help was used.

    Args:
        name: ``fifty`` or ``hint``.
        asked: The question as it stands now.
        hint: What the hint says; None for a fifty-fifty.
    """

    name: str
    asked: Asked
    hint: Hint | None = None


class Again(msgspec.Struct, frozen=True, tag="again"):
    """The answer was close: the same question, once more."""

    given: Answer
    verdict: Verdict


class Judged(msgspec.Struct, frozen=True, tag="judged"):
    """An answer was judged, or judged anew: the whole record of one question.

    Args:
        number: The question's number in the game, from 1.
        question: The question as shown.
        shape: How it asked.
        given: What the player gave; empty for a pass.
        verdict: The judgement.
        score: Points with their sum.
        help: The helps used, in order.
        took_ms: Milliseconds from asking to answering.
        standing: How the player stands after it.
        ends: Whether the game ends here, unless it is regraded.
        regraded: Whether the player said "I was right".
        player: Who answered; empty where one plays alone.
        counts: Whether it belongs to the game: a question cut off by the end of the game's time does not.
    """

    number: int
    question: Question
    shape: Shape
    given: Answer
    verdict: Verdict
    score: Score
    help: tuple[str, ...]
    took_ms: int
    standing: Standing
    ends: bool
    regraded: bool = False
    player: str = ""
    counts: bool = True


class Flagged(msgspec.Struct, frozen=True, tag="flagged"):
    """A question was marked as doubtful."""

    question_id: str
    reason: str


class Left(msgspec.Struct, frozen=True, tag="left"):
    """The player stopped for now."""


class Seat(msgspec.Struct, frozen=True):
    """Where one of several players ended.

    Args:
        player: The player's name.
        place: From 1; equals share a place.
        standing: How the player stands at the end.
    """

    player: str
    place: int
    standing: Standing


class Ended(msgspec.Struct, frozen=True, tag="ended"):
    """The game is over.

    Args:
        how: ``finished`` (all asked), ``lost`` (no heart left), ``won`` (nothing left to ask), ``time`` (none left) or
            ``walked``.
        standing: How the player stands at the end; all players together where there are several.
        ranked: Whether the game counts for the boards.
        records: Every question's record, in order.
        safe: The number of the question up to which the points were kept after a miss, 0 for none; None in a game
            without such steps, or without a miss.
        podium: Where several players ended, the best first; empty for one.
    """

    how: str
    standing: Standing
    ranked: bool
    records: tuple[Judged, ...]
    safe: int | None = None
    podium: tuple[Seat, ...] = ()


Event = Asked | HandOver | Helped | Again | Judged | Flagged | Left | Ended
"""Everything that can happen in a game."""
