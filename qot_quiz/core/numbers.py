"""Reading a number that somebody typed, in digits or in words, with or without what it counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qot_quiz.core import numerals

if TYPE_CHECKING:
    from decimal import Decimal

ALIKE: tuple[tuple[str, ...], ...] = (
    ("%", "percent", "per cent", "pct", "퍼센트", "프로"),
    ("episode", "episodes", "ep", "eps", "ep.", "eps.", "e", "part", "parts", "회", "화", "부", "부작", "편"),
    ("time", "times", "x", "번", "회"),
    ("day", "days", "일"),
    ("week", "weeks", "wk", "wks", "주"),
    ("month", "months", "개월", "달"),
    ("year", "years", "yr", "yrs", "년", "살", "세"),
    ("hour", "hours", "h", "hr", "hrs", "시간"),
    ("minute", "minutes", "min", "mins", "min.", "분"),
    ("second", "seconds", "s", "sec", "secs", "초"),
    ("person", "persons", "people", "명", "사람"),
    ("man", "men"),
    ("woman", "women"),
    ("child", "children"),
    ("place", "places", "위"),
    ("won", "krw", "₩", "원"),
    ("dollar", "dollars", "usd", "$", "달러"),
    ("euro", "euros", "eur", "€", "유로"),
)
"""Names of one unit, as they stand before or behind a number."""

WHOLE = ("episode", "time", "person", "man", "woman", "child", "place", "won")
"""Units of which there are no fractions, so that a point in their numbers can part thousands alone."""

FIRST_SEASON = ("season 1", "season one", "s1", "s01", "시즌 1", "시즌1")
"""What may stand before an episode and says nothing, as long as no other season is spoken of."""

BEFORE = ("#", "no.", "no", "nr.", "nr", "number", "제")
"""What may stand before any number and says nothing."""

BEHIND = ("번째", "개")
"""What may stand behind any number and says nothing."""

MINUS = "-‐‑‒–—−"
AROUND = '"“”„«»()[] '
SPACES = " '’_"
"""What may part the thousands of a number, besides a comma."""


def read(text: str, unit: str = "") -> Decimal | None:
    """Read a number.

    A comma with exactly three digits behind it parts thousands, unless what stands before it cannot (0,850 or
    1234,567); any other comma is a decimal point. A point is a decimal point, unless a comma follows it, or it stands
    before exactly three digits in a number of what has no fractions, such as people or won.

    Args:
        text: Any text: ``24.85``, ``24,85``, ``1,930``, ``twenty-four``, ``16th``, each with its unit on either side.
        unit: What is counted: ``episodes``, ``%``, ``million won``; it may be left out, shortened, in the singular or
            in the plural. Empty for a bare number.

    Returns:
        The number, counted in the unit, or None when the text is no number or has anything else around it.
    """
    from decimal import Decimal

    line = _line(text)
    if line is None:
        return None
    unit = " ".join(unit.casefold().split())
    whole = any(name in WHOLE for name in forms(unit))
    for rest, shift in _bare(line, unit):
        digits = _number(rest.replace(".", "") if whole and _grouped(rest, ".") else rest)
        if digits is not None:
            return Decimal(digits).scaleb(shift)
    return None


def forms(unit: str) -> tuple[str, ...]:
    """List how a unit may be written: in the singular, in the plural, shortened, in Korean; lower case.

    Args:
        unit: One or several words of which the last carries the number; empty for none.
    """
    unit = " ".join(unit.casefold().split())
    if not unit:
        return ()
    *head, last = unit.split()
    names = next((group for group in ALIKE if unit in group), ())
    if not names:
        words = next((group for group in ALIKE if last in group), _both(last))
        names = tuple(" ".join([*head, word]) for word in words)
    return tuple(dict.fromkeys((unit, *names)))


def _both(word: str) -> tuple[str, ...]:
    """Give the singular and the plural of a regular noun, whichever of them it is."""
    if word.endswith("ies"):
        return (word, word[:-3] + "y")
    if word.endswith("s"):
        return (word, word[:-1], *([word[:-2]] if word.endswith("es") else []))
    return (word, word + "s", word + "es", *([word[:-1] + "ies"] if word.endswith("y") else []))


def _line(text: str) -> str | None:
    """Make digits plain, case and spaces one; None where a digit is raised or lowered, since 10² is not 102."""
    if any(unicodedata.decomposition(sign).startswith(("<super>", "<sub>", "<fraction>")) for sign in text):
        return None
    signs = (str(unicodedata.decimal(sign, sign)) for sign in unicodedata.normalize("NFKC", text).casefold())
    line = " ".join("".join("-" if sign in MINUS else sign for sign in signs).split())
    return line.strip(AROUND).rstrip("!;:., " + AROUND)


def _bare(line: str, unit: str) -> Iterator[tuple[str, int]]:
    """Give the line without its unit, in every way in which it may be read, with the power of ten still to apply."""
    names = forms(unit)
    scale, _, counted = unit.partition(" ")
    starts = [line, *_stripped(line, BEFORE, BEHIND)]
    for start in starts if scale in numerals.SCALES and counted else ():
        zeros = len(str(numerals.SCALES[scale])) - 1
        yield from ((rest, 0) for rest in _stripped(start, (), (*names, scale)))
        yield from ((rest, -zeros) for rest in _stripped(start, forms(counted), forms(counted)))
    for season in FIRST_SEASON if "episode" in names else ():
        yield from ((rest, 0) for rest in _stripped(line.removeprefix(season).strip(" ,:-"), names, ()))
    for start in starts:
        yield start, 0
        yield from ((rest, 0) for rest in _stripped(start, names, names))


def _stripped(line: str, before: tuple[str, ...], behind: tuple[str, ...]) -> Iterator[str]:
    """Take one name off the front or the back of a line."""
    for name in before:
        rest = line.removeprefix(name)
        if rest != line and _parts(name[-1], rest[:1]):
            yield rest.strip(" .:-" if name.isalpha() else " ")
    for name in behind:
        rest = line.removesuffix(name)
        if rest != line and _parts(rest[-1:], name[0]):
            yield rest.rstrip(" -")


def _parts(left: str, right: str) -> bool:
    """Whether a unit may begin or end here: anywhere but within a word of the same alphabet."""
    return not (left.isascii() and right.isascii() and left.isalpha() and right.isalpha())


def _number(text: str) -> str | None:
    """Read what is left as a number, and write it in plain digits."""
    sign, rest = "", text
    for word, meant in (("-", "-"), ("+", ""), ("minus ", "-"), ("plus ", "")):
        if text.startswith(word):
            sign, rest = meant, text[len(word) :].strip()
            break
    value = plain(rest)
    if value is None:
        value = _words(rest)
    return None if value is None else sign + value


def plain(text: str) -> str | None:
    """Write digits with points and commas, as people set them, plainly with a decimal point; None for other texts."""
    if not text or not all(sign in "0123456789.," + SPACES for sign in text):
        return None
    whole, point, rest = text, "", ""
    comma, dot = text.rfind(","), text.rfind(".")
    if dot >= 0 or (comma >= 0 and not _grouped(text, ",")):
        at = max(comma, dot)
        whole, point, rest = text[:at], ".", text[at + 1 :]
    if point and not (rest.isdigit() and (whole.isdigit() or not whole or _grouped_by_any(whole, text[len(whole)]))):
        return None
    if not point and not (whole.isdigit() or _grouped_by_any(whole, "")):
        return None
    return "".join(filter(str.isdigit, whole)).zfill(1) + point + rest


def _grouped_by_any(text: str, not_by: str) -> bool:
    return any(_grouped(text, mark) for mark in ",." + SPACES if mark != not_by)


def _grouped(text: str, mark: str) -> bool:
    """Whether a mark parts a number into threes, behind one to three digits of which the first is none of 0."""
    first, *threes = text.split(mark)
    head = first.isdigit() and len(first) <= 3 and first[0] != "0"
    return head and bool(threes) and all(len(three) == 3 and three.isdigit() for three in threes)


def _words(text: str) -> str | None:
    """Read words, digits with a scale ("1.5 million"), and a spoken decimal point."""
    words = text.replace("-", " ").replace(",", " ").split()
    if not words:
        return None
    if len(words) == 1:
        value = numerals.ordinal(words[0])
        value = value if value is not None else numerals.korean(words[0])
        if value is not None:
            return str(value)
    digits, _, scale = text.replace("-", " ").rpartition(" ")
    head = plain(digits) if scale in numerals.SCALES else None
    if head is not None:
        return _times(head, len(str(numerals.SCALES[scale])) - 1)
    if "point" in words:
        at = words.index("point")
        behind = [numerals.ONES.get(word, 10) for word in words[at + 1 :]]
        whole = numerals.spelled(words[:at])
        if whole is None or not behind or max(behind) > 9:
            return None
        return f"{whole}." + "".join(map(str, behind))
    whole = numerals.spelled(words)
    return None if whole is None else str(whole)


def _times(digits: str, zeros: int) -> str:
    """Move the decimal point of a number to the right."""
    whole, _, rest = digits.partition(".")
    rest = rest.ljust(zeros, "0")
    return f"{whole}{rest[:zeros]}" + (f".{rest[zeros:]}" if rest[zeros:] else "")
