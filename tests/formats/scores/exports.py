"""Games to export, and how the store hands them over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

import msgspec
from hypothesis import strategies as st

from qot_quiz.core.clean import fault
from qot_quiz.core.modes import MODES
from qot_quiz.core.past import Result
from qot_quiz.formats.scores import writer
from qot_quiz.formats.scores.columns import COLUMNS

GAME = Result(
    game_id="0123456789abcdef0123456789abcdef",
    player="Ann",
    mode="classic",
    difficulty="any",
    questions=10,
    asked=10,
    right=8,
    points=1930,
    best_streak=5,
    ruleset=1,
    board="1/classic/any/10",
    seed=2**53 - 1,
    code=None,
    pack="queen-of-tears",
    pack_digest="0123456789abcdef",
    up_to=16,
    started_at="2026-11-22T20:15:00.250+01:00",
    finished_at="2026-11-22T20:18:01.000+01:00",
    took_ms=61234,
    ranked=True,
)

HOSTILE = (
    "=1+1",
    "  =cmd|' /C calc'!A0",
    "'=1",
    "''+1",
    "' -1",
    "@SUM(A1)",
    "＝1",
    "\u3000＋1",
    "－",
    "＠a",
    "'",
    '"',
    '""',
    "\\",
    '\\"',
    "a,null,b",
    ",null,5",
    "5,null,",
    ",",
    "null",
    "null,",
    "],[",
    "]}",
    '{"a": [1]}',
    "a|b",
    "<script>",
    "김지원",
    "a  b",
    "true",
)
"""Texts that some format could take for something else."""


def game(**changed: Any) -> Result:
    """Make a game that differs from `GAME`."""
    return msgspec.structs.replace(GAME, **changed)


def row(result: Result, rank: int | None = None) -> str:
    """Write a game as SQLite's `json_array` does."""
    flag = "true" if result.ranked else "false"
    values = (rank, *msgspec.structs.astuple(result)[:-1])
    marks = ", ".join("?" * len(values))
    with sqlite3.connect(":memory:") as database:
        (text,) = database.execute(f"select json_array({marks}, json('{flag}'))", values).fetchone()
    database.close()
    assert len(msgspec.json.decode(text)) == len(COLUMNS)
    return str(text)


def written(name: str, *batches: Iterable[Result]) -> str:
    """Write batches of games in a format, ranked from 1 within each batch where they are ranked."""
    rows = [[row(one, number if one.ranked else None) for number, one in enumerate(batch, 1)] for batch in batches]
    return "".join(writer(name)(rows))


def _kept(most: int) -> st.SearchStrategy[str]:
    """Draw texts that the program keeps: clean, composed, without space at their ends."""
    drawn = st.text(min_size=1, max_size=most).map(str.strip).filter(lambda text: bool(text) and not fault(text))
    return st.sampled_from([text for text in HOSTILE if text == text.strip()]) | drawn


def games() -> st.SearchStrategy[Result]:
    """Draw games with hostile texts wherever a text is free."""
    from unicodedata import normalize

    texts = _kept(20)
    return st.builds(
        game,
        game_id=st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}"),
        player=texts.map(lambda text: normalize("NFC", text)).filter(lambda text: text == text.strip()),
        mode=st.sampled_from(list(MODES)),
        difficulty=st.sampled_from(["any", "easy", "easy,hard", "medium,hard"]),
        questions=st.none() | st.integers(1, 2**53 - 1),
        asked=st.integers(50, 2**53 - 1),
        right=st.integers(20, 50),
        best_streak=st.integers(0, 20),
        points=st.integers(0, 2**53 - 1),
        board=texts,
        code=st.none() | texts,
        pack=texts,
        started_at=st.sampled_from([GAME.started_at, "1970-01-01T00:00:00-23:59", "9998-12-31T23:59:59.999999+14:00"]),
        ranked=st.booleans(),
    )
