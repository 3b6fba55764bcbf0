"""Filters: what they leave out, while ranks stay those of the whole board."""

from __future__ import annotations

import time

import pytest

from qot_quiz.errors import UsageError
from qot_quiz.store import boards
from qot_quiz.store.boards import Filters
from qot_quiz.store.opening import Store

from .finished import BOARD, exported, game, ids, keep

# Unequal in one thing each, the best first; the ids alone would put them the other way round.


def test_ranks_are_those_of_the_whole_board(store: Store) -> None:
    """Whatever a filter leaves out still counts, and each filter leaves out what it should."""
    yesterday = {"finished_at": "2026-11-20T12:00:00.000+00:00"}
    keep(
        store,
        game("a", points=9),
        game("b", points=8, player="Ji", **yesterday),
        game("c", points=7, pack="own"),
        game("d", points=6, player="Ji"),
    )
    keep(store, game("e", board="1/survival/easy,hard/all"), game("f", board="1/classic/any/20", player="Ji"))
    for filters, wanted in (
        (Filters(), [("a", 1), ("b", 2), ("c", 3), ("d", 4)]),
        (Filters(player="Ji"), [("b", 2), ("d", 4)]),
        (Filters(pack="own"), [("c", 3)]),
        (Filters(since="2026-11-22"), [("a", 1), ("c", 3), ("d", 4)]),
        (Filters(player="Ji", since="2026-11-22"), [("d", 4)]),
        (Filters(mode="classic", difficulty="any"), [("a", 1), ("b", 2), ("c", 3), ("d", 4)]),
        (Filters(mode="survival"), []),
        (Filters(difficulty="hard"), []),
        (Filters(player="nobody"), []),
    ):
        assert ids(boards.top(store, BOARD, filters)) == wanted, filters
        listed = [(id, rank) for rank, id in exported(store, filters) if id in "abcd"]
        assert listed == wanted, filters


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone can only be set on POSIX")
def test_a_day_is_one_of_this_place(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """`since` begins with the local midnight of its day, wherever the games were played."""
    monkeypatch.setenv("TZ", "Asia/Seoul")
    time.tzset()
    keep(store, game("a", finished_at="2026-11-21T15:00:00.000+00:00"))
    keep(store, game("b", finished_at="2026-11-21T15:59:59.999+01:00"))
    listed = ids(boards.top(store, BOARD, Filters(since="2026-11-22")))
    monkeypatch.undo()
    time.tzset()
    assert listed == [("a", 2)]


@pytest.mark.parametrize("day", ["yesterday", "0001-13-01", ""])
def test_a_day_that_is_none(store: Store, day: str) -> None:
    """A text that is no date is refused with a hint."""
    with pytest.raises(UsageError, match="is no date") as refused:
        boards.top(store, BOARD, Filters(since=day))
    assert refused.value.hint
