"""A question as the two sides of a flashcard in HTML, so written that it can be told from them again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from qot_quiz.core.chance import shuffled
from qot_quiz.core.question import Item
from qot_quiz.formats.foreign.mixing import mixed

TAGS = ("kind", "topic", "difficulty")
"""What the tags of a card tell, each before ``::``."""

_LIST = r"(?:<li>[^<]*</li>)+"
_FRONT = re.compile(rf'([^<]+)<ul class="options">({_LIST})</ul>')
_BACK = re.compile(
    rf'(?:([^<]+)|<ol class="answers">({_LIST})</ol>)'
    r'(?: <span class="unit">([^<]*)</span>)?(?:<div class="why">([^<]*)</div>)?'
)
_THING = re.compile("<li>([^<]*)</li>")


def front(item: Item) -> str:
    """Write the side that asks, with what can be picked or is to be arranged.

    Args:
        item: The question.
    """
    return _escaped(item.ask) + (f'<ul class="options">{_listed(options)}</ul>' if (options := _options(item)) else "")


def back(item: Item) -> str:
    """Write the side that answers, with the explanation.

    Args:
        item: The question.
    """
    answer = item.answer.capitalize() if item.kind == "true-false" else item.answer
    told = f'<ol class="answers">{_listed(item.answers)}</ol>' if item.answers else _escaped(answer)
    unit = f' <span class="unit">{_escaped(item.unit)}</span>' if item.unit else ""
    why = f'<div class="why">{_escaped(item.why)}</div>' if item.why else ""
    return told + unit + why


def tags(item: Item) -> Iterator[str]:
    """Give the tags of a question; Anki parts them by spaces and shows what stands before :: as a branch.

    Args:
        item: The question.
    """
    yield from (f"{name}::{'_'.join(getattr(item, name).split())}" for name in TAGS if getattr(item, name))


def pieces(meaning: str, side: str) -> list[tuple[str, str]] | None:
    """Cut a side into what it holds, named as columns are; None for a side that was not written here.

    Args:
        meaning: ``ask`` or ``answer``.
        side: The side in HTML.
    """
    if meaning == "ask" and (found := _FRONT.fullmatch(side)):
        return [("ask", unescape(found[1])), *(("option", text) for text in _things(found[2]))]
    if meaning == "answer" and "<" in side and (found := _BACK.fullmatch(side)):
        one, several, unit, why = found.groups()
        answers = [("answer", text) for text in ([unescape(one)] if one else _things(several))]
        return answers + [(name, unescape(text)) for name, text in (("unit", unit), ("why", why)) if text]
    return None


def tagged(tags: str) -> tuple[list[tuple[str, str]], bool]:
    """Read the tags of a card.

    Args:
        tags: Parted by spaces.

    Returns:
        What those that `tags` writes tell, named as columns are, and whether there are others.
    """
    told = [tag.partition("::") for tag in tags.split()]
    known = [(name, text) for name, _, text in told if name in TAGS and text]
    return known, len(known) < len(told)


def _options(item: Item) -> tuple[str, ...] | list[str]:
    match item.kind:
        case "choice":
            return mixed(item)
        case "true-false":
            return ("True", "False")
        case "multi" | "ordering":
            return shuffled(0, "written" + item.id, (*item.answers, *item.wrong))
        case _:
            return ()


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _listed(texts: tuple[str, ...] | list[str]) -> str:
    return "".join(f"<li>{_escaped(text)}</li>" for text in texts)


def _things(listed: str) -> list[str]:
    return [unescape(text) for text in _THING.findall(listed)]
