"""Answers of several parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import item

from qot_quiz.core.judging import judge

TOWNS = item(
    "a/b", "typed", "easy", "Which three?", "Berlin, Bonn and Potsdam", type="place",
    parts=(("Berlin", "베를린"), ("Bonn",), ("Potsdam",)),
)  # fmt: skip
TITLES = item(
    "a/c", "typed", "easy", "Which two?", "Rock and Roll and Jazz", parts=(("Rock and Roll",), ("Jazz",))
)  # fmt: skip


@given(
    st.permutations(["Berlin", "bonn", "POTSDAM"]), st.sampled_from([", ", " & ", "/", " + ", "; ", "\n", " and ", " "])
)
def test_any_order_and_separator(towns: list[str], between: str) -> None:
    """All parts count in any order and with any separator, or with none."""
    verdict = judge(between.join(towns), TOWNS)
    assert (verdict.credit, verdict.reason in ("exact", "accepted")) == (1, True)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("both Potsdam, Bonn and Berlin", "accepted"), ("베를린과 Bonn, Potsdam", "accepted"),
        ("Berlin, Bonn, Postdam", "slip"), ("Berlin", "close"), ("Bonn and Berlin", "close"),
        ("Berlin, Berlin, Bonn", "wrong"), ("Berlin, Bonn, Ulm", "wrong"),
        ("Berlin, Bonn, Potsdam, Ulm", "wrong"), ("Ulm", "wrong"), ("and", "wrong"),
    ],
)  # fmt: skip
def test_parts(typed: str, reason: str) -> None:
    """Every part is asked for once: what is missing is close, what is wrong is wrong."""
    verdict = judge(typed, TOWNS)
    assert (verdict.reason, verdict.again) == (reason, reason == "close")


def test_a_part_may_hold_a_separator() -> None:
    """A part that holds "and" itself is found where the text is cut otherwise."""
    assert judge("Jazz, Rock and Roll", TITLES).credit == 1
    assert judge("Rock and Roll, Jazz", TITLES).credit == 1


@given(st.text(st.characters()))
def test_any_text_is_judged(typed: str) -> None:
    """No text raises."""
    assert judge(typed, TOWNS).credit in (0, 1)
