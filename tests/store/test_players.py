"""Renaming a player: everywhere at once, or not at all."""

from __future__ import annotations

import pytest

from qot_quiz.core import moves
from qot_quiz.core.replay import replay
from qot_quiz.errors import StoreError
from qot_quiz.store import boards, settings, unfinished
from qot_quiz.store.boards import rename
from qot_quiz.store.history import load, seen
from qot_quiz.store.journal import Journal
from qot_quiz.store.opening import Store

from .finished import BOARD, game, keep
from .sample import do, give, play, restored, setup, start


def test_a_player_is_renamed_everywhere(store: Store) -> None:
    """Games, results, imports, ceilings and the remembered player take the new name; other players keep theirs."""
    play(store, setup("Min"), "1" * 32)
    start(store, setup("Min"))
    start(store, setup("Ann"))
    keep(store, game("a"), game("b", player="Ann"))
    settings.put(store, "player", "Min")
    settings.set_ceiling(store, "Min", "queen-of-tears", 7)
    assert rename(store, "Min", "민")
    assert sorted(entry.player for entry in unfinished.games(store)) == ["Ann", "민"]
    assert [each.result.player for each in boards.top(store, BOARD)] == ["민", "Ann"]
    assert store.rows("select player from results where origin = 'here'") == [("민",)]
    assert settings.get(store, "player") == "민"
    assert settings.ceiling(store, "민", "queen-of-tears") == 7
    assert settings.ceiling(store, "Min", "queen-of-tears") is None
    assert len(seen(store, "민", "queen-of-tears")) == 5
    assert not rename(store, "Min", "Max")


def test_two_names_become_one_player(store: Store) -> None:
    """Under a name that exists already the games stand together, with one best and the further ceiling of each pack."""
    keep(store, game("a", points=9), game("b", points=8, player="Ann"))
    for player, pack, up_to in (("Min", "x", 3), ("Ann", "x", 9), ("Min", "y", 5), ("Ann", "y", 2), ("Min", "z", 1)):
        settings.set_ceiling(store, player, pack, up_to)
    settings.put(store, "player", "Ann")
    assert rename(store, "Min", "Ann")
    assert [(each.result.player, each.personal_best) for each in boards.top(store, BOARD)] == [
        ("Ann", True),
        ("Ann", False),
    ]
    assert store.rows("select player, pack, up_to from ceilings order by pack") == [
        ("Ann", "x", 9),
        ("Ann", "y", 5),
        ("Ann", "z", 1),
    ]
    assert settings.get(store, "player") == "Ann"


@pytest.mark.parametrize("resumed", [False, True])
def test_an_unfinished_game_goes_on_under_the_new_name(store: Store, resumed: bool) -> None:
    """A game that was open at the renaming is finished under the new name, taken up again or still running."""
    game, journal = start(store, setup("Min"))
    game = give(game, journal, game.question.solution)
    assert rename(store, "Min", "Ann")
    if resumed:
        stored = load(store, journal.game_id)
        assert stored.setup == setup("Ann")
        game = replay(stored.setup, restored(stored), stored.steps)
        journal = Journal(store, journal.game_id, len(stored.steps))
    while not game.over:
        game = do(game, journal, moves.Answer(game.now, ()))
        game = do(game, journal, moves.Next(game.now))
    found = boards.find(store, journal.game_id)
    assert found is not None
    assert found.player == "Ann"
    boards.rebuild(store)
    assert boards.find(store, journal.game_id) == found


def test_a_ceiling_alone_makes_a_player(store: Store) -> None:
    """Who has only said how far they have watched can be renamed; a name that nobody has cannot; the same name may."""
    settings.set_ceiling(store, "Min", "own", 3)
    assert rename(store, "Min", "Min")
    assert settings.ceiling(store, "Min", "own") == 3
    assert rename(store, "Min", "Ann")
    assert settings.ceiling(store, "Ann", "own") == 3
    assert not rename(store, "nobody", "Ann")


def test_a_renaming_is_whole_or_not_at_all(store: Store) -> None:
    """When its last part is refused, nothing is renamed."""
    play(store, setup("Min"))
    settings.set_ceiling(store, "Min", "own", 3)
    store.write(("create trigger full before delete on ceilings begin select raise(abort, 'full'); end", ()))
    with pytest.raises(StoreError):
        rename(store, "Min", "Ann")
    assert store.rows("select player from games union select player from results") == [("Min",)]
    assert settings.ceiling(store, "Ann", "own") is None
