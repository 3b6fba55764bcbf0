"""Slips of the fingers: how far a typed text may be from the right one, and where no slip is forgiven."""

from __future__ import annotations

from collections.abc import Iterable

from qot_quiz.core import numerals
from qot_quiz.core.dates import MONTHS, WEEKDAYS
from qot_quiz.core.index import index
from qot_quiz.core.wording import marks, spelt

FREE = 4
"""Letters up to which nothing is forgiven; up to twice as many one slip is, above that two are."""

MOST = 3
"""Letters in which a text may differ at most to come near to another: one more than is ever forgiven."""

LITTLE = 2
"""Letters of the longest little word, whose first letter may slip as well: in and on."""

CONTRARY = ("un", "in", "im", "il", "ir", "dis", "mis", "non", "anti", "re")
"""Prefixes that make another word of a word, two letters or not."""

CLOSED = (
    *((day,) for day in WEEKDAYS),
    *((month.casefold(),) for month in MONTHS),
    *(
        tuple(word for word, worth in (*numerals.ONES.items(), *numerals.TENS.items()) if worth == value)
        for value in (*range(20), *range(20, 100, 10))
    ),
)
"""Words of which everybody knows the others of their kind, those of one meaning together."""


def allowance(length: int) -> int:
    """Say how many slips are forgiven in a text of so many letters."""
    return 0 if length <= FREE else 1 if length <= 2 * FREE else 2


def distance(one: str, other: str, most: int) -> int:
    """Count the letters to insert, delete, replace or swap with their neighbour (optimal string alignment).

    Args:
        one: A text.
        other: Another.
        most: The count from which on it does not matter.

    Returns:
        The count, or `most` + 1 when it is greater than that.
    """
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other, score_cutoff=most))


def within_reach(letters: str, forms: tuple[str, ...]) -> list[str]:
    """Keep the forms that some letters could come near to; thousands of forms are measured at once.

    Args:
        letters: Letters alone.
        forms: The forms that count.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    hits = process.extract(letters, index(forms).letters, scorer=OSA.distance, score_cutoff=MOST, limit=None)
    return [forms[at] for at in sorted(at for _, _, at in hits)]


def forgiven(typed: str, form: str) -> int | None:
    """Count the slips between a typed text and a form, if all of them are such as a hand makes.

    Numbers, negations and what makes a word its contrary are no slips; no word may change beyond recognition, nor its
    first letter, nor into another word of a closed kind, such as Tuesday and Thursday.

    Args:
        typed: What was typed.
        form: A form that counts.

    Returns:
        The number of slips, or None when there is none or there are too many.
    """
    most = allowance(len("".join(spelt(form))))
    if not most or marks(typed) != marks(form):
        return None
    pairs, found = _pairs(spelt(typed), spelt(form), most)
    if not 0 < found <= most:
        return None
    return found if all(one == other or _slipped(one, other) for one, other in pairs) else None


def near(typed: str, form: str) -> int | None:
    """Count the letters in which a typed text differs from a form that it comes near to, without being it.

    Args:
        typed: What was typed.
        form: A form that counts.

    Returns:
        The count, at most one more than is forgiven and at most a fourth of the letters; else None.
    """
    there = spelt(form)
    length = len("".join(there))
    most = min(allowance(length) + 1, length // 4)
    if length <= FREE or marks(typed) != marks(form) or any(_closed(word) for word in there):
        return None
    pairs, found = _pairs(spelt(typed), there, most)
    return found if 0 < found <= most and all(_resembles(one, other) for one, other in pairs) else None


def _pairs(here: tuple[str, ...], there: tuple[str, ...], most: int) -> tuple[list[tuple[str, str]], int]:
    """Set words side by side, or all letters where a space moved; and count the letters in which they differ."""
    whole = ("".join(here), "".join(there))
    found = distance(*whole, most)
    if found <= most and len(here) == len(there):
        pairs = list(zip(here, there, strict=True))
        if sum(distance(one, other, most) for one, other in pairs) <= found:
            return pairs, found
    return [whole], found


def nearest(typed: str, forms: Iterable[str], most: int) -> int:
    """Give the distance to the nearest of some forms, or `most` + 1 when none is within `most`."""
    key = "".join(spelt(typed))
    return min((distance(key, "".join(spelt(form)), most) for form in forms), default=most + 1)


def _slipped(typed: str, word: str) -> bool:
    """Whether one word may be another with a slip in it: a short one too, as the whole answer is long enough."""
    family = _closed(word)
    most = max(1, allowance(len(word)))
    found = distance(typed, word, most)
    if found > most or _contrary(typed, word) or not (len(word) <= LITTLE or same_head(typed, word)):
        return False
    return not family or all(
        distance(typed, other, found) > found for kind in CLOSED if kind != family for other in kind
    )


def same_head(typed: str, word: str) -> bool:
    """Whether a word begins as it should: a hand seldom misses the first letter, and without it it is another word."""
    return typed[:1] == word[:1] or typed[:2] == word[1::-1]


def _resembles(typed: str, word: str) -> bool:
    """Whether one word comes near to another: a third of its letters at most, and not its contrary."""
    most = max(1, len(word) // 3)
    return typed == word or (distance(typed, word, most) <= most and not _contrary(typed, word))


def _closed(word: str) -> tuple[str, ...]:
    return next((kind for kind in CLOSED if word in kind), ())


def _contrary(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return any(long == prefix + short for prefix in CONTRARY)
