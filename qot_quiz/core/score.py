"""Points of ruleset 1, in whole numbers from first to last; the rules stand in README.md, "Points"."""

from __future__ import annotations

import msgspec

RULESET = 1
BASE = {"easy": 100, "medium": 200, "hard": 300}
STREAK_STEP = 10
"""Percent that each fully right answer in a row before this one adds."""
STREAK_MOST = 50
"""Percent that a streak adds at most."""
HELP = {"fifty": (1, 2), "hint": (3, 4)}
"""The factor of each help, as numerator and denominator; several multiply."""
STARS = (50, 75, 90)
"""Percent of a game's questions that must be right for each of its stars."""


class Term(msgspec.Struct, frozen=True):
    """One step of a sum: what it is for, and the points it adds or takes.

    Args:
        name: ``base``, ``speed``, ``streak``, ``fifty`` or ``hint``.
        points: Points added, negative when taken.
    """

    name: str
    points: int


class Score(msgspec.Struct, frozen=True):
    """The points of one answer and the sum that makes them.

    Args:
        points: Never negative.
        terms: Steps whose points add up to `points`.
    """

    points: int
    terms: tuple[Term, ...]


def _credit(credit: float) -> tuple[int, int]:
    if credit in (0, 1):
        return int(credit), 1
    from fractions import Fraction  # part credit is rare, and this import is not cheap

    return Fraction(credit).limit_denominator(10_000).as_integer_ratio()


def _half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)


def score(
    difficulty: str,
    credit: float,
    streak: int,
    help: tuple[str, ...] = (),
    took_ms: int = 0,
    limit_ms: int | None = None,
) -> Score:
    """Work out the points of one answer: base × credit × speed × (1 + streak bonus) × help, rounded half up.

    Args:
        difficulty: easy, medium or hard.
        credit: 0..1.
        streak: Fully right answers in a row before this one.
        help: The helps used, each ``fifty`` or ``hint``, in their order.
        took_ms: Time used, in milliseconds.
        limit_ms: The question's time limit in milliseconds, or None when untimed (then speed is 1).

    Returns:
        The points with their sum; steps are rounded as running totals, so that the sum adds up.
    """
    top, bottom = _credit(credit)
    top *= BASE[difficulty]
    total = _half_up(top, bottom)
    terms = [Term("base", total)]
    factors: list[tuple[str, int, int]] = []
    if limit_ms is not None:
        factors.append(("speed", 2 * limit_ms - min(took_ms, limit_ms), 2 * limit_ms))
    factors.append(("streak", 100 + min(STREAK_STEP * streak, STREAK_MOST), 100))
    factors += [(name, *HELP[name]) for name in help]
    for name, times, by in factors:
        top, bottom = top * times, bottom * by
        before, total = total, _half_up(top, bottom)
        if total != before:
            terms.append(Term(name, total - before))
    return Score(total, tuple(terms))


def stars(right: int, of: int) -> int:
    """Give a finished game its stars, 0 to 3; the rule stands in README.md, "Points".

    Args:
        right: Fully right answers.
        of: Questions of the game: as many as were to be asked, or as were asked where nobody knows beforehand.
    """
    return sum(bool(of) and 100 * right >= percent * of for percent in STARS)
