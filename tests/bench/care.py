"""What every interactive screen does to the terminal when it is left, signalled, hung up, resized or flooded.

Run by hand: `python tests/bench/care.py TOOL [--busy N] [--only WORD]`. TOOL is a program that plays terminal and
judge: `TOOL --until TEXT [--keys KEYS] --quit-keys KEYS -- COMMAND ...`, which exits with 0 when no trial failed and
ends with a line that counts them. Each trial starts from a home prepared anew. With `--busy` so many busy loops run
beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pexpect

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = [sys.executable, "-m", "qot_quiz"]
START = "--start"
"""The word by which this script starts a trial."""

DECODED = r"\x03,\x04"
DUE_S = 65
"""Seconds after which what was missed for the first time is due, and a few."""

LEAVING = DECODED + r",q,\x1b"
TYPED = DECODED + r",q\r,\x1b"


class Screen(NamedTuple):
    """One screen.

    Args:
        name: What it is.
        home: Which home it needs.
        words: The command line without the program's name.
        until: A text that is drawn before the keys, and again whenever the screen is drawn anew.
        keys: What is typed then to come to it, as an escaped string.
        away: Keys that leave it, parted by commas.
    """

    name: str
    home: str
    words: tuple[str, ...]
    until: str
    keys: str = ""
    away: str = LEAVING


def _kind(name: str, *more: str, away: str = LEAVING, keys: str = "", until: str = "pass") -> Screen:
    words = ("play", "--kind", name, "-n", "3", "--up-to", "16", *more)
    return Screen(" ".join((name, *more)), "known", words, until, keys, away)


SCREENS = (
    Screen("menu", "known", (), "choose"),
    Screen("first run: name", "fresh", ("play",), "Your name?", "Ann", DECODED),
    Screen("first run: episodes", "named", ("play",), "you have watched", "", DECODED + r",\x1b"),
    Screen("party: names", "known", ("party",), "Player 1?", "", DECODED + r",\x1b"),
    Screen("resume: which game", "two", ("resume",), "Which game?"),
    Screen("pack remove", "packed", ("pack", "remove", "mine"), "Remove the pack"),
    _kind("choice"),
    _kind("true-false"),
    _kind("multi", keys="12"),
    _kind("ordering", keys="12"),
    _kind("typed", away=TYPED),
    _kind("typed", keys="half an answer", away=DECODED, until="Enter answer"),
    _kind("number", away=TYPED),
    _kind("date", away=TYPED),
    _kind("choice", "--timer", "90"),
    _kind("typed", "--timer", "90", away=TYPED),
    Screen("blitz", "known", ("play", "--mode", "blitz"), "seconds left"),
    Screen("ladder", "known", ("play", "--mode", "ladder", "--kind", "choice"), "pass"),
    Screen("a verdict", "known", ("play", "--kind", "choice"), "q leave", "1"),
    Screen("a verdict resumed", "judged", ("resume",), "Enter next"),
    Screen("once more", "vague", ("resume",), "pass", "", TYPED),
    Screen("flag reason", "judged", ("resume",), "Source:", "!", DECODED),
    Screen("hand-over", "known", ("party", "Ann", "Ben"), "your turn"),
    Screen("review", "missed", ("review",), "pass", "", TYPED),
    Screen("end of a game", "last", ("resume",), "–", r"\r"),
)


class Homes:
    """Homes of each sort below a folder.

    Args:
        folder: An empty folder.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._missed_at = -float(DUE_S)
        os.mkdir(os.path.join(folder, "fresh"))
        self._run("named", "settings", "set", "player", "Ann")
        for home in ("known", "two", "packed", "judged", "vague", "missed", "last"):
            self._run(home, "settings", "set", "player", "Ann")
            self._run(home, "settings", "set", "up-to", "16")
        for _ in range(2):
            self._run("two", "play", lines="s\nq\n")
        self._run("packed", "pack", "new", "mine")
        self._run("packed", "pack", "add", os.path.join(folder, "mine"))
        self._leave_a_verdict("judged", "--kind", "typed", keys="=nobody\r")
        self._leave_a_verdict("last", "-n", "1", "--kind", "choice", keys="s", killed=True)
        self._leave_a_second_try()
        self._run("missed", "play", lines="s\n" * 10 + "\n")
        self._missed_at = time.monotonic()

    def path(self, home: str) -> str:
        """Give the path of one; where something was missed, wait until it is due."""
        if home == "missed":
            time.sleep(max(0.0, self._missed_at + DUE_S - time.monotonic()))
        return os.path.join(self._folder, home)

    def _run(self, home: str, *words: str, lines: str = "") -> str:
        done = subprocess.run(
            [*PROGRAM, *words],
            input=lines,
            env=surroundings(self.path(home)),
            capture_output=True,
            text=True,
            check=False,
            cwd=self._folder,
        )
        return done.stdout

    def _leave_a_verdict(self, home: str, *words: str, keys: str, killed: bool = False) -> None:
        """Answer a question; whoever leaves its last verdict has finished a game, unless the program is killed."""
        command = [*PROGRAM, "play", *words]
        player = pexpect.spawn(command[0], command[1:], env={**surroundings(self.path(home)), "TERM": "xterm"})
        player.expect("s.* pass")
        time.sleep(0.5)
        player.send(keys)
        player.expect("flag")
        time.sleep(0.5)
        if killed:
            player.kill(signal.SIGKILL)
        else:
            player.send("q")
        player.expect(pexpect.EOF)

    def _leave_a_second_try(self) -> None:
        """Answer a person's full name with its first word alone."""
        game = ("play", "--seed", "7", "--up-to", "16", "--kind", "typed", "--answers", "-")
        told = json.loads(self._run("known", *game, "--json", lines="s\n" * 10))
        answers = [one["solution"].removeprefix("=") for one in told["answers"]]
        place = next(at for at, answer in enumerate(answers) if "-" in answer.partition(" ")[2])
        self._run("vague", *game, lines="s\n" * place + answers[place].partition(" ")[0] + "\n")


def surroundings(home: str) -> dict[str, str]:
    """Give the variables with which the program runs at a home."""
    return {**os.environ, "QOT_QUIZ_HOME": home, "PYTHONPATH": ROOT}


@contextmanager
def busy(loops: int) -> Iterator[None]:
    """Keep the machine busy with so many loops that give way to whoever asks politely."""
    running = [subprocess.Popen(["nice", sys.executable, "-c", "while True: pass"]) for _ in range(loops)]
    try:
        yield
    finally:
        for one in running:
            one.kill()
            one.wait()


def start(home: str, words: list[str]) -> None:
    """Become the program, in a copy of a home that goes away with the trial."""
    mine = os.path.join(os.environ["HOME"], "games")
    shutil.copytree(home, mine)
    os.execve(sys.executable, [*PROGRAM, *words], surroundings(mine))


def trials(tool: str, screen: Screen, home: str) -> str:
    """Put one screen through all trials and give the judge's words."""
    here = [sys.executable, os.path.abspath(__file__), START, home, *screen.words]
    asked = ["--until", screen.until, "--keys", screen.keys, "--quit-keys", screen.away]
    done = subprocess.run([sys.executable, tool, *asked, "--", *here], capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).strip()


def main(words: list[str]) -> int:
    """Put every screen through all trials; how many failed of which is printed."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("tool")
    reader.add_argument("--busy", type=int, default=0)
    reader.add_argument("--only", default="")
    given = reader.parse_args(words)
    failed = 0
    with tempfile.TemporaryDirectory() as folder, busy(given.busy):
        homes = Homes(folder)
        for screen in SCREENS:
            if given.only in screen.name:
                *faults, last = trials(given.tool, screen, homes.path(screen.home)).splitlines() or ["nothing said"]
                failed += not last.startswith("0 of ")
                say("\n".join([f"{screen.name:26} {last}", *(f"    {fault}" for fault in faults)]))
    return int(failed > 0)


def say(line: str) -> None:
    """Print a line of the report."""
    print(line, flush=True)  # noqa: T201 - a script's own words


if __name__ == "__main__":
    if sys.argv[1:2] == [START]:
        start(sys.argv[2], sys.argv[3:])
    sys.exit(main(sys.argv[1:]))
