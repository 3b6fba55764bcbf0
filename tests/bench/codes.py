"""How long challenge codes are, and what writing one costs a game's start: `python tests/bench/codes.py`."""

from __future__ import annotations

import sys
import tempfile
import time

from qot_quiz.bank.locating import open_pack
from qot_quiz.core import code
from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import MODES
from qot_quiz.core.setup import Setup

DECKS = 200
GAMES = (
    ("classic", 5),
    ("classic", 10),
    ("classic", 20),
    ("daily", 10),
    ("ladder", 12),
    ("survival", 15),
    ("blitz", 20),
)


def main() -> None:
    """Write and read the codes of many decks of the built-in pack."""
    with tempfile.TemporaryDirectory() as cache:
        bank = open_pack("queen-of-tears", cache)
        pack = code.Pack(bank, bank.meta.digest, bank.meta.episodes)
        _tell("mode       questions  characters (least, mean, most)  groups  to write, ms")
        for mode, length in GAMES:
            rules = MODES[mode].rules
            sizes, spent = [], 0.0
            for seed in range(DECKS):
                filters = Filters(kinds=rules.kinds, up_to=bank.meta.episodes)
                day = f"20{seed % 70 + 26}-11-22"
                setup = Setup("", mode, rules, filters, length, seed, True, bank.meta.id, bank.meta.digest, day=day)
                deck = MODES[mode].draw(bank, setup, ())
                began = time.perf_counter()
                text = code.write(setup, deck, pack)
                spent += time.perf_counter() - began
                assert code.read(text, pack).deck == deck
                sizes.append(len(text))
            mean = sum(sizes) / DECKS
            spread = f"{min(sizes):>10} {mean:>8.1f} {max(sizes):>8}"
            _tell(f"{mode:<10} {length:>9} {spread:<33} {(mean - 3) / 5:>7.1f} {1000 * spent / DECKS:>10.2f}")
        bank.close()


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
