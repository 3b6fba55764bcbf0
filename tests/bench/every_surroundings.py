"""Run every command in every broken surroundings: ``python tests/bench/every_surroundings.py [WORDS OF A NAME]``."""

from __future__ import annotations

import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent.parent)]

from surroundings.commands import Template, Words, every  # noqa: E402 - found by the line above
from surroundings.places import PLACES, Place  # noqa: E402 - found by the line above
from surroundings.trial import faults, run  # noqa: E402 - found by the line above

from qot_quiz.bank.locating import open_built_in  # noqa: E402 - found by the line above


def main(part: str) -> int:
    """Run them all, print what was found and how many were run; the exit code says whether anything was found."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        os.environ[name] = os.path.join(os.devnull, "no-home")
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        open_built_in(os.path.join(folder, "cache")).close()
        template = Template(Path(folder) / "template", Path(folder) / "cache")
        trials: list[tuple[Place, Words]] = []
        for place in PLACES:
            if part not in place.name:
                continue
            if lacking := place.lacking():
                say(f"SKIPPED {place.name}: {lacking}")
            else:
                trials += [(place, words) for words in every()]
        with ThreadPoolExecutor(2) as pool:
            for (place, words), result in zip(trials, pool.map(lambda one: run(template, *one), trials), strict=True):
                if wrong := faults(place, words, result):
                    found += 1
                    say(f"{place.name}: qot-quiz {' '.join(words)}: {', '.join(wrong)}\n{result.err[-1500:]}")
    say(f"{len(trials)} runs, {found} findings")
    return 1 if found else 0


def say(line: str) -> None:
    """Write a line at once."""
    print(line, flush=True)  # noqa: T201 - a script's own words


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
