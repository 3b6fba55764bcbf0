"""Wrong options of made questions: near, different, apart, and of a length that tells nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.bank.distractors import apart, choose
from qot_quiz.bank.rules.form import MOST_WRONG
from qot_quiz.bank.rules.options import LONGEST, SHORTEST
from qot_quiz.bank.words import mentions

WORDS = st.lists(st.text("abcdefg ", min_size=1, max_size=20).filter(str.strip), max_size=30, unique=True)


def test_the_nearest_on_each_side() -> None:
    """Of numbers the three next below and above are taken, in rising order; equal ones not at all."""
    others = [f"Episode {n}" for n in (16, 3, 5, 9, 1, 8, 7, 12, 6, 7)]
    wrong = choose("q", "Episode 7", others)
    assert wrong == tuple(f"Episode {n}" for n in (3, 5, 6, 8, 9, 12))


def test_the_end_of_a_scale() -> None:
    """At the end of the scale all wrong ones lie on one side."""
    assert choose("q", "1", ["5", "4", "3", "2"]) == ("2", "3", "4")


def test_at_most_twelve_in_a_fixed_order() -> None:
    """Of many texts twelve are taken, always the same for a question and others for another one."""
    others = [f"{letter}{letter}a" for letter in "bcdefghijklmnopqrstuvwxyz"]
    one, again, other = choose("one", "aaa", others), choose("one", "aaa", others[::-1]), choose("other", "aaa", others)
    assert len(one) == MOST_WRONG
    assert one == again
    assert set(one) != set(other)


@given(st.text("abcdefg ", min_size=1, max_size=20).filter(str.strip), WORDS)
def test_options_stay_apart(answer: str, others: list[str]) -> None:
    """No wrong option is the answer, is a part of another, or contains one."""
    texts = (answer, *choose("q", answer, others))
    for at, one in enumerate(texts):
        assert not any(mentions(one, other) for place, other in enumerate(texts) if place != at)


def test_lengths_are_alike() -> None:
    """A wrong option much longer than the answer is left out while enough others are there."""
    short = ["Ida", "Olav", "Nils", "Una"]
    wrong = choose("q", "Ragna", [*short, "the keeper of the lighthouse at the end of the world"])
    assert set(wrong) == set(short)
    ratio = len("Ragna") * len(wrong) / sum(map(len, wrong))
    assert SHORTEST <= ratio <= LONGEST


def test_a_part_of_a_right_one_is_no_wrong_one() -> None:
    """What is a part of a right option, or holds it, could be argued for."""
    assert apart(("the red house", "Oslo"), ["red house", "Oslo harbour", "Bergen"]) == ["Bergen"]
