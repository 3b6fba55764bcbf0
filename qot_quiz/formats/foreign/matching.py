"""A matching as a set of questions: one for each pair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from qot_quiz.formats.foreign.found import Entry, Found, Refused, Unfit
from qot_quiz.formats.foreign.tidy import Tidy

FEWEST, MOST = 3, 12
"""Wrong options of a choice; with fewer the answer is typed."""

SPLIT = "each pair of a matching became a question"
TYPED = "matchings of few answers became typed questions"
FEWER = f"wrong options beyond {MOST} were left out"


class Maker(Protocol):
    """Makes the questions of one matching, all with what the matching says of itself."""

    tidy: Tidy

    def text(self, text: str, what: str) -> str:
        """Tidy a text."""

    def __call__(self, kind: str, ask: str, answer: str, wrong: tuple[str, ...] = ()) -> Found:
        """Make a question."""


def of_pairs(line: int, stem: str, pairs: tuple[tuple[str, str], ...], make: Maker) -> Iterator[Entry]:
    """Ask for the right side of each pair.

    Args:
        line: The line on which the matching begins.
        stem: What is to be matched.
        pairs: Left sides and right sides; a pair without a left side adds a wrong answer.
        make: Makes the questions.

    Raises:
        Unfit: There is nothing to match, or a text cannot be taken.
    """
    begun = make.text(stem, "question").rstrip(" .:?!") if stem.strip() else ""
    make.tidy.note(SPLIT)
    tidied = [(make.text(left, "pair") if left.strip() else "", make.text(right, "pair")) for left, right in pairs]
    asked = [(left, right) for left, right in tidied if left]
    rights = list(dict.fromkeys(right for _, right in tidied))
    if not asked or len(rights) < 2:
        raise Unfit("there are not two answers to choose from")
    if len({left for left, _ in asked}) < len(asked):
        raise Unfit("one thing is matched with two answers")
    for left, right in asked:
        at = rights.index(right)
        wrong = (*rights[at + 1 :], *rights[:at])
        mark = "" if left.endswith("?") else "?"
        ask = f"{begun}: {left}{mark}" if begun else f"{left}{mark}"
        try:
            if len(wrong) < FEWEST:
                make.tidy.note(TYPED)
                yield make("typed", ask, right)
            else:
                if len(wrong) > MOST:
                    make.tidy.note(FEWER)
                yield make("choice", ask, right, wrong=wrong[:MOST])
        except Unfit as unfit:
            yield Refused(line, unfit.reason)
