"""An answer of several parts: any order, any separator, every part once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import msgspec

from qot_quiz.core.listing import closely, right
from qot_quiz.core.nearness import WRONG
from qot_quiz.core.question import Item
from qot_quiz.core.verdict import Verdict

SIGNS = ",;/\n|、，"
"""Signs that always part an answer."""

JOINERS = "&+·"
"""Signs that may also stand within a part."""

WORDS = ("and", "und", "plus", "then", "with", "그리고")
HUNG = ("와", "과", "하고", "이랑", "랑")
"""Korean for and, hung on the word before it."""

MOST_WORDS = 14
"""Words up to which a text without separators is cut in every way."""

Judge = Callable[[str, Item], Verdict]


def judge_parts(typed: str, item: Item, judge: Judge) -> Verdict:
    """Judge an answer of which every part is asked for.

    Args:
        typed: What was typed.
        item: The question; its parts are judged each by itself.
        judge: Judges one part.

    Returns:
        Right when every part is there once and nothing else; close when only parts are missing.
    """
    parts = [_part(item, forms) for forms in item.parts]
    verdicts = (_together(pieces, parts, item, judge) for pieces in _cuts(typed, len(parts)))
    return max(verdicts, key=lambda one: ("wrong", "close", "slip", "accepted").index(one.reason))


def _part(item: Item, forms: tuple[str, ...]) -> Item:
    rivals = tuple(form for others in item.parts if others != forms for form in others)
    return msgspec.structs.replace(item, answer=forms[0], accept=forms[1:], parts=(), rivals=(*item.rivals, *rivals))


def _cuts(typed: str, count: int) -> Iterator[tuple[str, ...]]:
    """Cut a text at its signs, then at its words as well, and then, if it is short, anywhere into so many pieces."""
    line = "".join("\n" if sign in SIGNS else sign for sign in typed)
    yield tuple(row for row in line.split("\n") if row.strip())
    cut = _at_words("".join("\n" if sign in JOINERS else sign for sign in line))
    yield cut
    words = [word for piece in cut for word in piece.split() if word.casefold() != "both"]
    if len(cut) < count <= len(words) <= MOST_WORDS:
        for places in combinations(range(1, len(words)), count - 1):
            ends = (0, *places, len(words))
            yield tuple(" ".join(words[ends[at] : ends[at + 1]]) for at in range(count))


def _at_words(line: str) -> tuple[str, ...]:
    """Cut rows at each word for "and", and take off each Korean one that is hung on a word."""
    pieces: list[list[str]] = [[]]
    for row in line.split("\n"):
        for word in row.split():
            if word.casefold() in WORDS:
                pieces.append([])
                continue
            hung = next((end for end in HUNG if len(word) > len(end) + 1 and word.endswith(end)), "")
            pieces[-1].append(word.removesuffix(hung))
        pieces.append([])
    return tuple(" ".join(piece) for piece in pieces if piece)


def _together(pieces: tuple[str, ...], parts: list[Item], item: Item, judge: Judge) -> Verdict:
    """Give each piece its part."""
    if not 0 < len(pieces) <= len(parts):
        return WRONG
    left, found = list(parts), []
    for piece in pieces:
        judged = ((judge(piece, part), part) for part in left)
        verdict, part = max(judged, key=lambda one: (one[0].credit, one[0].again))
        if not verdict.credit and not verdict.again:
            return WRONG
        left.remove(part)
        found.append(verdict)
    if left or any(verdict.again for verdict in found):
        return closely(item.answer)
    slipped = any(verdict.reason == "slip" for verdict in found)
    return Verdict(credit=1.0, reason="slip", form=item.answer) if slipped else right(item.answer)
