"""Writing GIFT, so that Moodle and `formats.gift` read every text as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from qot_quiz.core.fact import Fact
from qot_quiz.core.question import Item
from qot_quiz.formats.foreign.mixing import mixed
from qot_quiz.formats.foreign.moodle_answers import share_of, starless

CARRIED = ("topic", "difficulty", "why", "accept", "refuse")
"""Parts of a question, of `leaving.PARTS`, that are written."""


def left_out(item: Item) -> str:
    """Say why a question cannot be written; empty where it can."""
    if item.kind not in _WRITERS:
        return item.kind
    if item.parts:
        return "with answers of several parts"
    if item.kind == "typed" and any("->" in text for text in (item.answer, *item.accept, *item.refuse)):
        return "with -> in a typed answer"
    return ""


def write(pack: dict[str, object], facts: list[Fact], questions: Iterable[Item]) -> Iterator[str]:
    """Write questions, each below its difficulty, and below its topic where that changes.

    Args:
        pack: What the pack says of itself.
        facts: Its facts, which are not written.
        questions: All kinds but orders and dates.
    """
    topic = ""
    for item in questions:
        if item.topic != topic:
            topic = item.topic
            yield f"$CATEGORY: {topic.replace('/', '//')}\n\n"
        why = f"####{_escaped(item.why)}" if item.why else ""
        # As plain text: whatever looks like HTML in it is meant to be read.
        ask = f"::{_escaped(item.id)}::[plain]{_escaped(item.ask)}"
        yield f"// [tag:{item.difficulty}]\n{ask}{{{_WRITERS[item.kind](item)}{why}}}\n\n"


def _escaped(text: str) -> str:
    return re.sub(r"([:#={}~\\])", r"\\\1", text)


def _weighed(sign: str, text: str, weight: str = "") -> str:
    """Write an answer; one that begins with % needs a weight before it, or it would look like one."""
    weight = weight or ("100" if sign == "=" and text.startswith("%") else "0" if text.startswith("%") else "")
    return f"{sign}%{weight}%{_escaped(text)}" if weight else sign + _escaped(text)


def _write_choice(item: Item) -> str:
    return " ".join(_weighed("=" if text == item.answer else "~", text) for text in mixed(item))


def _write_multi(item: Item) -> str:
    share = share_of(item)
    right = [_weighed("~", text, share) for text in item.answers]
    # A wrong pick takes as much as a right one gives: picking all must earn nothing.
    return " ".join([*right, *(_weighed("~", text, f"-{share}") for text in item.wrong)])


def _write_typed(item: Item) -> str:
    right = [_weighed("=", starless(text)) for text in (item.answer, *item.accept)]
    return " ".join([*right, *(_weighed("=", starless(text), "0") for text in item.refuse)])


def _write_truth(item: Item) -> str:
    return "T" if item.answer == "true" else "F"


def _write_number(item: Item) -> str:
    return f"#{item.answer}"


_WRITERS: dict[str, Callable[[Item], str]] = {
    "choice": _write_choice,
    "true-false": _write_truth,
    "typed": _write_typed,
    "multi": _write_multi,
    "number": _write_number,
}
"""How the answers of each kind are written."""
