"""Numbers and days as answers: two texts that mean the same value are the same answer."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from qot_quiz.core import dates, numbers, numerals
from qot_quiz.core.dates import WEEKDAYS
from qot_quiz.core.index import index
from qot_quiz.core.wording import NUMBER_WORDS, spelt

if TYPE_CHECKING:
    from decimal import Decimal

UNITS = ("", *(group[0] for group in numbers.ALIKE))
KOREAN_NUMBERS = frozenset(
    sign[0] for sign in (*numerals.KOREAN_DIGITS, *numerals.KOREAN_STEPS, *numerals.KOREAN_TENS, *numerals.KOREAN_ONES)
)
SHORT = {name.casefold()[:length]: name.casefold() for name in (*dates.MONTHS, *WEEKDAYS) for length in (3, 4, 5)}
"""Months and weekdays by their first letters."""

YEARS = (1000, 2199)
"""Bare numbers that may be years, as in 2024년."""

HUNDREDTHS = "%‰"

LEAP = 4
"""A year that no answer speaks of, to tell a date that names its year from one that does not; it has all days."""


def foreign(typed: str, forms: tuple[str, ...]) -> bool:
    """Whether a number bears the sign of a unit that the forms do not count in: $1,500 where 1,500 won is meant.

    Args:
        typed: What was typed.
        forms: The forms that count; where none of them has a unit, any will do.
    """
    bears = _signs(typed)
    if not bears:
        return False
    values = (_values(form) for form in _numbers(forms))
    units = {unit for found in values if found and found[0][0] for unit, _ in found}
    own = {sign for form in forms for sign in _signs(form)}
    own |= {name for group in numbers.ALIKE if group[0] in units for name in group}
    return bool(own) and any(sign not in own for sign in bears)


def _signs(text: str) -> list[str]:
    """List the signs of money and of hundredths that stand beside the digits of a text."""
    if not any(map(str.isdigit, text)):
        return []
    wide = unicodedata.normalize("NFKC", text)
    return [sign for sign in wide if sign in HUNDREDTHS or unicodedata.category(sign) == "Sc"]


def is_number(form: str) -> bool:
    """Whether a form is a number, with or without a unit."""
    return bool(_values(form))


def same_number(typed: str, forms: tuple[str, ...]) -> str | None:
    """Find a form that means the number that was typed, whose unit some of the forms may name.

    Args:
        typed: What was typed: "ep. 10", "ten", "10th".
        forms: The forms that count.
    """
    if not _countable(typed):
        return None
    read = [(form, unit, value) for form in _numbers(forms) for unit, value in _values(form)]
    for form, _, value in read:
        if any(numbers.read(typed, unit) == value for unit in dict.fromkeys(("", *(unit for _, unit, _ in read)))):
            return form
    return None


def same_day(typed: str, forms: tuple[str, ...]) -> tuple[str, bool] | None:
    """Find a form that means the day that was typed; a year that is not typed is understood.

    Args:
        typed: What was typed: "March 9", "2024-03-09".
        forms: The forms that count.

    Returns:
        The form, and whether it is certain: 9/3/2024 may also be another day. None when no form is that day.
    """
    if not _countable(typed):
        return None
    for form in _numbers(forms):
        day = _day(form, LEAP)
        if day is None:
            continue
        try:
            if dates.read(typed, int(day[:4])) == day:
                return form, True
        except dates.Ambiguous as either:
            if day in either.readings:
                return form, False
    return None


def calendar(typed: str) -> str:
    """Write the short names of months and weekdays in full: "Apr" as April, "Sat" as Saturday."""
    return " ".join(SHORT.get(part, part) for part in spelt(typed))


def _day(form: str, year: int) -> str | None:
    try:
        return dates.read(form, year)
    except dates.Ambiguous:
        return None


@lru_cache(maxsize=1024)
def _values(form: str) -> tuple[tuple[str, Decimal], ...]:
    """Read a form as a number, without a unit or else with every unit that it may have."""
    if not _countable(form):
        return ()
    bare = numbers.read(form)
    if bare is not None:
        year = bare == int(bare) and YEARS[0] <= bare <= YEARS[1]
        return (("", bare), *((("year", bare),) if year else ()))
    found = ((unit, numbers.read(form, unit)) for unit in UNITS[1:])
    return tuple((unit, value) for unit, value in found if value is not None)


@lru_cache(maxsize=64)
def _numbers(forms: tuple[str, ...]) -> list[str]:
    """Keep the forms that may be numbers or days."""
    made = index(forms)
    korean = (at for at in made.other if not KOREAN_NUMBERS.isdisjoint(made.letters[at]))
    return [forms[at] for at in sorted({*made.special, *korean})]


def _countable(text: str) -> bool:
    """Whether a text can hold a number at all: most answers do not, and need not be read any further."""
    parts = spelt(text)
    return any(part.lstrip("-")[0].isdigit() or part in NUMBER_WORDS or part[0] in KOREAN_NUMBERS for part in parts)
