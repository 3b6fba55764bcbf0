"""Games as a Markdown table."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from qot_quiz.core.past import Result
from qot_quiz.formats.scores.columns import COLUMNS

from .exports import GAME, HOSTILE, game, games, written


def cells(line: str) -> list[str]:
    """Cut a row at its bars, and take the escapes off."""
    assert line.startswith("| ")
    assert line.endswith(" |")
    parts = re.findall(r"((?:\\.|[^|\\])*)\|", line[1:])
    return [re.sub(r"\\(.)", r"\1", part).strip() for part in parts]


def test_table() -> None:
    """A header, a line that sets numbers right, and a row a game; null is empty."""
    header, rule, first, second = written("md", [GAME, game(ranked=False, questions=None)]).splitlines()
    assert cells(header) == list(COLUMNS)
    assert rule.startswith("| ---: | -------------------------------- | ------ |")
    assert cells(first)[:6] == ["1", GAME.game_id, "Ann", "classic", "any", "10"]
    assert cells(second)[0] == cells(second)[5] == ""
    assert cells(second)[-1] == "false"


def test_columns_line_up() -> None:
    """Wide characters count twice and marks not at all, so that every bar stands below the one above."""
    lines = written(
        "md", [GAME, game(player="김지원"), game(player="Se\u0301verine-Anne"), game(points=7)]
    ).splitlines()
    assert len({cell_len(line) for line in lines}) == 1
    assert "|      7 |" in lines[-1]
    assert "| 김지원        |" in lines[3]


@given(st.lists(games(), min_size=1, max_size=3))
def test_texts_stay_in_their_cells(results: list[Result]) -> None:
    """No text ends its cell or its row, and each can be read back but for runs of space."""
    _, _, *rows = written("md", results).splitlines()
    assert [cells(one)[2].split() for one in rows] == [one.player.split() for one in results]
    assert {len(cells(one)) for one in rows} == {len(COLUMNS)}


@pytest.mark.parametrize("text", ["<script>", "*a*", "_a_", "`a`", "[a](b)", "~a~", "&amp;", "a|b", "\\"])
def test_signs_are_escaped(text: str) -> None:
    """What means something to Markdown is written with a backslash."""
    cell = written("md", [game(player=text)]).splitlines()[2].split(" any ")[0]
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`\[\]<>~&]", cell)


def test_later_batches_are_not_waited_for() -> None:
    """The first batch sets the widths; a longer text in a later one is whole nevertheless."""
    text = written("md", [GAME], [game(player="x" * 60)], [])
    assert cells(text.splitlines()[3])[2] == "x" * 60


def test_control_characters_are_made_visible() -> None:
    """What a terminal would obey is shown instead."""
    assert "a<U+001B>b" in cells(written("md", [game(player="a\x1bb")]).splitlines()[2])


def test_no_games() -> None:
    """Without games there is the header still."""
    assert [len(cells(line)) for line in written("md").splitlines()] == [len(COLUMNS)] * 2
    assert written("md") == written("md", [])
    assert all(text in HOSTILE for text in ("a|b", "\\"))
