"""Numbers and days as answers: two texts that mean the same value are the same answer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from qot_quiz.core import dates, numbers, numerals
from qot_quiz.core.dates import WEEKDAYS
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

LEAP = 4
"""A year that no answer speaks of, to tell a date that names its year from one that does not; it has all days."""


def is_number(form: str) -> bool:
    """Whether a form is a number, with or without a unit."""
    return bool(_values(form))


def same_number(typed: str, forms: Iterable[str]) -> str | None:
    """Find a form that means the number that was typed, whose unit some of the forms may name.

    Args:
        typed: What was typed: "ep. 10", "ten", "10th".
        forms: The forms that count.
    """
    if not _countable(typed):
        return None
    read = [(form, unit, value) for form in forms for unit, value in _values(form)]
    for form, _, value in read:
        if any(numbers.read(typed, unit) == value for unit in dict.fromkeys(("", *(unit for _, unit, _ in read)))):
            return form
    return None


def same_day(typed: str, forms: Iterable[str]) -> tuple[str, bool] | None:
    """Find a form that means the day that was typed; a year that is not typed is understood.

    Args:
        typed: What was typed: "March 9", "2024-03-09".
        forms: The forms that count.

    Returns:
        The form, and whether it is certain: 9/3/2024 may also be another day. None when no form is that day.
    """
    if not _countable(typed):
        return None
    for form in forms:
        day = _day(form, LEAP) if _countable(form) else None
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


def _countable(text: str) -> bool:
    """Whether a text can hold a number at all: most answers do not, and need not be read any further."""
    parts = spelt(text)
    if any(part[:1].isdigit() or part in NUMBER_WORDS for part in parts):
        return True
    return len(parts) < 3 and any(sign in KOREAN_NUMBERS for part in parts for sign in part[:1])
