"""The digest of a pack: one number for what it says, however its files are named, ordered or laid out."""

from __future__ import annotations

import hashlib
import json

import msgspec

from qot_quiz.bank.book import Book

SHOWN = 16
"""Hexadecimal characters of a digest that are kept and shown: 64 bits."""


def digest_of(book: Book) -> str:
    """Take the digest of a pack's canonical content.

    Args:
        book: The pack; accepted warnings are left out, since they change no game.

    Returns:
        The first 16 hexadecimal characters of the SHA-256 of its tables as JSON with sorted keys.
    """
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
