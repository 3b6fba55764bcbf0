"""What a foreign format cannot carry: whole questions, or parts of them; both are counted and told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from qot_quiz.core.question import Item

LeftOut = Callable[[Item], str]
"""Says why a format cannot carry a question; empty where it can."""

Lessened = Callable[[Item], str]
"""Says what of a question a format carries only in part; empty where it carries all."""

PARTS = {
    "topic": "topics",
    "difficulty": "difficulties",
    "why": "explanations",
    "accept": "further forms of answers",
    "vague": "forms too short to decide",
    "refuse": "forms that must not count",
    "parts": "answers of several parts",
    "unit": "units",
    "within": "credit for being near",
    "sources": "sources",
    "spoils": "spoiler levels",
}
"""Parts of a question that not every format carries, with what they are called."""


class Leaving:
    """Lets through what a format carries, and counts the rest.

    Args:
        left_out: Says which questions cannot be carried.
        carried: The keys of `PARTS` that can.
        lessened: Says what is carried only in part.
    """

    def __init__(self, left_out: LeftOut, carried: Iterable[str], lessened: Lessened) -> None:
        self._left_out = left_out
        self._lessened = lessened
        self._lost = [part for part in PARTS if part not in set(carried)]
        self._all = 0
        self._out: Counter[str] = Counter()
        self._parts: Counter[str] = Counter()

    def __call__(self, items: Iterable[Item]) -> Iterator[Item]:
        """Give the questions that can be carried."""
        for item in items:
            self._all += 1
            reason = self._left_out(item)
            if reason:
                self._out[reason] += 1
                continue
            self._parts.update(PARTS[part] for part in self._lost if getattr(item, part))
            if less := self._lessened(item):
                self._parts[less] += 1
            yield item

    def told(self) -> list[str]:
        """Say in sentences what was left out, once all questions have been through."""
        out = ", ".join(f"{count} {reason}" for reason, count in self._out.most_common())
        parts = ", ".join(f"{part} ({count})" for part, count in self._parts.most_common())
        sentences = [f"{self._out.total()} of {self._all} questions left out: {out}."] if out else []
        return sentences + ([f"Not carried by this format: {parts}."] if parts else [])
