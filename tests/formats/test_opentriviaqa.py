"""OpenTriviaQA: stems over several lines, foreign bytes, and a count that matches every #Q."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.formats.foreign.tidy import JOINED

from .reading import FIXTURES, SAMPLES, entries, fixture, found, mutated, only, refused, sample, survives, with_samples


def test_the_fixture() -> None:
    """Every #Q is taken or refused with its line; texts over several lines are joined, and that is told."""
    read = fixture("opentriviaqa", "own.opentriviaqa.txt")
    first, second = found(read)
    assert (first.line, first.ask, first.answer) == (2, "What is written over two lines?", "No")
    assert (first.wrong, first.notes) == (("07", "A line that goes on", "1:30"), (JOINED,))
    assert (second.line, second.kind, second.answer) == (11, "true-false", False)
    assert refused(read) == [
        (16, "its answer is none of its options"),
        (21, "it has no line ^ with its answer"),
        (23, "it has two lines ^"),
    ]


def test_a_line_that_looks_like_an_option() -> None:
    """A line of a stem or an option that begins with a letter of its own is no option out of turn."""
    one = only(entries("opentriviaqa", "#Q A B\nC D?\n^ x\nA x\nB y\nI am more of y\nC z\nD w"))
    assert (one.ask, one.wrong) == ("A B C D?", ("y I am more of y", "z", "w"))


@given(data=st.binary(max_size=60), at=st.integers(0, 400), kept=st.integers(0, 60))
def test_any_bytes(data: bytes, at: int, kept: int) -> None:
    """Whatever is put into a file, reading gives questions and reasons, never a bug."""
    survives("opentriviaqa", mutated((FIXTURES / "own.opentriviaqa.txt").read_bytes(), at, kept, data))


@with_samples
@pytest.mark.parametrize("name", sorted(file.name for file in (SAMPLES / "opentriviaqa").glob("*.txt")))
def test_the_samples(name: str) -> None:
    """As many questions and refusals as there are #Q in the file, at their lines."""
    rows = (SAMPLES / "opentriviaqa" / name).read_bytes().split(b"\n")
    read = sample("opentriviaqa", f"opentriviaqa/{name}")
    assert [one.line for one in read] == [number for number, row in enumerate(rows, 1) if row.startswith(b"#Q")]
    assert len(refused(read)) < len(read) / 50
