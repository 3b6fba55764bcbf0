"""A game in a pipe that the system ends: kept, said, and gone on with."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from running import ROOT, SEEDED, run

KEPT = "The game is kept: qot-quiz resume goes on with it."


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_one_learns_that_the_game_is_kept(ready: Path, number: int, code: int) -> None:
    """The exit code names the signal, a sentence says how to go on, and the answer given before is there."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "qot_quiz", *SEEDED]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT, text=True) as game:
        assert game.stdin is not None
        assert game.stdout is not None
        assert game.stderr is not None
        game.stdin.write("s\n")
        game.stdin.flush()
        for line in game.stdout:
            if line.startswith("Question 2 of 10"):
                break
        game.send_signal(number)
        assert game.wait(20) == code
        assert game.stderr.read() == f"{KEPT}\n"
    resumed = run("resume", "--discard")
    assert "1 of 10 answered" in resumed.err
