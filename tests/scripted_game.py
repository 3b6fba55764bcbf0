"""Plays one scripted game with an installed qot-quiz, and wins it: `python scripted_game.py PATH-OF-QOT-QUIZ`.

It stands alone, without pytest or any other extra, so that a bare install of the wheel can be tried with it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile

SEED = "20240309"
WINNING = 4 * 100 + 4 * 200 + 2 * 300
"""What ten right answers bring before any streak bonus."""


def run(program: str, home: str, *words: str, answers: str | None = None) -> str:
    """Run a command and return what it wrote; a failure ends the script."""
    done = subprocess.run(
        [program, *words],
        input=answers,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QOT_QUIZ_HOME": home},
    )
    if done.returncode:
        sys.exit(f"{words} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def main(program: str) -> None:
    """Play a game that passes every question, then win the same one with the solutions it told."""
    with tempfile.TemporaryDirectory() as home:
        game = ("play", "--seed", SEED, "--up-to", "16", "--json", "--answers", "-")
        passed = json.loads(run(program, home, *game, answers="\n" * 10))
        solutions = "".join(answer["solution"] + "\n" for answer in passed["answers"])
        won = json.loads(run(program, home, *game, answers=solutions))
        page = run(program, home, "scores", "export", "-", "--format", "html")
    right, asked, points = won["right"], won["asked"], won["points"]
    if not (right == asked == 10 and passed["points"] == 0 and points > WINNING):
        sys.exit(f"the game was not won: {won}")
    if not (page.count("<tr") > 2 and page.endswith("</html>\n")):
        sys.exit("the page of the games is not whole")
    print(f"1 scripted game: {right} of {asked} right, {points} points")  # noqa: T201 - a script's own words


if __name__ == "__main__":
    main(sys.argv[1])
