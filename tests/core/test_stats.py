"""Statistics as folds: tallies, answers in a row, and how the last game compares."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core import rating
from qot_quiz.core.stats import MOST_MS, RUN, TALLY, Answer, Game, Run, Tally, both, change, count, percent, rate, run

CREDITS = st.sampled_from([0.0, 0.5, 1.0])


def answer(credit: float, took_ms: int = 1000, **more: Any) -> Answer:
    """Answer some question."""
    plain = Answer("Ann", "fact", "fact/a", "cast", "choice", "easy", 0, credit, took_ms, 0.25)
    return msgspec.structs.replace(plain, **more)


@given(st.lists(st.tuples(CREDITS, st.integers(0, 300_000))))
def test_a_tally_counts(given: list[tuple[float, int]]) -> None:
    """Asked, right, missed and the capped time are those of the whole list, in one go or in two."""
    tallies = [TALLY, TALLY]
    for number, (credit, ms) in enumerate(given):
        tallies[number % 2] = count(tallies[number % 2], answer(credit, ms))
    credits = [credit for credit, _ in given]
    time = sum(min(ms, MOST_MS) for _, ms in given)
    assert both(*tallies) == Tally(len(credits), credits.count(1), credits.count(0), time)


@given(st.lists(CREDITS), CREDITS)
def test_grading_anew_is_as_if_it_had_been_right(before: list[float], was: float) -> None:
    """A tally and a run in which the last answer was graded anew are those in which it was so at once."""
    tally, row = TALLY, RUN
    for credit in before:
        tally, row = count(tally, answer(credit)), run(row, answer(credit))
    at_once = count(tally, answer(1)), run(row, answer(1))
    tally, row = count(tally, answer(was)), run(row, answer(was))
    assert (count(tally, answer(1, former=was)), run(row, answer(1, former=was))) == at_once


def test_a_run() -> None:
    """A right answer lengthens it, a part leaves it, a miss ends it, and the best is kept."""
    row, seen = RUN, []
    for credit in (1, 1, 0.5, 1, 0, 1):
        row = run(row, answer(credit))
        seen.append(row.now)
    assert seen == [1, 2, 2, 3, 0, 1]
    assert row == Run(1, 3, 0)


def test_helped_answers_rate_nobody() -> None:
    """After a fifty-fifty or a hint, neither player nor fact moves; without one both do."""
    before = rating.PLAYER, rating.fact("hard")
    assert rate(*before, answer(1, helped=True)) == before
    assert rate(*before, answer(1, helped=True, former=0.0)) == before
    assert rate(*before, answer(1)) == rating.add(*before, 1, 0.25)
    assert rate(*rating.add(*before, 0, 0.25), answer(1, former=0.0)) == rating.mend(*rating.add(*before, 0, 0.25), 1)


def test_the_mean_of_nothing() -> None:
    """No answers took no time, and the mean of some is rounded."""
    assert (TALLY.mean_ms, Tally(3, 0, 0, 1000).mean_ms) == (0, 333)


def game(right: int, asked: int = 10, board: str = "1/classic/any/10") -> Game:
    """Finish some game."""
    return Game("0" * 32, "classic", board, "2026-11-22T20:00:00+00:00", asked, right, 100 * right)


@pytest.mark.parametrize(
    ("games", "more"),
    [
        ((), None),
        ((game(5),), None),
        ((game(5), game(7)), 2),
        ((game(5), game(9, board="1/daily/any/10"), game(4)), -1),
        ((game(5), game(5, asked=8), game(5)), 0),
        ((game(5), game(5, board="1/daily/any/10")), None),
    ],
)
def test_the_change_on_last_time(games: tuple[Game, ...], more: int | None) -> None:
    """The last game is compared with the last before it on the same board that asked as many."""
    assert change(games) == more


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_shares_are_rounded_half_up(part: int, whole: int) -> None:
    """A share is the nearest whole per cent."""
    assert abs(100 * part / whole - percent(part, whole)) <= 0.5
    assert percent(1, 200) == 1
    assert percent(0, 0) == 0


def test_an_answer_graded_anew_moves_ratings_by_the_difference() -> None:
    """Ratings go on from the last answer by what it is now worth more, the player's up and the fact's down."""
    player, fact = rating.Rating(1_500_000, 3), rating.Rating(1_500_000, 3)
    moved = rate(player, fact, answer(1, former=0.5))
    assert moved == rating.mend(player, fact, 0.5)
    assert moved[0].milli > player.milli > moved[1].milli
