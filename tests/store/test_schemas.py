"""Files of every schema that ever landed: brought up to date with all that is in them."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qot_quiz.store import boards, cards, examining, flags, folding, history, preparing, settings, unfinished
from qot_quiz.store.checkup import check
from qot_quiz.store.opening import open_store

from .old_files import VERSIONS, make, rows

PACK = "queen-of-tears"
KEPT = ("games", "moves", "closed", "removed", "results", "settings", "ceilings")
"""Tables of the first schema that no later one changes."""


def test_there_is_a_file_of_every_schema() -> None:
    """A migration lands together with a file of its schema, for later ones to bring up to date."""
    assert list(VERSIONS) == [*range(1, examining.newest() + 1)]


@pytest.mark.parametrize("version", VERSIONS)
def test_it_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    """Everything that an old file holds is there afterwards, and a copy from before lies beside it."""
    path = make(version, tmp_path / "games.db")
    before = rows(path, *KEPT)
    with closing(open_store(str(path))) as store:
        assert store.notices == []
        assert store.rows("pragma user_version") == [(examining.newest(),)]
    assert rows(path, *KEPT) == before
    copies = [file.name for file in tmp_path.glob("games.schema-*.db")]
    assert copies == ([f"games.schema-{version}.db"] if version < examining.newest() else [])
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
        (left,) = unfinished.games(store)
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


MIGRATIONS = sorted(Path(examining.MIGRATIONS).iterdir())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child of its own, as POSIX can")
@pytest.mark.parametrize("migration", MIGRATIONS, ids=lambda path: path.stem)
def test_killed_inside_it_is_the_old_or_the_new(tmp_path: Path, migration: Path) -> None:
    """Killed before any statement of a migration, a file has the schema before it, whole, and the next run uses it."""
    old = int(migration.name[:4]) - 1
    statements = list(preparing.statements(migration.read_text(encoding="utf-8")))
    assert statements
    for number in range(len(statements)):
        path = tmp_path / str(number) / "games.db"
        path.parent.mkdir()
        before = rows(make(old, path), *KEPT) if old else {}
        child = os.fork()
        if not child:
            _die(path, statements, number)
        assert os.waitpid(child, 0)[1] == signal.SIGKILL
        if old:
            with closing(sqlite3.connect(path)) as connection:
                assert connection.execute("pragma user_version").fetchone() == (old,)
            assert rows(path, *KEPT) == before
        else:
            assert not path.exists()
        with closing(open_store(str(path))) as store:
            assert store.rows("pragma user_version") == [(examining.newest(),)]
        assert not old or rows(path, *KEPT) == before
    assert check(str(path)).state == "sound"


def _die(path: Path, statements: list[str], number: int) -> None:
    """Bring a file up to date, and be killed before one of some statements."""

    def dying(script: str) -> Iterator[str]:
        for statement in real(script):
            if statement == statements[number]:
                os.kill(os.getpid(), signal.SIGKILL)
            yield statement

    real, preparing.statements = preparing.statements, dying
    try:
        open_store(str(path))
    finally:
        os._exit(1)
