"""A share of the trials in which a call fails; `all.py` makes them all."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from .all import told
from .operations import OPERATIONS
from .strace import missing
from .trials import judge_all, plan, share

EVERY = 10
"""One trial in so many is made."""

BUDGET_S = 20.0
"""Seconds after which no further trial is begun, so that a slow machine makes fewer of them, and says so."""

SEED = random.randrange(1000)
"""Which of them; printed, so that a failure can be repeated with `all.py --every 10 --seed N`."""


@pytest.mark.skipif(bool(missing()), reason=missing() or "never")
def test_a_fault_at_any_call_loses_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Killed, on a full, broken or read-only disk: what was acknowledged is kept once, and the next run works."""
    picked = []
    for name, operation in OPERATIONS.items():
        if operation.brief:
            picked += share(plan(tmp_path, name), EVERY, SEED)
    random.Random(SEED).shuffle(picked)
    judged = list(judge_all(picked, BUDGET_S))
    made = told([one.planned for one in judged])
    with capfd.disabled():
        print(f"\nfaults: one in {EVERY}, seed {SEED}: {made} of {len(picked)}")  # noqa: T201 - counts belong into the log
    assert {str(one.planned): one.complaints for one in judged if one.complaints} == {}
    assert sum(one.met for one in judged) > 0.95 * len(judged)
