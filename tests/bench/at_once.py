"""First runs all at once, each of which plays a game; by hand: python tests/bench/at_once.py [N].

Prints how many games are kept, once each, and what anybody was told.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
GAME = ("play", "--seed", "7", "--up-to", "16", "--answers", "-")


def main(programs: int) -> int:
    """Start them, wait for them, and count; 1 when a game is missing, doubled, or anything went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "QOT_QUIZ_HOME": os.path.join(folder, "home")}
        command = [sys.executable, "-m", "qot_quiz"]
        begun = time.perf_counter()
        pipe = subprocess.PIPE
        runs = [
            subprocess.Popen([*command, *GAME], stdin=pipe, stdout=pipe, stderr=pipe, env=env, cwd=ROOT, text=True)
            for _ in range(programs)
        ]
        ended = [(run.communicate("s\n" * 10), run.returncode) for run in runs]
        took = time.perf_counter() - begun
        scores = [*command, "scores", "--json"]
        listed = subprocess.run(scores, capture_output=True, env=env, cwd=ROOT, text=True, check=True).stdout
        games = [game["game_id"] for game in json.loads(listed)["games"]]
        strays = [name for _, _, names in os.walk(folder) for name in names if ".part" in name or ".new" in name]
    codes, told = Counter(code for _, code in ended), Counter(err for (_, err), _ in ended if err)
    sys.stdout.write(
        f"{programs} first runs at once in {took:.1f} s: exit codes {dict(codes)}, {len(games)} games kept, "
        f"{len(set(games))} different; left behind: {strays}; told: {dict(told)}\n"
    )
    return 0 if set(codes) == {0} and len(games) == len(set(games)) == programs and not strays and not told else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 32))
