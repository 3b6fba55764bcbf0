"""What the tables of a pack may hold at most, and how a table that is not of its form is told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from qot_quiz.bank.findings import nearest
from qot_quiz.core.clean import fault, quoted

TEXT_LIMIT = 2000
"""The longest text of a table, in characters."""

NUMBER_LIMIT = 64
"""The longest number: bits of a whole one, characters of one with a point."""

KEY_LIMIT = 4
"""The most parts of a key such as ``a.b.c``: tomllib's time and memory grow with their square."""

WORD_LIMIT = 20_000
"""The longest run of letters and digits in a TOML file: a number that long costs tomllib a hundred times its size."""

MARK_LIMIT = 100_000
"""The most signs of values, lists and tables in a TOML file: each costs tomllib more than its letters do."""

HEADER_MARKS = 4
"""For how many of those the header of a table counts besides."""

FAULT_LIMIT = 1000
"""Faults after which the rest is not read: a pack is of another form, or meant to keep the program busy."""

_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_DOT = r"[ \t]*+\.[ \t]*+"
_LONG_KEY = re.compile(
    rf"(?<![\w-])(?:{_PART}{_DOT}){{{KEY_LIMIT}}}"
    # A text may look like a key up to its end; so many parts are no text of anybody.
    rf"(?:(?:{_PART}{_DOT}){{{32 - KEY_LIMIT}}}|(?:{_PART}{_DOT}){{0,{32 - KEY_LIMIT}}}{_PART}[ \t]*+[=\]])"
)
_LONG_WORD = re.compile(rf"(?<!\w)\w{{{WORD_LIMIT + 1}}}")
_HEADER = re.compile(r"^[ \t]*+\[", re.MULTILINE)


def text_fault(text: str) -> tuple[str, int] | None:
    """Say what would cost a reader of TOML too much, and in which line; None where nothing would.

    Args:
        text: The text of a file.
    """
    for pattern, message in (
        (_LONG_KEY, f"a key has more than {KEY_LIMIT} parts"),
        (_LONG_WORD, f"a word or number has more than {WORD_LIMIT} characters"),
    ):
        if found := pattern.search(text):
            return message, text.count("\n", 0, found.start()) + 1
    if sum(map(text.count, "=,[{.")) + HEADER_MARKS * len(_HEADER.findall(text)) > MARK_LIMIT:
        return "the file holds too many values, lists and tables; spread them over several files", 0
    return None


def value_faults(value: object) -> Iterator[str]:
    """Say what is wrong with the texts, keys and whole numbers of a table.

    Args:
        value: What TOML or JSON holds.
    """
    if isinstance(value, dict):
        for key, part in value.items():
            yield from value_faults(key)
            yield from value_faults(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from value_faults(part)
    elif isinstance(value, str):
        if len(value) > TEXT_LIMIT:
            yield f"a text has {len(value)} characters, {TEXT_LIMIT} at most are allowed"
        elif (trouble := fault(value)) is not None:
            yield trouble
    # Such a number can neither be written out nor compared with a float.
    elif isinstance(value, int) and value.bit_length() > NUMBER_LIMIT:
        yield f"a whole number has {value.bit_length()} bits, {NUMBER_LIMIT} at most are allowed"


def form_fault(message: str, fields: Collection[str], key: str) -> tuple[str, str]:
    """Put what msgspec says of a table into the words of the pack format, with a hint for a misspelt key.

    Args:
        message: What msgspec says.
        fields: The keys that the table may have.
        key: What the table is called.
    """
    unknown = re.search(r"unknown field `(.*?)`", message, re.DOTALL)
    if unknown:
        return f"unknown key {quoted(unknown[1])}", nearest(unknown[1], fields)
    missing = re.search(r"missing required field `(.*?)`", message)
    if missing:
        return f"the key {quoted(missing[1])} is missing", ""
    found = re.search(r"^(.*?)(?: - at `\$\.?(.*?)`)?$", message, re.DOTALL)
    words, place = (found[1], found[2]) if found else (message, "")
    return f"{place or key}: {words[:1].lower()}{words[1:]}", ""
