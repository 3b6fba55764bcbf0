"""An answer of several parts: any order, any separator, every part once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import msgspec

from qot_quiz.core.question import Item
from qot_quiz.core.verdict import Verdict

SIGNS = ",;/\n|、，"
"""Signs that always part an answer."""

JOINERS = "&+·"
"""Signs that may also stand within a part."""

WORDS = ("and", "und", "plus", "then", "with", "그리고")
HUNG = ("와", "과", "하고", "랑")
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
    best = Verdict(credit=0.0, reason="wrong")
    for pieces in _cuts(typed, len(parts)):
        verdict = _together(pieces, parts, item, judge)
        if verdict.credit == 1 and verdict.reason == "accepted":
            return verdict
        if _rank(verdict) > _rank(best):
            best = verdict
    return best


def _rank(verdict: Verdict) -> int:
    return 2 if verdict.credit else int(verdict.again)


def _part(item: Item, forms: tuple[str, ...]) -> Item:
    rivals = tuple(form for others in item.parts if others != forms for form in others)
    return msgspec.structs.replace(
        item, answer=forms[0], accept=forms[1:], vague=(), parts=(), rivals=(*item.rivals, *rivals)
    )


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
    """Cut rows at each word for "and", and behind each Korean one that is hung on a word."""
    pieces: list[list[str]] = [[]]
    for row in line.split("\n"):
        for word in row.split():
            if word.casefold() in WORDS:
                pieces.append([])
                continue
            hung = next((end for end in HUNG if len(word) > len(end) + 1 and word.endswith(end)), "")
            pieces[-1].append(word.removesuffix(hung))
            pieces += [[]] if hung else []
        pieces.append([])
    return tuple(" ".join(piece) for piece in pieces if piece)


def _together(pieces: tuple[str, ...], parts: list[Item], item: Item, judge: Judge) -> Verdict:
    """Give each piece its part."""
    left, slipped, again = list(parts), False, False
    for piece in pieces:
        judged = [(judge(piece, part), part) for part in left]
        verdict, part = max(judged, key=lambda one: (one[0].credit, one[0].again), default=(None, None))
        if verdict is None or part is None or not (verdict.credit or verdict.again):
            return Verdict(credit=0.0, reason="wrong")
        left.remove(part)
        slipped = slipped or verdict.reason == "slip"
        again = again or verdict.again
    if not pieces:
        return Verdict(credit=0.0, reason="wrong")
    if left or again:
        return Verdict(credit=0.0, reason="close", form=item.answer, again=True)
    return Verdict(credit=1.0, reason="slip" if slipped else "accepted", form=item.answer)
