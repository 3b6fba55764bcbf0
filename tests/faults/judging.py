"""What may be left after a fault, and what must be there: each judge gives its complaints, none when all is well."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import Any, NamedTuple

from running import Result

from qot_quiz.store.checkup import check

from . import inside, seeing
from .strace import KILL, Run

MOST_LINES = 6
"""Lines on standard error that a person reads."""

AGE_S = 2 * 24 * 60 * 60
"""Seconds by which a half-written file is made older, so that nobody can be writing it any more."""

_VERDICT = re.compile(r"^(?:Right|Wrong|Passed)\b", re.MULTILINE)
_ENDED = re.compile(r"^\d+ of \d+ right\.$", re.MULTILINE)
_UNKEPT, _IN_MEMORY = "it is not kept", "nothing will be kept"
_PASSING = re.compile(r"home/cache(/[^.]*\.db)?$|etilqs_")
_HALF_MADE = re.compile(r"\.part|\.new(-\w+)?$|\.copy(-\w+)?$|/\.aside-")


class Trial(NamedTuple):
    """A run in which a call failed, and what it is compared with.

    Args:
        place: Where it ran.
        run: What it came to.
        fault: What went wrong.
        old: What there was to be seen before.
        new: What is to be seen after a run in which nothing went wrong.
        left: The files that two such runs leave.
        again: The command line with which it is tried again.
    """

    place: Path
    run: Run
    fault: str
    old: Any
    new: Any
    left: frozenset[str]
    again: tuple[str, ...]

    @property
    def done(self) -> bool:
        """Whether the run said that all is well."""
        return self.run.code == 0


def ended_well(trial: Trial) -> list[str]:
    """Judge how a run ended: its code, and what it said about it."""
    run, found = trial.run, list[str]()
    if trial.fault == KILL:
        return [] if run.code == -9 else [f"it was killed and ended with {run.code}"]
    if run.code not in (0, 1, 2):
        found.append(f"exit code {run.code}")
    if run.code and not (run.err + run.out).strip():
        found.append("it failed without a word")
    if "Traceback" in run.err or "Exception ignored" in run.err:
        found.append("a traceback")
    if run.err.count("\n") > MOST_LINES:
        found.append(f"more than {MOST_LINES} lines on standard error")
    return found


def tidy(trial: Trial) -> list[str]:
    """Judge what lies about once the same has been done again, long after: no more than two clean runs leave."""
    again = do_again(trial.place, trial.again)
    found = [f"the same again: {again.code}, {again.err!r}"] if again.code not in (0, 1, 2) else []
    return [*found, *(f"left behind: {name}" for name in sorted(files(trial.place) - trial.left))]


def do_again(place: Path, words: tuple[str, ...]) -> Result:
    """Run a command long after whatever has happened in a place."""
    for path in place.rglob("*"):
        if _HALF_MADE.search(str(path)):
            os.utime(path, (time.time() - AGE_S,) * 2)
    return inside.run(place, *words)


def files(place: Path) -> frozenset[str]:
    """Name every file of a place, as alike as chance lets them be, but for whole banks in the cache.

    SQLite unlinks each of its own temporary files as soon as it is open, and gives up where that fails.
    """
    found = (str(path.relative_to(place)) for path in place.rglob("*"))
    found = (name for name in found if not _PASSING.match(name))
    # What SQLite keeps beside a file goes wherever that file goes.
    return frozenset(re.sub(r"[0-9a-f]{16}|(?<=-)\d+(?=\.db)|(?<=\d\.db)-(wal|shm)$", "X", name) for name in found)


def game(trial: Trial) -> list[str]:
    """Judge a game: each answer that was acknowledged is kept once, and the game goes on to its end."""
    before = trial.run.shown_before(_UNKEPT, _IN_MEMORY)
    warned, promised = len(before) < len(trial.run.out), _IN_MEMORY not in trial.run.err
    shown, ended = len(_VERDICT.findall(before)), bool(_ENDED.search(before))
    found = _sound(trial)
    now = seeing.answers(trial.place)
    kept = {key: count for key, count in now.judged.items() if key not in trial.old.judged}
    if any(count != 1 for count in kept.values()):
        found.append(f"answers are kept more than once: {kept}")
    # One more may be kept than was shown: the run died between the two. All may be that were warned of.
    most = len(trial.new.judged) - len(trial.old.judged)
    if not shown <= len(kept) <= (most if warned else shown + 1):
        found.append(f"{shown} answers were shown and {len(kept)} are kept")
    if trial.done and promised and len(kept) < most:
        found.append("the run claimed to be well and kept too little")
    finished = now.finished - trial.old.finished
    if (ended or (trial.done and promised)) and len(finished) != 1:
        found.append(f"the end was shown and {len(finished)} games are finished")
    return [*found, *_goes_on(trial.place)] if kept and not finished else found


def _goes_on(place: Path) -> list[str]:
    """Judge whether a game that was broken off is played to its end, with every answer once."""
    rest = place / "rest.txt"
    rest.write_text("s\n" * 4, encoding="utf-8")
    resumed = inside.run(place, "resume", "--answers", str(rest))
    rest.unlink()
    now = seeing.answers(place)
    left = [key for key, count in now.judged.items() if key[0] not in now.finished or count > 1]
    return [] if resumed.code == 0 and not left else [f"it does not go on: {resumed}"]


def games(trial: Trial) -> list[str]:
    """Judge what was done to the list of games: all of it or nothing."""
    return [*_sound(trial), *_one_of(trial, seeing.games(trial.place), "the list of games")]


def kept(trial: Trial) -> list[str]:
    """Judge an old file: every game is there after the next run, as after a clean one."""
    found = _sound(trial)
    return found if seeing.games(trial.place) == trial.new else [*found, "games are gone"]


def repaired(trial: Trial) -> list[str]:
    """Judge a repair: once it has been tried again, all games are there that a clean one salvages."""
    again = inside.run(trial.place, "doctor", "--fix")
    found = [] if again.code == 0 else [f"the second repair: {again.code}, {again.err!r}"]
    return [*found, *kept(trial)]


def set_aside(trial: Trial) -> list[str]:
    """Judge a damaged file: the next run has a fresh one in its place, and it lies whole beside it, once."""
    listed = inside.run(trial.place, "scores", "--json")
    found = [] if listed.code == 0 else [f"the next run: {listed.code}, {listed.err!r}"]
    copies = [
        path.name for path in (trial.place / "home").iterdir() if path.is_file() and path.read_bytes() == trial.old
    ]
    return found if len(copies) == 1 else [*found, f"the damaged file is kept as {copies}"]


def compiled(trial: Trial) -> list[str]:
    """Judge a compiled pack: what is read from it is what a clean run reads, now and in the next run."""
    found = [] if seeing.facts(trial.place) == trial.new else ["the next run reads something else"]
    return found if not trial.done or trial.run.out == trial.new else [*found, f"it showed {trial.run.out!r}"]


def packs(trial: Trial) -> list[str]:
    """Judge the list of packs: that from before, or the new one."""
    return _one_of(trial, seeing.packs(trial.place), "the list of packs")


def written(trial: Trial) -> list[str]:
    """Judge files that were written: whole, or as they were before."""
    return _one_of(trial, seeing.written(trial.place), "what was written")


def _one_of(trial: Trial, now: object, what: str) -> list[str]:
    if trial.done:
        return [] if now == trial.new else [f"the run claimed to be well, and {what} is not the new one"]
    return [] if now in (trial.new, trial.old) else [f"{what} is neither the old one nor the new one"]


def _sound(trial: Trial) -> list[str]:
    """Judge the next run, and the file of games after it."""
    listed = inside.run(trial.place, "scores", "--json")
    found = [] if (listed.code, listed.err) == (0, "") else [f"the next run: {listed.code}, {listed.err!r}"]
    state = check(str(trial.place / "home" / "games.db"))
    return found if state.state == "sound" else [*found, f"the file of games is {state.state}: {state.found}"]
