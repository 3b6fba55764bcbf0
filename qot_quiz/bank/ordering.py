"""The lines of .jsonl files in the order of their ids, whatever their number, in little memory."""

from __future__ import annotations

import os
import sqlite3
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from typing import IO, NamedTuple

from qot_quiz.bank.limits import FAULT_LIMIT
from qot_quiz.bank.lines import LONGEST_LINE, id_of
from qot_quiz.errors import PackError

PULSE = 1000
"""Lines after which it is told how far the reading is."""

_SKIPPED = 1 << 16


class Found(NamedTuple):
    """A line and where it stands: the file's place among the files, the line counted from 1, and its bytes."""

    file: int
    line: int
    data: bytes


class Survey(NamedTuple):
    """What a first reading of some files tells.

    Args:
        lines: How many lines hold something.
        tidy: Whether their ids rise from line to line, so that they need no sorting.
    """

    lines: int
    tidy: bool


def survey(files: tuple[str, ...], report: Callable[[float], None]) -> Survey:
    """Count the lines of some files and look whether their ids rise; too many without an id end it.

    Args:
        files: The files.
        report: Is told how far the reading is, 0..1.

    Raises:
        PackError: A file cannot be read.
    """
    lines, bare, tidy, last = 0, 0, True, ""
    size, read = max(1, sum(_size(file) for file in files)), 0
    for found in _lines(files):
        id = id_of(found.data)
        tidy = tidy and id > last
        last = id
        lines += 1
        bare += not id
        if bare >= FAULT_LIMIT:
            # Each is a fault, and so many are enough: as they stand, the reader meets them without sorting the rest.
            return Survey(lines, True)
        read += len(found.data) + 1
        if lines % PULSE == 0:
            report(min(1.0, read / size))
    return Survey(lines, tidy)


def in_order(files: tuple[str, ...], known: Survey) -> Iterator[Found]:
    """Yield the lines of some files in the order of their ids; those without a readable id come first.

    Args:
        files: The files.
        known: What `survey` told of them.

    Raises:
        PackError: A file cannot be read.
    """
    if known.tidy:
        return _lines(files)
    return _sorted(files)


def _sorted(files: tuple[str, ...]) -> Iterator[Found]:
    # A database without a name is a file of its own that the system clears away, whatever happens.
    db = sqlite3.connect("", isolation_level=None)
    streams: list[IO[bytes]] = []
    try:
        for file in files:
            streams.append(_opened(file))
        db.execute("CREATE TABLE place (id TEXT, file INTEGER, line INTEGER, start INTEGER)")
        db.execute("BEGIN")
        for number, stream in enumerate(streams):
            places = ((id_of(data), number, line, start) for line, start, data in _each(stream))
            db.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", places)
        for number, line, start in db.execute("SELECT file, line, start FROM place ORDER BY id, file, line"):
            stream = streams[number]
            stream.seek(start)
            yield Found(number, line, stream.readline(LONGEST_LINE + 1).rstrip(b"\r\n"))
    except (OSError, sqlite3.Error) as error:
        raise PackError(f"The lines of {files[0]} cannot be put in order: {error}.") from error
    finally:
        db.close()
        for stream in streams:
            stream.close()


def _lines(files: tuple[str, ...]) -> Iterator[Found]:
    for number, file in enumerate(files):
        try:
            with _opened(file) as stream:
                for line, _, data in _each(stream):
                    yield Found(number, line, data)
        except OSError as error:
            raise PackError(f"{file} cannot be read: {error.strerror or error}.") from error


def _each(stream: IO[bytes]) -> Iterator[tuple[int, int, bytes]]:
    """Yield each line that holds something with its number and start; one that is too long is cut."""
    start = line = 0
    while data := stream.readline(LONGEST_LINE + 1):
        line += 1
        length = len(data)
        if not data.endswith(b"\n"):
            # The rest of an overlong line is passed by, not kept.
            while rest := stream.readline(_SKIPPED):
                length += len(rest)
                if rest.endswith(b"\n"):
                    break
        mark = len(BOM_UTF8) if line == 1 and data.startswith(BOM_UTF8) else 0
        content = data[mark:].rstrip(b"\r\n")
        if content.strip():
            yield line, start + mark, content
        start += length


def _opened(file: str) -> IO[bytes]:
    if not os.path.isfile(file):
        # A pipe would be waited for without end.
        raise PackError(f"{file} is no plain file.")
    try:
        return open(file, "rb", buffering=1 << 16)
    except OSError as error:
        raise PackError(f"{file} cannot be read: {error.strerror or error}.") from error


def _size(file: str) -> int:
    try:
        return os.path.getsize(file)
    except OSError:
        return 0
