"""What the size of a pack costs: compiling, and the first question of a game; printed and never asserted.

Run by hand or by CI: `python tests/bench/scale.py PATH-OF-QOT-QUIZ [QUESTIONS ...]`, 1,000 to 1,000,000 when none are
named. Times are those of whole commands. Instructions, where valgrind is at hand, are those of a game with filters up
to its first question. Memory is the most that a command held, beside that of one that only names some folders.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from random import Random

SIZES = (1_000, 10_000, 100_000, 1_000_000)
WORDS = [
    "river",
    "stone",
    "capital",
    "ocean",
    "planet",
    "music",
    "history",
    "theory",
    "number",
    "language",
    "country",
    "author",
    "painting",
    "battle",
]
TOPICS = 20
FILTERS = ("-d", "hard", "--topic", "cat03", "--kind", "choice", "--up-to", "0", "--seed", "7")
VALGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
REPORTER = "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], capture_output=True, check=True)\n"
REPORTER += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"


def write_pack(folder: str, count: int) -> None:
    """Write a pack of so many questions, the same ones every time."""
    os.makedirs(folder)
    with open(os.path.join(folder, "pack.toml"), "w", encoding="utf-8") as head:
        head.write(f'[pack]\nid = "towns-{count}"\ntitle = "Towns"\n')
    chance = Random(7)
    with open(os.path.join(folder, "questions.jsonl"), "w", encoding="utf-8") as lines:
        for number in range(count):
            choices = [
                f"{chance.choice(WORDS)} {chance.choice(WORDS)} {place}" for place in chance.sample(range(9999), 4)
            ]
            row = {
                "id": f"q{number:07}",
                "question": f"Which {' '.join(chance.choice(WORDS) for _ in range(9))}?",
                "choices": choices,
                "answer": chance.randrange(4),
                "category": f"cat{chance.randrange(TOPICS):02}",
                "difficulty": chance.choice(("easy", "medium", "hard")),
                "tags": [chance.choice(WORDS), chance.choice(WORDS)],
            }
            lines.write(json.dumps(row) + "\n")


def run(*command: str) -> float:
    """Run a command and give its seconds."""
    began = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)  # a game that is left ends with 1
    return time.perf_counter() - began


def memory(*command: str) -> float:
    """Run a command and give the most memory that it held, in MiB."""
    # Of its children a process knows the largest alone: each command gets a parent of its own.
    told = subprocess.run([sys.executable, "-c", REPORTER, *command], capture_output=True, check=True, text=True)
    return int(told.stdout) / 1024


def instructions(*command: str) -> int | None:
    """Count the executed instructions of a command; None without valgrind."""
    if shutil.which("valgrind") is None:
        return None
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    counted = subprocess.run([*VALGRIND, *command], capture_output=True, text=True, check=False, env=environment)
    found = re.search(r"I *refs: *([\d,]+)", counted.stderr)
    return int(found[1].replace(",", "")) if found else None


def measure(program: tuple[str, ...], count: int, folder: str, idle: float) -> None:
    """Print what a pack of so many questions costs."""
    pack = os.path.join(folder, f"towns-{count}")
    write_pack(pack, count)
    source = os.path.getsize(os.path.join(pack, "questions.jsonl"))
    began = time.perf_counter()
    held = memory(*program, "pack", "add", pack)
    taken = time.perf_counter() - began
    game = (*program, "play", "--pack", f"towns-{count}", *FILTERS, "--answers", os.devnull)
    run(*game)
    first = min(run(*game) for _ in range(3))
    counted = instructions(*game)
    found = min(run(*program, "facts", "--pack", f"towns-{count}", "river", "capital", "ocean") for _ in range(3))
    told = f"{counted / 1e6:9.2f} M" if counted else "        -  "
    compiled = f"{count:>9,}  {source / 1e6:7.1f}  {taken:8.1f}  {count / taken:11,.0f}  {held - idle:+10.1f}"
    say(f"{compiled}  {first * 1000:8.0f}  {told}  {found * 1000:9.0f}")


def main(path: str, sizes: list[int]) -> None:
    """Measure and print a table."""
    program = (sys.executable, path) if path.endswith(".py") else (path,)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QOT_QUIZ_HOME"] = os.path.join(folder, "home")
        idle = memory(*program, "paths")
        say(f"An idle command holds {idle:.1f} MiB.")
        say("questions       MB  added, s  questions/s  MiB beside  game, ms  instructions  facts, ms")
        for size in sizes:
            measure(program, size, folder, idle)


def say(line: str) -> None:
    """Print a line of the report."""
    print(line, flush=True)  # noqa: T201 - a script's own words


if __name__ == "__main__":
    main(sys.argv[1], [int(word) for word in sys.argv[2:]] or list(SIZES))
