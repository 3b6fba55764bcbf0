"""The simulation of `test_simulation.py` at length: what was played and came up, in how many seconds, is printed.

Run by hand: `python tests/bench/simulation.py [GAMES [SEED [MODE ...]]]`, 200 games of every mode at each ceiling when
nothing is said. It stops with a traceback at the first game that is not as the rules say.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # where the player is

from rounds import CEILINGS, ROUNDS
from simulating import Table

GAMES = 200


def round_of(mode: str, games: int, seed: int) -> tuple[Table, float]:
    """Play one mode at every ceiling with a home of its own: the table as it was left, and the seconds it took."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("QOT_QUIZ_HOME", os.path.join(folder, "home"))
        began = time.perf_counter()
        table = Table(patch, Path(folder), seed)
        for up_to in CEILINGS:
            ROUNDS[mode](table, up_to, games)
            table.check_words(up_to)
        return table, time.perf_counter() - began


def main() -> None:
    """Play, and print a line for every mode."""
    games = int(sys.argv[1]) if sys.argv[1:] else GAMES
    seed = int(sys.argv[2]) if sys.argv[2:] else 1
    for mode in sys.argv[3:] or ROUNDS:
        table, seconds = round_of(mode, games, seed)
        counts = ", ".join(f"{count} {what}" for what, count in table.tally.most_common())
        sys.stdout.write(f"{mode}: {counts}; {seconds:.1f} s\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
