"""The judged table: every row of it, and that it is as large as it should be."""

from __future__ import annotations

from collections import Counter

import pytest

from core.judged_rows import FILES, Row, rows, word
from qot_quiz.core.judging import judge
from qot_quiz.core.listing import forms_of
from qot_quiz.core.wording import spelt

ROWS = [row for file in FILES for row in rows(file)]
REASONS = {
    "right": ("exact", "accepted"), "slip": ("slip",), "close": ("close",), "which": ("vague",),
    "wrong": ("wrong", "refused", "another"),
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row.place for row in ROWS])
def test_row(row: Row) -> None:
    """A typed answer is judged as the table says, by a reason that says so and by a form that has a place in it."""
    verdict = judge(row.typed, row.item)
    said = f"{row.item.answer} | {row.typed} | {row.verdict} | {row.why}"
    assert word(verdict) == row.verdict, f"{said}: {verdict}"
    assert (verdict.reason in REASONS[row.verdict], verdict.credit) == (True, row.verdict in ("right", "slip")), verdict
    if row.verdict in ("right", "slip", "close"):
        assert verdict.form in forms_of(row.item)
    else:
        assert bool(spelt(verdict.form)) == (verdict.reason != "wrong")


def test_the_table_is_large_enough() -> None:
    """It has 500 rows at least, two thirds of them about names of the drama, and 200 that must be refused."""
    refused = Counter(row.verdict for row in ROWS)["wrong"]
    assert len(ROWS) >= 500
    assert sum(not row.general for row in ROWS) * 3 >= len(ROWS) * 2
    assert refused >= 200


def test_no_row_stands_twice() -> None:
    """No answer is tried with the same typing twice."""
    tried = Counter((row.item.answer, row.item, row.typed) for row in ROWS)
    assert [(one[0], one[2]) for one, count in tried.items() if count > 1] == []
