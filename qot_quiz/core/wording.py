"""What of a text counts when two answers are compared: its words, numbers as numbers, and nothing else."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from qot_quiz.core import numerals
from qot_quiz.core.text import ARTICLES

LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"})
"""Letters that no accent can be taken off."""

SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""Letters that German and the Nordic languages also write as two."""

DIGITS = tuple("0123456789")
QUOTES = "'’‘ʼʻ`´"

NUMBER_WORDS = frozenset((*numerals.ONES, *numerals.TENS, *numerals.HUNDREDS, numerals.DOZEN, *numerals.SCALES))
LONGEST = 9
"""Words of the longest number that is read inside a text."""

MOST_ROMAN = 40
"""Roman numerals below this one number the parts of works and the kings of a name; others are words, as in "mix"."""

NEGATIONS = frozenset(
    (
        *("not", "no", "never", "none", "nor", "non", "without", "cannot", "안", "못"),
        *("isnt", "wasnt", "arent", "dont", "doesnt", "didnt", "cant", "wont"),
    )
)


SHORTENED = {"dr": "doctor", "mt": "mount", "mr": "mister", "st": "saint", "ft": "fort", "u": "you"}
LAST_SHORTENED = {"u": "you", "st": "street", "ave": "avenue", "rd": "road", "sq": "square", "dept": "department"}
"""Words written in full where they stand within a name or title, and where they end one."""

CONTRACTED = {
    **{(word, "is"): word + "s" for word in ("it", "that", "he", "she", "what", "who", "where", "there", "here")},
    **{
        (word, "not"): word + "nt"
        for word in ("is", "was", "are", "were", "do", "does", "did", "would", "could", "should")
    },
    **{(word, "are"): word + "re" for word in ("you", "we", "they")},
    **{(word, "will"): word + "ll" for word in ("i", "you", "it", "he", "she", "we", "they")},
    ("i", "am"): "im",
    ("i", "have"): "ive",
    ("can", "not"): "cannot",
}
"""Two words that are also written as one; without its apostrophe."""


@lru_cache(maxsize=4096)
def keys(text: str) -> tuple[str, ...]:
    """Reduce a text to what is compared: two texts that share a key are the same answer.

    Args:
        text: Any Unicode text.

    Returns:
        The letters and numbers as they stand; the same without a leading article, with words and Roman numerals read as
        numbers, with umlauts spelt out. Empty when there is neither letter nor digit.
    """
    lower = _lower(text)
    parts = _split(lower.translate(LETTERS))
    found = [
        "".join(parts),
        "".join(_without_article(parts)),
        "".join(_contracted(_numbered(_in_full(_without_article(parts))))),
    ]
    if not lower.isascii():
        found.append("".join(_without_article(_split(lower.translate(SPELT_OUT).translate(LETTERS)))))
    return tuple(dict.fromkeys(key for key in found if key))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Split a text into its words without a leading article, numbers in words and in Roman numerals as digits."""
    return tuple(_numbered(_without_article(_split(_lower(text).translate(LETTERS)))))


@lru_cache(maxsize=4096)
def spelt(text: str) -> tuple[str, ...]:
    """Split a text into its words as they are spelt, without a leading article."""
    return tuple(_without_article(_split(_lower(text).translate(LETTERS))))


@lru_cache(maxsize=4096)
def marks(text: str) -> tuple[str, ...]:
    """Give what decides in a text whatever its letters: its numbers in digits or Roman numerals, and its negations."""
    parts = spelt(text)
    read = (_roman(parts, at) for at in range(len(parts)))
    return (*(part for part in read if part.lstrip("-")[:1] in DIGITS), *denials(text))


def denials(text: str) -> tuple[str, ...]:
    """Give the words of a text that deny something."""
    return tuple(part for part in spelt(text) if part in NEGATIONS)


def _lower(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _plain(text: str) -> str:
    """Take accents off; Hangul stays composed."""
    if text.isascii():
        return text
    signs = (str(unicodedata.decimal(sign, sign)) for sign in unicodedata.normalize("NFKD", text))
    bare = (sign for sign in signs if unicodedata.category(sign) != "Mn")
    return unicodedata.normalize("NFC", "".join(bare))


def _split(text: str) -> list[str]:
    """Split lower-case text into words and numbers, a number with the point or commas inside it."""
    text = _plain(text).replace("&", " and ").replace(" + ", " and ")
    if text.isascii():
        simple = text.replace("-", " ").replace("'", "")
        if simple.replace(" ", "").isalpha():
            return simple.split()
    parts: list[str] = []
    at, end = 0, len(text)
    while at < end:
        sign = text[at]
        if sign in DIGITS:
            stop = _number_end(text, at)
            parts += _number(text[at:stop], minus=at == 1 and text[0] in "-−–")
            suffix = text[stop : stop + 2]
            if suffix in ("st", "nd", "rd", "th") and not text[stop + 2 : stop + 3].isalnum():
                parts[-1] += "th"
                stop += 2
        elif sign.isalnum():
            stop = _word_end(text, at)
            word = "".join(filter(str.isalnum, text[at:stop]))
            if len(word) == 1 and text[stop : stop + 1] in ("+", "#"):
                signs = len(text[stop:]) - len(text[stop:].lstrip("+#"))
                word += text[stop : stop + signs]
                stop += signs
            parts.append(word)
        else:
            stop = at + 1
        at = stop
    return parts


def _number_end(text: str, at: int) -> int:
    stop = at + 1
    while stop < len(text) and (text[stop] in DIGITS or (text[stop] in ".," and text[stop + 1 : stop + 2] in DIGITS)):
        stop += 1
    return stop


def _word_end(text: str, at: int) -> int:
    """Find the end of a word, in which an apostrophe may stand."""
    stop = at + 1
    while stop < len(text) and text[stop] not in DIGITS and (text[stop].isalnum() or text[stop] in QUOTES):
        stop += 1
    return stop


def _number(text: str, minus: bool) -> list[str]:
    """Write a number in one way: no commas, no noughts behind a decimal point; other digits stay apart."""
    from qot_quiz.core.numbers import plain

    value = plain(text)
    if value is None:
        return text.replace(",", ".").split(".")
    if "." in value:
        value = value.rstrip("0").rstrip(".")
    return [("-" if minus else "") + value]


def _without_article(parts: list[str]) -> list[str]:
    return parts[1:] if len(parts) > 1 and parts[0] + " " in ARTICLES else parts


def _in_full(parts: list[str]) -> list[str]:
    """Write the usual short words of names and streets in full."""
    if len(parts) < 2:
        return parts
    *rest, last = parts
    return [*(SHORTENED.get(part, part) for part in rest), LAST_SHORTENED.get(last, last)]


def _contracted(parts: list[str]) -> list[str]:
    """Write two words as one where people do: it is, it's."""
    out: list[str] = []
    for part in parts:
        both = CONTRACTED.get((out[-1], part)) if out else None
        out[-1:] = [both] if both else [*out[-1:], part]
    return out


def _numbered(parts: list[str]) -> list[str]:
    """Read number words and Roman numerals as digits: ``2nd`` and ``second`` become ``2th``."""
    out: list[str] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        if part in NUMBER_WORDS:
            ends = range(min(at + LONGEST, len(parts)), at, -1)
            stop = next((stop for stop in ends if _is_number(parts[at:stop])), 0)
            if not stop:  # a thousand suns: no number stands before it
                out.append(part)
                at += 1
                continue
            ordinal = parts[stop - 1].endswith(("th", "first", "second", "third"))
            out.append(f"{numerals.spelled(parts[at:stop])}{'th' if ordinal else ''}")
            at = stop
            continue
        out.append(_roman(parts, at))
        at += 1
    if len(out) > 2 and out[-2] == "the" and out[-1].endswith("th") and out[-1][0].isdigit():
        out[-2:] = [out[-1][:-2]]  # Louis the Fourteenth is Louis XIV
    return out


def _roman(parts: Sequence[str], at: int) -> str:
    """Read a word as a Roman numeral where one may stand: not at a text's head, a single letter at its end alone."""
    part, last = parts[at], len(parts) - 1
    if part[0] not in "ivx" or (not at and last) or (len(part) == 1 and not 0 < at == last):
        return part
    value = numerals.roman(part)
    return str(value) if value and value < MOST_ROMAN else part


def _is_number(parts: list[str]) -> bool:
    return parts[-1] in NUMBER_WORDS and numerals.spelled(parts) is not None
