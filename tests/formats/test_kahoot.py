"""Kahoot's spreadsheet: the rows of its template, whoever saved it, and what it cannot carry."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from qot_quiz.core.question import Item
from qot_quiz.errors import QuizError
from qot_quiz.formats import leaving
from qot_quiz.formats.foreign.found import Entry
from qot_quiz.formats.kahoot import NO_HEADER, TIMES, read

from .reading import found, only, reads, refused, sample, with_samples, written
from .sheets import book, cells, quiz, sheet

FOUR = ("one", "two", "three", "four", "20")


def _read(*rows: str, **parts: str | bytes) -> list[Entry]:
    return list(read(quiz(*rows, **parts)))


def test_a_row_is_a_question() -> None:
    """A row gives question, options and the right one; its time limit goes, and that is told."""
    one = only(_read(cells("Which?", *FOUR, "3")))
    assert (one.line, one.kind, one.ask, one.answer) == (2, "choice", "Which?", "three")
    assert one.wrong == ("one", "two", "four")
    assert one.notes == (TIMES,)


def test_several_right_answers_and_truths() -> None:
    """Several numbers make a question with several right answers; True and False make a statement."""
    several, truth = found(_read(cells("Which?", *FOUR, "1, 3"), cells("So?", "TRUE", "false", "", "", "", "2")))
    assert (several.kind, several.answer, several.wrong) == ("multi", ("one", "three"), ("two", "four"))
    assert (truth.kind, truth.answer) == ("true-false", False)


def test_numbers_stay_as_the_sheet_shows_them() -> None:
    """A whole number has no point, a truth is a word, and a number that is shown in another form is refused."""
    styles = '<s><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></s>'
    numbers = '<c t="n"><v>2024.0</v></c><c><v>0.5</v></c><c t="b"><v>1</v></c>'
    one = only(_read(cells("Which?") + numbers + cells("x", "20") + "<c><v>1.0</v></c>", styles=styles))
    assert (one.answer, one.wrong) == ("2024", ("0.5", "TRUE", "x"))
    dated = cells("When?") + '<c s="1"><v>45360</v></c>' + cells("b", "c", "d", "20", "1")
    assert refused(_read(dated, styles=styles)) == [
        (2, "the sheet shows the number 45360 in a form of its own: make it a text")
    ]


def test_shared_texts_in_pieces() -> None:
    """Texts may lie in a list of their own, in pieces of several looks, with signs that XML has no other way for."""
    texts = "<sst><si><r><t>Whi</t></r><r><t>ch?</t></r><rPh><t>no</t></rPh></si><si><t>a_x000D_\nb</t></si></sst>"
    row = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c>' + cells("x", "y", "z", "20", "1")
    one = only(_read(row, texts=texts))
    assert (one.ask, one.answer) == ("Which?", "a b")
    lost = cells("Which?") + '<c t="s"><v>7</v></c>' + cells("x", "y", "z", "20", "1")
    assert refused(_read(lost, texts=texts)) == [(2, "the file is damaged there")]


def test_prefixes_and_places() -> None:
    """The names of elements may have a prefix, cells may name their columns, and the sheet may be the second one."""
    wanted = quiz(cells("Which?", *FOUR, "1"))
    assert found(list(read(wanted)))
    header = "".join(
        f'<x:c r="{column}8" t="str"><x:v>{name}</x:v></x:c>'
        for column, name in zip("BCDH", ("Question", "Answer 1", "Answer 2", "Correct answer(s)"), strict=True)
    )
    row = '<x:c r="B9" t="str"><x:v> Which? </x:v></x:c><x:c r="C9"><x:v>1</x:v></x:c><x:c r="D9"><x:v>2</x:v></x:c>'
    right = '<x:c r="H9"><x:v>2</x:v></x:c>'
    text = f'<x:worksheet><x:row r="8">{header}</x:row><x:row r="9">{row}{right}</x:row></x:worksheet>'
    both = '<w xmlns:r="r"><sheet r:id="rId2"/><sheet r:id="rId1"/></w>'
    places = '<R><Relationship Id="rId1" Target="/xl/other.xml"/><Relationship Id="rId2" Target="first.xml"/></R>'
    parts: dict[str, Any] = {"xl/other.xml": text, "xl/first.xml": sheet(cells("nothing"))}
    one = only(list(read(book(workbook=both, places=places, **parts))))
    assert (one.line, one.ask, one.answer, one.wrong) == (9, "Which?", "2", ("1",))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (cells("Which?", "one", "", "", "", "20", "1"), "it has not two answers"),
        (cells("", "one", "two", "", "", "20", "1"), "the question is empty"),
        (cells("Which?", *FOUR), "it does not say which answer is right"),
        (cells("Which?", *FOUR, "5"), 'its correct answers "5" are not numbers of its answers'),
        (
            cells("Which?", *FOUR, "<c><v>1.3</v></c>"),
            'its correct answers "1.3" are not numbers of its answers: make it a text such as 1,3',
        ),
        (cells("Which?", "<c t='e'><v>#REF!</v></c>", *FOUR[1:], "1"), "the sheet shows an error there"),
    ],
)
def test_what_is_no_question(row: str, reason: str) -> None:
    """A row that cannot be asked is refused with its number; the next one is read."""
    read = _read(row, cells("Next?", *FOUR, "1"))
    assert refused(read) == [(2, reason)]
    assert [one.ask for one in found(read)] == ["Next?"]


def test_a_sheet_of_another_layout() -> None:
    """Where no row is Kahoot's header, nothing is guessed."""
    assert refused(list(read(book(sheet=sheet(cells("Term", "Definition"), cells("a", "b")))))) == [(2, NO_HEADER)]


def _item(kind: str = "choice", **more: Any) -> Item:
    values = {"ask": "Who?", "answer": "I", "wrong": ("a", "b", "c", "d", "e"), **more}
    return Item("a", "a", kind, "easy", "t", 0, **values)


def test_limits_are_told() -> None:
    """What is too long for Kahoot, or has too many right answers, is left out and counted; options beyond four go."""
    carried = leaving("kahoot")
    some = [
        _item(),
        _item(ask="x" * 121),
        _item(answer="x" * 76),
        _item(wrong=("x" * 76, "y" * 76, "c")),
        _item("multi", answer="", answers=("p", "q", "r", "s")),
        _item("typed"),
    ]
    kept = list(carried(some))
    assert [item.ask for item in kept] == ["Who?"]
    assert carried.told() == [
        "5 of 6 questions left out: 2 with answers longer than 75 characters, 1 longer than 120 characters, "
        "1 of more than 3 right answers, 1 typed.",
        "Not carried by this format: topics (1), difficulties (1), wrong options beyond four answers (1).",
    ]


def test_texts_that_look_like_formulas_or_escapes() -> None:
    """What a spreadsheet would run or rewrite is read back as it was."""
    texts = ("=1+1", "@SUM(A1)", "_x0041_", "07")
    one = only(reads("kahoot", written("kahoot", [_item(ask="-2?", answer=texts[0], wrong=texts[1:])])))
    assert (one.ask, one.answer, set(one.wrong)) == ("-2?", "=1+1", set(texts[1:]))


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where openpyxl is missing, writing says how to install it; reading needs nothing."""
    real = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name.startswith("openpyxl"):
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(QuizError) as raised:
        written("kahoot", [_item()])
    assert "pip install 'qot-quiz[kahoot]'" in raised.value.hint
    assert found(_read(cells("Which?", *FOUR, "1")))


@with_samples
def test_the_template() -> None:
    """Kahoot's own template holds one question, its example, and nothing else."""
    one = only(sample("kahoot", "kahoot/template.xlsx"))
    assert (one.line, one.kind, one.answer) == (9, "multi", ("Excel", "Google Docs", "Numbers", "LibreOffice"))
