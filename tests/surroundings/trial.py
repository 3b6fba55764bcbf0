"""One command in broken surroundings: run, and judged by how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from running import ROOT, Result

from surroundings.commands import Template, Words
from surroundings.places import Place

ENDS = (0, 1, 2, 130, 141, 143)
"""Exit codes with which a command may end in surroundings that are not its own fault."""

MOST_LINES = 6
"""Lines on standard error that a person still reads."""

UNSAID = ("Traceback", "Exception ignored", "Warning:", "Fatal Python error", "Error in sys", "bug in qot-quiz")
"""What a person never gets to see."""


def run(template: Template, place: Place, words: Words) -> Result:
    """Run a command in a copy of a home with games, in these surroundings."""
    with tempfile.TemporaryDirectory(dir=template.folder, ignore_cleanup_errors=True) as folder:
        home, desk = template.copy(Path(folder))
        script = f'{place.before}\nexec {place.around} "$0" {place.options} -m qot_quiz "$@" {place.streams}'
        with (desk / "answers.txt").open("rb") as typed:
            done = subprocess.run(
                ["sh", "-c", script, sys.executable, *template.filled(words)],
                stdin=typed,
                capture_output=True,
                cwd=desk,
                env={**os.environ, "QOT_QUIZ_HOME": str(home), "PYTHONPATH": str(ROOT)},
                timeout=60,
                check=False,
            )
        _allow(Path(folder))
    return Result(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


ELSEWHERE: dict[Words, int] = {("party", "Ann", "Ben", "-n", "2", "--answers", "answers.txt"): 1}
"""How a command ends in sound surroundings where that is not 0: without a word, and in an endless tie."""


def faults(place: Place, words: Words, result: Result) -> list[str]:
    """Say what was not well about the end of a command.

    Args:
        place: Where it ran.
        words: The command line.
        result: How it ended.
    """
    found = []
    if result.code not in ENDS or (place.sound and result.code != ELSEWHERE.get(words, 0)):
        found.append(f"exit code {result.code}")
    if result.err.count("\n") > MOST_LINES:
        found.append(f"{result.err.count(chr(10))} lines on standard error")
    found += [f"{said!r} was said" for said in UNSAID if said in result.err + result.out]
    if result.code in (1, 2) and not result.err + result.out and ">" not in place.streams:
        found.append("failed without a word")
    return found


def _allow(folder: Path) -> None:
    """Make everything removable again."""
    for root, folders, _ in os.walk(folder):
        for name in folders:
            if not os.path.islink(os.path.join(root, name)):
                os.chmod(os.path.join(root, name), 0o700)
