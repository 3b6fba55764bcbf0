"""The newest unfinished game: found alone, at a cost that other games do not add to."""

from __future__ import annotations

from qot_quiz.store import unfinished
from qot_quiz.store.history import close, remove
from qot_quiz.store.journal import Journal
from qot_quiz.store.opening import Store

from .sample import deck, play, setup


def test_the_newest_unfinished_game(store: Store) -> None:
    """The first of the unfinished games is found alone, for a player or for all, however many others there are."""
    assert unfinished.newest(store) is None
    for hour in (12, 14, 13):
        Journal(store, f"{hour}").begin(setup("Min"), deck(), f"2026-11-22T{hour}:00:00.000+00:00")
    Journal(store, "ji").begin(setup("Ji"), deck(), "2026-11-22T11:00:00.000+00:00")
    play(store)
    for player in (None, "Min", "Ji"):
        assert unfinished.newest(store, player) == unfinished.games(store, player)[0]
    assert [entry.game_id for entry in unfinished.games(store)] == ["14", "13", "12", "ji"]
    close(store, "14", "discarded")
    remove(store, "13")
    assert [entry.game_id for entry in unfinished.games(store)] == ["12", "ji"]
    assert unfinished.newest(store, "nobody") is None


def test_one_game_at_most_is_decoded_for_the_newest(store: Store) -> None:
    """An older unfinished game that cannot be read does not matter to who only asks for the newest."""
    Journal(store, "old").begin(setup(), deck(), "2026-11-22T11:00:00.000+00:00")
    Journal(store, "new").begin(setup(), deck(), "2026-11-22T12:00:00.000+00:00")
    store.write(("update games set deck = '{}' where id = 'old'", ()))
    newest = unfinished.newest(store)
    assert newest is not None
    assert newest.game_id == "new"


def test_finished_games_are_not_walked_past(store: Store) -> None:
    """What can be taken up is found by the list of unfinished games, without a look at the finished ones."""
    from qot_quiz.store.unfinished import _UNFINISHED

    plan = [row[3] for row in store.rows("explain query plan " + _UNFINISHED, (None, 1, True))]
    assert "SCAN unfinished" in plan
    assert {line.split()[0] for line in plan if " games" in line or " moves" in line} == {"SEARCH"}


def test_a_party_can_be_taken_up_by_whoever_is_there(store: Store) -> None:
    """An unfinished party is listed for every player, since its players sit at this keyboard one after the other."""
    Journal(store, "party").begin(setup("Ann, Ben"), deck(), "2026-11-22T14:00:00.000+00:00")
    Journal(store, "own").begin(setup("Min"), deck(), "2026-11-22T13:00:00.000+00:00")
    assert [entry.game_id for entry in unfinished.games(store, "Min")] == ["party", "own"]
    assert [entry.game_id for entry in unfinished.games(store, "Ji")] == ["party"]
    assert (unfinished.count(store, "Min"), unfinished.count(store, "Ji")) == (2, 1)
