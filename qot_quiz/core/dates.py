"""Reading a day of the calendar that somebody typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from qot_quiz.core import numerals

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The months in English, in order."""

SHORT = {name[:length].casefold(): at for at, name in enumerate(MONTHS, 1) for length in (3, 4, len(name))}
"""Every month by its name and by its first three and four letters: Mar, Sept."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS = frozenset(name[:length] for name in WEEKDAYS for length in (3, 4, 5, len(name)))
KOREAN_WEEKDAYS = tuple(form for sign in "월화수목금토일" for form in (f"{sign}요일", f"({sign})"))
SILENT = frozenset(("the", "of", "on", "st", "nd", "rd", "th"))
"""Words of a date that say nothing by themselves."""

KOREAN = {"년": "year", "年": "year", "월": "month", "月": "month", "일": "day", "日": "day"}
DASHES = "‐‑‒–—−"
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Ambiguous(ValueError):
    """A day and a month stand as two numbers that could be either way round.

    Args:
        readings: Both days as ISO text, the one that takes the day first before the other.
    """

    def __init__(self, readings: tuple[str, str]) -> None:
        super().__init__(f"{readings[0]} or {readings[1]}")
        self.readings = readings


def read(text: str, year: int) -> str | None:
    """Read a date with a day and a month.

    Args:
        text: Any text: ``March 9``, ``9th of March 2024``, ``Saturday, 9 March``, ``2024-03-09``, ``13/4``,
            ``2024년 3월 9일``. A weekday is passed over.
        year: The year of a date that names none; its century is that of a year in two digits.

    Returns:
        The day as ISO text, or None when the text is no date, or one that the calendar does not have.

    Raises:
        Ambiguous: Day and month could be either way round, as in ``9/3/2024``.
    """
    words = _tokens(text)
    if any(word in KOREAN for word in words):
        return _korean(words, year)
    months = [at for at, word in enumerate(words) if word in SHORT]
    if len(months) == 1:
        return _named(words[: months[0]], SHORT[words[months[0]]], words[months[0] + 1 :], year)
    return _numeric([word for word in words if word != "'"], year)


def _tokens(text: str) -> list[str]:
    """Split a text into runs of digits, words, and the apostrophe of a shortened year."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in folded).replace("’", "'")
    for name in KOREAN_WEEKDAYS:
        plain = plain.replace(name, " ")
    words: list[str] = []
    last = 0
    for sign in plain:
        kind = 1 if sign.isdecimal() else 2 if sign.isalpha() else 0
        if kind:
            words[-1:] = [words[-1] + sign] if kind == last else [*words[-1:], sign]
        elif not (sign.isspace() or sign in "-./,()" + DASHES):
            words.append(sign)
        last = kind
    return [word for word in words if word not in SILENT and word not in SHORT_WEEKDAYS]


def _day(year: int, month: int, day: int) -> str | None:
    """Write a day as ISO text, or None when there is no such day (Gregorian calendar, years 1 to 9999)."""
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= LENGTHS[month - 1] + leap else None


def _year(digits: str, near: int) -> int:
    """Read a year of four digits, or of two in the century of a year near it; 0 for any other length."""
    if len(digits) == 2:
        return near // 100 * 100 + int(digits)
    return int(digits) if len(digits) == 4 else 0


def _korean(words: list[str], year: int) -> str | None:
    parts: dict[str, str] = {}
    if len(words) not in (4, 6) or words[3::2] != [word for word in words[1::2] if word in KOREAN][1:]:
        return None
    for digits, sign in zip(words[::2], words[1::2], strict=True):
        if not digits.isdigit() or sign not in KOREAN:
            return None
        parts[KOREAN[sign]] = digits
    if list(parts) not in (["year", "month", "day"], ["month", "day"]):
        return None
    day, month = parts["day"], parts["month"]
    if max(len(day), len(month)) > 2:
        return None
    return _day(_year(parts["year"], year) if "year" in parts else year, int(month), int(day))


def _named(before: list[str], month: int, after: list[str], year: int) -> str | None:
    """Read what stands round the name of a month: a day, and perhaps a year behind the day or before the month."""
    if not before:
        splits = [(after[:at], after[at:]) for at in range(len(after), 0, -1)]
    else:
        # A year may stand first only when it is whole: 24 March 9 is no date.
        splits = [(before, after), *([(after, before)] if after and len("".join(before)) >= 4 else [])]
    for days, years in splits:
        day, spoken = _spoken_day(days), _spoken_year(years, year) if years else year
        if day and spoken:
            return _day(spoken, month, day)
    return None


def _spoken_day(words: list[str]) -> int:
    """Read a day in digits or words; 0 for anything else."""
    if len(words) == 1 and words[0].isdigit():
        return int(words[0]) if len(words[0]) <= 2 else 0
    value = numerals.spelled(words)
    return value if value is not None and value <= 31 else 0


def _spoken_year(words: list[str], near: int) -> int:
    """Read a year in digits, also shortened to two of them, or in words; 0 for anything else."""
    digits = [word for word in words if word != "'"]
    if len(digits) == 1 and digits[0].isdigit():
        return _year(digits[0], near)
    value = numerals.spelled(words)
    return value if value is not None and value >= 1000 else 0


def _numeric(words: list[str], year: int) -> str | None:
    """Read two or three numbers, or eight digits in one."""
    if not all(word.isdigit() and len(word) in (1, 2, 4, 8) for word in words):
        return None
    if len(words) == 1 and len(words[0]) == 8:
        return _day(int(words[0][:4]), int(words[0][4:6]), int(words[0][6:]))
    if len(words) == 3 and len(words[0]) == 4 and max(map(len, words[1:])) <= 2:
        return _day(int(words[0]), int(words[1]), int(words[2]))
    if len(words) not in (2, 3) or max(map(len, words[:2])) > 2:
        return None
    meant = _year(words[2], year) if len(words) == 3 else year
    found = list(dict.fromkeys(_either_way(int(words[0]), int(words[1]), meant)))
    if len(found) == 2:
        raise Ambiguous((found[0], found[1]))
    return found[0] if found else None


def _either_way(one: int, other: int, year: int) -> Iterator[str]:
    for month, day in ((other, one), (one, other)):
        iso = _day(year, month, day)
        if iso:
            yield iso
