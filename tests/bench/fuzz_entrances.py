"""Throw inputs at the program's entrances: ``python tests/bench/fuzz_entrances.py [COUNT [SEED]]``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent.parent)]

from fuzzing import fuzz  # noqa: E402 - found by the line above

if __name__ == "__main__":
    how_many, first = ([int(word) for word in sys.argv[1:]] + [20_000, 1][len(sys.argv) - 1 :])[:2]
    with tempfile.TemporaryDirectory() as place:
        done = fuzz(how_many, first, Path(place))
    for line in done.findings[:40]:
        print(line)  # noqa: T201 - a script's own words
    told = f"{how_many} inputs, seed {first}: exit codes {dict(done.codes)}, {len(done.findings)} findings"
    print(told)  # noqa: T201 - a script's own words
    sys.exit(1 if done.findings else 0)
