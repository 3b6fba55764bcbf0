"""Fuzz every importer: no traceback, no hang, no more than 200 MB, whatever the file.

Run by hand for long (``python tests/bench/fuzz_formats.py --count 20000 --seed 1``); a test runs a thousand of each.
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import tempfile
import time
import tomllib
import traceback
from pathlib import Path
from types import FrameType

from fuzz_inputs import formats, inputs

from qot_quiz.bank.authored import AuthoredPack
from qot_quiz.bank.check import check
from qot_quiz.bank.reading import read_pack
from qot_quiz.cli.drafting import draft
from qot_quiz.cli.importing import files_of
from qot_quiz.errors import QuizError
from qot_quiz.formats import SHEETS, reader, sheet_reader
from qot_quiz.formats.foreign.decode import decoded
from qot_quiz.formats.foreign.found import Found
from qot_quiz.formats.recognise import recognise

LONGEST_S = 5.0
"""Seconds of computing after which an input hangs: others may share the machine."""

MOST_MB = 200
"""Megabytes of the whole process, and of what an input may ask for beyond what is loaded."""

ABOUT = AuthoredPack(id="own", title="Own")


class Hang(BaseException):
    """An input takes too long; no `except Exception` may swallow that."""


def _hang(signum: int, frame: FrameType | None) -> None:
    raise Hang


def trial(format: str, data: bytes, folder: Path) -> int:
    """Do with one file what an import does, and say how many questions came of it.

    Args:
        format: One of `formats`.
        data: The file.
        folder: Where a file of the program's own form may be put.
    """
    if format == "toml":
        file = folder / "pack.toml"
        file.write_bytes(data)
        pack = read_pack(str(file))
        # What has no [pack] table, or is no TOML, has findings alone.
        return len(pack.questions) if len(check(pack)) >= 0 else 0
    if format in SHEETS:
        entries = list(sheet_reader(format)(data))
    else:
        text, _ = decoded("file", data)
        recognise("file.txt", text)
        entries = list(reader(format)(text))
    lines = [one.line for one in entries]
    assert lines == sorted(lines), "entries stand in no order"
    made = draft(entries, ABOUT, "file")
    assert len(made.pack.questions) + len(made.refused) == len(entries), "an entry is gone"
    for _, parts in files_of(made.pack):
        tomllib.loads("".join(parts))
    return sum(isinstance(one, Found) for one in entries)


def fuzz(format: str, count: int, seed: int) -> int:
    """Try a format, print one line on it and whatever was found, and say how much that was.

    Args:
        format: One of `formats`.
        count: Inputs.
        seed: Makes the same inputs again.
    """
    found = taken = refused = 0
    slowest, began = (0.0, 0), time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(inputs(format, seed, count)):
            start = time.process_time()
            signal.setitimer(signal.ITIMER_PROF, LONGEST_S)
            try:
                taken += trial(format, data, Path(folder))
            except QuizError:
                refused += 1
            except (Exception, Hang) as error:
                found += 1
                if found <= 5:
                    last = traceback.format_exception(error)[-6:]
                    _say(f"FOUND {format} seed {seed} input {number}: {data[:200]!r}\n{''.join(last)}")
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
            slowest = max(slowest, (time.process_time() - start, number))
    most = _peak_mb()
    _say(
        f"{format:13} {count} inputs, seed {seed}: {time.process_time() - began:.0f} s, {taken} questions, "
        f"{refused} refused as files, slowest {slowest[0]:.2f} s (input {slowest[1]}), {most} MB, {found} found"
    )
    return found + (most > MOST_MB)


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - a script's own words


def _peak_mb() -> int:
    """Tell the most memory that this program has had; what getrusage tells begins with that of its parent."""
    with open("/proc/self/status", encoding="ascii") as status:
        (peak,) = (line.split()[1] for line in status if line.startswith("VmHWM:"))
    return int(peak) // 1024


def main() -> int:
    """Fuzz the formats asked for, or all of them, and fail if anything was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--format", choices=formats(), action="append")
    words = asked.parse_args()
    signal.signal(signal.SIGPROF, _hang)
    loaded = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (loaded + (MOST_MB << 20), resource.RLIM_INFINITY))
    return int(sum([fuzz(format, words.count, words.seed) for format in words.format or formats()]) > 0)


if __name__ == "__main__":
    sys.exit(main())
