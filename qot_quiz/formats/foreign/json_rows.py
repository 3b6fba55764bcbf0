"""Walking through a list of JSON objects one by one, each with the line on which it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from qot_quiz.formats.foreign.found import Refused

MOST_VALUES = 1_000_000
"""Values of a file: each takes a hundred times the memory of its shortest text."""

DEEPEST = 20
"""Brackets that may be open at once: a record of a question needs four."""

_SPACE = re.compile(r"[ \t\n]*")
# Possessive, and matching a text that is never closed: anything else looks at a hostile file again and again.
_BRACKET = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[{]|[\]}]|,', re.DOTALL)


class Row(msgspec.Struct, frozen=True):
    """An element of the list and the line on which it begins; numbers stay the texts that they were written as."""

    line: int
    value: Any


def rows(text: str, key: str) -> Iterator[Row | Refused]:
    """List the elements of a list of JSON; where the file breaks off, that is told and nothing more is given.

    Args:
        text: A list, or an object that holds it.
        key: The key of the list in the object.
    """
    if (trouble := _bomb(text)) is not None:
        at, what = trouble
        yield Refused(text.count("\n", 0, at) + 1, f"{what}; nothing was read")
        return
    walk = _Walk(text)
    try:
        yield from walk.rows(key)
    except (ValueError, RecursionError):
        yield Refused(text.count("\n", 0, walk.at) + 1, "from here on this is no JSON that can be read")


class _Walk:
    """A place in a text, moved on value by value."""

    def __init__(self, text: str) -> None:
        from json import JSONDecoder

        self._text = text
        # As texts: 7.0 stays 7.0, and a number of a million digits costs nothing.
        self._decoder = JSONDecoder(
            parse_int=str, parse_float=str, parse_constant=str, strict=False, object_pairs_hook=_once
        )
        self.at = 0
        self._line, self._counted = 1, 0

    def rows(self, key: str) -> Iterator[Row | Refused]:
        listed = False
        if self._sign() == "[":
            yield from self._elements()
            listed = True
        else:
            for name in self._members():
                if name == key and self._sign() == "[":
                    yield from self._elements()
                    listed = True
                else:
                    self._value()
        if not listed:
            yield Refused(1, f'there is no list of "{key}"')
        elif self._sign():
            raise ValueError

    def _elements(self) -> Iterator[Row]:
        self.at += 1
        if self._sign() == "]":
            self.at += 1
            return
        while True:
            self._sign()
            self._line += self._text.count("\n", self._counted, self.at)
            self._counted = self.at
            yield Row(self._line, self._value())
            if self._next("]"):
                return

    def _members(self) -> Iterator[str]:
        """Give each key of an object, the place being before its value; the caller moves it behind."""
        if self._sign() != "{":
            raise ValueError
        self.at += 1
        if self._sign() == "}":
            self.at += 1
            return
        while True:
            self._sign()
            name = self._value()
            if not isinstance(name, str) or self._sign() != ":":
                raise ValueError
            self.at += 1
            self._sign()
            yield name
            if self._next("}"):
                return

    def _next(self, end: str) -> bool:
        """Move over a comma, or over the end."""
        sign = self._sign()
        if sign not in (",", end):
            raise ValueError
        self.at += 1
        return sign == end

    def _sign(self) -> str:
        found = _SPACE.match(self._text, self.at)
        self.at = found.end() if found else self.at
        return self._text[self.at : self.at + 1]

    def _value(self) -> Any:
        value, self.at = self._decoder.raw_decode(self._text, self.at)
        return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any] | None:
    """Make an object; none of one that names a key twice, since only one of both values would be kept."""
    made = dict(pairs)
    return made if len(made) == len(pairs) else None


def _bomb(text: str) -> tuple[int, str] | None:
    """Find where a file is too deep or holds too much, before any reader that would call itself so often."""
    depth = values = 0
    for found in _BRACKET.finditer(text):
        sign = found[0]
        if sign in ",[{":
            values += 1
            if values > MOST_VALUES:
                return found.start(), f"the file holds more than {MOST_VALUES} values"
        if sign in "[{":
            depth += 1
            if depth > DEEPEST:
                return found.start(), f"this is nested more than {DEEPEST} deep"
        elif sign in "]}":
            depth -= 1
    return None
