"""Korean names: any usual romanisation of the same syllables is the same name, and other syllables are another."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from qot_quiz.core.index import index
from qot_quiz.core.slips import FREE, allowance, distance, same_head
from qot_quiz.core.syllables import SURNAMES, alike, hangul, names_family, names_half, readings, spells, written
from qot_quiz.core.wording import spelt

LONGEST = 5
"""Syllables of the longest name: a family name of two and a given name of three."""

MOST_LETTERS = 40
"""Letters of the longest spelling of a name; what is longer is none."""

NO_VOWELS = dict.fromkeys(map(ord, "aeiou"))
MOST_FAMILY = 8
"""Letters of the longest spelling of a family name that a slip is looked for in."""


class Name(msgspec.Struct, frozen=True):
    """A Korean name.

    Args:
        family: Its family name in Hangul.
        given: Its given name in Hangul.
    """

    family: str
    given: str

    @property
    def whole(self) -> str:
        """The name in Hangul as Koreans write it."""
        return self.family + self.given


def letters(text: str) -> str:
    """Give the letters of a text alone, in lower case."""
    return "".join(spelt(text))


@lru_cache(maxsize=512)
def name_of(forms: tuple[str, ...]) -> Name | None:
    """Find the Korean name of which some forms are spellings.

    Args:
        forms: Its forms, the one to show first, one of them in Hangul.

    Returns:
        The name; None when no Hangul form is a name, or when the shown form is no usual spelling of it, as with stage
        names and foreigners.
    """
    for form in (letters(forms[at]) for at in index(forms).other):
        if not hangul(form) or not 2 <= len(form) <= LONGEST:
            continue
        at = 2 if form[:2] in SURNAMES and len(form) > 2 else 1
        name = Name(form[:at], form[at:])
        if name.family in SURNAMES and reading(letters(forms[0]), name) == "whole":
            return name
    return None


def reading(text: str, name: Name) -> str:
    """Say what of a name some letters spell.

    Args:
        text: Letters alone, Latin or Hangul.
        name: The name.

    Returns:
        ``whole`` in either order, ``given`` or ``family`` for one of its halves, or nothing.
    """
    family, given = name.family, name.given
    if len(text) > MOST_LETTERS:
        return ""
    if hangul(text):
        halves = {name.whole: "whole", given + family: "whole", given: "given", family: "family"}
        return halves.get(text, "")
    if spells(text, name.whole, len(family)):
        return "whole"
    if any(spells(text[at:], family, len(family)) and spells(text[:at], given) for at in range(len(text))):
        return "whole"
    if spells(text, given):
        return "given"
    return "family" if spells(text, family, len(family)) else ""


def somebody(text: str) -> bool:
    """Whether a text may be a Korean name, whole or given, whoever bears it.

    Args:
        text: Any text.
    """
    one = letters(text)[:MOST_LETTERS]
    if hangul(one):
        return 2 <= len(one) <= LONGEST and (one[0] in SURNAMES or one[:2] in SURNAMES)
    if readings(one):
        return True
    words = spelt(text)
    if len(words) < 2:
        return any(names_family(one[:at]) and readings(one[at:]) for at in range(MOST_FAMILY))
    behind, before = "".join(words[1:]), "".join(words[:-1])
    return bool((names_family(words[0]) and readings(behind)) or (names_family(words[-1]) and readings(before)))


class Miss(msgspec.Struct, frozen=True):
    """How far some letters are from a name.

    Args:
        off: The letters in which they differ.
        verdict: ``slip``, ``close``, or nothing when they may be somebody else's name.
        given: Whether they stand for the given name alone.
    """

    off: int
    verdict: str
    given: bool


def miss(typed: str, name: Name, forms: tuple[str, ...]) -> Miss | None:
    """Measure a text that is no spelling of a name, each half of the name by itself.

    A half that may be read as another usual name is no slip: Ji-woo is not Ji-won, nor is Ha-in Hae-in. Only where a
    vowel letter was left out or is too many, in syllables that share a spelling (Seung and Sung), it is one, beside the
    family name; without it, and where letters changed places, it is close.

    Args:
        typed: What was typed, in Latin letters.
        name: The name.
        forms: The forms that count.

    Returns:
        The nearest miss, or None when the text is not near.
    """
    ways = _given_ways(name, forms)
    found = [one for family, given in _halves(typed, name) if (one := _measure(family, given, name, ways))]
    return min(found, key=lambda one: (one.off, one.verdict != "slip"), default=None)


@lru_cache(maxsize=64)
def _given_ways(name: Name, forms: tuple[str, ...]) -> tuple[str, ...]:
    """Take the given name out of each Latin form: slips are measured from what people write, no more."""
    known = set(index(forms).letters)
    families = ("", *written(name.family, len(name.family)))
    ways = dict.fromkeys(written(name.given))
    found = [way for way in ways if any(family + way in known or way + family in known for family in families)]
    return tuple(found or ways)


def _halves(typed: str, name: Name) -> list[tuple[str, str]]:
    """Part a text in family and given name: where its family name is spelt right, there alone; else at its spaces."""
    text = letters(typed)
    cuts = range(1, MOST_FAMILY)
    all_cuts = [*((text[:at], text[at:]) for at in cuts), *((text[-at:], text[:-at]) for at in cuts)]
    right = [(family, given) for family, given in all_cuts if spells(family, name.family, len(name.family))]
    parts = spelt(typed)
    if len(parts) < 2:
        return [("", text), *(right or all_cuts)]
    return [("", text), *right, (parts[0], "".join(parts[1:])), (parts[-1], "".join(parts[:-1]))]


def _measure(family: str, given: str, name: Name, ways: tuple[str, ...]) -> Miss | None:
    off_family = 0
    if family and not spells(family, name.family, len(name.family)):
        off_family = min(distance(family, way, 1) for way in written(name.family, len(name.family)))
        if off_family > 1 or names_family(family):
            return None
    longest = allowance(max(map(len, ways))) + 1
    offs = {way: distance(given, way, longest) for way in ways}
    off = min(offs.values())
    if off > longest or not off + off_family or (off and names_half(given)):
        return None
    found = (_judged(given, way, off, off_family, family, name) for way in ways if offs[way] == off)
    return min(found, key=lambda miss: ("slip", "close", "").index(miss.verdict))


def _judged(given: str, way: str, off: int, off_family: int, family: str, name: Name) -> Miss:
    """Judge how near a given name is to one way of writing the right one."""
    total, length = off + off_family, len(family) + len(way)
    others = readings(given) if off else []
    if others:
        vowel = _vowel_slip(given, way) and any(_sounds_like(other, name) for other in others)
        if not vowel or not family:
            return Miss(total, "close" if vowel or sorted(given) == sorted(way) else "", not family)
    most = allowance(len(way)) or (1 if family and len(way) == FREE else 0)
    if same_head(given, way) and off <= most and total <= allowance(length):
        return Miss(total, "slip", not family)
    return Miss(total, "close" if off * 4 <= len(way) else "", not family)


def _vowel_slip(given: str, way: str) -> bool:
    """Whether only a vowel letter was left out or is too many: Seung for Sung."""
    bare, right = (text.translate(NO_VOWELS) for text in (given, way))
    return bare == right and abs(len(given) - len(way)) == 1


def _sounds_like(other: tuple[str, str], name: Name) -> bool:
    """Whether the syllables of another name may be written like those of this one, each like each."""
    return len(name.given) == len(other) and all(
        any(alike(sign, right) for sign in signs) for signs, right in zip(other, name.given, strict=True)
    )
