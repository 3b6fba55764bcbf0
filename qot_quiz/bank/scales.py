"""Options that have an order of their own: dates, numbers with a unit, days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)

_DATE = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),? )?"
    rf"(?:(?P<day>\d\d?) )?(?P<month>{'|'.join(MONTHS)})(?: (?P<year>\d{{4}}))?"
)
_NUMBER = re.compile(
    r"(?P<before>\D*?)(?P<number>(?:(?<!\S)[-−])?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,9})?)(?P<after>\D*)"
)

Point = tuple[float, ...]


@lru_cache(maxsize=2048)
def scale_of(text: str) -> tuple[str, Point] | None:
    """Read one option as a point on a scale.

    Args:
        text: What the option says.

    Returns:
        The scale's name, equal for options that can be compared, and the place on it; None for any other text.
    """
    text = " ".join(text.casefold().split())
    if text in WEEKDAYS:
        return "weekday", (WEEKDAYS.index(text),)
    if found := _DATE.fullmatch(text):
        parts = [name for name in ("weekday", "day", "month", "year") if found[name]]
        if parts == ["month"]:
            return "date of month", (MONTHS.index(text),)
        place = (float(found["year"] or 0), float(MONTHS.index(found["month"])), float(found["day"] or 0))
        return f"date of {' '.join(parts)}", place
    first, _, rest = text.partition(" ")
    if first in NUMBERS:
        return f"number |{_unit(rest)}", (float(NUMBERS.index(first)),)
    if found := _NUMBER.fullmatch(text):
        number = float(found["number"].replace(",", "").replace("−", "-"))
        return f"number {_unit(found['before'])}|{_unit(found['after'])}", (number,)
    return None


def rising(texts: Iterable[str]) -> list[Point] | None:
    """Read options as points of one scale.

    Args:
        texts: What the options say.

    Returns:
        Their places in the order given, or None when they are not all on one scale.
    """
    places: list[Point] = []
    first = ""
    for text in texts:
        point = scale_of(text)
        # Most options are no numbers: the first two tell.
        if point is None or point[0] != (first or point[0]):
            return None
        first = point[0]
        places.append(point[1])
    return places or None


def _unit(words: str) -> str:
    """Write a unit in one way, singular or plural."""
    return " ".join(word.removesuffix("s") for word in words.split())
