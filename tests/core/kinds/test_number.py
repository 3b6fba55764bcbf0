"""Number: exact, near or far off."""

from __future__ import annotations

import pytest
from samples import item

from qot_quiz.core.kinds import number
from qot_quiz.core.question import Question, TypeIn


def one(answer: str, unit: str = "", within: float = 0) -> Question:
    """Make a number question."""
    return number.deal(item("n/n", "number", "hard", "How many?", answer, unit=unit, within=within), 1, 0)


def test_shape() -> None:
    """The shape says that a number is wanted, what it counts and how near it must come."""
    assert number.shape(one("24.85", "%", 3)) == TypeIn("number", "%", 3)


@pytest.mark.parametrize(
    ("typed", "credit", "reason"),
    [
        ("24.85", 1.0, "exact"),
        ("24,85 %", 1.0, "exact"),
        ("24.85 percent", 1.0, "exact"),
        ("24", 0.7167, "near"),
        ("26", 0.6167, "near"),
        ("27.85", 0.0, "wrong"),
        ("21.85", 0.0, "wrong"),
        ("2485", 0.0, "wrong"),
        ("many", 0.0, "wrong"),
    ],
)
def test_judge(typed: str, credit: float, reason: str) -> None:
    """Credit falls from one to nothing over the stated closeness, on either side."""
    verdict = number.judge(one("24.85", "%", 3), (typed,))
    assert verdict.credit == pytest.approx(credit, abs=1e-4)
    assert verdict.reason == reason


@pytest.mark.parametrize(("typed", "credit"), [("16", 1), ("sixteen", 1), ("16 episodes", 1), ("15", 0), ("17", 0)])
def test_exact_only(typed: str, credit: float) -> None:
    """Without a closeness nothing but the number itself counts."""
    assert number.judge(one("16", "episodes"), (typed,)).credit == credit


def test_restore() -> None:
    """The question comes back as it was."""
    question = one("16", "episodes", 2)
    assert number.restore(question.item, ()) == question


def test_a_pass() -> None:
    """Nothing given is worth nothing."""
    assert number.judge(one("24.85", "%", 3), ()).credit == 0
