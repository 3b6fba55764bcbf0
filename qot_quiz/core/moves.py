"""What a player can do, as values: the engine's commands, each with `at`, in milliseconds on the game's clock."""

from __future__ import annotations

import msgspec

from qot_quiz.core.question import Answer as Given
from qot_quiz.core.question import Question


class Answer(msgspec.Struct, frozen=True, tag="answer"):
    """Answer the open question; an empty `given` passes."""

    at: int
    given: Given


class Lifeline(msgspec.Struct, frozen=True, tag="lifeline"):
    """Use a help on the open question: ``fifty`` or ``hint``."""

    at: int
    name: str


class Next(msgspec.Struct, frozen=True, tag="next"):
    """Leave the verdict behind: the next question, or the end."""

    at: int


class Regrade(msgspec.Struct, frozen=True, tag="regrade"):
    """Say "I was right" to the last verdict on a typed answer."""

    at: int


class Flag(msgspec.Struct, frozen=True, tag="flag"):
    """Mark the question just judged as doubtful, with a reason."""

    at: int
    reason: str


class Leave(msgspec.Struct, frozen=True, tag="leave"):
    """Stop for now; the game is kept."""

    at: int


class Walk(msgspec.Struct, frozen=True, tag="walk"):
    """End the game and keep all points."""

    at: int


class TimeUp(msgspec.Struct, frozen=True, tag="time-up"):
    """The time for the open question is over."""

    at: int


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The player whose turn it is sits at the keyboard."""

    at: int


class Deal(msgspec.Struct, frozen=True, tag="deal"):
    """More questions of a deck that is drawn as the game goes.

    Args:
        at: The moment on the game's clock, in milliseconds.
        questions: What comes behind the deck so far.
        last: Whether nothing is left after them.
    """

    at: int
    questions: tuple[Question, ...]
    last: bool


class Swap(msgspec.Struct, frozen=True, tag="swap"):
    """The next question of a deck that follows its player.

    Args:
        at: The moment on the game's clock, in milliseconds.
        place: The place in the deck, from 1, of the question that gives way: one that was held for later.
        question: What comes next: that very question, or one that the deck did not hold.
    """

    at: int
    place: int
    question: Question


Command = Answer | Lifeline | Next | Regrade | Flag | Leave | Walk | TimeUp | Ready | Deal | Swap
"""Everything that moves a game."""
