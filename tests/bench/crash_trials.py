"""The trial of `crashes/test_crashes.py` at length: what was done, and how often all was killed, is printed.

Run by hand: `python tests/bench/crash_trials.py [RUNS [STEPS [SEED]]]`, 1000 runs of 60 steps when nothing is said. It
stops with a traceback, and the steps that lead there, at the first thing that is not as it was acknowledged.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # where the players are

from crashes.processes import TALLIED
from crashes.two_processes import TwoProcesses

USUAL = ("1000", "60", "1")


def main() -> None:
    """Try, and print how often everything came up."""
    runs, steps, start = (int(word) for word in (*sys.argv[1:], *USUAL[len(sys.argv) - 1 :]))
    length = settings(
        max_examples=runs, stateful_step_count=steps, deadline=None, database=None, suppress_health_check=[*HealthCheck]
    )
    began = time.perf_counter()
    run_state_machine_as_test(seed(start)(TwoProcesses), settings=length)
    counts = ", ".join(f"{count} {what}" for what, count in TALLIED.most_common())
    sys.stdout.write(f"{runs} runs, seed {start}: {counts}; {time.perf_counter() - began:.0f} s\n")


if __name__ == "__main__":
    main()
