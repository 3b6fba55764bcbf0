"""Typed: a text to write, judged by the forms that the question lists."""

from __future__ import annotations

import pytest
from samples import ITEMS

from qot_quiz.core.kinds import typed
from qot_quiz.core.question import Item, TypeIn

TYPED = [one for one in ITEMS if one.kind == "typed"]


@pytest.mark.parametrize("one", TYPED, ids=[one.id for one in TYPED])
def test_deal(one: Item) -> None:
    """A question has no options, asks for a text, and its solution is judged right."""
    question = typed.deal(one, 3, 2)
    assert question.options == ()
    assert typed.shape(question) == TypeIn()
    assert question.solution == (one.answer,)
    assert typed.judge(question, question.solution).credit == 1
    assert typed.restore(one, ()) == question


@pytest.mark.parametrize(
    ("given", "reason"),
    [(("김지원",), "accepted"), (("Kim",), "vague"), (("Kim Ji-woo",), "refused"), (("Park",), "wrong"), ((), "wrong")],
)
def test_judge(given: tuple[str, ...], reason: str) -> None:
    """Every list of the question has its say."""
    heroine = next(one for one in TYPED if one.id == "heroine/actress")
    assert typed.judge(typed.deal(heroine, 0, 0), given).reason == reason
