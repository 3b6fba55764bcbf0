"""Ordering: three to five things are put in order, and every pair counts."""

from __future__ import annotations

from itertools import permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import item

from qot_quiz.core.kinds import ordering
from qot_quiz.core.question import Arrange, Item
from qot_quiz.core.verdict import Verdict

SEED = st.integers(0, 2**53 - 1)
THINGS = ("the premiere", "the kiss", "the crash", "the finale", "the specials", "the awards")


def one(difficulty: str = "medium", things: int = 6) -> Item:
    """Make an ordering of so many things."""
    return item("run/order", "ordering", difficulty, "In which order?", "them all", answers=THINGS[:things])


@given(st.sampled_from([("easy", 3), ("medium", 4), ("hard", 5)]), st.integers(3, 6), SEED)
def test_deal(level: tuple[str, int], things: int, seed: int) -> None:
    """Harder questions show more things; they are never in order; the solution puts them there."""
    difficulty, most = level
    question = ordering.deal(one(difficulty, things), seed, 0)
    by_key = {option.key: option.text for option in question.options}
    shown = list(by_key.values())
    assert len(shown) == min(most, things) == len(set(shown))
    assert shown != sorted(shown, key=THINGS.index)
    assert [by_key[key] for key in question.solution] == sorted(shown, key=THINGS.index)
    assert ordering.shape(question) == Arrange(question.options)
    assert ordering.judge(question, question.solution).credit == 1


def test_seed_decides() -> None:
    """Over many seeds every thing is shown, in any other order, and a seed always gives the same."""
    drawn = [ordering.deal(one(), seed, 0) for seed in range(200)]
    assert {option.text for question in drawn for option in question.options} == set(THINGS)
    assert {question.solution for question in drawn} == set(permutations("abcd")) - {tuple("abcd")}
    assert drawn == [ordering.deal(one(), seed, 2) for seed in range(200)]


@pytest.mark.parametrize(
    ("places", "credit", "reason"),
    [
        ((0, 1, 2, 3), 1.0, "exact"),
        ((1, 0, 2, 3), 2 / 3, "part"),
        ((1, 2, 0, 3), 1 / 3, "part"),
        ((1, 2, 3, 0), 0.0, "wrong"),
        ((3, 2, 1, 0), 0.0, "wrong"),
    ],
)
def test_judge(places: tuple[int, ...], credit: float, reason: str) -> None:
    """The credit is twice the share of pairs in the right order, less one, and never negative."""
    question = ordering.deal(one(), 3, 0)
    verdict = ordering.judge(question, tuple(question.solution[at] for at in places))
    assert verdict.credit == pytest.approx(credit)
    assert verdict.reason == reason


@pytest.mark.parametrize("given", [("a",), ("a", "a", "b", "c"), ("a", "b", "c", "d", "e"), ()])
def test_no_order(given: tuple[str, ...]) -> None:
    """What does not name every thing once is worth nothing."""
    assert ordering.judge(ordering.deal(one(), 3, 0), given) == Verdict(credit=0.0, reason="wrong")


@given(SEED)
def test_restore(seed: int) -> None:
    """A stored question comes back as drawn, in the pack's order of today; not at all when a thing is gone."""
    question = ordering.deal(one(), seed, 0)
    texts = tuple(option.text for option in question.options)
    assert ordering.restore(one(), texts) == question
    turned = msgspec.structs.replace(one(), answers=THINGS[::-1])
    restored = ordering.restore(turned, texts)
    assert restored is not None
    assert restored.solution == question.solution[::-1]
    assert ordering.restore(msgspec.structs.replace(one(), answers=("x", "y", "z")), texts) is None
