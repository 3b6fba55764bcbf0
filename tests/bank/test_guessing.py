"""Guessing: nothing about the options of the built-in pack tells which one is right."""

from __future__ import annotations

import os
import runpy

import pytest

BENCH = os.path.join(os.path.dirname(__file__), "..", "bench", "guessing.py")
CHANCE = 25
NEAR = 4
"""Points of a hundred by which a guesser may do better or worse than chance."""


@pytest.fixture(name="shares", scope="module")
def _shares() -> dict[str, float]:
    bench = runpy.run_path(BENCH)
    shares: dict[str, float] = bench["shares"](bench["choices"]())
    return shares


@pytest.mark.parametrize("guesser", ["longest", "first", "last", "overlap"])
def test_a_guesser_stays_at_chance(shares: dict[str, float], guesser: str) -> None:
    """Taking the longest, the first or the last option, or the one most like the stem, is right one time in four."""
    assert abs(shares[guesser] - CHANCE) <= NEAR, shares
