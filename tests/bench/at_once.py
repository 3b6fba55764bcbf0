"""First runs all at once, each of which plays so many games; by hand: python tests/bench/at_once.py [N [GAMES]].

Every game is a process of its own. Prints how many are kept, once each, and what anybody was told.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))  # where the program is

from qot_quiz.store.checkup import check
from qot_quiz.store.opening import open_store

ROOT = Path(__file__).resolve().parent.parent.parent
COMMAND = [sys.executable, "-m", "qot_quiz"]
GAME = ("play", "--seed", "7", "--up-to", "16", "--answers", "-")


def main(programs: int, each: int) -> int:
    """Start them, wait for them, and count; 1 when a game is missing, doubled, or anything went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "QOT_QUIZ_HOME": os.path.join(folder, "home")}
        begun = time.perf_counter()
        with ThreadPoolExecutor(programs) as pool:
            ended = [one for several in pool.map(lambda _: _played(env, each), range(programs)) for one in several]
        took = time.perf_counter() - begun
        scores = [*COMMAND, "scores", "--json"]
        listed = subprocess.run(scores, capture_output=True, env=env, cwd=ROOT, text=True, check=True).stdout
        games = [game["game_id"] for game in json.loads(listed)["games"]]
        path = os.path.join(folder, "home", "games.db")
        state = check(path).state
        with closing(open_store(path)) as store:
            verdicts = store.rows("select count(*) from moves where what = 'judged' group by game")
        strays = [name for _, _, names in os.walk(folder) for name in names if ".part" in name or ".new" in name]
    codes, told = Counter(run.returncode for run in ended), Counter(run.stderr for run in ended if run.stderr)
    sys.stdout.write(
        f"{programs} first runs at once, {each} games each, in {took:.1f} s: exit codes {dict(codes)}, {len(games)} "
        f"games kept, {len(set(games))} different, answers of each {dict(Counter(count for (count,) in verdicts))}; "
        f"the file is {state}; left behind: {strays}; told: {dict(told)}\n"
    )
    whole = len(games) == len(set(games)) == len(verdicts) == programs * each and set(verdicts) == {(10,)}
    return 0 if whole and set(codes) == {0} and state == "sound" and not strays and not told else 1


def _played(env: dict[str, str], games: int) -> list[subprocess.CompletedProcess[str]]:
    """Play games one after another, each in a process of its own."""
    return [
        subprocess.run(
            [*COMMAND, *GAME], input="s\n" * 10, capture_output=True, env=env, cwd=ROOT, text=True, check=False
        )
        for _ in range(games)
    ]


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in (sys.argv[1:] + ["32", "1"][len(sys.argv) - 1 :]))))
