"""The forms of a question made comparable all at once: a thousand of them in less than a millisecond."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import compress

import msgspec

from qot_quiz.core import numerals
from qot_quiz.core.wording import (
    CONTRACTED,
    DIGITS,
    LAST_SHORTENED,
    LETTERS,
    MOST_ROMAN,
    NUMBER_WORDS,
    QUOTES,
    SHORTENED,
    SPELT_OUT,
    keys,
    spelt,
)

ODD = "\x02"
"""Stands for a digit or a sign that words have rules for; a form with one is read by itself."""

QUOTE = "\x04"
"""Stands for an apostrophe until the letters on both sides are made one character where they are one."""

ARTICLE = "\x03"
"""Stands for a leading article."""

SPECIAL = frozenset(
    (
        *NUMBER_WORDS, *SHORTENED, *LAST_SHORTENED, *(second for _, second in CONTRACTED),
        *(numerals.as_roman(value).lower() for value in range(1, MOST_ROMAN)),
    )
)  # fmt: skip
"""Words that may be written in another way; a form with one is read by itself."""


class Index(msgspec.Struct, frozen=True):
    """Forms made comparable.

    Args:
        letters: The letters of each form alone, without a leading article, as `spelt` gives them.
        special: The places of the forms with a digit or a special word: all that could be numbers, and more.
        other: The places of the forms with other signs than ASCII: all that could be Korean, and more.
        rows: Texts of a line for each form, and the place of the form of each line; a line is a key of its form.
        odd: The place of the first form that has a key, for the special forms.
    """

    letters: list[str]
    special: list[int]
    other: list[int]
    rows: list[tuple[str, list[int]]]
    odd: dict[str, int]

    def place(self, key: str) -> int:
        """Give the place of the first form that has a key, or -1 when none has it."""
        places = [self.odd[key]] if key in self.odd else []
        line = f"\n{key}\n"
        for text, lines in self.rows:
            at = text.find(line)
            if at >= 0:
                places.append(lines[text.count("\n", 0, at)])
        return min(places, default=-1)


class Signs(dict[int, str | None]):
    """What becomes of each character: letters stay, what parts words becomes a space, what stands within them goes."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        kept: str | None = " "
        if unicodedata.category(sign) == "Mn":
            kept = None
        elif sign in DIGITS or sign in "+#" or unicodedata.decimal(sign, -1) >= 0:
            kept = ODD
        elif sign.isalnum():
            kept = sign
        elif sign in QUOTES:
            kept = QUOTE
        elif sign == "&":
            kept = " and "
        self[code] = kept
        return kept


GAPS = dict.fromkeys(map(ord, (" ", ARTICLE)))
SIGNS = Signs({ord("\n"): "\n", ord(ARTICLE): ARTICLE})


@lru_cache(maxsize=64)
def index(forms: tuple[str, ...]) -> Index:
    """Make forms comparable.

    Args:
        forms: Forms that count, or names of other things.
    """
    plainly = list(map(str.isascii, forms))
    plain = list(compress(range(len(forms)), plainly))
    other = [at for at, one in enumerate(plainly) if not one] if len(plain) < len(forms) else []
    found = Index([""] * len(forms), [], other, [], {})
    for places in (plain, other):
        if places:
            _add(found, forms, places)
    found.special.sort()
    return found


def _add(found: Index, forms: tuple[str, ...], places: list[int]) -> None:
    """Put the forms at some places, all of them of plain letters or none, into an index."""
    lower = _rows([forms[at] for at in places] if len(places) < len(forms) else list(forms))
    rows = _words(lower.translate(LETTERS))
    whole = _joined(rows)
    bare = _bare(rows, whole)
    ways = [bare] if bare is whole else [whole, bare]
    if not lower.isascii() and any(chr(sign) in lower for sign in SPELT_OUT):
        spelt_out = _words(lower.translate(SPELT_OUT).translate(LETTERS))
        ways.append(_bare(spelt_out, _joined(spelt_out)))
    found.rows.extend((f"\n{way}\n", places) for way in ways)
    letters = bare.split("\n")
    if len(places) == len(forms):
        found.letters[:] = letters
    else:
        for place, text in zip(places, letters, strict=True):
            found.letters[place] = text
    for row in _odd(rows):
        place = places[row]
        found.special.append(place)
        found.letters[place] = "".join(spelt(forms[place]))
        for key in keys(forms[place]):
            found.odd[key] = min(place, found.odd.get(key, place))


def _rows(forms: list[str]) -> str:
    """Write forms in lower case, one below the other."""
    text = "\n".join(forms)
    if text.count("\n") >= len(forms) or ARTICLE in text or ODD in text:
        text = "\n".join(form.replace("\n", " ").replace(ARTICLE, " ").replace(ODD, " ") for form in forms)
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _words(rows: str) -> str:
    """Leave the words of each row alone, a space between them."""
    if rows.isascii():
        return rows.translate(SIGNS).replace(QUOTE, "")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", rows).translate(SIGNS)).replace(QUOTE, "")


def _bare(rows: str, whole: str) -> str:
    """Give the letters of each row without the article at its head, where anything stands behind it."""
    text = "\n" + rows
    while "\n " in text:
        text = text.replace("\n ", "\n")
    for article in ("the ", "an ", "a "):
        text = text.replace("\n" + article, "\n" + ARTICLE)
    if ARTICLE not in text:
        return whole
    found = _joined(text)[1:]
    if "\n\n" not in f"\n{found}\n":
        return found
    pairs = zip(found.split("\n"), whole.split("\n"), strict=True)
    return "\n".join(bare or row for bare, row in pairs)


def _joined(rows: str) -> str:
    return rows.translate(GAPS)


def _odd(rows: str) -> list[int]:
    """List the rows with a digit or a special word."""
    words = SPECIAL.intersection(rows.split())
    if words:
        return [at for at, row in enumerate(rows.split("\n")) if ODD in row or not words.isdisjoint(row.split())]
    found: list[int] = []
    row, end, at = 0, 0, rows.find(ODD)
    while at >= 0:
        row += rows.count("\n", end, at)
        found.append(row)
        end = rows.find("\n", at)
        at = rows.find(ODD, end) if end >= 0 else -1
    return found
