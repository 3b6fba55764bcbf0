"""Settings and spoiler ceilings: the last word counts."""

from __future__ import annotations

import pytest

from qot_quiz.errors import StoreError
from qot_quiz.store import settings
from qot_quiz.store.opening import Store, open_store


def test_a_setting_is_what_was_put_last(store: Store) -> None:
    """A setting is None until it is set, then its newest value, also for the next program, until it is unset."""
    assert settings.get(store, "player") is None
    settings.put(store, "player", "Min")
    settings.put(store, "player", "수현")
    settings.put(store, "mode", "")
    again = open_store(store.path)
    assert settings.get(again, "player") == "수현"
    assert settings.all(again) == {"mode": "", "player": "수현"}
    settings.unset(again, "player")
    settings.unset(again, "never")
    assert settings.all(store) == {"mode": ""}
    again.close()


def test_a_ceiling_belongs_to_player_and_pack(store: Store) -> None:
    """How far one has watched is remembered per player and pack, and 0 is not the same as never asked."""
    assert settings.ceiling(store, "Min", "own") is None
    settings.set_ceiling(store, "Min", "own", 0)
    settings.set_ceiling(store, "Ji", "own", 9)
    settings.set_ceiling(store, "Ji", "own", 12)
    assert settings.ceiling(store, "Min", "own") == 0
    assert settings.ceiling(store, "Ji", "own") == 12
    assert settings.ceiling(store, "Ji", "other") is None


def test_a_ceiling_is_an_episode(store: Store) -> None:
    """A ceiling below zero is refused."""
    with pytest.raises(StoreError):
        settings.set_ceiling(store, "Min", "own", -1)
