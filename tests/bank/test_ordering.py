"""Lines in the order of their ids, as they stand or sorted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qot_quiz.bank.limits import FAULT_LIMIT
from qot_quiz.bank.lines import LONGEST_LINE, id_of
from qot_quiz.bank.ordering import Survey, in_order, survey
from qot_quiz.errors import PackError

from .streams import row, rows, write_stream


def read(folder: Path, *files: str) -> list[tuple[int, int, str]]:
    """Tell file, line and id of each line, in order."""
    paths = tuple(str(folder / file) for file in files or ("questions.jsonl",))
    known = survey(paths, lambda part: None)
    found = [(one.file, one.line, id_of(one.data)) for one in in_order(paths, known)]
    assert len(found) == known.lines
    return found


def test_rising_ids_are_read_as_they_stand(tmp_path: Path) -> None:
    """Ids that rise from line to line need no sorting, and blank lines are passed by."""
    write_stream(tmp_path, [row(1), "", row(2), "  "])
    assert survey((str(tmp_path / "questions.jsonl"),), lambda part: None).tidy
    assert read(tmp_path) == [(0, 1, "q00001"), (0, 3, "q00002")]


def test_a_file_that_has_gone_leaves_nothing_open(tmp_path: Path) -> None:
    """A file that is taken away after the first reading is named, and the others are let go of."""
    write_stream(tmp_path, [row(5), row(2)])
    there, gone = str(tmp_path / "questions.jsonl"), str(tmp_path / "more.jsonl")
    with pytest.raises(PackError, match=r"more\.jsonl is no plain file") as caught:
        next(in_order((there, gone), Survey(2, False)))
    (sorting,) = (each.locals for each in caught.traceback if each.name == "_sorted")
    assert [stream.closed for stream in sorting["streams"]] == [True]
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        sorting["db"].execute("select 1")


def test_other_lines_are_sorted(tmp_path: Path) -> None:
    """Ids in any order, over several files, come sorted, each with its place; those without one come first."""
    write_stream(tmp_path, [row(5), row(2), "{"])
    (tmp_path / "more.jsonl").write_bytes(b'{"id": "q00004"}\r\n{"id": "q00002"}')
    assert read(tmp_path, "questions.jsonl", "more.jsonl") == [
        (0, 3, ""),
        (0, 2, "q00002"),
        (1, 2, "q00002"),
        (1, 1, "q00004"),
        (0, 1, "q00005"),
    ]


def test_lines_without_an_id_are_not_counted_to_their_end(tmp_path: Path) -> None:
    """Where a thousand lines have no id, the first reading ends there, and nothing is sorted."""
    write_stream(tmp_path, [row(9), row(3), *["{}"] * (2 * FAULT_LIMIT)])
    assert survey((str(tmp_path / "questions.jsonl"),), lambda part: None) == (FAULT_LIMIT + 2, True)


@pytest.mark.parametrize("first", [1, 9])
def test_an_overlong_line_is_one_line(tmp_path: Path, first: int) -> None:
    """A line that is too long is cut, and the lines behind it keep their numbers."""
    write_stream(tmp_path, [row(first), b'{"x": "' + b"y" * 9 * LONGEST_LINE, row(3)])
    assert sorted(line for _, line, _ in read(tmp_path)) == [1, 2, 3]
    paths = (str(tmp_path / "questions.jsonl"),)
    found = list(in_order(paths, survey(paths, lambda part: None)))
    assert max(len(one.data) for one in found) == LONGEST_LINE + 1


def test_a_byte_order_mark_is_no_part_of_a_line(tmp_path: Path) -> None:
    """A mark at the beginning of the file is passed by, sorted or not."""
    for lines in ([row(1), row(2)], [row(2), row(1)]):
        path = Path(write_stream(tmp_path, lines)) / "questions.jsonl"
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
        assert [id for *_, id in read(tmp_path)] == ["q00001", "q00002"]


def test_progress_is_told(tmp_path: Path) -> None:
    """A long reading tells how far it is."""
    write_stream(tmp_path, rows(3000))
    told: list[float] = []
    survey((str(tmp_path / "questions.jsonl"),), told.append)
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] <= 1


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A missing file, or a folder of that name, is one sentence."""
    (tmp_path / "folder.jsonl").mkdir()
    for name in ("missing.jsonl", "folder.jsonl"):
        with pytest.raises(PackError, match="no plain file"):
            read(tmp_path, name)
