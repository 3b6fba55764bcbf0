"""What difficulty from data reads of the store: ratings of a player and of facts, recomputed from the raw rows."""

from __future__ import annotations

from random import Random

import pytest

from qot_quiz.core.rating import PLAYER, PLAYS
from qot_quiz.store import statistics
from qot_quiz.store.opening import Store

from .test_statistics import PACK, PLAYERS, fill, grouped, moved, ratings, raw

__all__ = ["moved"]


def test_what_was_played_often_follows_from_the_rows(moved: Store) -> None:
    """Each fact with enough answers, and no other, has the rating and the counts that the raw rows come to."""
    fill(moved, Random(5), 200)
    for up_to in (0, 16):
        given = raw(moved, None, up_to)
        _, facts = ratings(given)
        rated = [one["item"]["fact_id"] for one in given if not one["help"]]
        often = {fact for fact in facts if rated.count(fact) >= PLAYS}
        assert often
        counts = grouped(given, "fact_id")
        read = statistics.plays(moved, PACK, up_to)
        assert [one.fact_id for one in read] == sorted(often)
        for one in read:
            assert one.rating.milli / 1000 == pytest.approx(facts[one.fact_id], abs=0.5)
            assert one.rating.plays == rated.count(one.fact_id)
            assert (one.asked, one.right) == counts[one.fact_id][:2]
            assert statistics.fact_rating(moved, PACK, up_to, one.fact_id) == one.rating
        for fact in set(facts) - often:
            assert statistics.fact_rating(moved, PACK, up_to, fact) is None
    assert any(one["help"] for one in raw(moved, None, 16))


def test_a_players_rating_follows_from_the_rows(moved: Store) -> None:
    """It holds the newest answer whenever it is read; who never played has the one that everybody begins with."""
    for _ in range(2):
        fill(moved, Random(6), 9)
        players, _ = ratings(raw(moved, None, 16))
        for player in PLAYERS:
            milli = statistics.player_rating(moved, player, PACK, 16).milli
            assert milli / 1000 == pytest.approx(players[player], abs=0.2)
    assert statistics.player_rating(moved, "nobody", PACK, 16) == PLAYER
