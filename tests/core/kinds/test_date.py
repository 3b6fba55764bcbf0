"""Date: the day itself, or days off."""

from __future__ import annotations

import pytest
from samples import item

from qot_quiz.core.kinds import date
from qot_quiz.core.question import Question, TypeIn


def one(answer: str = "2024-03-09", within: float = 4) -> Question:
    """Make a date question."""
    return date.deal(item("d/d", "date", "hard", "On which date?", answer, within=within), 1, 0)


def test_shape() -> None:
    """The shape says that a date is wanted and how near it must come."""
    assert date.shape(one()) == TypeIn("date", "", 4)


@pytest.mark.parametrize(
    ("typed", "credit", "reason"),
    [
        ("9 March 2024", 1.0, "exact"),
        ("March 9", 1.0, "exact"),
        ("2024-03-09", 1.0, "exact"),
        ("3월 9일", 1.0, "exact"),
        ("10 March", 0.75, "near"),
        ("6 March", 0.25, "near"),
        ("13 March", 0.0, "wrong"),
        ("9 March 2023", 0.0, "wrong"),
        ("3/9/2024", 0.0, "wrong"),
        ("spring", 0.0, "wrong"),
    ],
)
def test_judge(typed: str, credit: float, reason: str) -> None:
    """Credit falls with every day off; a missing year is that of the answer."""
    verdict = date.judge(one(), (typed,))
    assert verdict.credit == pytest.approx(credit)
    assert verdict.reason == reason


def test_exact_only() -> None:
    """Without a closeness the day before is wrong."""
    assert date.judge(one(within=0), ("8 March",)).credit == 0


def test_restore() -> None:
    """The question comes back as it was."""
    assert date.restore(one().item, ()) == one()


def test_a_pass() -> None:
    """Nothing given is worth nothing."""
    assert date.judge(one(), ()).credit == 0
