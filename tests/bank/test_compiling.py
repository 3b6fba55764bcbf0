"""Compiling: a sound pack becomes one complete file, anything else leaves the old one alone."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.bank.bank import Bank
from qot_quiz.bank.compiling import compile_pack, restamp
from qot_quiz.bank.ring import point_of
from qot_quiz.bank.stamps import stamp_of
from qot_quiz.core.chance import RING
from qot_quiz.errors import PackError

from .sample import write_pack


def test_errors_are_named_and_counted(tmp_path: Path) -> None:
    """A pack with errors is refused with the first few places and the number of the rest."""
    bad = {
        "spoils = 4": "spoils = 13",
        "{ paragraph = 7 }": "{ paragraph = 0 }",
        "answer = true": 'answer = "true"',
        "began in May.": "began in May?",
    }
    path = write_pack(tmp_path / "pack", bad)
    target = tmp_path / "out.db"
    with pytest.raises(PackError, match=r"has 4 faults: dates.toml:23: .*; and 1 more\.") as caught:
        compile_pack(path, str(target))
    assert "pack check" in caught.value.hint
    assert os.listdir(tmp_path) == ["pack"]


def test_warnings_do_not_stop_it(tmp_path: Path) -> None:
    """A pack with nothing but warnings is compiled."""
    path = write_pack(tmp_path / "pack", {'"the old boat"': '"only the boat"'})
    compile_pack(path, str(tmp_path / "out.db"))
    assert (tmp_path / "out.db").stat().st_size > 0


def test_equal_packs_give_equal_files(tmp_path: Path) -> None:
    """Without a stamp the file depends on the content alone."""
    for name in ("a", "b"):
        compile_pack(write_pack(tmp_path / name), str(tmp_path / f"{name}.db"), stamped=False)
    assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()


def test_a_failed_compile_keeps_the_old_file(tmp_path: Path) -> None:
    """A pack that went wrong leaves the last good bank and no litter."""
    target = tmp_path / "out.db"
    compile_pack(write_pack(tmp_path / "pack"), str(target))
    before = target.read_bytes()
    with pytest.raises(PackError):
        compile_pack(write_pack(tmp_path / "pack", {"spoils = 4": "spoils = 13"}), str(target))
    assert target.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["out.db", "pack"]


def test_an_open_bank_survives_its_replacement(tmp_path: Path) -> None:
    """A game that reads the old bank goes on while a new one takes its place."""
    target = str(tmp_path / "out.db")
    compile_pack(write_pack(tmp_path / "pack"), target)
    bank = Bank(target)
    compile_pack(write_pack(tmp_path / "pack", {"the old boat": "the new boat"}), target)
    item = bank.item("painter/where")
    assert item is not None
    assert "the old boat" in item.wrong
    bank.close()


def test_a_target_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A folder that is not there is an error of the system, not of the pack."""
    with pytest.raises(OSError):  # noqa: PT011 - any error of the system will do
        compile_pack(write_pack(tmp_path / "pack"), str(tmp_path / "missing" / "out.db"))


def test_restamping_what_is_no_bank_leaves_no_file(tmp_path: Path) -> None:
    """What cannot be written in is let go of before it is cleared away: not every system removes an open file."""
    (tmp_path / "a.db").write_text("no bank" * 1000)
    with pytest.raises(OSError, match="not a database") as caught:
        restamp(str(tmp_path / "a.db"), str(tmp_path / "b.db"), ())
    assert os.listdir(tmp_path) == ["a.db"]
    assert isinstance(caught.value.__cause__, sqlite3.Error)
    written = pytest.ExceptionInfo.from_exception(caught.value.__cause__).traceback[-1].locals["db"]
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        written.execute("select 1")


def test_restamping_changes_the_stamp_alone(tmp_path: Path) -> None:
    """A restamped copy says the same as its source and carries the new stamp."""
    path = write_pack(tmp_path / "pack")
    compile_pack(path, str(tmp_path / "a.db"))
    os.utime(tmp_path / "pack" / "people.toml", ns=(5, 5))
    restamp(str(tmp_path / "a.db"), str(tmp_path / "b.db"), stamp_of(path))
    old, new = Bank(str(tmp_path / "a.db")), Bank(str(tmp_path / "b.db"))
    assert old.stamp != new.stamp == stamp_of(path)
    assert (old.meta, list(old.questions())) == (new.meta, list(new.questions()))
    old.close()
    new.close()


@given(st.text(max_size=40))
def test_points_lie_on_the_ring(id: str) -> None:
    """Every id has one point on the ring."""
    id = id.encode("utf-8", "ignore").decode()
    assert 0 <= point_of(id) < RING
    assert point_of(id) == point_of(id)


def test_points_are_pinned() -> None:
    """The hash of an id never changes, or every old seed would give other decks."""
    assert point_of("premiere-date/date") == 11114949900168969473
