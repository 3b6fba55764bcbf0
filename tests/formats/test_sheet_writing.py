"""CSV and TSV as we write them: as many columns as needed, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest

from qot_quiz.core.question import Item
from qot_quiz.formats.foreign import sheet_writing

from .reading import entries, found, only, written


def _item(kind: str, answer: str = "", **more: object) -> Item:
    return Item("a", "a", kind, "easy", "t", 0, "Who?", answer, **more)  # type: ignore[arg-type]


def _rows(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


@pytest.mark.parametrize(("format", "separator"), [("csv", ","), ("tsv", "\t")])
def test_columns_are_as_many_as_needed(format: str, separator: str) -> None:
    """Each part of a question has the columns that some question fills; those of others stay empty."""
    some = [_item("choice", "b", wrong=("c", "d", "e")), _item("multi", answers=("f", "g"), wrong=("h",), why="So.")]
    header, first, second = _rows(written(format, some).decode(), separator)
    head = ["Kind", "Topic", "Difficulty", "Question"]
    assert header == [*head, "Answer 1", "Answer 2", "Wrong 1", "Wrong 2", "Wrong 3", "Explanation"]
    assert first == ["choice", "t", "easy", "Who?", "b", "", "c", "d", "e", ""]
    assert second == ["multi", "t", "easy", "Who?", "f", "g", "h", "", "", "So."]


def test_no_question_is_a_header() -> None:
    """An export of nothing has a header, and is read as nothing."""
    text = written("csv", []).decode()
    assert text == "Kind,Topic,Difficulty,Question,Answer\r\n"
    assert entries("csv", text) == []


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@x", "'=1", "＝1", " =1"])
def test_formulas_are_defused_and_come_back(text: str) -> None:
    """No cell begins as a formula does; read here, it is what it was. A number is left to be counted with."""
    cells = _rows(written("csv", [_item("typed", text), _item("number", "-5")]).decode(), ",")
    assert (cells[1][4], cells[2][4]) == ("'" + text, "-5")
    first, second = found(entries("csv", written("csv", [_item("typed", text), _item("number", "-5")]).decode()))
    assert (first.answer, second.answer) == (text.strip(), -5)


def test_quotes_of_others_stay() -> None:
    """In a file that was not written here an apostrophe before a dash is what its author meant."""
    one = only(entries("csv", "question,answer\nWhich ending?,'-ing\n"))
    assert one.answer == "'-ing"


def test_rows_wait_on_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit into memory waits in a file, and nothing of it is lost."""
    monkeypatch.setattr(sheet_writing, "KEPT", 10)
    some = [_item("typed", f"answer {number}") for number in range(50)]
    assert [one.answer for one in found(entries("tsv", written("tsv", some).decode()))] == [one.answer for one in some]
