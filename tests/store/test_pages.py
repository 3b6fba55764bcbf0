"""Pages: every row of a file is found by its bytes alone, and bytes without sense bring nothing down."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.store import pages

VALUES = (None, 0, 1, -1, 127, -129, 2**15, -(2**23), 2**31, -(2**47), 2**63 - 1, -(2**63), "", "김수현", "x" * 20_000)


@pytest.mark.parametrize("size", [512, 4096, 65536])
def test_every_row_is_found(tmp_path: Path, size: int) -> None:
    """Rows of all sizes come out as they went in, with their numbers, whatever the page's size."""
    path = tmp_path / "some.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(f"pragma page_size = {size}; create table t (a, b)")
    rows = [(value, number) for number, value in enumerate(VALUES * 30)]
    connection.executemany("insert into t values (?, ?)", rows)
    connection.close()
    found = {number: row for number, row in pages.rows(str(path)) if number is not None and len(row) == 2}
    assert [found[number] for number in sorted(found)] == rows


def test_rows_of_a_table_without_numbers(tmp_path: Path) -> None:
    """A table that is its own index gives its rows, too, those on its inner pages included."""
    path = tmp_path / "some.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("create table t (a primary key, b) without rowid")
    rows = [(number, "y" * 300) for number in range(500)]
    connection.executemany("insert into t values (?, ?)", rows)
    connection.close()
    assert sorted(row for number, row in pages.rows(str(path)) if number is None) == rows


@given(st.binary(max_size=3000), st.sampled_from((0x0D, 0x0A, 0x02)))
def test_noise_ends(tmp_path_factory: pytest.TempPathFactory, data: bytes, kind: int) -> None:
    """Whatever stands on a page, reading it comes to an end without an error."""
    path = tmp_path_factory.mktemp("noise") / "some.db"
    path.write_bytes(b"\0" * 4096 + bytes([kind]) + data)
    assert all(isinstance(row, tuple) for _, row in pages.rows(str(path)))
