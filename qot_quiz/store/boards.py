"""The boards: which there are, who leads them, and where a game stands; best first, as they lie.

Best is more points, then more right, then fewer helps, then finished earlier, and last the lower id (README, "Points").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from qot_quiz.core.past import KEYS, Result
from qot_quiz.store.filters import Filters, condition, fits
from qot_quiz.store.opening import Store
from qot_quiz.store.players import rename
from qot_quiz.store.results import import_results, rebuild
from qot_quiz.store.troubles import absent

__all__ = [
    "Filters",
    "Place",
    "Placed",
    "begun",
    "boards",
    "export_lines",
    "find",
    "import_results",
    "place",
    "rebuild",
    "rename",
    "top",
]

_BEST_FIRST = "points desc, right desc, helps, finished_ms, game_id"

# The names are found by leaping from one to the next, since `distinct` would walk over every game.
_BOARDS = """
with recursive names (name) as (
    select * from (select board from results where hidden = 0 order by board limit 1)
    union all
    select (select board from results where hidden = 0 and board > name order by board limit 1)
    from names where name is not null
)
select name from names where name is not null
"""

# Games with more points are counted by the tally; only those with as many are compared one by one.
_RANK = """
case when r.ranked then 1 + (
    select coalesce(sum(games), 0) from tally where board = r.board and points > r.points
) + (
    select count(*) from results as other
    where other.board = r.board and other.points = r.points and other.right >= r.right
        and other.hidden = 0 and other.ranked = 1
        and (-other.right, other.helps, other.finished_ms, other.game_id)
            < (-r.right, r.helps, r.finished_ms, r.game_id)
) end
"""

_BEST_OF_PLAYER = f"""
select {{what}} from results as own
where own.player = r.player and own.board = r.board and own.hidden = 0 and own.ranked = 1 {{which}}
order by {_BEST_FIRST} limit 1
"""
_IS_BEST = f"r.game_id is ({_BEST_OF_PLAYER.format(what='own.game_id', which='')})"
_FORMER = f"({_BEST_OF_PLAYER.format(what='own.points', which='and own.game_id <> r.game_id')})"

_GAME = ", ".join(f"r.{key}" for key in KEYS)

_TOP = f"""
select {_GAME}, {{rank}}, {_IS_BEST} from results as r
where r.board = ? and r.hidden = 0 {{which}} order by {_BEST_FIRST} limit ?
"""

_PLACE = f"""
select {_RANK}, (select coalesce(sum(games), 0) from tally where board = r.board), {_IS_BEST}, {_FORMER}
from results as r where r.game_id = ? and r.hidden = 0
"""

# A range of ids, which the index answers; the id that is the whole beginning comes first.
_FOUND = f"""
select {_GAME} from results as r
where r.game_id >= ?1 and r.game_id < ?1 || char(0x10ffff) and r.hidden = 0 order by r.game_id limit ?2
"""

_TRUTH = "case when ranked then json('true') else json('false') end"
_CELLS = ", ".join(_TRUTH if key == "ranked" else key for key in KEYS)

# Games left out come without a line, since they still count for the ranks.
_LINES = f"""
select ranked, case when true {{which}} then json_array({_CELLS}) end from results as r
where r.board = ? and r.hidden = 0 order by {_BEST_FIRST}
"""


class Placed(msgspec.Struct, frozen=True):
    """A game on its board.

    Args:
        result: The game.
        rank: Its place among the ranked games of the whole board, from 1; None when it is not ranked.
        personal_best: Whether it is the best ranked game of its player on this board.
    """

    result: Result
    rank: int | None
    personal_best: bool


class Place(msgspec.Struct, frozen=True):
    """Where a game came in.

    Args:
        rank: Its place among the ranked games of its board, from 1; None when it is not ranked.
        of: How many ranked games the board has.
        personal_best: Whether it is the best ranked game of its player on this board.
        former: The points of the best among the player's other ranked games there, or None when there are none.
    """

    rank: int | None
    of: int
    personal_best: bool
    former: int | None


def boards(store: Store, filters: Filters | None = None) -> list[str]:
    """Name the boards that have a game to list, in alphabetical order.

    Args:
        store: The open store.
        filters: Which games count.

    Raises:
        UsageError: `since` is no date.
        StoreError: The file cannot be read.
    """
    filters = filters or Filters()
    which, values = condition(filters)
    names = [name for (name,) in store.rows(_BOARDS) if fits(name, filters)]
    if not values:
        return names
    any_game = f"select 1 from results as r where r.board = ? and r.hidden = 0 {which} limit 1"
    return [name for name in names if store.rows(any_game, (name, *values))]


def top(store: Store, board: str, filters: Filters | None = None, limit: int = 10) -> list[Placed]:
    """List the best games of a board, with their ranks in the whole board.

    Args:
        store: The open store.
        board: The board's name.
        filters: Which games to list.
        limit: How many at most; whole boards are better read by `export_lines`.

    Raises:
        UsageError: `since` is no date.
        StoreError: The file cannot be read.
    """
    filters = filters or Filters()
    which, values = condition(filters)
    if not fits(board, filters):
        return []
    rows = store.rows(_TOP.format(rank=_RANK if values else "null", which=which), (board, *values, limit))
    placed, ahead = [], 0
    for *columns, rank, best in rows:
        result = _result(columns)
        ahead += result.ranked
        # Where nothing is left out, the list itself counts.
        counted = rank if values else ahead if result.ranked else None
        placed.append(Placed(result, counted, bool(best)))
    return placed


def place(store: Store, game_id: str) -> Place:
    """Tell where a finished game came in.

    Args:
        store: The open store.
        game_id: Its id.

    Raises:
        StoreError: There is no such finished game, it was removed, or the file cannot be read.
    """
    for rank, of, best, former in store.rows(_PLACE, (game_id,)):
        return Place(rank, of, bool(best), former)
    raise absent(game_id)


def find(store: Store, game_id: str) -> Result | None:
    """Read what a finished game came to; None when there is no such game, it was removed, or several are meant.

    Args:
        store: The open store.
        game_id: Its id, or a beginning that no other finished game's id shares.

    Raises:
        StoreError: The file cannot be read.
    """
    games = begun(store, game_id, 2) if game_id else []
    return games[0] if games and (len(games) == 1 or games[0].game_id == game_id) else None


def begun(store: Store, beginning: str, limit: int) -> list[Result]:
    """List finished games whose ids begin in one way, in the order of their ids; removed ones are left out.

    Args:
        store: The open store.
        beginning: The beginning; empty for all games.
        limit: How many at most.

    Raises:
        StoreError: The file cannot be read.
    """
    return [_result(row) for row in store.rows(_FOUND, (beginning, limit))]


def export_lines(store: Store, filters: Filters | None = None) -> Iterator[list[str]]:
    """Read every finished game as the text of a JSON array: its rank or null, then its keys in their order.

    Args:
        store: The open store.
        filters: Which games to list; ranks are those in the whole board.

    Returns:
        Batches of a thousand at most: boards by name, best first within each.

    Raises:
        UsageError: `since` is no date.
        StoreError: The file cannot be read.
    """
    which, values = condition(filters or Filters())
    for board in boards(store, filters):
        rank = 0
        for batch in store.batches(_LINES.format(which=which), (*values, board)):
            lines = []
            for ranked, line in batch:
                rank += ranked
                if line is not None:
                    lines.append(f"[{rank if ranked else 'null'},{line[1:]}")
            if lines:
                yield lines


def _result(columns: Sequence[Any]) -> Result:
    return Result(*(*columns[:-1], bool(columns[-1])))
