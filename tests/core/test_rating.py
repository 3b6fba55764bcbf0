"""Ratings: the formula by its known values and its laws."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import ITEMS, RARER

from qot_quiz.core import kinds, rating
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.core.rating import PLAYER, Rating, add, expected, mend

RATINGS = st.builds(Rating, st.integers(0, 3_000_000), st.integers(0, 1000))
SHARES = st.floats(0, 1)


def points(value: int, plays: int = 0) -> Rating:
    """Rate with whole points."""
    return Rating(value * 1000, plays)


@pytest.mark.parametrize(
    ("ahead", "guess", "chance"),
    [(0, 0, 0.5), (400, 0, 10 / 11), (-400, 0, 1 / 11), (0, 0.25, 0.625), (0, 0.5, 0.75), (-4000, 0.25, 0.25)],
)
def test_what_is_expected(ahead: int, guess: float, chance: float) -> None:
    """Equals are right half of the time, 400 points make ten to one, and a guess lifts the floor."""
    assert expected(points(1500 + ahead), points(1500), guess) == pytest.approx(chance, abs=1e-6)


def test_a_first_answer_by_hand() -> None:
    """Between equals a right first answer moves both by half of the first step, a wrong one back."""
    assert add(points(1500), points(1500), 1, 0) == (points(1585, 1), points(1415, 1))
    assert add(points(1500), points(1500), 0, 0) == (points(1415, 1), points(1585, 1))
    assert add(points(1500), points(1500), 0.5, 0) == (points(1500, 1), points(1500, 1))


@given(RATINGS, RATINGS, SHARES, st.sampled_from([0, 0.25, 0.5]))
def test_player_and_fact_move_apart(player: Rating, fact: Rating, credit: float, guess: float) -> None:
    """What lifts the one lowers the other, never by more than a whole step, and each answer counts once."""
    after, thing = add(player, fact, credit, guess)
    assert (after.milli - player.milli) * (thing.milli - fact.milli) <= 0
    assert abs(after.milli - player.milli) <= 1000 * rating.step(player.plays) + 1
    assert (after.plays, thing.plays) == (player.plays + 1, fact.plays + 1)


@given(RATINGS, RATINGS, SHARES, SHARES, st.sampled_from([0, 0.25, 0.5]))
def test_mending_is_as_if_it_had_been_so(player: Rating, fact: Rating, was: float, now: float, guess: float) -> None:
    """An answer graded anew leaves the ratings that it would have made at once, but for a thousandth in rounding."""
    mended, at_once = mend(*add(player, fact, was, guess), now - was), add(player, fact, now, guess)
    for one, other in zip(mended, at_once, strict=True):
        assert abs(one.milli - other.milli) <= 2
        assert one.plays == other.plays


def test_steps_become_shorter() -> None:
    """Every answer moves less than the one before it, down to the least step, which stays."""
    steps = [rating.step(plays) for plays in range(2000)]
    assert steps == sorted(steps, reverse=True)
    assert (steps[0], steps[-1]) == (rating.FIRST_STEP, rating.LEAST_STEP)


def test_ratings_find_what_is_true() -> None:
    """Of many answers drawn by chance from true ratings, the estimates come near to them, in the right order."""
    chance = Random(4)
    true = {"low": 1300, "middle": 1500, "high": 1750}
    facts = {name: rating.fact("medium") for name in true}
    player = PLAYER
    for _ in range(4000):
        name = chance.choice(list(true))
        right = chance.random() < expected(points(1600), points(true[name]), 0.25)
        player, facts[name] = add(player, facts[name], float(right), 0.25)
    gaps = [facts["middle"].points - facts["low"].points, facts["high"].points - facts["middle"].points]
    assert gaps == [pytest.approx(200, abs=90), pytest.approx(250, abs=90)]
    assert player.points - facts["middle"].points == pytest.approx(100, abs=90)


def test_a_guess_counts_where_one_of_several_is_picked() -> None:
    """Of four options one in four is a lucky guess; several to pick, an order and a typed answer are none."""
    guesses = {item.kind: rating.guess(kinds.shape(kinds.deal(item, 7, 0))) for item in (*ITEMS, *RARER)}
    assert {kind: guess for kind, guess in guesses.items() if guess} == {"choice": 0.25, "true-false": 0.5}


@pytest.mark.parametrize(
    ("points_of_it", "name"),
    [(900, "easy"), (1399, "easy"), (1400, "easy"), (1401, "medium"), (1599, "medium"), (1601, "hard"), (2500, "hard")],
)
def test_a_rating_is_typical_of_a_difficulty(points_of_it: int, name: str) -> None:
    """The difficulty is that whose beginning lies nearest, and each beginning is typical of its own."""
    assert rating.label(points(points_of_it)) == name
    assert all(rating.label(rating.fact(difficulty)) == difficulty for difficulty in DIFFICULTIES)


def test_facts_begin_where_their_authors_put_them() -> None:
    """Every difficulty has a beginning, rising with it, and whole points are rounded half up."""
    begun = [rating.fact(name).points for name in DIFFICULTIES]
    assert begun == sorted(set(begun))
    assert (Rating(1_499_500).points, Rating(1_499_499).points) == (1500, 1499)
