"""What a million finished games cost the boards: instructions and times, printed and never asserted.

Run by hand or by CI: `python tests/bench/boards.py [GAMES ...]`, 1,000 and 1,000,000 when none are named. Instructions
are those of the question alone: what a program that asks it executes, less what one executes that only opens the store.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from random import Random

from qot_quiz.core.past import Result
from qot_quiz.store import boards, unfinished
from qot_quiz.store.boards import Filters
from qot_quiz.store.opening import Store, open_store

SIZES = (1_000, 1_000_000)
PLAYERS = 200
BOARDS = tuple((mode, difficulty) for mode in ("classic", "survival") for difficulty in ("any", "hard"))
FULLEST = "1/classic/any/10"
ROUNDS = 5
VALGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


def games(count: int) -> Iterator[tuple[Result, int]]:
    """Make up games, most of them on one board, with points that ten questions give."""
    chance = Random(1)
    began = datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=1)))
    for number in range(count):
        mode, difficulty = BOARDS[0] if chance.random() < 0.7 else chance.choice(BOARDS)
        right, streak, points = 0, 0, 0
        for worth in (100, 100, 100, 100, 200, 200, 200, 200, 300, 300):
            if chance.random() < 0.65:
                help = chance.choice((4, 4, 4, 4, 3, 2))
                points += worth * (100 + 10 * min(streak, 5)) * help // 400
                right, streak = right + 1, streak + 1
            else:
                streak = 0
        at = (began + timedelta(seconds=20 * number)).isoformat(timespec="milliseconds")
        yield (
            Result(
                game_id=f"{chance.getrandbits(128):032x}",
                player=f"player {chance.randrange(PLAYERS)}",
                mode=mode,
                difficulty=difficulty,
                questions=10,
                asked=10,
                right=right,
                points=points,
                best_streak=streak,
                ruleset=1,
                board=f"1/{mode}/{difficulty}/10",
                seed=chance.getrandbits(53),
                code=None,
                pack="queen-of-tears",
                pack_digest="0123456789abcdef",
                up_to=16,
                started_at=at,
                finished_at=at,
                took_ms=chance.randrange(200_000),
                ranked=chance.random() < 0.9,
            ),
            chance.randrange(4),
        )


def last_of(store: Store) -> str:
    """Find the game whose rank takes most counting: the last ranked one of the fullest board."""
    sql = "select game_id from results where board = ? and hidden = 0 and ranked = 1 order by points, right limit 1"
    return str(store.rows(sql, (FULLEST,))[0][0])


def middle_of(store: Store) -> str:
    """Find a game among those with the commonest points of the fullest board."""
    sql = """select game_id from results where board = ?1 and hidden = 0 and ranked = 1 and points = (
        select points from tally where board = ?1 order by games desc limit 1) order by right, helps desc limit 1"""
    return str(store.rows(sql, (FULLEST,))[0][0])


QUESTIONS: dict[str, Callable[[Store], object]] = {
    "boards and top 10": lambda store: (boards.boards(store), boards.top(store, FULLEST)),
    "top 10 of a player": lambda store: boards.top(store, FULLEST, Filters(player="player 7")),
    "place, most games ahead": lambda store: boards.place(store, os.environ["BENCH_LAST"]),
    "place, most games level": lambda store: boards.place(store, os.environ["BENCH_MIDDLE"]),
    "newest unfinished": unfinished.newest,
}


def ask(path: str, question: str) -> None:
    """Open the store and ask one question, or none."""
    store = open_store(path)
    if question:
        QUESTIONS[question](store)
    store.close()


def instructions(path: str, question: str) -> int | None:
    """Count the executed instructions of a program that asks a question; None without valgrind."""
    if shutil.which("valgrind") is None:
        return None
    counted = subprocess.run(
        [*VALGRIND, sys.executable, __file__, "ask", path, question],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    found = re.search(r"I *refs: *([\d,]+)", counted.stderr)
    return int(found[1].replace(",", "")) if found else None


def milliseconds(question: Callable[[Store], object], store: Store) -> float:
    """Take the fastest of a few rounds."""
    rounds = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        question(store)
        rounds.append(time.perf_counter() - began)
    return min(rounds) * 1000


def measure(count: int, path: str) -> None:
    """Fill a store and print what its questions cost."""
    began = time.perf_counter()
    store = open_store(path)
    imported = boards.import_results(store, games(count))
    store.close()
    say(f"{imported.added:,} games: import {time.perf_counter() - began:.1f} s, {os.path.getsize(path) / 1e6:,.1f} MB")
    store = open_store(path)
    os.environ["BENCH_LAST"], os.environ["BENCH_MIDDLE"] = last_of(store), middle_of(store)
    bare = instructions(path, "")
    for name, question in QUESTIONS.items():
        counted = instructions(path, name)
        told = f"{counted - bare:>12,} instructions" if counted and bare else "(no valgrind)"
        say(f"  {name:24} {told}  {milliseconds(question, store):8.2f} ms")
    for name, filters in (("export", Filters()), ("export of a player", Filters(player="player 7"))):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.perf_counter()
        lines = sum(len(batch) for batch in boards.export_lines(store, filters))
        taken = (time.perf_counter() - began) * 1000
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        say(f"  {name:24} {lines:>12,} lines  {taken:16.2f} ms, {grown / 1024:.1f} MiB more")
    store.close()


def say(line: str) -> None:
    """Print a line of the report."""
    print(line, flush=True)  # noqa: T201 - a script's own words


if __name__ == "__main__":
    if sys.argv[1:2] == ["ask"]:
        ask(sys.argv[2], sys.argv[3])
    else:
        for size in [int(word) for word in sys.argv[1:]] or SIZES:
            with tempfile.TemporaryDirectory() as folder:
                measure(size, os.path.join(folder, "games.db"))
