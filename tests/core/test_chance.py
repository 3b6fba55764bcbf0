"""Chance as data: the same numbers everywhere and always."""

from __future__ import annotations

from hashlib import blake2b

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.chance import RING, SEEDS, hash64, shuffled

SEED = st.integers(0, SEEDS - 1)


@pytest.mark.parametrize(
    ("seed", "names", "number"),
    [
        (0, ("a",), 13364973569777140538),
        (7, ("point", "easy", "0"), 7952682474519156815),
        (SEEDS - 1, ("용두리",), 10089378542483136706),
    ],
)
def test_known_numbers(seed: int, names: tuple[str, ...], number: int) -> None:
    """The numbers are those of every version before, or every stored seed would draw another game."""
    assert hash64(seed, *names) == number


@given(SEED, st.lists(st.text(), min_size=1, max_size=4))
def test_keyed_hash(seed: int, names: list[str]) -> None:
    """A number is on the ring, and is the keyed BLAKE2b of the joined names, lone surrogates included."""
    data = "\x1f".join(names).encode("utf-8", "surrogatepass")
    key = seed.to_bytes(8, "big")
    assert hash64(seed, *names) == int(blake2b(data, digest_size=8, key=key).hexdigest(), 16) < RING


def test_names_are_told_apart() -> None:
    """Neither the seed, nor the order of names, nor where one ends and the next begins goes lost."""
    numbers = {hash64(1, "ab", "c"), hash64(1, "a", "bc"), hash64(1, "c", "ab"), hash64(2, "ab", "c"), hash64(1, "abc")}
    assert len(numbers) == 5


@given(SEED, st.lists(st.text(), unique=True, max_size=12))
def test_shuffled(seed: int, names: list[str]) -> None:
    """An order holds every name once and does not depend on the order they came in."""
    once = shuffled(seed, "test", names)
    assert sorted(once) == sorted(names)
    assert shuffled(seed, "test", reversed(names)) == once


def test_every_order_comes_up() -> None:
    """Seeds and purposes give different orders, each of the six of three names about equally often."""
    orders = [tuple(shuffled(seed, "test", "abc")) for seed in range(600)]
    counts = [orders.count(order) for order in set(orders)]
    assert len(counts) == 6
    assert min(counts) > 60
    assert any(shuffled(seed, "one", "abc") != shuffled(seed, "other", "abc") for seed in range(5))
