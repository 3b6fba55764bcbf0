"""Games as one JSON object."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.past import KEYS, Result
from qot_quiz.formats.files.pieces import LONGEST_LINE, LineError
from qot_quiz.formats.scores.json_text import begins, read

from .exports import GAME, games, written

LAYOUTS = {
    "ours": lambda told: written("json", [Result(**one) for one in told["games"]]),
    "one line": lambda told: json.dumps(told, ensure_ascii=False),
    "no space": lambda told: json.dumps(told, separators=(",", ":")),
    "indented": lambda told: "\r\n" + json.dumps(told, indent=4).replace("\n", "\r\n") + "\n\n",
}
"""The same object as different programs lay it out."""


@given(st.lists(st.lists(games(), max_size=3), max_size=3))
def test_object(batches: list[list[Result]]) -> None:
    """The whole is one object with a list of games, each by the documented keys in their order."""
    told = json.loads(written("json", *batches))
    assert told == {"games": [msgspec.structs.asdict(one) for batch in batches for one in batch]}
    assert all(tuple(one) == KEYS for one in told["games"])


@given(st.lists(games(), max_size=4), st.integers(1, 50), st.sampled_from(sorted(LAYOUTS)))
def test_round_trip(results: list[Result], size: int, layout: str) -> None:
    """What is read back is what was written, in every layout and however the text is cut."""
    text = LAYOUTS[layout]({"games": [msgspec.structs.asdict(one) for one in results]})
    assert begins(text)
    source = [text[at : at + size] for at in range(0, len(text), size)]
    assert [Result(**values) for _, values in read(source)] == results


def test_lines() -> None:
    """A game is told by the line on which it begins."""
    assert [line for line, _ in read([written("json", [GAME, GAME], [GAME])])] == [2, 3, 4]
    indented = json.dumps({"games": [{"a": 1, "b": 2}, {"a": 3}]}, indent=1)
    assert list(read([indented])) == [(3, {"a": 1, "b": 2}), (7, {"a": 3})]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('{"games": [\n{"a": 1}', 2, "cut off"),
        ('{"games": [\n{"a": 1},\n', 3, "cut off"),
        ('{"games": [\n{"a": 1},\n]}', 3, "no game can be read here"),
        ('{"games": [\n{"a": 1}\n{"a": 1}]}', 3, "no game can be read here"),
        ('{"games": [\n{"a": "1}]}', 2, "cut off"),
        ('{"games": [\n\n\n[1]]}', 4, "no game can be read here"),
        ('{"games": [{"a": 1, "answers": [1]}]}', 1, "no game can be read here"),
        ('{"games": [{"a" 1}]}', 1, "this is no JSON"),
        ('{"games": [\n], "more": 1}', 2, "no game can be read here"),
        ('{"games": [\n]}\n\n{"games": []}', 4, "something stands behind the games"),
        ('{"games": [\n' + "[" * 200_000, 2, "no game can be read here"),
        ('{"games": [\n{"a": "' + "x" * 200_000, 2, "no game can be read here"),
        ('{"games": [\n{' + '"' * 200_000, 2, "no game can be read here"),
        ('{"games": [\n{"a": "' + "\\" * 200_001, 2, "no game can be read here"),
    ],
)
def test_what_is_no_export(text: str, line: int, what: str) -> None:
    """What is cut off, nested, followed by more, or no JSON is refused with its line."""
    source = [text[at : at + 1000] for at in range(0, len(text), 1000)]
    with pytest.raises(LineError) as caught:
        list(read(source))
    assert caught.value.line == line
    assert what in caught.value.what


def test_an_endless_game_is_not_gathered() -> None:
    """Reading stops when a game grows beyond what a line may hold."""

    def endless() -> object:
        yield '{"games": [{"a": "'
        for _ in range(3):
            yield "x" * LONGEST_LINE
        raise AssertionError

    with pytest.raises(LineError):
        list(read(endless()))  # type: ignore[arg-type]
