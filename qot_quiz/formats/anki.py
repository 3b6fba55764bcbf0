"""Anki: text with a header, a note of the type Basic for each question (https://docs.ankiweb.net/importing/text-files.html)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qot_quiz.core.fact import Fact
from qot_quiz.core.question import Item
from qot_quiz.formats.delimited import read
from qot_quiz.formats.foreign.cards import back, front, tags
from qot_quiz.formats.foreign.sheet_writing import line

__all__ = ["CARRIED", "read", "write"]

CARRIED = ("topic", "difficulty", "why", "unit")
"""Parts of a question, of `leaving.PARTS`, that are written."""


def write(pack: dict[str, object], facts: list[Fact], questions: Iterable[Item]) -> Iterator[str]:
    """Write a note for each question, of any kind.

    Args:
        pack: What the pack says of itself; its title names the deck.
        facts: Its facts, which are not written.
        questions: The questions.
    """
    deck = f"#deck:{pack['title']}\n" if pack.get("title") else ""
    yield f"#separator:tab\n#html:true\n#notetype:Basic\n{deck}#columns:Front\tBack\tTags\n#tags column:3\n"
    for item in questions:
        # In quotes, since a line that begins with # would be a remark.
        yield line([front(item), back(item), " ".join(tags(item))], "\t", quoted=True)
