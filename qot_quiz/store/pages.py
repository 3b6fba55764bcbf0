"""The rows in the pages of a database file, read past its tables: what is left when those cannot be walked any more.

The layout is that of sqlite.org/fileformat2.html, sections 1.5 to 2.1; the numbers below are its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BufferedReader

from qot_quiz.store.opening import Row

MAGIC = b"SQLite format 3\0"
PAGE_SIZE = 4096
"""What SQLite takes when nobody says anything else, as this program does."""

_HEADER = 100
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR = 0x0D, 0x0A, 0x02
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_LEAST_CELL = 4
"""Bytes that a cell takes at least, so that a page cannot claim to hold more cells than fit."""


def mend_header(path: str) -> None:
    """Write what never varies in the header of our own files over what stands there, so that SQLite reads on.

    Args:
        path: A copy of a damaged file.

    Raises:
        OSError: It cannot be written.
    """
    with open(path, "r+b") as file:
        head = bytearray(file.read(_HEADER))
        if len(head) < _HEADER:
            return
        head[:16] = MAGIC
        head[16:18] = (_page_size(head) & 0xFFFF or 1).to_bytes(2, "big")
        # A file with a log beside it was in use, and its log is only looked at under these two versions.
        if not set(head[18:20]) <= {1, 2} or os.path.exists(path + "-wal"):
            head[18:20] = b"\2\2"
        head[20:24] = bytes((0, 64, 32, 32))
        head[44:48], head[56:60] = (4).to_bytes(4, "big"), (1).to_bytes(4, "big")
        file.seek(0)
        file.write(head)


def rows(path: str) -> Iterator[tuple[int | None, Row]]:
    """Read every row that a page of the file holds whole, whichever table it belongs to, twice if it is there twice.

    Args:
        path: A database file without a log beside it.

    Returns:
        The row's number, None in a table or index without one, and its columns as they are stored.

    Raises:
        OSError: The file cannot be read.
    """
    with open(path, "rb") as file:
        size = _page_size(file.read(_HEADER))
        count = -(-os.fstat(file.fileno()).st_size // size)
        for number in range(1, count + 1):
            yield from _page_rows(file, number, size)


def _page_size(head: bytes | bytearray) -> int:
    size = int.from_bytes(head[16:18], "big")
    size = 65536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else PAGE_SIZE


def _page(file: BufferedReader, number: int, size: int) -> bytes:
    file.seek((number - 1) * size)
    # What a cut file lacks is read as nothing.
    return file.read(size).ljust(size, b"\0")


def _page_rows(file: BufferedReader, number: int, size: int) -> Iterator[tuple[int | None, Row]]:
    page = _page(file, number, size)
    start = _HEADER if number == 1 else 0
    kind = page[start]
    if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR):
        return
    pointers = start + (12 if kind == _INDEX_INTERIOR else 8)
    cells = min(int.from_bytes(page[start + 3 : start + 5], "big"), size // _LEAST_CELL)
    for place in range(pointers, min(pointers + 2 * cells, size - 1), 2):
        at = int.from_bytes(page[place : place + 2], "big")
        try:
            yield _cell(file, page, kind, at, size)
        except (IndexError, ValueError):
            continue  # this cell is torn; the next one may be whole


def _cell(file: BufferedReader, page: bytes, kind: int, at: int, size: int) -> tuple[int | None, Row]:
    if kind == _INDEX_INTERIOR:
        at += 4
    length, at = _varint(page, at)
    number = None
    if kind == _TABLE_LEAF:
        number, at = _varint(page, at)
        number -= (number >> 63) << 64
        most = size - 35
    else:
        most = (size - 12) * 64 // 255 - 23
    least = (size - 12) * 32 // 255 - 23
    local = length
    if length > most:
        local = least + (length - least) % (size - 4)
        local = local if local <= most else least
    payload = page[at : at + local]
    if length > local:
        follows = int.from_bytes(page[at + local : at + local + 4], "big")
        payload += _overflow(file, follows, length - local, size)
    if len(payload) != length:
        raise ValueError("the row goes on behind the end")
    return number, _record(payload)


def _overflow(file: BufferedReader, number: int, length: int, size: int) -> bytes:
    """Collect the part of a long row that did not fit on its page."""
    if length > os.fstat(file.fileno()).st_size:
        raise ValueError("the row is longer than the file")
    parts = b""
    while length > 0:
        if number == 0:
            raise ValueError("the chain of pages breaks off")
        page = _page(file, number, size)
        number = int.from_bytes(page[:4], "big")
        part = page[4 : 4 + length]
        parts += part
        length -= len(part)
    return parts


def _record(payload: bytes) -> Row:
    end, at = _varint(payload, 0)
    values: list[object] = []
    place = end
    while at < end:
        kind, at = _varint(payload, at)
        width = _INTEGERS.get(kind, (kind - 12) // 2 if kind >= 12 else 8 if kind == 7 else 0)
        part = payload[place : place + width]
        if len(part) != width or kind in (10, 11):
            raise ValueError("the row is torn")
        values.append(_value(kind, part))
        place += width
    if place != len(payload):
        raise ValueError("the row is longer than its columns")
    return tuple(values)


def _value(kind: int, part: bytes) -> object:
    if kind in _INTEGERS:
        return int.from_bytes(part, "big", signed=True)
    if kind in (8, 9):
        return kind - 8
    if kind >= 13 and kind % 2:
        return part.decode("utf-8", "replace")
    return None if kind == 0 else part


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Read a number of one to nine bytes, and tell where the next one begins."""
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9
