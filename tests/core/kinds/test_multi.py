"""Multi: several options are right, and picking wrong ones costs."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import item

from qot_quiz.core.kinds import multi
from qot_quiz.core.question import Item, PickMany

SEED = st.integers(0, 2**53 - 1)
RIGHT, WRONG = ("Hae-in", "Soo-cheol", "Beom-jun", "Beom-ja"), ("Hyun-woo", "Mi-seon", "Yang-gi", "Grace", "Da-hye")


def one(right: int = 4, wrong: int = 5) -> Item:
    """Make a multi with so many right and wrong things."""
    return item(
        "hong/which", "multi", "medium", "Which of these are Hongs?", "all", *WRONG[:wrong], answers=RIGHT[:right]
    )


@given(st.integers(2, 4), st.integers(3, 5), SEED)
def test_deal(right: int, wrong: int, seed: int) -> None:
    """Two or three right options among never fewer wrong ones, six in all where there are so many, all different."""
    question = multi.deal(one(right, wrong), seed, 0)
    texts = [option.text for option in question.options]
    shown = [text for text in texts if text in RIGHT]
    assert 2 <= len(shown) <= 3
    assert len(texts) == min(multi.SHOWN, len(shown) + wrong) == len(set(texts))
    assert len(texts) - len(shown) >= len(shown)
    assert [option.key for option in question.options] == list("abcdef"[: len(texts)])
    assert {option.text for option in question.options if option.key in question.solution} == set(shown)
    assert multi.shape(question) == PickMany(question.options)


def test_seed_decides() -> None:
    """Over many seeds every thing is shown, each number of right ones comes up, and a seed always gives the same."""
    drawn = [multi.deal(one(), seed, 0) for seed in range(60)]
    assert {option.text for question in drawn for option in question.options} == {*RIGHT, *WRONG}
    assert {len(question.solution) for question in drawn} == {2, 3}
    assert drawn == [multi.deal(one(), seed, 3) for seed in range(60)]


@given(SEED)
def test_rising(seed: int) -> None:
    """Dates and numbers stand in rising order, right and wrong ones together."""
    numbers = tuple(str(number) for number in range(8, 17))
    rising = item("n/which", "multi", "easy", "Which?", "", *numbers[::2], answers=numbers[1::2], rising=numbers)
    shown = [option.text for option in multi.deal(rising, seed, 0).options]
    assert shown == sorted(shown, key=int)


@pytest.mark.parametrize(
    ("right", "wrong", "credit", "reason"),
    [
        (3, 0, 1.0, "picked"),
        (2, 0, 2 / 3, "part"),
        (3, 1, 2 / 3, "part"),
        (2, 1, 1 / 3, "part"),
        (1, 1, 0.0, "wrong"),
        (0, 2, 0.0, "wrong"),
        (3, 3, 0.0, "wrong"),
    ],
)
def test_judge(right: int, wrong: int, credit: float, reason: str) -> None:
    """The credit is the share of right picks less wrong ones, and never negative."""
    question = next(q for q in (multi.deal(one(), seed, 0) for seed in range(99)) if len(q.solution) == 3)
    others = tuple(option.key for option in question.options if option.key not in question.solution)
    verdict = multi.judge(question, question.solution[:right] + others[:wrong])
    assert verdict.credit == pytest.approx(credit)
    assert verdict.reason == reason


@given(SEED)
def test_restore(seed: int) -> None:
    """A stored question comes back as drawn, and not at all once the pack has lost one of its options."""
    question = multi.deal(one(), seed, 0)
    texts = tuple(option.text for option in question.options)
    assert multi.restore(one(), texts) == question
    assert multi.restore(msgspec.structs.replace(one(), answers=(), wrong=("x",)), texts) is None
    assert multi.restore(one(), ("unheard of", *texts[1:])) is None
    nothing_right = msgspec.structs.replace(one(), answers=("x", "y"), wrong=(*RIGHT, *WRONG))
    assert multi.restore(nothing_right, texts) is None
