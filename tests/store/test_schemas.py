"""Files of every schema that ever landed: brought up to date with all that is in them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from qot_quiz.store import boards, cards, flags, folding, history, opening, settings
from qot_quiz.store.checkup import check
from qot_quiz.store.opening import open_store

from .old_files import VERSIONS, make, rows

PACK = "queen-of-tears"
KEPT = ("games", "moves", "closed", "removed", "results", "settings", "ceilings")
"""Tables of the first schema that no later one changes."""


def test_there_is_a_file_of_every_older_schema() -> None:
    """A migration lands together with a file of the schema before it, for itself and later ones to bring up to date."""
    assert set(VERSIONS) >= set(range(1, opening.newest()))


@pytest.mark.parametrize("version", VERSIONS)
def test_it_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    """Everything that an old file holds is there afterwards, and a copy from before lies beside it."""
    path = make(version, tmp_path / "games.db")
    before = rows(path, *KEPT)
    with closing(open_store(str(path))) as store:
        assert store.notices == []
        assert store.rows("pragma user_version") == [(opening.newest(),)]
    assert rows(path, *KEPT) == before
    copies = [file.name for file in tmp_path.glob("games.schema-*.db")]
    assert copies == ([f"games.schema-{version}.db"] if version < opening.newest() else [])
    if copies:
        assert rows(tmp_path / copies[0], *KEPT) == before


@pytest.mark.parametrize("version", VERSIONS)
def test_it_is_sound_and_used_as_a_new_one(tmp_path: Path, version: int) -> None:
    """Boards, unfinished games, flags, settings, statistics and reviews read an old file as one written today."""
    path = make(version, tmp_path / "games.db")
    with closing(open_store(str(path))) as store:
        (board,) = boards.boards(store)
        shown = boards.top(store, board)
        assert {(one.result.player, one.result.points) for one in shown} == {("Min", 0), ("Elsewhere", 0)}
        assert boards.place(store, shown[0].result.game_id).of == 2
        (left,) = history.unfinished(store)
        assert (left.player, left.answered, left.of) == ("민지", 1, 2)
        assert len(history.load(store, left.game_id).steps) == 2
        assert settings.get(store, "player") == "Min"
        assert settings.ceiling(store, "Min", PACK) == 0
        (flagged,) = flags.flagged(store, "Min", PACK)
        flags.take_back(store, "Min", PACK, flagged)
        assert not flags.flagged(store, "Min", PACK)
        folding.fold(store, PACK, 0)
        assert len(cards.due(store, "Min", PACK)) == 2
    found = check(str(path))
    assert (found.state, found.found, found.games, found.results) == ("sound", (), 3, 2)
