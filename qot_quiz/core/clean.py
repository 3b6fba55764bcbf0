"""The sanitiser: what no text from a pack, a player or the surroundings may carry to a terminal."""

from __future__ import annotations

import unicodedata

MOST_MARKS = 4
"""Combining marks that one base character may carry; more is a flood that smears over other lines."""

LONGEST_SAID = 1000
"""Characters of a message that a person still reads; what quotes a longer text is cut in its middle."""


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


def quoted(text: str) -> str:
    """Put what somebody wrote between quotation marks, as every message does, safe to be drawn."""
    return f'"{visible(text)}"'


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


def said(message: str) -> str:
    """Make a message fit to be said, whatever it quotes: visible, and no longer than a person reads.

    Args:
        message: Any text.
    """
    if len(message) > LONGEST_SAID:
        message = f"{message[: LONGEST_SAID // 2]} … {message[-LONGEST_SAID // 2 :]}"
    return visible(message)


def escaped(json: str) -> str:
    """Write what no terminal should see in a text of JSON by JSON's own escapes (RFC 8259, section 7).

    Args:
        json: JSON without white space between its values, other than line feeds.
    """
    if json.isascii() and "\x7f" not in json:
        return json
    return "\n".join(line if line.isprintable() else _escaped(line) for line in json.split("\n"))


def _escaped(line: str) -> str:
    return "".join(char if char.isprintable() else _json_escape(ord(char)) for char in line)


def _json_escape(point: int) -> str:
    if point < 0x10000:
        return f"\\u{point:04x}"
    point -= 0x10000
    return f"\\u{0xD800 + (point >> 10):04x}\\u{0xDC00 + (point & 0x3FF):04x}"
