"""Moodle XML: choice, true-false, short answer, number, matching, ordering (https://docs.moodle.org/en/Moodle_XML_format)."""

from __future__ import annotations

from collections.abc import Iterator

from qot_quiz.formats.foreign.found import Entry, Refused, Unfit
from qot_quiz.formats.foreign.moodle import Asked, Given, entries
from qot_quiz.formats.foreign.moodle_xml_writing import CARRIED, left_out, write
from qot_quiz.formats.foreign.xml_tree import Node, branches
from qot_quiz.formats.gift import last_part

__all__ = ["CARRIED", "left_out", "read", "write"]

TYPES = {"cloze": "cloze (embedded answers)"}
"""Types with a name that says more than Moodle's."""


def read(text: str) -> Iterator[Entry]:
    """Read every question of a quiz.

    Args:
        text: The file's text.
    """
    topic = ""
    for node in branches(text, "question"):
        if isinstance(node, Refused):
            yield node
        elif node.attributes.get("type") == "category":
            topic = last_part(node.inner("category", "text"))
        else:
            try:
                yield from entries(asked(node, topic))
            except Unfit as unfit:
                yield Refused(node.line, unfit.reason)


def asked(node: Node, topic: str) -> Asked:
    """Read one question.

    Args:
        node: Its element.
        topic: The category that it stands in.

    Raises:
        Unfit: It says what no question here can.
    """
    type = node.attributes.get("type", "")
    if type == "numerical" and any(
        unit.inner("unit_name") for units in node.all("units") for unit in units.all("unit")
    ):
        raise Unfit("its answer has units, which cannot be carried")
    answers = [_given(answer) for answer in node.all("answer")]
    if type == "ordering":
        answers.sort(key=lambda answer: answer.fraction)
    stem = node.all("questiontext")
    return Asked(
        line=node.line,
        type=TYPES.get(type, type or "without a name"),
        stem=stem[-1].inner("text") if stem else "",
        answers=tuple(answers),
        pairs=tuple((pair.inner("text"), pair.inner("answer", "text")) for pair in node.all("subquestion")),
        single=node.inner("single").casefold() not in ("false", "0"),
        general=node.inner("generalfeedback", "text"),
        tags=tuple(tag.inner("text") for tags in node.all("tags") for tag in tags.all("tag")),
        topic=topic,
        marked={"html": True, "plain_text": False}.get(stem[-1].attributes.get("format", "html")) if stem else None,
    )


def _given(node: Node) -> Given:
    try:
        fraction = float(node.attributes.get("fraction", "0"))
    except ValueError:
        raise Unfit("the fraction of an answer is no number") from None
    return Given(node.inner("text"), fraction, node.inner("feedback", "text"), node.inner("tolerance"))
