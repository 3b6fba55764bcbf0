"""Open Trivia DB: every encoding, every record counted, nothing retyped."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.formats.foreign.tidy import STRIPPED, UNSEEN

from .reading import FIXTURES, entries, fixture, found, mutated, only, refused, sample, survives, with_samples

RECORD = {
    "type": "multiple",
    "difficulty": "easy",
    "category": "Film & music",
    "question": "What is 50% + 1 of «한국»?",
    "correct_answer": "No",
    "incorrect_answers": ["07", "on", "1_000"],
}


def _written(change: Callable[[str], str], **more: Any) -> str:
    record = {**RECORD, **more}
    changed = {
        key: [*map(change, value)] if isinstance(value, list) else change(value) for key, value in record.items()
    }
    return json.dumps({"response_code": 0, "results": [changed]})


def test_the_fixture() -> None:
    """Each record is a question or a refusal with its line and reason; answers stay letter for letter."""
    read = fixture("opentdb", "opentdb.json")
    first, second, last = found(read)
    assert (first.line, first.number, first.kind, first.topic, first.difficulty) == (
        4,
        1,
        "choice",
        "Science & Nature",
        "hard",
    )
    assert (first.ask, first.answer, first.wrong) == ('Which sign is "Ω"?', "07", ("No", "1:30", "010"))
    assert first.notes == (STRIPPED,)
    assert (second.line, second.kind, second.ask, second.answer) == (9, "true-false", "L'État is a word.", False)
    assert (last.ask, last.notes) == ("Around what?", (UNSEEN,))
    assert refused(read) == [
        (13, "it is boolean, and its answers are not True and False"),
        (15, 'its "type" is neither multiple nor boolean'),
        (16, 'it has no "correct_answer"'),
        (17, 'its "incorrect_answers" are no list'),
        (18, "this is no record of a question, or it names a key twice"),
        (19, "the question holds what cannot be shown: U+001B at character 3"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("&", "&amp;").replace("«", "&laquo;"),
        lambda text: b64encode(text.encode()).decode(),
        quote_plus,
        lambda text: quote(text, safe=""),
    ],
    ids=["html", "base64", "urlLegacy", "url3986"],
)
def test_all_four_encodings(change: Callable[[str], str]) -> None:
    """The API's encodings are told apart by the texts themselves."""
    one = only(entries("opentdb", _written(change)))
    assert (one.ask, one.answer, one.wrong, one.topic) == (
        RECORD["question"],
        "No",
        ("07", "on", "1_000"),
        "Film & music",
    )


def test_a_text_that_is_not_encoded_as_the_others() -> None:
    """A text that is no base64 among those that are is refused, not guessed at."""
    text = _written(lambda text: b64encode(text.encode()).decode())
    broken = text.replace(b64encode(b"No").decode(), "No!")
    assert refused(entries("opentdb", broken)) == [(1, 'its "correct_answer" is not encoded as the other texts are')]


@pytest.mark.parametrize(
    "text", ["[", "{}", '{"results": 3}', '{"results": [}', "[1, 2", "[" * 10_000, '{"a": ' * 10_000]
)
def test_broken_files(text: str) -> None:
    """A file that is no list of records ends in a refusal, however deep it is nested."""
    assert refused(entries("opentdb", text))
    assert not found(entries("opentdb", text))


def test_what_stands_before_the_break_is_kept() -> None:
    """A file that breaks off gives its sound records, and says from where on nothing was read."""
    text = json.dumps([RECORD, RECORD], indent=1)
    read = entries("opentdb", text[: len(text) - 30])
    assert len(found(read)) == 1
    assert refused(read) == [(14, "from here on this is no JSON that can be read")]


def test_a_number_of_a_million_digits() -> None:
    """A huge number is a text that is too long, and takes no time to read."""
    text = _written(str).replace('"No"', "1" * 1_000_000)
    assert refused(entries("opentdb", text)) == [
        (1, "the right answer has 1000000 characters, 2000 at most are allowed")
    ]


@given(data=st.binary(max_size=60), at=st.integers(0, 1600), kept=st.integers(0, 60))
def test_any_bytes(data: bytes, at: int, kept: int) -> None:
    """Whatever is put into a file, reading gives questions and reasons, never a bug."""
    survives("opentdb", mutated((FIXTURES / "opentdb.json").read_bytes(), at, kept, data))


@with_samples
def test_the_sample() -> None:
    """All 1,750 records of a real dump are read, and none is refused."""
    read = sample("opentdb", "opentdb/sample-third.json")
    assert (len(read), refused(read)) == (1750, [])
    assert not [one.ask for one in found(read) if "&quot;" in one.ask or "&#039;" in one.ask]
