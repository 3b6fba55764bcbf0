"""Trials: a run for each call of an operation and each fault that it can have, judged one by one."""

from __future__ import annotations

import math
import os
import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from . import judging
from .judging import Trial
from .operations import OPERATIONS
from .strace import Call, broken, calls


class Whole(NamedTuple):
    """An operation in which nothing went wrong.

    Args:
        name: Its name.
        start: The place in which it begins.
        old: What there is to be seen before.
        new: What there is to be seen after it.
        left: The files that it leaves when it is done twice.
    """

    name: str
    start: Path
    old: Any
    new: Any
    left: frozenset[str]


class Planned(NamedTuple):
    """A trial to be made.

    Args:
        whole: The operation.
        call: Which of its calls fails.
        fault: What goes wrong with it.
    """

    whole: Whole
    call: Call
    fault: str

    def __str__(self) -> str:
        return f"{self.whole.name}: {self.fault} at {self.call.name} {self.call.number}"


class Judged(NamedTuple):
    """What a trial came to.

    Args:
        planned: The trial.
        met: Whether the run came to the call.
        complaints: What is wrong; empty when all is well.
    """

    planned: Planned
    met: bool
    complaints: tuple[str, ...]


def plan(base: Path, name: str) -> list[Planned]:
    """Make the place of an operation, run it whole, and list the trials that follow from its calls.

    Args:
        base: A folder for all trials.
        name: The operation's.
    """
    made, folder = OPERATIONS[name], base / name.replace(" ", "-")
    folder.mkdir()
    start, clean, after = folder / "start", folder / "clean", folder / "after"
    made.start(start)
    # Looking may change something, so that each look has a copy of its own.
    old = made.see(Path(shutil.copytree(start, folder / "old")))
    shutil.copytree(start, clean)
    made.ready(clean)
    run, found = calls(clean, made.line(clean))
    assert run.code == 0, (name, run.code, run.out, run.err)
    shutil.copytree(clean, after)
    judging.do_again(after, made.line_again(after))
    whole = Whole(name, start, old, made.see(clean), judging.files(after))
    return [Planned(whole, call, fault) for call in found for fault in call.faults]


def share(planned: list[Planned], every: int, seed: int) -> list[Planned]:
    """Pick one in so many trials.

    Args:
        planned: All of them.
        every: In how many.
        seed: Where to begin.
    """
    return planned[random.Random(seed).randrange(every) :: every]


def judge(planned: Planned) -> Judged:
    """Make one trial.

    Args:
        planned: The trial.
    """
    whole, made = planned.whole, OPERATIONS[planned.whole.name]
    place = whole.start.with_name(f"trial-{os.getpid()}")
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(whole.start, place)
    made.ready(place)
    try:
        run = broken(place, made.line(place), planned.call, planned.fault)
    except subprocess.TimeoutExpired:
        return Judged(planned, True, ("it hangs",))
    if not run.failed or (str(place) not in run.failed and not planned.call.shown):
        return Judged(planned, False, ())
    trial = Trial(place, run, planned.fault, whole.old, whole.new, whole.left, made.line_again(place))
    complaints = [*judging.ended_well(trial), *made.judge(trial), *judging.tidy(trial)]
    if complaints:
        complaints.append(f"it ended with {run.code} and said {run.err!r} at {run.failed}")
    return Judged(planned, True, tuple(complaints))


def judge_all(planned: list[Planned], budget_s: float = math.inf) -> Iterator[Judged]:
    """Make trials on every core that this process may use.

    Args:
        planned: The trials, whose places are there.
        budget_s: Seconds after which no further one is begun.
    """
    until = time.monotonic() + budget_s
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), get_context("spawn")) as pool:
        for judged in pool.map(_judged_until, repeat(until), planned, chunksize=4):
            if judged is not None:
                yield judged


def _judged_until(until: float, planned: Planned) -> Judged | None:
    return judge(planned) if time.monotonic() < until else None
