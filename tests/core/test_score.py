"""Points of ruleset 1, recounted in fractions by the formula that players read."""

from __future__ import annotations

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.score import Score, Term, score, stars

BASES = {"easy": 100, "medium": 200, "hard": 300}
HELPS = {"fifty": Fraction(1, 2), "hint": Fraction(3, 4)}

DIFFICULTY = st.sampled_from(list(BASES))
CREDIT = st.integers(1, 60).flatmap(lambda whole: st.builds(Fraction, st.integers(0, whole), st.just(whole)))
HELP = st.lists(st.sampled_from(list(HELPS)), max_size=5).map(tuple)
TOOK = st.integers(0, 200_000)
LIMIT = st.none() | st.integers(1, 120_000)


def recount(
    difficulty: str, credit: Fraction, streak: int, *, help: tuple[str, ...], took: int, limit: int | None
) -> int:
    """Count points by the formula: base × credit × speed × (1 + streak bonus) × help, rounded half up."""
    exact = BASES[difficulty] * credit
    if limit is not None:
        exact *= 1 - Fraction(min(took, limit), 2 * limit)
    exact *= 1 + Fraction(min(10 * streak, 50), 100)
    for name in help:
        exact *= HELPS[name]
    return floor(exact + Fraction(1, 2))


@given(difficulty=DIFFICULTY, credit=CREDIT, streak=st.integers(0, 40), help=HELP, took=TOOK, limit=LIMIT)
def test_formula(
    difficulty: str, credit: Fraction, streak: int, *, help: tuple[str, ...], took: int, limit: int | None
) -> None:
    """The points are those of the formula in exact fractions, never negative, and their terms add up to them."""
    counted = score(difficulty, float(credit), streak, help, took, limit)
    assert counted.points == recount(difficulty, credit, streak, help=help, took=took, limit=limit) >= 0
    assert sum(term.points for term in counted.terms) == counted.points
    assert counted.terms[0].name == "base"
    assert all(term.points for term in counted.terms[1:])


@given(DIFFICULTY, st.integers(0, 40), TOOK, st.integers(1, 120_000))
def test_in_time_never_below_half(difficulty: str, streak: int, took: int, limit: int) -> None:
    """With a clock, a right answer in time earns at least half of what it earns without one."""
    assert 2 * score(difficulty, 1, streak, (), took, limit).points >= score(difficulty, 1, streak).points


def test_the_game_page_example() -> None:
    """The sum that the rules print: 200 + 20 streak - 55 hint = 165."""
    assert score("medium", 1, 1, ("hint",)) == Score(165, (Term("base", 200), Term("streak", 20), Term("hint", -55)))


@pytest.mark.parametrize(
    ("counted", "points"),
    [
        (score("easy", 1, 0), 100),
        (score("medium", 1, 0), 200),
        (score("hard", 1, 0), 300),
        (score("hard", 0, 9), 0),
        (score("easy", 1, 5), 150),
        (score("easy", 1, 6), 150),
        (score("easy", 1, 0, ("fifty",)), 50),
        (score("easy", 1, 0, ("fifty", "hint")), 38),
        (score("easy", 1, 0, ("hint", "hint", "hint")), 42),
        (score("easy", 0.5, 0), 50),
        (score("easy", 1 / 3, 0), 33),
        (score("hard", 1, 0, (), 10_000, 20_000), 225),
        (score("hard", 1, 0, (), 20_000, 20_000), 150),
    ],
)
def test_rows(counted: Score, points: int) -> None:
    """Points worked out by hand; 37.5 is rounded up."""
    assert counted.points == points


def test_miss_is_one_term() -> None:
    """A miss has nothing to add up: neither a streak nor a help shows in its sum."""
    assert score("hard", 0, 3, ("fifty", "hint")).terms == (Term("base", 0),)


@pytest.mark.parametrize(
    ("right", "of", "earned"),
    [
        (0, 0, 0),
        (0, 10, 0),
        (4, 10, 0),
        (5, 10, 1),
        (7, 10, 1),
        (8, 10, 2),
        (9, 10, 3),
        (896, 1000, 2),
        (10, 10, 3),
        (2, 3, 1),
        (1, 1, 3),
    ],
)
def test_stars(right: int, of: int, earned: int) -> None:
    """A star for half of the questions, the second from three quarters on, the third from nine in ten."""
    assert stars(right, of) == earned
