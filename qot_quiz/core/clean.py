"""The sanitiser: what no text from a pack, a player or the surroundings may carry to a terminal."""

from __future__ import annotations

import unicodedata

MOST_MARKS = 4
"""Combining marks that one base character may carry; more is a flood that smears over other lines."""


def _forbidden(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] == "C" or category in ("Zl", "Zp")


def fault(text: str) -> str | None:
    """Say which character of a text must not be there, and where.

    Args:
        text: One line of text from outside.

    Returns:
        Words like ``U+001B at character 3``, or None when the text is clean.
    """
    if text.isascii() and text.isprintable():
        return None
    marks = 0
    for place, char in enumerate(text, start=1):
        if _forbidden(char):
            return f"U+{ord(char):04X} at character {place}"
        marks = marks + 1 if unicodedata.category(char)[0] == "M" else 0
        if marks > MOST_MARKS:
            return f"more than {MOST_MARKS} combining marks at character {place}"
    return None


def visible(text: str) -> str:
    """Make every forbidden character of a text visible, so that it can be drawn safely.

    Args:
        text: Any text, lone surrogates included.

    Returns:
        The text with forbidden characters written as ``<U+001B>`` and every kind of space as a plain one.
    """
    if text.isascii() and text.isprintable():
        return text
    out: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category[0] == "M" else 0
        if category[0] == "C" or category in ("Zl", "Zp") or marks > MOST_MARKS:
            out.append(f"<U+{ord(char):04X}>")
        elif category == "Zs":
            out.append(" ")
        else:
            out.append(char)
    return "".join(out)
