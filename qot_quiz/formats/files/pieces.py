"""Reading a text file of any origin piece by piece, within limits."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Iterator
from typing import IO

from qot_quiz.errors import QuizError, UsageError

MOST_BYTES = 1 << 30
"""Bytes of the largest file that is read."""

PIECE = 1 << 16
"""Bytes that are read at once."""

LONGEST_LINE = 1 << 16
"""Characters of the longest line, and of the longest record that spans lines."""


class LineError(Exception):
    """A line of a file cannot be read as what it should be.

    Args:
        line: Its number, counted from 1.
        what: What is wrong, without a full stop.
    """

    def __init__(self, line: int, what: str) -> None:
        super().__init__(line, what)
        self.line = line
        self.what = what


def pieces(path: str, most: int = MOST_BYTES) -> Iterator[str]:
    """Read a UTF-8 file, with or without a byte order mark, piece by piece.

    Args:
        path: The file.
        most: Bytes that it may hold.

    Raises:
        UsageError: It cannot be opened or read.
        QuizError: It is too large.
        LineError: A line is not UTF-8.
    """
    try:
        with open(path, "rb") as file:
            # What is known to be too large is refused before any work; a pipe tells no size and is counted.
            if os.fstat(file.fileno()).st_size > most:
                raise _too_large(path, most)
            yield from _decoded(_counted(path, file, most))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.", "Check the file's name.") from error


def _counted(path: str, file: IO[bytes], most: int) -> Iterator[bytes]:
    total = 0
    while data := file.read(PIECE):
        total += len(data)
        if total > most:
            raise _too_large(path, most)
        yield data


def _too_large(path: str, most: int) -> QuizError:
    return QuizError(f"{path} is larger than {most >> 20} MiB.", "Split the file.")


def _decoded(data: Iterable[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    line = 1
    try:
        for piece in data:
            text = decoder.decode(piece)
            yield text
            line += text.count("\n")
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        line += error.object.count(b"\n", 0, error.start)
        raise LineError(line, "this is not UTF-8") from error


def lines(source: Iterable[str]) -> Iterator[str]:
    """Cut pieces of text into lines, each with its line feed; nothing else ends a line.

    Args:
        source: Pieces of any length.

    Raises:
        LineError: A line is longer than `LONGEST_LINE`.
    """
    number, rest = 1, ""
    for piece in source:
        *whole, rest = (rest + piece).split("\n")
        for line in whole:
            yield _short(number, line) + "\n"
            number += 1
        _short(number, rest)
    if rest:
        yield rest


def _short(number: int, line: str) -> str:
    if len(line) > LONGEST_LINE:
        raise LineError(number, f"this line is longer than {LONGEST_LINE} characters")
    return line
