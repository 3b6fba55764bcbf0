"""A thousand hostile files for each format that is read: no traceback, no hang, no more than 200 MB."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from running import ROOT

COUNT = 1000
"""Inputs of each format; `bench/fuzz_formats.py` tries more by hand."""

GROUPS = (
    ("opentdb", "gift", "aiken", "csv", "tsv", "anki"),
    ("delimited", "moodle-xml", "opentriviaqa", "red-yaml", "kahoot", "toml"),
)
"""Formats that share a process, so that its start counts twice and not twelve times."""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited as Linux does it")
@pytest.mark.parametrize("formats", GROUPS, ids=lambda group: group[0])
def test_hostile_files(formats: tuple[str, ...]) -> None:
    """Whatever a file holds, there come questions, refusals or an error that says what to do."""
    words = [word for format in formats for word in ("--format", format)]
    script = str(ROOT / "tests" / "bench" / "fuzz_formats.py")
    done = subprocess.run(
        [sys.executable, script, "--count", str(COUNT), "--seed", "1", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == list(formats)


def test_every_reader_is_fuzzed() -> None:
    """A format that is added joins."""
    sys.path.insert(0, str(ROOT / "tests" / "bench"))
    try:
        from fuzz_inputs import formats
    finally:
        sys.path.pop(0)
    assert sorted(formats()) == sorted(format for group in GROUPS for format in group)
