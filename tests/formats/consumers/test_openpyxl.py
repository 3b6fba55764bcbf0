"""openpyxl, and with it whatever reads spreadsheets in Python, finds Kahoot's own layout in our spreadsheet."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from formats.reading import SAMPLES, with_samples, written
from qot_quiz.core.question import Item
from qot_quiz.formats.foreign.kahoot_writing import HEADER

from .exported import export

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed: pip install '.[kahoot]'")


def test_every_row_is_one_that_kahoot_takes(tmp_path: Path) -> None:
    """Each row below the header keeps the limits that the template states, and says which answers are right."""
    kept, data = export("kahoot", tmp_path)
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    rows = list(sheet.iter_rows(min_row=8, max_col=8, values_only=True))
    assert tuple(cell or "" for cell in rows[0]) == HEADER
    assert len(rows) == len(kept) + 1
    for number, (item, row) in enumerate(zip(kept, rows[1:], strict=True), 1):
        place, ask, *options, seconds, right = row
        assert (place, ask) == (number, item.ask)
        assert len(ask) <= 120
        texts = [text for text in options if text is not None]
        assert 2 <= len(texts) <= 4
        assert all(len(text) <= 75 for text in texts)
        assert seconds in (5, 10, 20, 30, 60, 90, 120, 240)
        told = {texts[int(one) - 1] for one in str(right).split(",")}
        truth = {item.answer.capitalize()} if item.kind == "true-false" else set(item.answers or (item.answer,))
        assert told == truth


def test_no_text_is_a_formula() -> None:
    """A text that begins like a formula is a text in the sheet, letter for letter."""
    item = Item("a", "a", "choice", "easy", "t", 0, "=1+1", "@x", wrong=("+2", "-3", "=HYPERLINK(A1)"))
    sheet = openpyxl.load_workbook(BytesIO(written("kahoot", [item]))).worksheets[0]
    cells = [sheet.cell(9, column) for column in range(2, 7)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert cells[0].value == "=1+1"
    assert {cell.value for cell in cells[1:]} == {"@x", "+2", "-3", "=HYPERLINK(A1)"}


@with_samples
def test_the_header_is_the_template_s() -> None:
    """Our header stands where Kahoot's template has it, in its words."""
    sheet = openpyxl.load_workbook(SAMPLES / "kahoot" / "template.xlsx").worksheets[0]
    assert tuple(cell.value or "" for cell in next(sheet.iter_rows(min_row=8, max_row=8, max_col=8))) == HEADER
