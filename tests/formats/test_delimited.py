"""Delimited text: CSV with a header, Quizlet's and Anki's columns, nothing dropped and nothing retyped."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.formats.foreign.moodle import TAGS
from qot_quiz.formats.foreign.tidy import JOINED, UNMARKED

from .reading import FIXTURES, SAMPLES, entries, fixture, found, mutated, only, refused, sample, survives, with_samples


def test_a_table_with_a_header() -> None:
    """Columns are known by their names; each row is taken or refused with the line on which it begins."""
    read = fixture("delimited", "own.csv")
    first, second, third = found(read)
    assert (first.line, first.kind, first.ask, first.answer) == (2, "choice", "Which, of two lines?", "No")
    assert (first.wrong, first.topic, first.difficulty) == (("07", "1:30", "010"), "Signs", "hard")
    assert (first.why, first.notes) == ("Because it is so.", (JOINED, "the column Shelf was left out"))
    assert (second.line, second.kind, second.answer) == (4, "true-false", True)
    assert (third.kind, third.answer) == ("typed", "=1+1")
    assert refused(read) == [
        (6, "the question is empty"),
        (7, "the answer is empty"),
        (8, "it has 10 cells below 9 columns"),
        (9, "this is no sound row: ',' expected after '\"'"),
    ]


def test_anki_with_its_header() -> None:
    """Anki's header lines name the separator, the deck, HTML, and columns that are no side of a card."""
    read = fixture("delimited", "own.anki.txt")
    first, last = found(read)
    assert (first.line, first.ask, first.answer, first.topic) == (5, "Korea?", "Seoul", "Capitals")
    assert first.notes == (UNMARKED, TAGS)
    assert last.answer == "Lima & more"
    assert refused(read) == [(6, "it needs a <img>, which is no text")]


def test_two_columns_with_tabs() -> None:
    """Quizlet's text has no header and no quoting: a quote is a quote."""
    read = entries("delimited", 'a "b" c\t"No" is it\n"d\te\n\nf\tg')
    assert [(one.line, one.ask, one.answer) for one in found(read)] == [
        (1, 'a "b" c', '"No" is it'),
        (2, '"d', "e"),
        (4, "f", "g"),
    ]


@pytest.mark.parametrize(
    ("row", "kind", "answer"),
    [
        ("number,How many?,07,", "number", 7),
        ("number,How many?,2.50,", "number", 2.5),
        ("date,On which day?,2024-03-09,", "date", "2024-03-09"),
        ("multi,Which?,a,b", "multi", ("a", "b")),
        ("ordering,Which order?,a,b", "ordering", ("a", "b")),
        ("true-false,It is.,False,", "true-false", False),
        ("typed,Which?,07,", "typed", "07"),
    ],
)
def test_a_column_of_kinds(row: str, kind: str, answer: object) -> None:
    """A row may name its kind, and its answers are read as that kind wants them."""
    one = only(entries("delimited", f"kind,question,answer 1,answer 2\n{row}"))
    assert (one.kind, one.answer) == (kind, answer)


@pytest.mark.parametrize(
    "row", ["number,How many?,seven,", "essay,Why?,a,", "typed,Which?,a,b", "true-false,It is.,Yes,"]
)
def test_an_answer_that_does_not_fit_its_kind(row: str) -> None:
    """What is not what its kind wants is refused."""
    assert len(refused(entries("delimited", f"kind,question,answer 1,answer 2\n{row}"))) == 1


@pytest.mark.parametrize("text", ["one line, one comma", "a\nb\nc", "a,b\nc\nd,e,f", "#separator:xy\na\tb"])
def test_what_is_no_table(text: str) -> None:
    """Rows that are not cut alike are refused as a whole."""
    assert refused(entries("delimited", text)) == [(1, "its rows are not cut alike by tabs, commas or semicolons")]


def test_a_quote_that_is_never_closed() -> None:
    """An open quote costs its own line, and not the rest of the file."""
    read = entries("delimited", 'question,answer\n"open?,a\n' + "so?,b\n" * 30_000)
    assert len(refused(read)) == 1
    assert len(found(read)) == 30_000


@given(
    data=st.binary(max_size=60),
    at=st.integers(0, 400),
    kept=st.integers(0, 60),
    name=st.sampled_from(["csv", "anki.txt"]),
)
def test_any_bytes(data: bytes, at: int, kept: int, name: str) -> None:
    """Whatever is put into a file, reading gives questions and reasons, never a bug."""
    survives("delimited", mutated((FIXTURES / f"own.{name}").read_bytes(), at, kept, data))


@given(text=st.text(alphabet='#:,;\t"\n abquestion', max_size=80))
def test_any_signs(text: str) -> None:
    """Signs of the format in any order are read without a bug."""
    survives("delimited", text.encode())


@with_samples
@pytest.mark.parametrize("name", ["capital.csv", "main.csv"])
def test_the_samples(name: str) -> None:
    """Cards of many columns, of which none is named a question, are refused row by row: as many as there are."""
    with open(SAMPLES / "anki-geography" / name, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    read = sample("delimited", f"anki-geography/{name}")
    assert (len(read), found(read)) == (len(rows), [])
    assert f"it has {len(rows[0])} columns, and no header names" in refused(read)[0][1]
