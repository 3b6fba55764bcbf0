"""The digest of a pack: one number for what it says, however its files are named, ordered or laid out."""

from __future__ import annotations

import os

import msgspec

from qot_quiz.bank.book import Book
from qot_quiz.bank.stamps import pack_files
from qot_quiz.errors import PackError

try:
    from _blake2 import blake2b  # the very same function: hashlib would load OpenSSL and its megabytes
except ImportError:
    from hashlib import blake2b

PIECE = 1 << 18
"""Bytes that are read at once."""

SHOWN = 16
"""Hexadecimal characters of a digest that are kept and shown: 64 bits."""


def digest_of(book: Book) -> str:
    """Take the digest of a pack's canonical content.

    Args:
        book: The pack; accepted warnings are left out, since they change no game.

    Returns:
        The first 16 hexadecimal characters of the SHA-256 of its tables as JSON with sorted keys.
    """
    import hashlib
    import json

    pack = book.pack
    content = {
        "pack": msgspec.to_builtins(book.about.table),
        "topics": [msgspec.to_builtins(placed.table) for placed in pack.topics],
        "names": {placed.table.id: msgspec.to_builtins(placed.table) for placed in pack.names},
        "facts": {placed.table.id: [book.topic(placed), msgspec.to_builtins(placed.table)] for placed in pack.facts},
        "questions": {
            placed.table.id: [book.topic(placed), msgspec.to_builtins(placed.table)] for placed in pack.questions
        },
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:SHOWN]


class Running:
    """The digest of a pack that is streamed: of its head, and of its questions in the order of their ids.

    Args:
        book: The pack, as far as its TOML files tell it.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._hash = blake2b(digest_size=32)

    def add(self, body: bytes) -> None:
        """Take in the next question as the bank keeps it, one JSON object."""
        self._hash.update(body + b"\n")

    def end(self, topics: dict[str, str]) -> str:
        """Give the digest.

        Args:
            topics: The titles of all topics by id.
        """
        names = (placed.table for placed in self._book.pack.names)
        head = (self._book.about.table, sorted(topics.items()), sorted(names, key=lambda name: name.id))
        self._hash.update(msgspec.json.encode(head, order="sorted"))
        return self._hash.hexdigest()[:SHOWN]


def bytes_of(path: str) -> str:
    """Take the digest of a pack's files as they lie there, which is quick for files of any size.

    Args:
        path: A folder, or one TOML file.

    Raises:
        PackError: A file cannot be read.
    """
    whole = blake2b(digest_size=32)
    try:
        for file in pack_files(path):
            part = blake2b(digest_size=32)
            with open(file, "rb") as opened:
                while piece := opened.read(PIECE):
                    part.update(piece)
            whole.update(os.fsencode(os.path.basename(file)) + b"\0" + part.digest())
    except OSError as error:
        raise PackError(f"The pack {path} cannot be read: {error.strerror or error}.") from error
    return whole.hexdigest()
