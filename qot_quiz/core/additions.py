"""What people add to a right answer: its group in brackets, its office behind a comma, where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

from qot_quiz.core.countries import is_country
from qot_quiz.core.listing import closely, forms_of, listed, matching, right, within
from qot_quiz.core.names import somebody
from qot_quiz.core.politeness import PEOPLE, says_nothing
from qot_quiz.core.question import Item
from qot_quiz.core.readings import by_rule
from qot_quiz.core.verdict import Verdict
from qot_quiz.core.wording import spelt

ALTERNATIVES = frozenset(("or", "and", "not", "but", "nor", "oder", "und", "vs", "versus", "maybe", "perhaps"))
"""Words that make two answers of one, or take it back."""

BETWEEN = (" of ", " from ", " in ")
"""What joins a name and where it belongs."""

NEAR = " near "
"""What joins a place and another one, which it therefore is not."""

BELONGING = (*PEOPLE, "place", "group")
"""Types of things that belong somewhere; in a title these little words are a part of it."""

MOST = 3
"""Additions that are read one behind the other: a group, an office, a country."""

LITTLE = frozenset(("the", "a", "an", "of", "in", "from", "her", "his", "their", "who", "as", "with", "by", "to"))
"""Words of a description; a name of two words has none of them."""

LONGEST_COUNTRY = 4
"""Words of the longest name of a country."""


def by_addition(typed: str, item: Item, most: int = MOST) -> Verdict | None:
    """Read a right answer with a true addition.

    What stands in brackets or behind "of" must not be another thing of its kind. What stands behind a comma could be a
    second answer: it must be an office, a country, a name that the pack's facts name together with the answer, or a
    form that is too short to decide and so agrees with the answer; else it is close at best.

    Args:
        typed: What was typed.
        item: The question.
        most: The additions that may follow one another.
    """
    for sign, head, rest in _cuts(typed, item.type):
        verdict = listed(head, item) or by_rule(head, item) or (by_addition(head, item, most - 1) if most > 1 else None)
        words = spelt(rest)
        if not verdict or not words or (ALTERNATIVES.intersection(words) and not is_country(words)):
            continue
        if verdict.credit and _adds(sign, rest, item):
            return closely(verdict.form) if sign == "(" and _unknown(rest, item) else verdict
        if verdict.reason == "vague" and sign != NEAR and matching(rest, forms_of(item)):
            return right(item.answer)
    return _each_piece(typed, item) if "," in typed else None


def _cuts(typed: str, type: str) -> Iterator[tuple[str, str, str]]:
    """Part a text in every way from what is added to it: the sign or word between, the name, the addition."""
    text = typed.strip()
    head, bracket, rest = text.partition("(")
    if bracket and rest.endswith(")"):
        yield "(", head, rest[:-1]
    lower = text.casefold()
    for between in (*BETWEEN, NEAR) if type in BELONGING and len(lower) == len(text) else ():
        at = lower.find(between)
        if at > 0 and (between != NEAR or type == "place"):
            yield between, text[:at], text[at + len(between) :]
    head, comma, rest = text.rpartition(",")
    if comma:
        yield ",", head, rest
    words = text.split()
    for count in range(1, min(LONGEST_COUNTRY + 1, len(words))) if type == "organisation" else ():
        if is_country(spelt(" ".join(words[-count:]))):
            yield " ", " ".join(words[:-count]), " ".join(words[-count:])


def _adds(sign: str, rest: str, item: Item) -> bool:
    """Whether an addition leaves the answer what it is."""
    words = spelt(rest)
    if sign == NEAR:
        return True
    if any(within(spelt(form), words) for form in (*item.refuse, *item.rivals)):
        return False
    person = item.type in PEOPLE and somebody(rest) and not all(says_nothing(word, item.type) for word in words)
    if sign != ",":
        return not person or bool(matching(rest, (*forms_of(item), *item.beside)))
    if all(says_nothing(word, item.type) for word in words) or (not person and matching(rest, item.beside)):
        return True
    return item.type == "place" and is_country(words) and not is_country(spelt(item.answer))


def _unknown(rest: str, item: Item) -> bool:
    """Whether brackets may hold the name of somebody that the pack does not speak of: two words, and no description."""
    words = spelt(rest)
    known = (*forms_of(item), *item.beside)
    if item.type not in PEOPLE or len(words) < 2 or not LITTLE.isdisjoint(words) or matching(rest, known):
        return False
    return not any(says_nothing(word, item.type) for word in words)


def _each_piece(typed: str, item: Item) -> Verdict | None:
    """Read what stands between commas, each for itself."""
    pieces = [listed(piece, item) for piece in typed.split(",")]
    counted = [verdict for verdict in pieces if verdict and verdict.credit]
    words = spelt(typed)
    if not counted or ALTERNATIVES.intersection(words):
        return None
    if any(within(spelt(form), words) for form in (*item.refuse, *item.rivals)):
        return None
    if all(verdict and (verdict.credit or verdict.reason == "vague") for verdict in pieces):
        return counted[0]
    return closely(counted[0].form) if item.type == "place" else None
