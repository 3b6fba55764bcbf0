"""Bank files are written whole or not at all, and what killed processes leave behind goes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qot_quiz.bank.writing import replace


def write(file: str) -> None:
    """Write a file as a compiler would."""
    Path(file).write_text("bank", encoding="utf-8")


def test_what_was_left_long_ago_goes(tmp_path: Path) -> None:
    """A half-written file that nobody writes any more goes with its journal; those of other packs stay."""
    old, other = (tmp_path / f"{name}.db.{os.getpid()}.00aa.part" for name in ("pack", "pack-2"))
    journal = Path(f"{old}-journal")
    for file in (old, journal, other):
        file.write_text("half")
        os.utime(file, (0, 0))
    replace(str(tmp_path / "pack.db"), write)
    assert sorted(os.listdir(tmp_path)) == [other.name, "pack.db"]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX tells whether a process is there")
def test_what_a_dead_process_left_goes_at_once(tmp_path: Path) -> None:
    """The half-written file of a process that has ended is cleared away; that of one at work stays."""
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    for pid in (dead.pid, os.getpid()):
        (tmp_path / f"pack.db.{pid}.00aa.part").write_text("half")
    replace(str(tmp_path / "pack.db"), write)
    assert sorted(os.listdir(tmp_path)) == ["pack.db", f"pack.db.{os.getpid()}.00aa.part"]


def test_a_failure_leaves_the_old_file_alone(tmp_path: Path) -> None:
    """When the writing fails, neither the half-written file nor a journal of SQLite's is left."""
    target = tmp_path / "pack.db"
    target.write_text("old")

    def fail(file: str) -> None:
        Path(f"{file}-journal").write_text("half")
        raise OSError

    with pytest.raises(OSError, match=r"^$"):
        replace(str(target), fail)
    assert os.listdir(tmp_path) == ["pack.db"]
    assert target.read_text() == "old"
