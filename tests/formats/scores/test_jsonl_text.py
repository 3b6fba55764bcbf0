"""Games as JSON Lines."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.past import KEYS, Result
from qot_quiz.formats.files.pieces import LineError
from qot_quiz.formats.scores.jsonl_text import read

from .exports import GAME, games, written


@given(st.lists(st.lists(games(), max_size=3), max_size=3))
def test_lines(batches: list[list[Result]]) -> None:
    """Each line is one object by the documented keys, in their order, without a rank."""
    lines = written("jsonl", *batches).split("\n")
    assert lines.pop() == ""
    read_elsewhere = [json.loads(line) for line in lines]
    assert read_elsewhere == [msgspec.structs.asdict(one) for batch in batches for one in batch]
    assert all(tuple(one) == KEYS for one in read_elsewhere)


@given(st.lists(games(), max_size=4), st.integers(1, 50))
def test_round_trip(results: list[Result], size: int) -> None:
    """What is read back is what was written, however the text is cut."""
    text = written("jsonl", results)
    source = [text[at : at + size] for at in range(0, len(text), size)]
    assert [Result(**values) for _, values in read(source)] == results


def test_blank_lines() -> None:
    """Blank lines are passed over, and count."""
    assert list(read(["\n \r\n", written("jsonl", [GAME])])) == [(3, msgspec.structs.asdict(GAME))]


@pytest.mark.parametrize("text", ["[", "[1]", "1", "null", '{"a": 1} {}', '{"a": NaN}', "[" * 60_000, '{"a": 1'])
def test_what_is_no_game(text: str) -> None:
    """A line that is no object is refused, however deep it is nested."""
    with pytest.raises(LineError, match="this is no") as caught:
        list(read([written("jsonl", [GAME]), text]))
    assert caught.value.line == 2
