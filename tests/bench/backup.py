"""How long the day's backup takes at the end of a game, and a full check; by hand: python tests/bench/backup.py."""

from __future__ import annotations

import os
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from store.sample import play

from qot_quiz.store.backup import back_up
from qot_quiz.store.checkup import check
from qot_quiz.store.opening import open_store

GAMES = (1, 100, 1000, 4000)
"""Games in the file, one after the other; a player of a game a day needs eleven years for the last."""


def main() -> None:
    """Fill a file with games and time both at several sizes."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "games.db")
        store = open_store(path)
        store.rows("pragma synchronous = off")
        played = 0
        for number, games in enumerate(GAMES):
            while played < games:
                play(store)
                played += 1
            store.rows("pragma wal_checkpoint(truncate)")
            begun = time.perf_counter()
            back_up(path, os.path.join(folder, "backups"), f"2026-11-{number + 1:02}")
            backed_up = time.perf_counter()
            check(path)
            checked = time.perf_counter()
            told = f"backup {1000 * (backed_up - begun):.0f} ms, full check {1000 * (checked - backed_up):.0f} ms"
            sys.stdout.write(f"{games} games, {os.path.getsize(path) / 1e6:.1f} MB: {told}\n")
        store.close()


if __name__ == "__main__":
    main()
