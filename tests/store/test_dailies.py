"""Dailies in the store: the one ranked try of a day."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from samples import deck, setup

from qot_quiz.core import moves
from qot_quiz.core.daystreak import Played
from qot_quiz.core.game import begin
from qot_quiz.core.steps import step
from qot_quiz.store import dailies, history
from qot_quiz.store.journal import Journal, new_id
from qot_quiz.store.opening import Store

Keep = Callable[..., str]


@pytest.fixture
def keep(store: Store) -> Keep:
    """Keep a daily of one question."""

    def kept(day: str, *, practice: bool = False, finished: bool = True, mode: str = "daily") -> str:
        drawn = msgspec.structs.replace(setup(mode), day=day, practice=practice)
        game_id, dealt = new_id(), deck("lead/actor")
        journal = Journal(store, game_id)
        journal.begin(drawn, dealt, f"{day}T12:00:00+09:00")
        game, _ = begin(drawn, dealt)
        for command in (moves.Answer(1, ()), moves.Next(2)) if finished else ():
            game, events = step(game, command)
            journal.append(command, events)
        return game_id

    return kept


def test_tries(store: Store, keep: Keep) -> None:
    """Every daily of a player is listed as it was begun; other modes, players and packs are not."""
    first = keep("2026-11-22")
    keep("2026-11-22", mode="classic")
    second = keep("2026-11-23", practice=True, finished=False)
    assert dailies.tries(store, "Min", "sample") == [
        dailies.Try(first, "2026-11-22", "2026-11-22T12:00:00+09:00", False, "finished"),
        dailies.Try(second, "2026-11-23", "2026-11-23T12:00:00+09:00", True, None),
    ]
    assert dailies.tries(store, "Ann", "sample") == []
    assert dailies.tries(store, "Min", "other") == []


def test_the_first_is_ranked(store: Store, keep: Keep) -> None:
    """The ranked try is the first that was no practice, even if it was removed; one whose pack is gone is none."""
    keep("2026-11-22", practice=True)
    first = keep("2026-11-22")
    keep("2026-11-22")
    history.remove(store, first)
    tries = dailies.tries(store, "Min", "sample")
    ranked = dailies.ranked(tries, "2026-11-22")
    assert ranked is not None
    assert ranked.game_id == first
    assert dailies.ranked(tries, "2026-11-23") is None
    gone = keep("2026-11-24", finished=False)
    history.close(store, gone, "gone")
    assert dailies.ranked(dailies.tries(store, "Min", "sample"), "2026-11-24") is None


def test_days_played(store: Store, keep: Keep) -> None:
    """Only finished ranked tries make a day."""
    keep("2026-11-22")
    keep("2026-11-23", practice=True)
    keep("2026-11-24", finished=False)
    played = dailies.played(dailies.tries(store, "Min", "sample"))
    assert played == [Played("2026-11-22", "2026-11-22T12:00:00+09:00")]
