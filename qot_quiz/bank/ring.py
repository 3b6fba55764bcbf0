"""The ring on which the questions of a bank lie, each at the hash of its id."""

from __future__ import annotations

from qot_quiz.core.chance import RING

try:
    from _blake2 import blake2b  # the very same function: hashlib would load OpenSSL before the first question
except ImportError:
    from hashlib import blake2b

RING_MIDDLE = RING // 2
"""What is taken from a point 0..2^64-1 to store it: SQLite's integers are signed."""


def point_of(id: str) -> int:
    """Place a question on the ring of its difficulty.

    Args:
        id: The question's id.

    Returns:
        The first eight bytes of the BLAKE2b hash of the id (RFC 7693), 0..2^64-1.
    """
    return int.from_bytes(blake2b(id.encode(), digest_size=8).digest(), "big")
