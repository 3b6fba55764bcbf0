"""Moodle XML: six types, a reason for every other, and no way in for hostile XML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.formats.foreign.moodle import ONE_BY_ONE, TAGS
from qot_quiz.formats.foreign.tidy import UNMARKED

from .reading import FIXTURES, SAMPLES, entries, fixture, found, mutated, only, refused, sample, survives, with_samples


def test_the_fixture() -> None:
    """Every question is taken or refused with its line; categories are topics."""
    read = fixture("moodle-xml", "own.moodle.xml")
    choice, multi, truth, short, number, first, second, order = found(read)
    assert (choice.line, choice.ask, choice.answer, choice.wrong) == (
        5,
        "Which is 07 & more?",
        "No",
        ("1:30", "07", "on"),
    )
    assert (choice.why, choice.topic, choice.difficulty) == ("It is so.", "Rock / Roll", "hard")
    assert set(choice.notes) == {UNMARKED, ONE_BY_ONE, TAGS}
    assert (multi.kind, multi.answer, multi.wrong) == ("multi", ("a", "b"), ("c", "d"))
    assert (truth.kind, truth.answer) == ("true-false", False)
    assert (short.kind, short.answer, short.accept) == ("typed", "<b>", ("010",))
    assert (number.kind, number.answer) == ("number", 7)
    assert [(one.ask, one.answer) for one in (first, second)] == [("Match: a?", "1"), ("Match: b?", "2")]
    assert order.answer == ("a", "b", "c")
    assert [reason for _, reason in refused(read)] == [
        "numbers up to 0.5 off are fully right, and here only the exact one is",
        "an essay cannot be judged",
        "a question of the type cloze (embedded answers) cannot be asked here",
        "it needs a file that is no text",
        "the fraction of an answer is no number",
    ]
    assert refused(read)[1][0] == 35


BILLION = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            f'<!DOCTYPE quiz [<!ENTITY a0 "ha">{BILLION}]><quiz>&a8;</quiz>',
            "a document type and its entities are not read",
        ),
        ('<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>', "a document type and its entities are not read"),
        ("<quiz>" + "<a>" * 10_000, "elements are nested more than 30 deep"),
        ("<question>" + "<a/>" * 100_000, "this has more than 10000 elements"),
        ("<quiz>&outside;</quiz>", "undefined entity"),
        ("<quiz><question>", "no element found"),
        (f'<quiz a="{"x" * 3_000_000}"/>', "a tag is longer than"),
    ],
)
def test_hostile_files(text: str, reason: str) -> None:
    """Entities, depth and bulk end the reading with a reason."""
    ((line, told),) = refused(entries("moodle-xml", text))
    assert line == 1
    assert reason in told


def test_a_single_question_without_a_quiz() -> None:
    """A file may hold one question alone, behind blank lines."""
    text = (
        '\n\n<question type="shortanswer"><questiontext><text>Who?</text></questiontext><answer fraction="100"><text>I'
    )
    one = only(entries("moodle-xml", text + "</text></answer></question>"))
    assert (one.line, one.answer) == (3, "I")


@given(data=st.binary(max_size=60), at=st.integers(0, 3400), kept=st.integers(0, 60))
def test_any_bytes(data: bytes, at: int, kept: int) -> None:
    """Whatever is put into a file, reading gives questions and reasons, never a bug."""
    survives("moodle-xml", mutated((FIXTURES / "own.moodle.xml").read_bytes(), at, kept, data))


@with_samples
@pytest.mark.parametrize("name", sorted(str(file.relative_to(SAMPLES)) for file in SAMPLES.rglob("*.xml")))
def test_the_samples(name: str) -> None:
    """As many questions are read or refused as the file has, categories aside."""
    text = (SAMPLES / name).read_text(encoding="utf-8")
    wanted = text.count("<question type=") - text.count('<question type="category"')
    assert len({one.line for one in sample("moodle-xml", name)}) == wanted
