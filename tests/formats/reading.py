"""What the tests of all readers share: the project's fixtures, the samples beside it, and mutated files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from running import ROOT

from qot_quiz.core.question import Item
from qot_quiz.errors import QuizError
from qot_quiz.formats import SHEETS, reader, sheet_reader, writer
from qot_quiz.formats.foreign.decode import decoded, read_bytes
from qot_quiz.formats.foreign.found import Entry, Found, Refused

FIXTURES = Path(__file__).parent / "fixtures"
SAMPLES = ROOT.parent / "shared" / "samples"
MISSING = f"no sample files in {SAMPLES.relative_to(ROOT.parent)} beside the project: what others wrote is not read"

with_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason=MISSING)


def entries(format: str, text: str) -> list[Entry]:
    """Read a text."""
    return list(reader(format)(text))


def written(format: str, some: Iterable[Item]) -> bytes:
    """Write questions in a format."""
    parts = writer(format)({"title": "Own"}, [], some)
    return b"".join(part.encode() if isinstance(part, str) else part for part in parts)


def reads(format: str, data: bytes) -> list[Entry]:
    """Read the bytes of a file, be it text or a spreadsheet."""
    return list(sheet_reader(format)(data)) if format in SHEETS else entries(format, decoded("file", data)[0])


def fixture(format: str, name: str) -> list[Entry]:
    """Read a file of the project's own."""
    return reads(format, read_bytes(str(FIXTURES / name)))


def sample(format: str, name: str) -> list[Entry]:
    """Read a file that others wrote."""
    return reads(format, read_bytes(str(SAMPLES / name)))


def found(all: list[Entry]) -> list[Found]:
    """Give the questions alone."""
    return [one for one in all if isinstance(one, Found)]


def refused(all: list[Entry]) -> list[tuple[int, str]]:
    """Give the refusals alone: line and reason."""
    return [(one.line, one.reason) for one in all if isinstance(one, Refused)]


def only(all: list[Entry]) -> Found:
    """Give the one question of a text that holds nothing else."""
    (one,) = all
    assert isinstance(one, Found), one
    return one


def survives(format: str, data: bytes) -> list[Entry]:
    """Read any bytes; whatever comes out stands in a line of the file and in the order of lines."""
    try:
        text, _ = decoded("file", data.replace(b"\0", b""))
    except QuizError:
        return []
    read = entries(format, text)
    lines = [one.line for one in read]
    assert lines == sorted(lines)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)
    return read


def mutated(data: bytes, at: int, kept: int, put: bytes) -> bytes:
    """Put bytes into a file in the place of others."""
    return data[:at] + put + data[at + kept :]


def lines_of(all: list[Entry]) -> Iterator[int]:
    """List the lines on which something begins, each once."""
    yield from sorted({one.line for one in all})
