"""Every call of every operation fails once in every way; by hand: python tests/faults/all.py.

A trial that finds something is told in one line, and made again with --only and that line.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from faults.operations import OPERATIONS
from faults.strace import missing
from faults.trials import Judged, Planned, judge_all, plan, share


def main() -> int:
    """Make the trials that are asked for, and print counts and findings; 1 when there are any of these."""
    asked = _asked()
    if why := missing():
        sys.exit(why)
    begun, total, bad = time.monotonic(), Counter[str](), 0
    _say(f"one trial in {asked.every}, seed {asked.seed}")
    for name in asked.operations or OPERATIONS:
        with tempfile.TemporaryDirectory(prefix="faults-") as folder:
            planned = [one for one in plan(Path(folder), name) if not asked.only or str(one) == asked.only]
            picked = share(planned, asked.every, asked.seed)
            _say(f"{name}: {told(picked)}")
            missed = 0
            for judged in judge_all(picked):
                bad += _report(judged)
                missed += not judged.met
            _say(f"{name}: done, {missed} not met")
        total.update(one.fault for one in picked)
    _say(f"in all {total.total()} trials in {time.monotonic() - begun:.0f} s: {bad} with findings")
    return 1 if bad else 0


def told(planned: list[Planned]) -> str:
    """Count trials by what goes wrong in them, in a line."""
    counts = Counter(one.fault for one in planned)
    return f"{len(planned)} trials (" + ", ".join(f"{count} {fault}" for fault, count in sorted(counts.items())) + ")"


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("operations", nargs="*", metavar="OPERATION", help=", ".join(OPERATIONS))
    parser.add_argument("--every", type=int, default=1, help="make one trial in so many")
    parser.add_argument("--seed", type=int, default=random.randrange(1000), help="which of them")
    parser.add_argument("--only", default="", help="a trial as it is told")
    asked = parser.parse_args()
    if asked.only:
        asked.operations = [asked.only.partition(":")[0]]
    if unknown := [name for name in asked.operations if name not in OPERATIONS]:
        parser.error(f"no such operation: {', '.join(unknown)}; there are {', '.join(OPERATIONS)}")
    return asked


def _report(judged: Judged) -> bool:
    for number, complaint in enumerate(judged.complaints):
        _say(f'  --only "{judged.planned}"' if not number else "", complaint)
    return bool(judged.complaints)


def _say(*words: str) -> None:
    sys.stdout.write("    ".join(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
