"""Moodle XML as we write it: sound XML, and each kind as Moodle's own."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest

from formats.reading import written
from qot_quiz.core.question import Item


def _question(kind: str, answer: str = "", **more: Any) -> ElementTree.Element:
    item = Item("a/b", "a", kind, "easy", "t/u", 0, "<Who> & why?", answer, **more)
    category, question = ElementTree.fromstring(written("moodle-xml", [item])).findall("question")
    assert category.findtext("category/text") == "$course$/top/t//u"
    assert question.findtext("name/text") == "a/b"
    assert question.findtext("questiontext/text") == "<Who> & why?"
    assert question.findtext("tags/tag/text") == "easy"
    return question


def _answers(question: ElementTree.Element) -> dict[str | None, str]:
    return {answer.findtext("text"): answer.attrib["fraction"] for answer in question.findall("answer")}


@pytest.mark.parametrize(
    ("type", "kind", "more", "answers"),
    [
        ("multichoice", "choice", {"answer": "x", "wrong": ("y", "z")}, {"x": "100", "y": "0", "z": "0"}),
        ("truefalse", "true-false", {"answer": "false"}, {"true": "0", "false": "100"}),
        (
            "shortanswer",
            "typed",
            {"answer": "*x", "accept": ("y",), "refuse": ("z",)},
            {r"\*x": "100", "y": "100", "z": "0"},
        ),
        ("numerical", "number", {"answer": "-2.5"}, {"-2.5": "100"}),
        ("ordering", "ordering", {"answers": ("x", "y", "z")}, {"x": "1", "y": "2", "z": "3"}),
        (
            "multichoice",
            "multi",
            {"answers": ("w", "x", "y"), "wrong": ("z",)},
            {"w": "33.33333", "x": "33.33333", "y": "33.33333", "z": "-33.33333"},
        ),
    ],
)
def test_each_kind(type: str, kind: str, more: dict[str, Any], answers: dict[str, str]) -> None:
    """Type and worth of each answer are what Moodle means by them; what is right may not be told from its place."""
    question = _question(kind, **more)
    assert question.attrib["type"] == type
    assert _answers(question) == answers
    if type == "multichoice":
        assert (question.findtext("single"), question.findtext("shuffleanswers")) == (
            str(kind == "choice").lower(),
            "true",
        )
