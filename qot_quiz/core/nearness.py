"""What comes near to an answer: slips of the fingers, parts of it, its words in disorder."""

from __future__ import annotations

import msgspec

from qot_quiz.core import amounts, names, slips
from qot_quiz.core.listing import closely, forms_of, is_person, within
from qot_quiz.core.politeness import says_nothing, wordings
from qot_quiz.core.question import Item
from qot_quiz.core.readings import korean
from qot_quiz.core.syllables import hangul
from qot_quiz.core.verdict import Verdict
from qot_quiz.core.wording import denials, spelt

LEAST_PART = 5
"""Letters that a part of an answer must have to be called close."""

WRONG = Verdict(credit=0.0, reason="wrong")


def by_slip(typed: str, item: Item) -> Verdict | None:
    """Forgive what a hand slips in, unless something else is as near."""
    ways = ((near, one) for one in wordings(typed, item.type) if (near := _nearest(one, item)))
    found, text = min(ways, default=(None, typed))
    if found is None:
        return None
    if slips.nearest(text, (*item.rivals, *item.refuse, *item.vague), found.off) <= found.off:
        return WRONG
    if found.rank:
        return closely(found.form)
    return Verdict(credit=1.0, reason="slip", form=found.form)


class Near(msgspec.Struct, frozen=True, order=True):
    """A form that a typed text comes near to.

    Args:
        off: The letters in which they differ.
        rank: 0 when it is forgiven as a slip, 1 when it is close.
        form: The form.
    """

    off: int
    rank: int
    form: str


def _nearest(typed: str, item: Item) -> Near | None:
    name = names.name_of(forms_of(item)) if is_person(item) else None
    text = names.letters(typed)
    if name and not any(map(hangul, text)):
        miss = names.miss(typed, name, forms_of(item))
        shared = miss and miss.given and any(one.given == name.given for one in korean(item.rivals))
        return (
            Near(miss.off, int(miss.verdict == "close"), item.answer) if miss and miss.verdict and not shared else None
        )
    found = []
    for form in slips.within_reach(text, forms_of(item)):
        if amounts.is_number(form) and amounts.is_number(typed):
            continue
        if (off := slips.forgiven(typed, form)) is not None:
            found.append(Near(off, 0, form))
        elif (off := slips.near(typed, form)) is not None:
            found.append(Near(off, 1, form))
    return min(found, default=None)


def by_part(typed: str, item: Item) -> Verdict | None:
    """Find a part of the answer that does not decide, or its words in disorder."""
    if is_person(item):
        return None
    here, there = spelt(typed), spelt(item.answer)
    disorder = item.type and sorted(here) == sorted(there)
    silent = all(says_nothing(word, item.type) for word in here)
    part = _part(here, there) and denials(typed) == denials(item.answer) and not amounts.is_number(item.answer)
    return closely(item.answer) if disorder or (part and not silent) else None


def _part(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether words are an unbroken part of others, long enough to show that the rest was known."""
    short, long = sum(map(len, here)), sum(map(len, there))
    if short < LEAST_PART or short * 5 < long * 2 or not any(word.isalpha() for word in here):
        return False
    return within(here, there)
