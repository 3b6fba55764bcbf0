"""Plain lines broken at their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from qot_quiz.ui.wrapping import wrapped


@given(
    st.lists(st.text("ab 김", min_size=1, max_size=30), max_size=20), st.integers(10, 79), st.sampled_from(["", "  "])
)
def test_nothing_is_lost(words: list[str], widest: int, front: str) -> None:
    """Breaking a line loses no word, keeps its indentation, and only a word too wide by itself makes a wide line."""
    line = front + " ".join(" ".join(words).split())
    parts = wrapped(line, widest)
    assert " ".join([parts[0], *(part.removeprefix(front) for part in parts[1:])]) == line
    assert all(cell_len(part) <= widest or " " not in part.lstrip() for part in parts)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("  schema: of the file", ["  schema:", "  of the", "  file"]),
        ("- a list of three", ["- a list", "  of three"]),
        ("  - a list in it", ["  - a list", "    in it"]),
        ("key: a  - b", ["key: a  -", "b"]),
        ("    ", ["    "]),
    ],
)
def test_further_lines(line: str, parts: list[str]) -> None:
    """What belongs together begins at one column, so that nobody takes the rest of a thing for the next."""
    assert wrapped(line, 10) == parts


@pytest.mark.parametrize(
    ("line", "widest", "parts"),
    [
        ("Source: Soompi; 3 more sources.", 18, ["Source: Soompi;", "3 more sources."]),
        ("It is said (episode 9) once", 20, ["It is said", "(episode 9) once"]),
        ("The game goes on: qot-quiz resume does it.", 30, ["The game goes on:", "qot-quiz resume does it."]),
        ("Raise it with --up-to now", 16, ["Raise it", "with --up-to now"]),
        ("qot-quiz resume", 10, ["qot-quiz", "resume"]),
    ],
)
def test_what_is_read_as_one(line: str, widest: int, parts: list[str]) -> None:
    """No line ends between a number and its noun or within a command, as long as there is room for them."""
    assert wrapped(line, widest) == parts


@given(
    st.lists(st.sampled_from(["3", "more", "qot-quiz", "play", "-n", "episode", "(of", "김"]), min_size=1),
    st.integers(20, 40),
)
def test_bonds_are_spaces_at_last(words: list[str], widest: int) -> None:
    """What held words together is a plain space in what is written, and a line is as narrow as without it."""
    line = " ".join(words)
    parts = wrapped(line, widest)
    assert " ".join(parts) == line
    assert max(map(cell_len, parts)) <= widest
