"""Aiken: lettered answers, and a reason for every question that breaks off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.formats.foreign.tidy import JOINED

from .reading import FIXTURES, entries, fixture, found, mutated, only, refused, sample, survives, with_samples


def test_the_fixture() -> None:
    """Every question is taken or refused with its line; mark-up and signs stay as they are written."""
    read = fixture("aiken", "own.aiken.txt")
    first, second = found(read)
    assert (first.line, first.kind, first.ask) == (1, "choice", "Which one is on two lines?")
    assert (first.answer, first.wrong, first.notes) == ("07", ("No", "A) half", "on"), (JOINED,))
    assert (second.line, second.kind, second.answer) == (9, "true-false", False)
    assert second.ask == "It is a <b>statement</b> & no more."
    assert refused(read) == [
        (13, 'its ANSWER: "C" is none of A, B'),
        (18, "it has no answers that begin with A) or A."),
        (20, "it has no line ANSWER:"),
        (24, "two of its answers have one letter"),
        (29, "the answer is empty"),
        (34, "its answers stand below no question"),
    ]


@pytest.mark.parametrize("answer", ["No", "07", "1:30", "010", "2024-01-01", "1_000", "on", "A) A)"])
def test_answers_stay_letter_for_letter(answer: str) -> None:
    """No answer becomes a number, a date or a truth value."""
    assert only(entries("aiken", f"What?\nA) {answer}\nB) other\nANSWER: A")).answer == answer


@given(data=st.binary(max_size=60), at=st.integers(0, 500), kept=st.integers(0, 60))
def test_any_bytes(data: bytes, at: int, kept: int) -> None:
    """Whatever is put into a file, reading gives questions and reasons, never a bug."""
    survives("aiken", mutated((FIXTURES / "own.aiken.txt").read_bytes(), at, kept, data))


@with_samples
def test_the_sample() -> None:
    """Moodle's own file holds a choice of four and a statement, and HTML that is meant to be read."""
    choice, statement = found(sample("aiken", "moodle/format-aiken/questions.aiken.txt"))
    assert (choice.answer, len(choice.wrong)) == ("Martin Dougiamas", 3)
    assert (statement.kind, statement.answer) == ("true-false", True)
    assert '<html class="cool"> & images' in statement.ask
