"""Writing Moodle XML, all texts as plain ones, so that Moodle and `formats.moodle_xml` read them as they are."""

from __future__ import annotations

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
    return "with answers of several parts" if item.parts else ""


def write(pack: dict[str, object], facts: list[Fact], questions: Iterable[Item]) -> Iterator[str]:
    """Write questions, below their topic where that changes.

    Args:
        pack: What the pack says of itself.
        facts: Its facts, which are not written.
        questions: All kinds but dates.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
    topic = ""
    for item in questions:
        if item.topic != topic:
            topic = item.topic
            category = f"$course$/top/{topic.replace('/', '//')}"
            yield f'<question type="category">\n{_text("category", category)}</question>\n'
        type, body = _WRITERS[item.kind](item)
        yield f'<question type="{type}">\n{_text("name", item.id)}{_plain("questiontext", item.ask)}'
        yield f"{_plain('generalfeedback', item.why)}<defaultgrade>1</defaultgrade>\n{body}"
        yield f"<tags>\n{_text('tag', item.difficulty)}</tags>\n</question>\n"
    yield "</quiz>\n"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _text(tag: str, text: str) -> str:
    return f"<{tag}><text>{_escaped(text)}</text></{tag}>\n"


def _plain(tag: str, text: str) -> str:
    return f'<{tag} format="plain_text"><text>{_escaped(text)}</text></{tag}>\n'


def _answer(text: str, fraction: str, more: str = "") -> str:
    return f'<answer fraction="{fraction}" format="plain_text"><text>{_escaped(text)}</text>{more}</answer>\n'


def _choice(item: Item) -> tuple[str, str]:
    options = "".join(_answer(text, "100" if text == item.answer else "0") for text in mixed(item))
    return "multichoice", _picking(single=True) + options


def _multi(item: Item) -> tuple[str, str]:
    share = share_of(item)
    right = "".join(_answer(text, share) for text in item.answers)
    # A wrong pick takes as much as a right one gives: picking all must earn nothing.
    return "multichoice", _picking(single=False) + right + "".join(_answer(text, f"-{share}") for text in item.wrong)


def _picking(single: bool) -> str:
    return f"<single>{str(single).lower()}</single>\n<shuffleanswers>true</shuffleanswers>\n"


def _truth(item: Item) -> tuple[str, str]:
    truth = item.answer == "true"
    return "truefalse", _answer("true", "100" if truth else "0") + _answer("false", "0" if truth else "100")


def _typed(item: Item) -> tuple[str, str]:
    right = "".join(_answer(starless(text), "100") for text in (item.answer, *item.accept))
    return "shortanswer", f"<usecase>0</usecase>\n{right}" + "".join(
        _answer(starless(text), "0") for text in item.refuse
    )


def _number(item: Item) -> tuple[str, str]:
    return "numerical", _answer(item.answer, "100", "<tolerance>0</tolerance>")


def _ordering(item: Item) -> tuple[str, str]:
    # Here the fraction of an answer is its place.
    things = "".join(_answer(text, str(place)) for place, text in enumerate(item.answers, 1))
    return "ordering", f"<layouttype>VERTICAL</layouttype>\n<selecttype>ALL</selecttype>\n{things}"


_WRITERS: dict[str, Callable[[Item], tuple[str, str]]] = {
    "choice": _choice,
    "true-false": _truth,
    "typed": _typed,
    "multi": _multi,
    "number": _number,
    "ordering": _ordering,
}
"""Moodle's type of each kind, and how its answers are written."""
