"""One line of a .jsonl file: which keys it may have, and what is refused."""

from __future__ import annotations

import re

import msgspec
import pytest

from qot_quiz.bank.lines import LONGEST_LINE, Unread, id_of, question_of, read_line

from .streams import row


def line(**changes: object) -> bytes:
    """Write a sound line with some changes."""
    return msgspec.json.encode(row(1, **changes))


def test_plain_lists_are_read() -> None:
    """All options and the place of the right one become an answer and wrong options."""
    made = question_of(read_line(line()), "road")
    assert (made.kind, made.answer, made.wrong) == ("choice", "Harbour 1", ("Town 1", "Castle 1", "Bridge 1"))
    assert (made.ask, made.topic) == ("Which town lies at mile 1 of the road?", "road")


def test_the_answer_may_be_a_text() -> None:
    """The right one of the choices may be named by its text."""
    assert question_of(read_line(line(answer="Castle 1")), "road").answer == "Castle 1"


def test_several_answers_make_a_question_with_several() -> None:
    """A list of texts among the choices is all that is right."""
    made = question_of(read_line(line(answer=["Town 1", "Castle 1"])), "road")
    assert (made.kind, made.answer, made.wrong) == ("multi", ("Town 1", "Castle 1"), ("Harbour 1", "Bridge 1"))


def test_the_keys_of_toml_are_read() -> None:
    """The keys of a question in TOML mean the same in a line."""
    own = {"ask": "Who?", "wrong": ["b", "c", "d"], "answer": "a", "why": "So.", "spoils": 3, "topic": "road"}
    made = question_of(read_line(line(question=None, choices=None, category=None, **own)), "road")
    assert (made.ask, made.wrong, made.why, made.spoils, made.kind) == ("Who?", ("b", "c", "d"), "So.", 3, "choice")


def test_a_truth_value_makes_a_statement() -> None:
    """An answer of true or false needs no kind."""
    assert question_of(read_line(line(choices=None, answer=True)), "road").kind == "true-false"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"answer": 4}, r"choices are 0\.\.3"),
        ({"answer": -1}, r"choices are 0\.\.3"),
        ({"answer": "elsewhere"}, "none of the choices"),
        ({"answer": True}, "none of the choices"),
        ({"wrong": ["x"]}, "do not go together"),
        ({"ask": "Who?"}, "two words for one key"),
        ({"choices": None, "answer": "x"}, "no kind is given"),
    ],
)
def test_keys_must_go_together(changes: dict[str, object], words: str) -> None:
    """Keys that contradict one another are told."""
    with pytest.raises(Unread, match=words):
        question_of(read_line(line(**changes)), "road")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "no valid JSON"),
        (b"[]", "line: expected"),
        (b'{"a":' * 5_000, "no valid JSON|nested too deeply|unknown key"),
        (line(tags=None)[:-1] + b', "tags": ' + b"[" * 10_000, "nested too deeply|expected|no valid JSON"),
        (b'{"id": ' + b"9" * 1_000_000 + b"}", "longer than 32 KiB"),
        (line(answer=None)[:-1] + b', "answer": ' + b"9" * 5000 + b"}", "out of range|valid"),
        (line(colour="red"), 'unknown key "colour"'),
        (line(answer=None), '"answer" is missing'),
        (line(question="Why\x1b[2J?"), r"U\+001B"),
        (line(question="Why\u202e?"), r"U\+202E"),
        (line(question="w" * 3000), "3000 characters"),
        (b'{"id": "\xff"}', "not UTF-8"),
        (b" " * LONGEST_LINE + b"{}", "longer"),
    ],
)
def test_hostile_lines_are_refused(data: bytes, words: str) -> None:
    """What is too long, too deep, unclean or no question is one sentence."""
    with pytest.raises(Unread) as caught:
        read_line(data)
    assert re.search(words, caught.value.message)


def test_an_id_is_read_alone() -> None:
    """The id of a line is found without the rest being understood; a line without one has none."""
    assert [id_of(data) for data in (line(), line(colour=[1]), b"{", b"{}", b'{"id": 7}', b"\xff")] == [
        *("q00001", "q00001"),
        *("", "", "", ""),
    ]
