"""What a million moves cost the statistics: instructions, times and memory, printed and never asserted.

Run by hand or by CI: `python tests/bench/stats.py [MOVES ...]`, 10,000 and 1,000,000 when none are named. A game
played once is stored again and again under other names, questions and credits. Told are the first reading, which folds
every move, the reading after one game more, and the reading when nothing is new; then what the commands themselves
take, with their memory above that of a command that has nothing to do.
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
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random

from qot_quiz.store import cards, statistics
from qot_quiz.store.opening import Store, open_store

SIZES = (10_000, 1_000_000)
PACK, PLAYER, CEILING = "queen-of-tears", "player 0", 16
PLAYERS = 4
FACTS = 533
QUESTIONS = 10
MOVES = 2 * QUESTIONS
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
VALGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")

SETUP = (
    '{"player":"x","mode":"classic","rules":{},"filters":{"up_to":16},"length":10,"seed":1,"chosen":false,'
    f'"pack":"{PACK}","digest":"0"}}'
)
JUDGED = (
    '{"type":"judged","number":%d,"question":{"item":{"id":"%s","fact_id":"%s","kind":"%s","difficulty":"%s",'
    '"topic":"topic-%d","spoils":%d,"ask":"Which of these did it?","answer":"This one","wrong":["That one","Another",'
    '"A third"],"why":"It was so, and everybody saw it.","sources":[{"publisher":"the article","paragraph":7}]},'
    '"options":[{"key":"a","text":"This one"},{"key":"b","text":"That one"},{"key":"c","text":"Another"},'
    '{"key":"d","text":"A third"}],"solution":["a"]},"shape":{"type":"pick-one","options":[{"key":"a","text":"This"},'
    '{"key":"b","text":"That one"},{"key":"c","text":"Another"},{"key":"d","text":"A third"}]},"given":["a"],'
    '"verdict":{"credit":%s,"reason":"","form":""},"score":{"points":100,"terms":[]},"help":[],"took_ms":%d,'
    '"standing":{"points":0},"ends":false}'
)
IDLE = ("paths",)
COMMANDS = (("stats", "-p", PLAYER, "--up-to", str(CEILING)), ("scores",), ("scores", "-p", PLAYER))
COMMAND = """
import sys
sys.argv[0] = "qot-quiz"
from qot_quiz.__main__ import main
try:
    main()
finally:
    print(open("/proc/self/status").read().partition("VmRSS")[0], file=sys.stderr)
"""

GAME = "insert into games values (?, ?, 'classic', ?, '0', 1, ?, '[]', ?, ?)"
MOVE = "insert into moves values (?, ?, ?, ?, ?, ?, ?, ?)"
RESULT = f"insert into results values ({', '.join('?' * 24)})"


def fill(store: Store, moves: int, first: int = 0) -> None:
    """Store finished games of ten questions until there are so many moves."""
    chance = Random(first)
    with store.transaction() as connection:
        for number in range(first, first + max(1, moves // MOVES)):
            id, player = f"{number:032x}", f"player {number % PLAYERS}"
            seconds = 600 * number
            at = (BEGAN + timedelta(seconds=seconds)).isoformat(timespec="milliseconds")
            connection.execute(GAME, (id, player, PACK, SETUP, at, 1000 * seconds))
            for n in range(1, QUESTIONS + 1):
                fact = chance.randrange(FACTS)
                kind = ("choice", "true-false", "number")[fact % 3]
                level = ("easy", "medium", "hard")[fact % 3]
                judged = JUDGED % (n, f"fact-{fact}/x", f"fact-{fact}", kind, level, fact % 11, fact % 17,
                                   chance.choice(("0.0", "1.0", "1.0")), chance.randrange(20_000))  # fmt: skip
                connection.execute(
                    MOVE, (id, 2 * n - 1, n, '{"type":"answer"}', judged, "judged", f"fact-{fact}/x", at)
                )
                connection.execute(MOVE, (id, 2 * n, n, '{"type":"next"}', None, None, None, at))
            connection.execute("insert into closed values (?, 'finished', ?)", (id, at))
            points = chance.randrange(2000)
            row = (id, player, "classic", "any", 10, 10, 6, points, 3, 1, "1/classic/any/10", 1, None, PACK, "0", 16,
                   at, at, 1, 1, 0, 1000 * seconds, "here", 0)  # fmt: skip
            connection.execute(RESULT, row)


def everything(store: Store) -> None:
    """Ask all that the command asks of the store."""
    of = (PLAYER, PACK, CEILING)
    statistics.read(store, *of)
    statistics.days(store, *of)
    statistics.most_missed(store, *of, 25)
    statistics.slowest(store, *of, 25)
    statistics.rated(store, PACK, CEILING, 25)
    statistics.rated(store, PACK, CEILING, 25, hardest=False)
    cards.due(store, PLAYER, PACK)


def instructions(path: str, ask: bool) -> int | None:
    """Count the executed instructions of a program that opens the store, and perhaps asks; None without valgrind."""
    if shutil.which("valgrind") is None:
        return None
    counted = subprocess.run(
        [*VALGRIND, sys.executable, __file__, "ask" if ask else "open", path],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    found = re.search(r"I *refs: *([\d,]+)", counted.stderr)
    return int(found[1].replace(",", "")) if found else None


def command(home: str, *words: str) -> tuple[float, float, int | None]:
    """Run a command of the program as a user does: its seconds, its largest memory in MiB, its instructions."""
    program = [sys.executable, "-c", COMMAND, *words]
    environment = {**os.environ, "QOT_QUIZ_HOME": home, "PYTHONHASHSEED": "0"}

    def run(*before: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run([*before, *program], capture_output=True, text=True, check=False, env=environment)
        if done.returncode:
            sys.exit(f"{words}: {done.stderr}")
        return done

    run()  # whatever is made once is made now
    began = time.perf_counter()
    memory = run().stderr
    seconds = time.perf_counter() - began
    counted = re.search(r"I *refs: *([\d,]+)", run(*VALGRIND).stderr) if shutil.which("valgrind") else None
    # That of this process itself: the largest memory of a child holds what its parent had when it was made.
    peak = int(memory.rpartition("VmHWM:")[2].split()[0]) / 1024
    return seconds, peak, int(counted[1].replace(",", "")) if counted else None


def commands(home: str) -> None:
    """Print what the commands take."""
    idle = command(home, *IDLE)[1]
    for words in COMMANDS:
        seconds, peak, counted = command(home, *words)
        said = f"{counted:,} instructions, " if counted else ""
        say(f"  {' '.join(words):30} {1000 * seconds:8.1f} ms, {said}{peak - idle:.1f} MiB above {' '.join(IDLE)}")


def timed(what: Callable[[], object]) -> float:
    """Take the seconds of one run."""
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def measure(moves: int, path: str) -> None:
    """Fill a store and print what its statistics cost."""
    store = open_store(path)
    filled = timed(lambda: fill(store, moves))
    say(f"{moves:,} moves: filled in {filled:.1f} s, {os.path.getsize(path) / 1e6:,.1f} MB")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    first = timed(lambda: everything(store))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    say(f"  first reading  {1000 * first:10.1f} ms, {grown:.1f} MiB more")
    fill(store, MOVES, moves // MOVES)
    say(f"  one game more  {1000 * timed(lambda: everything(store)):10.1f} ms")
    say(f"  nothing new    {1000 * min(timed(lambda: everything(store)) for _ in range(5)):10.1f} ms")
    store.close()
    bare, asked = instructions(path, ask=False), instructions(path, ask=True)
    say(f"  nothing new    {asked - bare:,} instructions" if bare and asked else "  (no valgrind)")
    if sys.platform == "linux":
        commands(os.path.dirname(path))


def say(line: str) -> None:
    """Print a line of the report."""
    print(line, flush=True)  # noqa: T201 - a script's own words


if __name__ == "__main__":
    if sys.argv[1:2] in (["ask"], ["open"]):
        opened = open_store(sys.argv[2])
        if sys.argv[1] == "ask":
            everything(opened)
        opened.close()
    else:
        for size in [int(word) for word in sys.argv[1:]] or SIZES:
            with tempfile.TemporaryDirectory() as folder:
                measure(size, os.path.join(folder, "games.db"))
