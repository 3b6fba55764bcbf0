"""Choice: four options, one right, in an order that the seed gives."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import ITEMS, item

from qot_quiz.core.kinds import choice
from qot_quiz.core.question import Item, PickOne, Question

CHOICES = [one for one in ITEMS if one.kind == "choice"]
SEED = st.integers(0, 2**53 - 1)
PLACE = st.integers(0, 3)


def texts(question: Question) -> list[str]:
    """Give the options' texts in their order."""
    return [option.text for option in question.options]


@given(st.sampled_from(CHOICES), SEED, PLACE)
def test_deal(one: Item, seed: int, place: int) -> None:
    """Four different options, a to d; the solution's key is the answer's, and only that is judged right."""
    question = choice.deal(one, seed, place)
    assert [option.key for option in question.options] == list("abcd")
    assert len(set(texts(question))) == 4
    assert set(texts(question)) <= {one.answer, *one.wrong}
    verdicts = {option.text: choice.judge(question, (option.key,)) for option in question.options}
    assert [text for text, verdict in verdicts.items() if verdict.credit == 1] == [one.answer]
    assert all(verdict.reason == ("picked" if verdict.credit else "wrong") for verdict in verdicts.values())
    assert choice.shape(question) == PickOne(question.options)


@given(st.sampled_from([one for one in CHOICES if not one.ascending]), SEED, PLACE)
def test_place(one: Item, seed: int, place: int) -> None:
    """The right option stands where it is told to."""
    assert texts(choice.deal(one, seed, place))[place] == one.answer


@given(st.integers(0, 6), st.integers(0, 6), SEED, PLACE)
def test_rising(below: int, above: int, seed: int, place: int) -> None:
    """Numbers stand in rising order, the right one as near to its place as the values at hand allow."""
    if below + above < 3:
        return
    wrong = [str(n) for n in (*range(10, 10 + below), *range(21, 21 + above))]
    one = item("n/n", "choice", "easy", "How many?", "20", *wrong, ascending=True, wrong_below=below)
    shown = texts(choice.deal(one, seed, place))
    assert shown == sorted(shown)
    possible = [at for at in range(4) if at <= below and 3 - at <= above]
    assert shown.index("20") == min(possible, key=lambda at: abs(at - place))


@pytest.mark.parametrize("wrong", [1, 2])
def test_fewer_options(wrong: int) -> None:
    """Where there are fewer than three wrong ones all are shown, and the right one stands anywhere among them."""
    one = item("few/few", "choice", "easy", "Which?", "right", *"xy"[:wrong])
    shown = [texts(choice.deal(one, at, place)) for at in range(300) for place in range(4)]
    assert {frozenset(each) for each in shown} == {frozenset(("right", *"xy"[:wrong]))}
    places = Counter(each.index("right") for each in shown)
    assert max(places.values()) < 1.15 * min(places.values())


def test_wrong_ones_change() -> None:
    """With more than three distractors, every one of them is shown to somebody."""
    one = next(one for one in CHOICES if len(one.wrong) > 3)
    shown = {text for seed in range(40) for text in texts(choice.deal(one, seed, 0))}
    assert shown == {one.answer, *one.wrong}


@given(st.sampled_from(CHOICES), SEED, PLACE)
def test_restore(one: Item, seed: int, place: int) -> None:
    """A stored question comes back as it was drawn, even when the pack's distractors have changed since."""
    question = choice.deal(one, seed, place)
    assert choice.restore(one, tuple(texts(question))) == question
    mended = msgspec.structs.replace(one, wrong=("x", "y", "z"))
    again = choice.restore(mended, tuple(texts(question)))
    assert again is not None
    assert (again.options, again.solution) == (question.options, question.solution)


def test_restore_without_answer() -> None:
    """A question whose right answer is no longer among the options cannot come back."""
    question = choice.deal(CHOICES[0], 1, 2)
    assert choice.restore(msgspec.structs.replace(CHOICES[0], answer="another"), tuple(texts(question))) is None


@given(SEED, st.integers(0, 40))
def test_places_are_balanced(seed: int, block: int) -> None:
    """Of four questions that follow one another, each has its right option in another place."""
    assert sorted(choice.place_of(seed, 4 * block + within) for within in range(4)) == [0, 1, 2, 3]


@pytest.mark.parametrize("number", range(6))
def test_places_differ_by_seed(number: int) -> None:
    """No question of a deck has its right option in the same place for every seed."""
    assert {choice.place_of(seed, number) for seed in range(60)} == {0, 1, 2, 3}


def test_a_seed_is_dealt_alike_for_ever() -> None:
    """Seeds are shared: one deals the same options in the same places in every version of the program."""
    many = item("a/b", "choice", "easy", "Which?", "right", *"uvwxyz")
    few = item("a/b", "choice", "easy", "Which?", "right", *"xy")
    assert ["".join(text[0] for text in texts(choice.deal(many, seed, 2))) for seed in range(4)] == [
        "wurz", "xurz", "vwrx", "yzrv",
    ]  # fmt: skip
    assert ["".join(text[0] for text in texts(choice.deal(few, seed, 3))) for seed in range(6)] == [
        "ryx", "xry", "ryx", "ryx", "yrx", "yxr",
    ]  # fmt: skip
