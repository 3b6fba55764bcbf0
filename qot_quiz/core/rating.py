"""How well a player answers and how hard a fact is, rated on one scale as in chess: an answer is a match of the two.

The chance that a player rated p answers a question on a fact rated f is, with g the chance of a lucky guess,

    expected = g + (1 - g) / (1 + 10 ** ((f - p) / 400))

and after an answer with credit c each rating moves by its own step K, the player's up and the fact's down:

    p + K(answers of the player) * (c - expected),    f - K(answers on the fact) * (c - expected)
    K(n) = max(LEAST_STEP, FIRST_STEP / (1 + SLOWER * n))

Source: R. Pelánek, "Applications of the Elo rating system in adaptive educational systems", Computers & Education 98
(2016), https://doi.org/10.1016/j.compedu.2016.03.017: the match of student and item, the guess, and the falling step.
A step never falls below `LEAST_STEP`, since players learn. The scale is that of chess,
https://en.wikipedia.org/wiki/Elo_rating_system.
"""

from __future__ import annotations

import msgspec

from qot_quiz.core.question import PickOne, Shape

MILLI = 1000
"""Ratings are kept as whole thousandths of a point, so that sums are the same everywhere."""

START = 1500
"""The points that a player begins with."""

STARTS = {"easy": 1300, "medium": 1500, "hard": 1700}
"""The points that a fact begins with, by the difficulty of the question that asks for it first."""

SCALE = 400
"""A player so many points above a fact answers ten times as often right as wrong."""

FIRST_STEP = 170.0
"""Points that the first answer can move."""

SLOWER = 0.05
"""How fast the steps become shorter with every answer."""

LEAST_STEP = 8.0
"""Points that any answer can move, however many there were before."""

PLAYS = 50
"""Answers from which on a fact's rating is worth showing."""


class Rating(msgspec.Struct, frozen=True):
    """A rating.

    Args:
        milli: Thousandths of a point.
        plays: Answers that made it.
    """

    milli: int
    plays: int = 0

    @property
    def points(self) -> int:
        """Whole points, as shown."""
        return (self.milli + MILLI // 2) // MILLI


PLAYER = Rating(START * MILLI)
"""A player of whom nothing is known."""


def fact(difficulty: str) -> Rating:
    """Rate a fact of which nothing is known but how difficult its author thought it."""
    return Rating(STARTS[difficulty] * MILLI)


def expected(player: Rating, fact: Rating, guess: float) -> float:
    """Tell the credit to be expected of a player, 0..1.

    Args:
        player: The player's rating.
        fact: The fact's.
        guess: The chance of a lucky guess, 0..1: a quarter for four options, 0 where one types.
    """
    return guess + (1 - guess) / (1 + 10 ** ((fact.milli - player.milli) / (SCALE * MILLI)))


def guess(shape: Shape) -> float:
    """Tell the chance of a lucky guess, 0..1: only where one option is to be picked is it worth counting."""
    return 1 / len(shape.options) if isinstance(shape, PickOne) else 0.0


def label(rating: Rating) -> str:
    """Name the difficulty of which a fact's rating is typical: the one that begins nearest; of equals the easier."""
    return min(STARTS, key=lambda name: abs(STARTS[name] * MILLI - rating.milli))


def step(plays: int) -> float:
    """Tell how many points an answer can move after so many others."""
    return max(LEAST_STEP, FIRST_STEP / (1 + SLOWER * plays))


def add(player: Rating, fact: Rating, credit: float, guess: float) -> tuple[Rating, Rating]:
    """Add an answer to the ratings of its player and its fact.

    Args:
        player: The player's rating before it.
        fact: The fact's rating before it.
        credit: 0..1.
        guess: The chance of a lucky guess, 0..1.
    """
    more = credit - expected(player, fact, guess)
    return (
        Rating(player.milli + _milli(step(player.plays) * more), player.plays + 1),
        Rating(fact.milli - _milli(step(fact.plays) * more), fact.plays + 1),
    )


def mend(player: Rating, fact: Rating, more: float) -> tuple[Rating, Rating]:
    """Give the last answer another credit: what was expected of it stays, so both move on by the difference.

    Args:
        player: The player's rating after it.
        fact: The fact's rating after it.
        more: The credit that it has now less the one that it had.
    """
    return (
        Rating(player.milli + _milli(step(player.plays - 1) * more), player.plays),
        Rating(fact.milli - _milli(step(fact.plays - 1) * more), fact.plays),
    )


def _milli(points: float) -> int:
    return round(points * MILLI)
