"""Files of any origin are read piece by piece, within limits."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.errors import QuizError
from qot_quiz.formats.files.pieces import LONGEST_LINE, MOST_BYTES, PIECE, LineError, lines, pieces


def test_text(tmp_path: Path) -> None:
    """A file comes out as its text, characters across two pieces whole, a byte order mark left out."""
    file = tmp_path / "text"
    text = "x" * (PIECE - 1) + "김\r\n\ufeff" * PIECE
    for encoding in ("utf-8", "utf-8-sig"):
        file.write_bytes(text.encode(encoding))
        assert "".join(pieces(str(file))) == text


@pytest.mark.parametrize("before", ["", "one\ntwo\n", "a\n" * PIECE])
@pytest.mark.parametrize("bad", [b"\xff", b"\xed\xa0\x80", b"\xea\xb9"])
def test_what_is_not_utf8(tmp_path: Path, before: str, bad: bytes) -> None:
    """Bytes that are no UTF-8, a character cut off at the end too, are refused with their line."""
    file = tmp_path / "text"
    file.write_bytes(before.encode() + bad)
    with pytest.raises(LineError) as caught:
        "".join(pieces(str(file)))
    assert (caught.value.line, caught.value.what) == (before.count("\n") + 1, "this is not UTF-8")


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    """A file above the limit is refused before anything is read."""
    file = tmp_path / "large"
    with file.open("wb") as opened:
        opened.truncate(MOST_BYTES + 1)
    with pytest.raises(QuizError, match="is larger than 1024 MiB"):
        next(pieces(str(file)))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX")
def test_a_pipe_that_is_too_long(tmp_path: Path) -> None:
    """A pipe tells no size beforehand and is counted."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=lambda: pipe.write_bytes(b"x" * PIECE + b"y"))
    writer.start()
    source = pieces(str(pipe), PIECE)
    assert next(source) == "x" * PIECE
    with pytest.raises(QuizError, match="is larger than"):
        next(source)
    writer.join()


@pytest.mark.parametrize("name", ["missing", "."])
def test_what_cannot_be_read(tmp_path: Path, name: str) -> None:
    """A file that is not there, or a folder, is one sentence."""
    with pytest.raises(QuizError, match=r"cannot be read: (No such file|Is a directory|Permission denied)"):
        next(pieces(str(tmp_path / name)))


@given(st.lists(st.text(alphabet="a\n\r\u2028\x0b", max_size=6)))
def test_lines(parts: list[str]) -> None:
    """However a text is cut into pieces, its lines end at line feeds and nowhere else, and nothing is lost."""
    found = list(lines(parts))
    assert "".join(found) == "".join(parts)
    assert all(line.endswith("\n") for line in found[:-1])
    assert all("\n" not in line[:-1] and line for line in found)


@pytest.mark.parametrize("end", ["\n", ""])
def test_a_line_that_is_too_long(end: str) -> None:
    """The longest line passes, one more character does not; a line without an end is not gathered for ever."""
    longest = "x" * LONGEST_LINE
    assert list(lines(["\n", longest + end])) == ["\n", longest + end]
    with pytest.raises(LineError) as caught:
        list(lines(["\n", longest, "x" + end]))
    assert caught.value.line == 2

    def endless() -> object:
        for _ in range(3):
            yield longest
        raise AssertionError

    with pytest.raises(LineError):
        list(lines(endless()))  # type: ignore[arg-type]
