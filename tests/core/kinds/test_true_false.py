"""True or false: two options, always in the same order."""

from __future__ import annotations

import pytest
from samples import item

from qot_quiz.core.kinds import true_false
from qot_quiz.core.question import Option, PickOne


@pytest.mark.parametrize(("answer", "right", "wrong"), [("true", "a", "b"), ("false", "b", "a")])
def test_deal(answer: str, right: str, wrong: str) -> None:
    """True stands before false whatever the seed and the place; the truth is judged right, the other wrong."""
    one = item("f/f", "true-false", "easy", "It rained.", answer)
    question = true_false.deal(one, 99, 3)
    assert true_false.shape(question) == PickOne((Option("a", "true"), Option("b", "false")))
    assert true_false.judge(question, (right,)).credit == 1
    assert true_false.judge(question, (wrong,)).credit == 0
    assert true_false.judge(question, ()).credit == 0


def test_restore() -> None:
    """A stored question comes back as it was, and not at all when it is no longer true or false."""
    one = item("f/f", "true-false", "easy", "It rained.", "false")
    assert true_false.restore(one, ("true", "false")) == true_false.deal(one, 5, 1)
    assert true_false.restore(item("f/f", "true-false", "easy", "It rained.", "perhaps"), ("true", "false")) is None
