"""How long a player waits: start-up and key latency as ratios to a bare interpreter, printed and never asserted.

Run by hand or by CI: `python tests/bench/start_up.py PATH-OF-QOT-QUIZ`. Commands take turns in every round, so that a
busy machine slows all of them alike; wall-clock ratios are medians of the rounds. With valgrind at hand the executed
instructions of `--version` are compared as well.
"""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 15
ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[ -/]*[@-~]")
FIRST = b"Question 1 of"
VERDICT = re.compile(rb"Right|Wrong|Partly|Close|Once more")
ANSWERS = {"choice": ("1",), "multi": ("1", "\r"), "typed": ("Hong Hae-inn", "\r"), "date": ("9 March 2024", "\r")}
"""Keys that answer a question of each kind; the time from the last one counts."""


class Terminal:
    """A program on a fresh pseudo-terminal of 30 lines by 100 columns."""

    def __init__(self, command: list[str], home: str) -> None:
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(QOT_QUIZ_HOME=home, TERM="xterm-256color", COLUMNS="100", LINES="30")
            os.execvp(command[0], command)
        self.seen = b""

    def until(self, wanted: re.Pattern[bytes]) -> float:
        """Read until a text is on the screen; the moment it was."""
        start = len(self.seen)
        while True:
            ready, _, _ = select.select([self.fd], [], [], 20)
            if not ready:
                sys.exit(f"{wanted.pattern!r} never came: {self.seen!r}")
            try:
                self.seen += os.read(self.fd, 65536)
            except OSError:
                sys.exit(f"{wanted.pattern!r} never came: {self.seen!r}")
            if wanted.search(ESCAPES.sub(b"", self.seen[start:])):
                return time.perf_counter()

    def end(self) -> None:
        """Hang up and wait."""
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def first_paint(commands: dict[str, list[str]], home: str) -> dict[str, list[float]]:
    """Milliseconds to the first text of each command, round by round."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS + 1):
        for name, command in commands.items():
            terminal = Terminal(command, home)
            wanted = re.compile(b"ok" if name == "python" else re.escape(FIRST))
            taken[name].append((terminal.until(wanted) - terminal.began) * 1000)
            terminal.end()
    return {name: times[1:] for name, times in taken.items()}


def key_latency(program: str, home: str, kind: str) -> list[float]:
    """Milliseconds from the key that gives an answer to its verdict on the screen, each the first of its process."""
    taken = []
    *before, last = ANSWERS[kind]
    for _ in range(ROUNDS):
        terminal = Terminal([program, "play", "--kind", kind], home)
        terminal.until(re.compile(FIRST))
        for keys in before:
            time.sleep(0.3)
            os.write(terminal.fd, keys.encode())
        time.sleep(0.3)
        pressed = time.perf_counter()
        os.write(terminal.fd, last.encode())
        taken.append((terminal.until(VERDICT) - pressed) * 1000)
        terminal.end()
    return taken


def instructions(command: list[str]) -> int | None:
    """Count the executed instructions of a command; None without valgrind."""
    if shutil.which("valgrind") is None:
        return None
    counted = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", *command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    found = re.search(r"I *refs: *([\d,]+)", counted.stderr)
    return int(found[1].replace(",", "")) if found else None


def main(program: str) -> None:
    """Measure and print."""
    with open(program, encoding="utf-8") as script:
        python = script.readline().removeprefix("#!").strip()
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "QOT_QUIZ_HOME": home}
        for key, value in (("player", "Ann"), ("up-to", "16")):
            subprocess.run([program, "settings", "set", key, value], env=environment, check=True)
        commands = {
            "python": [python, "-c", "print('ok')"],
            "play": [program, "play"],
            "play -d easy": [program, "play", "-d", "easy"],
        }
        taken = first_paint(commands, home)
        base = taken.pop("python")
        say(f"first paint of a bare interpreter: {statistics.median(base):.1f} ms")
        for name, limit in (("play", 8), ("play -d easy", 11)):
            ratio = statistics.median(mine / bare for mine, bare in zip(taken[name], base, strict=True))
            say(f"first question of {name}: {statistics.median(taken[name]):.1f} ms, {ratio:.2f} times (goal {limit})")
        for kind in ANSWERS:
            keys = key_latency(program, home, kind)
            say(f"a verdict on a {kind}: {statistics.median(keys):.2f} ms median, {max(keys):.2f} worst (goal 5)")
        bare, version = instructions([python, "-c", "pass"]), instructions([python, program, "--version"])
        if bare and version:
            say(f"--version: {version / bare:.3f} times the instructions of a bare interpreter (goal 1.1)")
        else:
            say("--version: not counted, valgrind is not here")


def say(line: str) -> None:
    """Print a line of the report."""
    print(line, flush=True)  # noqa: T201 - a script's own words


if __name__ == "__main__":
    main(sys.argv[1])
