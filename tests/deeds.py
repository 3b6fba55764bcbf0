"""What a player did to a question, and the credit that it deserves by README.md, "Kinds of question"."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from qot_quiz.core.question import Item


class Deed(NamedTuple):
    """Something that was done to an open question.

    Args:
        at: Milliseconds of thinking time since it was asked.
        what: ``fifty``, ``hint``, ``answer`` or another word that is no help.
        given: The texts picked in their order, or the one typed; empty for a pass.
    """

    at: int
    what: str
    given: tuple[str, ...] = ()


@dataclass
class Asking:
    """A question as it was asked, and all that was done to it.

    Args:
        item: The question.
        texts: Its options as shown.
        player: Who was called to it, empty where one plays alone.
        deeds: What was done, in order.
        regraded: Whether the player said "I was right".
    """

    item: Item
    texts: tuple[str, ...]
    player: str = ""
    deeds: list[Deed] = field(default_factory=list)
    regraded: bool = False


def credit(asking: Asking) -> Fraction:
    """Work out the credit of what was given last, 0..1."""
    item, given = asking.item, asking.deeds[-1].given
    if not given:
        return Fraction(0)
    match item.kind:
        case "multi":
            right = sum(text in item.answers for text in asking.texts)
            hits = sum(1 if text in item.answers else -1 for text in given)
            return Fraction(max(0, hits), right)
        case "ordering":
            pairs = list(combinations([item.answers.index(text) for text in given], 2))
            return Fraction(max(0, 2 * sum(one < other for one, other in pairs) - len(pairs)), len(pairs))
        case "number":
            return near(Fraction(Decimal(given[0])) - Fraction(Decimal(item.answer)), item.within)
        case "date":
            return near(Fraction((date.fromisoformat(given[0]) - date.fromisoformat(item.answer)).days), item.within)
        case "typed":
            return Fraction(given[0] in (item.answer, *item.accept))
    return Fraction(given[0] == item.answer)


def near(off: Fraction, within: float) -> Fraction:
    """Give less and less, in a straight line, from the exact value to nothing at the stated distance; four digits."""
    if not off:
        return Fraction(1)
    return max(Fraction(0), 1 - abs(off) / Fraction(str(within))) if within else Fraction(0)
