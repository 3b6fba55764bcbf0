"""What the tables of a pack may hold at most, and how a table that is not of its form is told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from qot_quiz.bank.findings import nearest
from qot_quiz.core.clean import fault

TEXT_LIMIT = 2000
"""The longest text of a table, in characters."""

NUMBER_LIMIT = 64
"""The longest number: bits of a whole one, characters of one with a point."""


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
        return f"unknown key {unknown[1]!r}", nearest(unknown[1], fields)
    missing = re.search(r"missing required field `(.*?)`", message)
    if missing:
        return f"the key {missing[1]!r} is missing", ""
    found = re.search(r"^(.*?)(?: - at `\$\.?(.*?)`)?$", message, re.DOTALL)
    words, place = (found[1], found[2]) if found else (message, "")
    return f"{place or key}: {words[:1].lower()}{words[1:]}", ""
