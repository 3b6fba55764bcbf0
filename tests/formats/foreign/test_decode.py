"""Any file becomes text, or one sentence that says why not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.errors import QuizError
from qot_quiz.formats.foreign.decode import MOST_BYTES, decoded, read_text

TEXT = "naïve – 한국\nÜber"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode(encoding: str) -> None:
    """Unicode is read with or without its mark."""
    assert decoded("f", TEXT.encode(encoding)) == (TEXT, ())


def test_windows_1252() -> None:
    """Lines that are no UTF-8 are read as Windows-1252, and that is told; its empty places stay control characters."""
    text, notices = decoded("f", "naïve – é".encode("cp1252") + b"\n" + "한국".encode() + b"\n\x81\xe9")
    assert text == "naïve – é\n한국\n\x81é"
    assert notices == ("2 line(s) are no UTF-8 and were read as Windows-1252",)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends(end: str) -> None:
    """All line ends are line feeds."""
    assert decoded("f", f"a{end}b{end}".encode())[0] == "a\nb\n"


@pytest.mark.parametrize("data", [b"PK\x03\x04zip", b"a\0b", b"\xff\xfe\x00\xd8"])
def test_what_is_no_text(data: bytes) -> None:
    """Archives and binary files are refused."""
    with pytest.raises(QuizError):
        decoded("f", data)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    """What is too large is refused before it is kept in memory."""
    file = tmp_path / "large"
    with file.open("wb") as opened:
        os.truncate(opened.fileno(), MOST_BYTES * 200)
    with pytest.raises(QuizError, match="larger than 8 MiB"):
        read_text(str(file))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A folder or a missing file is one sentence."""
    for path in (tmp_path, tmp_path / "missing"):
        with pytest.raises(QuizError, match="cannot be read"):
            read_text(str(path))


@given(data=st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """Bytes become text or one sentence."""
    try:
        text, _ = decoded("f", data)
    except QuizError:
        return
    assert "\r" not in text
