"""Chance as data: keyed hashes of a seed and names, the same on every machine and in every version of Python."""

from __future__ import annotations

from collections.abc import Iterable

try:
    from _blake2 import blake2b  # the very same function: hashlib would load OpenSSL before the first question
except ImportError:
    from hashlib import blake2b

SEEDS = 2**53
"""Seeds run from 0 to this number less one, so that every JSON reader keeps them whole."""

RING = 2**64
"""The ring on which a pack's questions lie, by the hash of their id."""


def hash64(seed: int, *names: str) -> int:
    """Mix a seed with names into a number.

    Args:
        seed: 0..2^53-1.
        names: What the number is for; their order counts.

    Returns:
        A whole number 0..2^64-1, the first eight bytes of BLAKE2b (RFC 7693) keyed by the seed.
    """
    text = "\x1f".join(names).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8, key=seed.to_bytes(8, "big")).digest(), "big")


def shuffled(seed: int, purpose: str, names: Iterable[str]) -> list[str]:
    """Put names into the order that a seed gives them.

    Args:
        seed: 0..2^53-1.
        purpose: Keeps this order independent of others made from the same seed.
        names: Different texts.

    Returns:
        The names by rising keyed hash.
    """
    return sorted(names, key=lambda name: (hash64(seed, purpose, name), name))
