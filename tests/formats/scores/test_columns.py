"""The columns of a table of games."""

from __future__ import annotations

from qot_quiz.formats.scores.columns import COLUMNS, KINDS, NUMERIC, Kind, values, width_of, word

from .exports import GAME, row

HEADER = (
    "rank game_id player mode difficulty questions asked right points best_streak ruleset board seed code pack "
    "pack_digest up_to started_at finished_at took_ms ranked"
)


def test_columns() -> None:
    """The documented keys stand behind the rank."""
    assert " ".join(COLUMNS) == HEADER


def test_kinds() -> None:
    """What each value may be follows from the game itself."""
    assert KINDS["player"] == Kind(str, False)
    assert KINDS["code"] == Kind(str, True)
    assert KINDS["questions"] == Kind(int, True)
    assert KINDS["ranked"] == Kind(bool, False)
    numbers = "rank questions asked right points best_streak ruleset seed up_to took_ms"
    assert [name for name, right in zip(COLUMNS, NUMERIC, strict=True) if right] == numbers.split()


def test_nulls_stand_where_the_fast_way_looks() -> None:
    """No two values side by side may be null, and a text stands beside each that may."""
    kinds = [Kind(int, True), *KINDS.values()]
    for before, this, behind in zip([None, *kinds], kinds, [*kinds[1:], None], strict=False):
        if this.nullable:
            assert not (before and before.nullable)
            assert behind
            assert not behind.nullable
            assert before is None or str in (before.type, behind.type)
    assert not kinds[-1].nullable


def test_words() -> None:
    """A value is written as a table shows it."""
    assert [word(value) for value in values(row(GAME))][-3:] == ["2026-11-22T20:18:01.000+01:00", "61234", "true"]
    assert (word(None), word(False), word(0), word("")) == ("", "false", "0", "")


def test_width() -> None:
    """A wide sign takes two columns, a mark that stands on another sign none."""
    assert [width_of(text) for text in ("Ann", "김지원", "e\u0301", "Hae-in 해인")] == [3, 6, 1, 11]
