"""What the values of a game from another machine must be."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given

from qot_quiz.core.past import KEYS, Result
from qot_quiz.formats.scores.check import LONGEST, MOST, wrong

from .exports import GAME, games


def changed(**values: Any) -> dict[str, Any]:
    """Give the values of a good game with some of them changed."""
    return msgspec.structs.asdict(GAME) | values


@given(games())
def test_a_game_is_a_game(result: Result) -> None:
    """What the program itself keeps is in order."""
    assert wrong(msgspec.structs.asdict(result)) is None


@pytest.mark.parametrize("key", KEYS)
def test_a_missing_key(key: str) -> None:
    """Every key must be there."""
    values = changed()
    del values[key]
    assert wrong(values) == f'"{key}" is missing'


def test_a_key_too_many() -> None:
    """A key that games do not have is no secret place for something else."""
    assert wrong(changed(helps=0)) == "there is a key that games do not have"


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", [None, [], {}, 1.0, 1.5, -1, MOST + 1, "", "x" * (LONGEST + 1), "a\x1b[2J", "a\nb"])
def test_a_value_of_another_kind(key: str, value: object) -> None:
    """No key takes a list, a fraction, a number or text out of range, or a control character; two take null."""
    found = wrong(changed(**{key: value}))
    if value is None and key in ("questions", "code"):
        assert found is None
    else:
        assert found is not None
        assert found.startswith(f'"{key}" ')


@pytest.mark.parametrize("key", [key for key in KEYS if isinstance(getattr(GAME, key), int) and key != "ranked"])
def test_a_number_is_no_flag(key: str) -> None:
    """True is no number, and 1 is not true."""
    assert wrong(changed(**{key: True})) is not None
    assert wrong(changed(ranked=1)) == '"ranked" is neither true nor false'


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("game_id", "0123456789ABCDEF0123456789ABCDEF"),
        ("game_id", "0" * 31),
        ("game_id", "0" * 33),
        ("game_id", "0" * 32 + "\n"),
        ("player", " Ann"),
        ("player", "Se\u0301verine"),
        ("player", "Ann\u202e"),
        ("mode", "chess"),
        ("difficulty", "hard,easy"),
        ("difficulty", "easy,medium,hard"),
        ("difficulty", ""),
        ("difficulty", "simple"),
        ("questions", 0),
        ("ruleset", 0),
        ("pack_digest", "0123"),
        ("started_at", "2026-11-22"),
        ("started_at", "2026-11-22T20:15:00"),
        ("started_at", "2026-11-22 20:15:00+01:00"),
        ("started_at", "2026-13-22T20:15:00+01:00"),
        ("started_at", "2026-02-29T20:15:00+01:00"),
        ("started_at", "2026-11-22T24:15:00+01:00"),
        ("started_at", "2026-11-22T20:15:00+24:00"),
        ("started_at", "0001-01-01T00:00:00+14:00"),
        ("started_at", "２０２６-11-22T20:15:00+01:00"),
        ("finished_at", "9999-12-31T23:59:59-14:00"),
        ("right", 11),
        ("best_streak", 9),
    ],
)
def test_a_value_out_of_order(key: str, value: object) -> None:
    """Ids, names, modes, difficulties, times and counts are each held to what they can be."""
    found = wrong(changed(**{key: value}))
    assert found is not None
    assert found.startswith(f'"{key}" ')
