"""Games as one JSON object, ``{"games": [...]}``, as ``scores --json`` prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from qot_quiz.formats.files.pieces import LONGEST_LINE, LineError
from qot_quiz.formats.scores.jsonl_text import decoded, encoded

_SPACE = r"[ \t\r\n]*+"
# A game holds plain values only. Possessive repetition, because a search that goes back would not end on hostile text.
_OBJECT = r'\{(?:[^"{}\[\]]++|"(?:[^"\\]++|\\.)*+")*+\}'

BEGIN = re.compile(rf'{_SPACE}\{{{_SPACE}"games"{_SPACE}:{_SPACE}\[')
GAME = re.compile(rf"{_SPACE}({_OBJECT})", re.DOTALL)
GAME_OR_END = re.compile(rf"{_SPACE}(?:({_OBJECT})|\])", re.DOTALL)
COMMA_OR_END = re.compile(rf"{_SPACE}(?:(,)|\])")
END = re.compile(rf"{_SPACE}\}}")


def write(batches: Iterable[list[str]]) -> Iterator[str]:
    """Write one object, a line for each game.

    Args:
        batches: Games as `formats.scores.Writer` says.
    """
    yield '{"games": ['
    before = "\n"
    for rows in batches:
        if rows:
            yield before + ",\n".join(map(encoded, rows))
            before = ",\n"
    yield "\n]}\n"


def begins(text: str) -> bool:
    """Whether a text begins as `write` does, in any layout."""
    return BEGIN.match(text) is not None


def read(source: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read the object in any layout, game by game.

    Args:
        source: The text in pieces.

    Yields:
        The number of the line on which a game begins, and its values by key.

    Raises:
        LineError: It is another object, holds what is no game, or ends too early.
    """
    text = _Text(source)
    text.take(BEGIN)
    found = text.take(GAME_OR_END)
    while found[1]:
        yield text.line - found[1].count("\n"), decoded(text.line, found[1])
        if not text.take(COMMA_OR_END)[1]:
            break
        found = text.take(GAME)
    text.take(END)
    text.finish()


class _Text:
    """A text of which only the part that is being read is kept.

    Args:
        source: The text in pieces.
    """

    def __init__(self, source: Iterable[str]) -> None:
        self._source = iter(source)
        self._kept = ""
        self._at = 0
        self.line = 1

    def take(self, pattern: re.Pattern[str]) -> re.Match[str]:
        """Read on over what a pattern matches."""
        while not (found := pattern.match(self._kept, self._at)):
            if len(self._kept) - self._at > LONGEST_LINE or not self._more():
                raise self._error("no game can be read here, or the file has been cut off")
        self.line += found[0].count("\n")
        self._at = found.end()
        return found

    def finish(self) -> None:
        """Read on to the end, over nothing but space."""
        while not self._kept[self._at :].strip():
            self._at = len(self._kept)
            if not self._more():
                return
        raise self._error("something stands behind the games")

    def _more(self) -> bool:
        piece = next(self._source, None)
        self._kept = self._kept[self._at :] + (piece or "")
        self._at = 0
        return piece is not None

    def _error(self, what: str) -> LineError:
        rest = self._kept[self._at :]
        return LineError(self.line + rest[: len(rest) - len(rest.lstrip())].count("\n"), what)
