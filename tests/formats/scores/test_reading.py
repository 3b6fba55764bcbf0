"""An export from another machine is recognised, read and checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qot_quiz.core.past import Result
from qot_quiz.errors import QuizError
from qot_quiz.formats.scores import SCORES
from qot_quiz.formats.scores.reading import read

from .exports import GAME, game, games, written

READABLE = ("csv", "json", "jsonl")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", READABLE)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(results=st.lists(games(), max_size=3))
def test_round_trip(tmp_path: Path, name: str, mark: bytes, results: list[Result]) -> None:
    """What was exported is imported, recognised by its content, with or without a byte order mark."""
    file = tmp_path / "scores"
    file.write_bytes(mark + written(name, results).encode())
    assert list(read(str(file))) == [(one, 0) for one in results]


@pytest.mark.parametrize("name", READABLE)
def test_more_than_one_piece(tmp_path: Path, name: str) -> None:
    """A file of many pieces is read to its end, and its last line told by its number."""
    file = tmp_path / "scores"
    results = [game(player=f"김지원 {number}") for number in range(1000)]
    file.write_text(written(name, results), encoding="utf-8", newline="")
    assert [one for one, _ in read(str(file))] == results
    file.write_text(written(name, [*results, game(right=11)]), encoding="utf-8", newline="")
    with pytest.raises(QuizError, match=f'line {1001 + (name != "jsonl")}: "right" is more than "asked"'):
        list(read(str(file)))


@pytest.mark.parametrize("name", READABLE)
def test_a_bad_row(tmp_path: Path, name: str) -> None:
    """A row that is no game is told with file, line and what is wrong; the games before it were given out already."""
    file = tmp_path / "scores"
    file.write_text(written(name, [GAME, game(mode="chess"), GAME]), encoding="utf-8", newline="")
    found: list[tuple[Result, int]] = []
    with pytest.raises(QuizError) as caught:
        found.extend(read(str(file)))
    line = 2 if name == "jsonl" else 3
    assert caught.value.message == f'{file}, line {line}: "mode" is no mode of this version.'
    assert caught.value.hint.startswith("Nothing of it was imported")
    assert len(found) <= 1


@pytest.mark.parametrize("cell", ['"10"', "010", "1e1", " 10", "+10", "10.0", "٣", "9" * 30, "x"])
def test_a_cell_that_is_no_number(tmp_path: Path, cell: str) -> None:
    """A number stands in its plain form, in quotes or not; everything else that looks like one is refused."""
    file = tmp_path / "scores.csv"
    text = written("csv", [GAME])
    file.write_text(text.replace('"any",10,10,8', f'"any",10,{cell},8'), encoding="utf-8", newline="")
    if cell == '"10"':
        assert list(read(str(file))) == [(GAME, 0)]
    else:
        with pytest.raises(QuizError, match='line 2: "asked" is no whole number from 0 to'):
            list(read(str(file)))


@pytest.mark.parametrize("name", sorted(SCORES.keys() - set(READABLE)))
def test_what_is_for_people_only(tmp_path: Path, name: str) -> None:
    """A table for people is not read back."""
    file = tmp_path / "scores"
    file.write_text(written(name, [GAME]), encoding="utf-8")
    with pytest.raises(QuizError, match="line 1: this is no export of games as CSV, JSON or JSON Lines"):
        list(read(str(file)))


@pytest.mark.parametrize("text", ["", "\n", " \r\n"])
def test_an_empty_file(tmp_path: Path, text: str) -> None:
    """No games as JSON Lines are an empty file, and read as such."""
    file = tmp_path / "scores"
    file.write_text(text)
    assert list(read(str(file))) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), name=st.sampled_from(READABLE), at=st.integers(0, 600), kept=st.booleans())
def test_any_bytes(tmp_path: Path, data: bytes, name: str, at: int, kept: bool) -> None:
    """Whatever is put into a file, and wherever it is cut, reading gives games or one sentence, never a bug."""
    file = tmp_path / "scores"
    good = written(name, [GAME, GAME]).encode()
    file.write_bytes(good[:at] + data + (good[at:] if kept else b""))
    found, message = [], f"{file}, line "
    try:
        found = list(read(str(file)))
    except QuizError as error:
        message = error.message
    assert message.startswith(f"{file}, line ")
    assert all(isinstance(one, Result) for one, _ in found)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A file that cannot be read is one sentence."""
    with pytest.raises(QuizError, match="cannot be read: No such file"):
        list(read(str(tmp_path / "missing")))
