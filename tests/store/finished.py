"""Finished games made by hand, as an import brings them, and lists of games in short."""

from __future__ import annotations

from typing import Any

import msgspec

from qot_quiz.core.past import Result
from qot_quiz.store.boards import Filters, Placed, export_lines, import_results
from qot_quiz.store.opening import Row, Store

BOARD = "1/classic/any/10"

_GAME = Result(
    game_id="",
    player="Min",
    mode="classic",
    difficulty="any",
    questions=10,
    asked=10,
    right=8,
    points=1500,
    best_streak=4,
    ruleset=1,
    board=BOARD,
    seed=7,
    code=None,
    pack="queen-of-tears",
    pack_digest="0123456789abcdef",
    up_to=16,
    started_at="2026-11-22T20:00:00.000+00:00",
    finished_at="2026-11-22T20:05:00.000+00:00",
    took_ms=90_000,
    ranked=True,
)


def game(game_id: str, **more: Any) -> Result:
    """Make a finished game that differs from a plain one in what is named."""
    return msgspec.structs.replace(_GAME, game_id=game_id, **more)


def keep(store: Store, *games: Result, helps: int = 0) -> None:
    """Bring finished games into a store."""
    import_results(store, [(each, helps) for each in games])


def ids(placed: list[Placed]) -> list[tuple[str, int | None]]:
    """Name the games of a list with their ranks."""
    return [(each.result.game_id, each.rank) for each in placed]


def exported(store: Store, filters: Filters | None = None) -> list[tuple[int | None, str]]:
    """Name the games of an export with their ranks."""
    rows = [msgspec.json.decode(line) for batch in export_lines(store, filters) for line in batch]
    return [(row[0], row[1]) for row in rows]


KEPT = ("results", "tally", "unfinished")


def kept(store: Store) -> dict[str, list[Row]]:
    """Read all that is kept and could be made anew."""
    return {table: sorted(store.rows(f"select * from {table}"), key=repr) for table in KEPT}
