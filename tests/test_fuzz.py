"""Inputs thrown at every entrance end well; `tests/bench/fuzz_entrances.py` throws more."""

from __future__ import annotations

from pathlib import Path

from fuzzing import fuzz

COUNT, SEED = 2_000, 20240309
"""How many are thrown here, and from which seed."""


def test_no_input_is_a_bug(tmp_path: Path) -> None:
    """Command lines, answers, settings, damaged files of games and codes end with 0, 1 or 2, and in words."""
    thrown = fuzz(COUNT, SEED, tmp_path)
    assert not thrown.findings
    assert set(thrown.codes) == {0, 1, 2}
