"""Anki's text as we write it: two sides, tags, a deck, and the way back."""

from __future__ import annotations

from qot_quiz.core.question import Item
from qot_quiz.formats.foreign.moodle import TAGS

from .reading import entries, only, written


def _item(kind: str, answer: str = "", **more: object) -> Item:
    return Item("a", "a", kind, "hard", "my-topic", 0, "<b> & #1?", answer, **more)  # type: ignore[arg-type]


def test_a_note() -> None:
    """The header says how to read it; texts are escaped, options stand below the question, the why below the answer."""
    *header, note = written("anki", [_item("choice", "x", wrong=("<y>",), why="So.")]).decode().splitlines()
    assert header == [
        "#separator:tab",
        "#html:true",
        "#notetype:Basic",
        "#deck:Own",
        "#columns:Front\tBack\tTags",
        "#tags column:3",
    ]
    front, back, tags = note.split("\t")
    assert front.startswith('"&lt;b&gt; &amp; #1?<ul class=""options""><li>')
    assert "<li>&lt;y&gt;</li>" in front
    assert back == '"x<div class=""why"">So.</div>"'
    assert tags == '"kind::choice topic::my-topic difficulty::hard"'


def test_kinds_without_options() -> None:
    """An order keeps its order on the back, and a number its unit."""
    things = ("one", "two", "three")
    order = only(entries("anki", written("anki", [_item("ordering", answers=things)]).decode()))
    assert (order.kind, order.answer) == ("ordering", things)
    number = only(entries("anki", written("anki", [_item("number", "24.85", unit="%")]).decode()))
    assert (number.kind, number.answer, number.unit) == ("number", 24.85, "%")


def test_tags_of_others() -> None:
    """A player's own tags are left out, and that is told; a deck in a column is a topic where no tag names one."""
    header = "#separator:tab\n#html:true\n#deck column:1\n#tags column:4\n"
    one = only(entries("anki", header + "Deck\tFront?\tBack\tmine leech difficulty::easy\n"))
    assert (one.ask, one.answer, one.topic, one.difficulty) == ("Front?", "Back", "Deck", "easy")
    assert one.notes == (TAGS,)
    tagged = only(entries("anki", header + "Deck\tFront?\tBack\ttopic::other\n"))
    assert tagged.topic == "other"
