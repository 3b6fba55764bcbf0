"""Keys that choose options: one, several, or an order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.question import KEYS, Answer, Arrange, Option, PickMany, PickOne
from qot_quiz.ui import refusals
from qot_quiz.ui.choosing import Choice, Choosing, press, without

OPTIONS = tuple(Option(key, f"text {key}") for key in KEYS[:6])
ONE, MANY, ORDER = PickOne(OPTIONS[:4]), PickMany(OPTIONS), Arrange(OPTIONS[:3])


def after(keys: list[str], shape: Choice, removed: Answer = ()) -> Choosing | Answer:
    """Press keys, those that mean nothing left out; an answer ends it."""
    now = Choosing()
    for key in keys:
        pressed = press(now, key, shape, removed)
        if isinstance(pressed, tuple):
            return pressed
        now = now if pressed is None else pressed
    return now


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (["2"], ("b",)),
        (["b"], ("b",)),
        (["B"], ("b",)),
        (["down", "down", "enter"], ("b",)),
        (["up", "enter"], ("d",)),
        (["enter", "up", "down", "enter"], ("a",)),
    ],
)
def test_one(keys: list[str], given: Answer) -> None:
    """Where one is to be picked, a number or letter picks at once, and Enter picks what is under the cursor."""
    assert after(keys, ONE) == given


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (["3", "1", "enter"], ("a", "c")),
        (["c", "A", "enter"], ("a", "c")),
        (["6", "enter"], ("f",)),
        (["1", "2", "1", "enter"], ("b",)),
        (["1", "2", "backspace", "enter"], ("a",)),
        (["down", "space", "down", "down", "space", "enter"], ("a", "c")),
        (["down", "space", "2", "space", "enter"], ("b",)),
        (["space", "space", "enter"], ("a",)),
        (["enter", "4", "enter"], ("d",)),
    ],
)
def test_many(keys: list[str], given: Answer) -> None:
    """Where several are to be picked, keys toggle, and Enter answers in the order shown."""
    assert after(keys, MANY) == given


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (["3", "1", "2", "enter"], ("c", "a", "b")),
        (["c", "a", "b", "enter"], ("c", "a", "b")),
        (["1", "2", "3", "1", "1", "enter"], ("b", "c", "a")),
        (["1", "2", "backspace", "3", "2", "enter"], ("a", "c", "b")),
        (["up", "space", "up", "space", "up", "space", "enter"], ("c", "b", "a")),
        (["1", "2", "enter", "3", "enter"], ("a", "b", "c")),
        (["1", "2", "3", "up", "left", "left", "left", "enter"], ("c", "a", "b")),
        (["1", "2", "3", "down", "right", "enter"], ("b", "a", "c")),
        (["1", "2", "3", "down", "right", "right", "right", "left", "enter"], ("b", "a", "c")),
        (["left", "left", "down", "right", "down", "left", "left", "left", "enter"], ("c", "a", "b")),
    ],
)
def test_order(keys: list[str], given: Answer) -> None:
    """Where an order is wanted, a key puts an option next or takes it out, and Enter answers once all are placed."""
    assert after(keys, ORDER) == given


@pytest.mark.parametrize(
    ("keys", "shape", "note"),
    [
        (["7"], MANY, "option"),
        (["0"], MANY, "option"),
        (["5"], ONE, "option"),
        (["e"], ONE, "option"),
        (["x"], ONE, "words"),
        (["."], ONE, "words"),
        (["enter"], MANY, "nothing"),
        (["1", "1", "enter"], MANY, "nothing"),
        (["1", "2", "enter"], ORDER, "unplaced"),
        (["enter"], ORDER, "unplaced"),
    ],
)
def test_notes(keys: list[str], shape: Choice, note: str) -> None:
    """A key that cannot be followed says why, keeps what is chosen, and the next good key takes the note away."""
    now = after(keys, shape)
    assert isinstance(now, Choosing)
    assert now.note == note
    assert note in refusals.REFUSALS
    further = press(now, "down", shape)
    assert further == Choosing(0, now.chosen)


@pytest.mark.parametrize("key", ["f", "s", "g"])
def test_letters_that_command_pick_nothing(key: str) -> None:
    """The sixth option goes by its number only: its letter is the fifty-fifty."""
    assert after([key], MANY) == Choosing(note="words")


@pytest.mark.parametrize("shape", [ONE, MANY, ORDER])
@pytest.mark.parametrize("key", ["tab", "home", "timeout", "delete"])
def test_other_keys_mean_nothing(shape: Choice, key: str) -> None:
    """Keys without a meaning change nothing, not even a note."""
    assert press(Choosing(1, note="option"), key, shape) is None


def test_nothing_is_picked_before_the_first_arrow() -> None:
    """An Enter or Space too many picks nothing where one is to be picked."""
    assert press(Choosing(), "enter", ONE) is None
    assert press(Choosing(0), "space", ONE) is None


def test_options_out() -> None:
    """Options that a help has struck out are skipped, refused, and no longer chosen."""
    now = after(["1", "2", "3", "down"], MANY)
    assert isinstance(now, Choosing)
    left = without(now, MANY, ("a", "c"))
    assert left == Choosing(None, ("b",))
    assert without(now, MANY, ("b",)) == Choosing(0, ("a", "c"))
    assert press(left, "1", MANY, ("a", "c")) == Choosing(None, ("b",), "option")
    assert press(left, "down", MANY, ("a", "c")) == Choosing(1, ("b",))
    assert press(Choosing(1), "down", MANY, ("a", "c")) == Choosing(3)
    assert press(left, "enter", MANY, ("a", "c")) == ("b",)


PRESSED = st.one_of(
    st.sampled_from(
        ["up", "down", "left", "right", "enter", "space", "backspace", "1", "2", "3", "4", "5", "6", "a", "e"]
    ),
    st.characters(),
)


@given(st.lists(PRESSED, max_size=40), st.sampled_from([ONE, MANY, ORDER]), st.booleans())
def test_whatever_is_pressed(keys: list[str], shape: Choice, helped: bool) -> None:
    """Whatever is pressed, what is chosen stands once among the options left, and an answer is whole."""
    removed = ("b",) if helped and not isinstance(shape, Arrange) else ()
    free = {option.key for option in shape.options} - set(removed)
    done = after(keys, shape, removed)
    chosen = done if isinstance(done, tuple) else done.chosen
    assert len(set(chosen)) == len(chosen)
    assert set(chosen) <= free
    if isinstance(done, tuple):
        assert len(done) >= 1
        assert not isinstance(shape, PickOne) or len(done) == 1
        assert not isinstance(shape, Arrange) or set(done) == free
    elif done.at is not None:
        assert shape.options[done.at].key in free
