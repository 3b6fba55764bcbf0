"""Other ways of writing the same answer, by rule: names, numbers and days."""

from __future__ import annotations

from functools import lru_cache

from qot_quiz.core import amounts, names, slips
from qot_quiz.core.index import index
from qot_quiz.core.listing import another, closely, forms_of, is_person, matching, right, vague
from qot_quiz.core.politeness import belongs, without_owner, wordings
from qot_quiz.core.question import Item
from qot_quiz.core.syllables import hangul, spells
from qot_quiz.core.verdict import Verdict
from qot_quiz.core.wording import keys, words


def by_rule(typed: str, item: Item) -> Verdict | None:
    """Find another way of writing the same name, number or day."""
    return next((found for one in wordings(typed, item.type) if (found := _read(one, item))), None)


def _read(typed: str, item: Item) -> Verdict | None:
    """Read a text by the rules of what is asked for."""
    forms, person = forms_of(item), is_person(item)
    if not item.type and not person:
        return _worded(typed, item) or _valued(typed, forms)
    if person and (found := _named(typed, item)):
        return found
    text = names.letters(typed)
    romanised = len(text) > slips.FREE and any(spells(text, sounds) for sounds in _sounds(forms))
    return right(item.answer) if romanised else None


def _worded(typed: str, item: Item) -> Verdict | None:
    """Read a text that is no name: in full, without whose it is, its two halves in either order."""
    forms = forms_of(item)
    if form := matching(amounts.calendar(typed), forms):
        return right(form)
    bare = without_owner(typed)
    if matching(bare, forms) or matching(bare, _without_owners(forms)):
        return right(item.answer)
    here = _halves(typed)
    return right(item.answer) if len(here) > 1 and here in map(_halves, forms) else None


def _halves(text: str) -> list[tuple[str, ...]]:
    """Cut a text at each "and", its pieces in the order of their letters."""
    pieces = text.casefold().replace("&", " and ").replace(",", " and ").split(" and ")
    return sorted(keys(piece) for piece in pieces if keys(piece))


def _valued(typed: str, forms: tuple[str, ...]) -> Verdict | None:
    """Read the typed text as a number or a day; a day that may be another one is asked back."""
    if form := amounts.same_number(typed, forms):
        return right(form)
    if day := amounts.same_day(typed, forms):
        form, certain = day
        return right(form) if certain else closely(form)
    return None


def _named(typed: str, item: Item) -> Verdict | None:
    """Read the typed text as the name of a person, in whole or in part."""
    name = names.name_of(forms_of(item))
    if name is None:
        return _foreign(typed, item)
    text = names.letters(typed)
    read = names.reading(text, name)
    others = {names.reading(text, rival): rival for rival in korean(item.rivals) if rival != name}
    if read == "family":
        parts = (part for part in item.answer.split() if names.reading(names.letters(part), name) == "family")
        return vague(next(parts, typed.strip()))
    if read and read in others:
        return vague(typed.strip())
    if read:
        return right(item.answer)
    return another(others["whole"].whole) if "whole" in others else None


def _foreign(typed: str, item: Item) -> Verdict | None:
    """Read a name of several words: in the other order, by the last name alone; a first name alone asks which."""
    here, there = words(typed), words(item.answer)
    if len(there) < 2:
        return None
    if len(there) == len(here) == 2 and here == there[::-1]:
        return right(item.answer)
    if len(here) == 1 and here[0] in (there[0], there[-1]) and here[0].isalpha():
        shared = any(here[0] in words(rival) for rival in item.rivals)
        if here[0] == there[-1] and not shared:
            return right(item.answer)
        return vague(next((word for word in item.answer.split() if words(word) == here), typed.strip()))
    return None


@lru_cache(maxsize=64)
def _sounds(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Give the forms in Hangul, which may be romanised."""
    made = index(forms)
    return tuple(made.letters[at] for at in made.other if hangul(made.letters[at]))


@lru_cache(maxsize=64)
def _without_owners(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Give the forms that begin with whose they are, without it."""
    return tuple(bare for form in forms if belongs(form) and (bare := without_owner(form)))


@lru_cache(maxsize=64)
def korean(rivals: tuple[str, ...]) -> tuple[names.Name, ...]:
    """Give the Korean names among some rivals, of their Hangul forms."""
    found = (names.name_of((form,)) for form in rivals if hangul(names.letters(form)))
    return tuple(name for name in found if name)
