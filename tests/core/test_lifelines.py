"""Helps: what they show, and what they never do."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import ITEMS, RARER, item

from qot_quiz.core import kinds, lifelines
from qot_quiz.core.events import Hint
from qot_quiz.core.question import Item, Question

SEED = st.integers(0, 2**53 - 1)
PLACE = st.integers(0, 3)
CHOICES = [one for one in ITEMS if one.kind == "choice"]


def typed(answer: str) -> Question:
    """Make a typed question of an answer."""
    return kinds.deal(item("t/t", "typed", "easy", "Who?", answer), 1, 0)


@given(st.sampled_from(CHOICES), SEED, PLACE)
def test_fifty(one: Item, seed: int, place: int) -> None:
    """A fifty-fifty strikes two wrong options of four and never the right one; a second has nothing to strike."""
    question = kinds.deal(one, seed, place)
    struck = lifelines.fifty(question, (), seed)
    assert len(struck) == 2
    assert not set(struck) & set(question.solution)
    assert lifelines.fifty(question, struck, seed) == ()


def test_fifty_leaves_any_wrong_one() -> None:
    """Which wrong option stays depends on the seed: each of the three does for some."""
    question = kinds.deal(CHOICES[0], 1, 0)
    kept = {tuple(sorted(set("bcd") - set(lifelines.fifty(question, (), seed)))) for seed in range(40)}
    assert kept == {("b",), ("c",), ("d",)}


def test_fifty_has_nothing_to_strike() -> None:
    """True or false and typed questions take no fifty-fifty."""
    for one in ITEMS:
        if one.kind != "choice":
            assert lifelines.fifty(kinds.deal(one, 1, 0), (), 1) == ()


@given(st.sampled_from(CHOICES), SEED, PLACE, st.booleans())
def test_helps_together(one: Item, seed: int, place: int, fifty_first: bool) -> None:
    """In either order, fifty-fifty and hints leave the right option and at least one other."""
    question = kinds.deal(one, seed, place)
    removed = lifelines.fifty(question, (), seed) if fifty_first else ()
    removed += tuple(hint.value for hint in lifelines.hints(question, removed, seed) if hint.kind == "option")
    removed += lifelines.fifty(question, removed, seed)
    left = {option.key for option in question.options} - set(removed)
    assert len(removed) == len(set(removed)) == 2
    assert set(question.solution) < left


MULTI, ORDERING = (next(one for one in RARER if one.kind == kind) for kind in ("multi", "ordering"))


@given(SEED)
def test_fifty_of_several(seed: int) -> None:
    """Where several options are right, a fifty-fifty strikes half of the wrong ones, and never a right one."""
    question = kinds.deal(MULTI, seed, 0)
    struck = lifelines.fifty(question, (), seed)
    assert len(struck) == (len(question.options) - len(question.solution)) // 2 >= 1
    assert not set(struck) & set(question.solution)


@given(SEED)
def test_hints_of_several(seed: int) -> None:
    """Several picks tell one wrong option; an order tells what comes first, and has no fifty."""
    question = kinds.deal(MULTI, seed, 0)
    (option,) = lifelines.hints(question, (), seed)
    assert option.kind == "option"
    assert option.value not in question.solution
    order = kinds.deal(ORDERING, seed, 0)
    assert lifelines.hints(order, (), seed) == (Hint("first", order.solution[0]),)
    assert lifelines.fifty(order, (), seed) == ()


@given(
    st.one_of(
        st.integers(0, 5000).map(str),
        st.decimals(0, 100, places=2).map(str),
        st.integers(-50, -1).map(str),
    ),
    st.sampled_from([0, 1, 2.5, 10]),
    SEED,
)
def test_ranges_of_numbers(answer: str, within: float, seed: int) -> None:
    """Both ranges hold the number, the second lies within the first and is narrower, and neither goes below nothing."""
    ends = [[float(end) for end in text.split("..")] for text in lifelines.ranges(answer, within, seed, "n/n")]
    (low, high), (lower, upper) = ends
    value = float(answer)
    assert low <= lower <= value <= upper <= high
    assert upper - lower < high - low
    assert value < 0 or low >= 0


@given(st.dates(), st.sampled_from([0, 7]), SEED)
def test_ranges_of_dates(day: date, within: float, seed: int) -> None:
    """A date is told to lie between two days, then between two nearer ones."""
    if not date(1900, 1, 1) < day < date(2100, 1, 1):
        return
    (low, high), (lower, upper) = (
        [date.fromisoformat(end) for end in text.split("..")]
        for text in lifelines.ranges(day.isoformat(), within, seed, "d/d")
    )
    assert low <= lower <= day <= upper <= high
    assert upper - lower < high - low


def test_ranges_do_not_tell() -> None:
    """Where in its range a number lies is chance: it is found at every distance from the lower end."""
    ends = [lifelines.ranges("40", 2, seed, "n/n")[1].split("..") for seed in range(200)]
    assert {40 - int(low) for low, _ in ends} == set(range(5))


def test_hints_of_a_number() -> None:
    """A number has two hints, both ranges; and nothing else."""
    question = kinds.deal(next(one for one in RARER if one.kind == "number"), 4, 0)
    assert [hint.kind for hint in lifelines.hints(question, (), 4)] == ["range", "range"]


def test_hints_of_a_choice() -> None:
    """A choice tells its episode when it has one, then strikes a wrong option."""
    question = kinds.deal(next(one for one in CHOICES if one.spoils), 4, 1)
    episode, option = lifelines.hints(question, (), 4)
    assert episode == Hint("episode", "2")
    assert option.kind == "option"
    assert option.value not in question.solution
    assert lifelines.hints(question, lifelines.fifty(question, (), 4), 4) == (episode,)


@pytest.mark.parametrize(
    ("answer", "told"),
    [("Episode 10", False), ("10", False), ("Episode 1", True), ("Episode 100", True), ("tvN", True)],
)
def test_episode_that_is_the_answer(answer: str, told: bool) -> None:
    """A hint never names the episode of a question whose answer is that number."""
    one = item("e/e", "choice", "easy", "When?", answer, "x", "y", "z", spoils=10, topic="")
    assert (Hint("episode", "10") in lifelines.hints(kinds.deal(one, 1, 0), (), 1)) == told


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        ("What happens in episode 10?", False),
        ("Which of these moments belong to episode 9?", False),
        ("Who is shot in the Finale?", False),
        ("Who is shot?", True),
    ],
)
def test_episode_that_the_question_tells(ask: str, told: bool) -> None:
    """A question that says itself where in the story it is has no hint on its episode."""
    one = item("e/e", "choice", "easy", ask, "Ann", "x", "y", "z", spoils=10)
    assert (Hint("episode", "10") in lifelines.hints(kinds.deal(one, 1, 0), (), 1)) == told


@pytest.mark.parametrize(
    ("ask", "told"),
    [("Who sings the first song?", True), ("Which favourite is first?", False), ("Which SCENES?", False)],
)
def test_topic_that_the_question_tells(ask: str, told: bool) -> None:
    """The first hint tells the topic besides, unless the question has a word of its id; its letters need no topic."""
    one = item("e/e", "choice", "easy", ask, "Ann", "x", "y", "z", topic="favourite-scenes")
    assert lifelines.topical(kinds.deal(one, 1, 0)) == ("favourite-scenes" if told else "")
    typed = item("e/e", "typed", "easy", ask, "Ann", topic="favourite-scenes")
    assert lifelines.topical(kinds.deal(typed, 1, 0)) == ""


def test_no_range_begins_at_nothing() -> None:
    """A wide range that begins at nothing says too little for its price: the narrow one is told at once."""
    few = item("n/n", "number", "easy", "How many?", "2", within=3)
    narrow = lifelines.ranges("2", 3, 1, "n/n")[1]
    assert lifelines.hints(kinds.deal(few, 1, 0), (), 1) == (Hint("range", narrow),)


@pytest.mark.parametrize(
    ("answer", "masks"),
    [
        ("Kim Ji-won", ["___ __-___", "K__ J_-w__", "K_m J_-w_n"]),
        ("Yongdu-ri", ["______-__", "Y_____-r_", "Y_n_d_-r_"]),
        ("용두리", ["___", "용__", "용_리"]),
        ("tvN", ["___", "t__", "t_N"]),
        ("16", ["__", "1_"]),
        ("7", ["_"]),
        ("A B", ["_ _"]),
        ("?!", []),
    ],
)
def test_letters(answer: str, masks: list[str]) -> None:
    """A typed answer shows more and more of its letters; a step that adds nothing or tells all is none."""
    assert [hint.value for hint in lifelines.hints(typed(answer), (), 1)] == masks


@given(st.text(max_size=12))
def test_never_the_whole_answer(answer: str) -> None:
    """No hint is the answer; each keeps its length and what is neither letter nor digit, and none comes twice."""
    values = [hint.value for hint in lifelines.hints(typed(answer), (), 1)]
    assert answer not in values
    assert len(set(values)) == len(values) <= lifelines.HINT_STEPS
    for value in values:
        assert len(value) == len(answer)
        assert all(shown in (char, "_") for shown, char in zip(value, answer, strict=True))
