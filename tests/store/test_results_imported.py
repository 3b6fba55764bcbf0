"""Results from elsewhere: merged by their ids, all or none, whatever lies here already."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from qot_quiz.core.past import Result
from qot_quiz.errors import QuizError, StoreError
from qot_quiz.store import boards
from qot_quiz.store.boards import import_results, rebuild
from qot_quiz.store.history import remove
from qot_quiz.store.opening import Store, open_store
from qot_quiz.store.results import Imported

from .finished import BOARD, game, keep, kept
from .sample import give, play, start


def test_rebuilding_keeps_what_was_imported(store: Store) -> None:
    """Imported games have no moves here, and stay."""
    keep(store, game("a"), game("b"))
    remove(store, "b")
    before = kept(store)
    rebuild(store)
    assert kept(store) == before
    assert boards.find(store, "a") == game("a")


def test_nothing_is_imported_twice(store: Store) -> None:
    """Games merge by their ids, within an import and with what is here, and the first to come stays."""
    play(store, game_id="1" * 32)
    here = boards.find(store, "1" * 32)
    arriving = [(game("a"), 1), (game("b"), 0), (game("a", points=1), 0), (game("1" * 32), 0)]
    assert import_results(store, iter(arriving)) == Imported(added=2, known=2)
    before = kept(store)
    assert import_results(store, iter(arriving)) == Imported(added=0, known=4)
    assert import_results(store, []) == Imported(added=0, known=0)
    assert kept(store) == before
    assert boards.find(store, "a") == game("a")
    assert boards.find(store, "1" * 32) == here
    assert store.rows("select helps, origin from results where game_id = 'a'") == [(1, "imported")]


@pytest.mark.parametrize("here", [0, 20])
def test_an_import_leaves_the_store_as_it_should_be(store: Store, here: int) -> None:
    """Whether much or little comes in, indexes, tally and order are afterwards those of any store."""
    keep(store, *(game(f"{number}", points=number % 10) for number in range(here)))
    schema = store.rows("select name, sql from sqlite_schema order by name")
    keep(store, *(game(f"new {number}", points=10 + number, player="Ji") for number in range(3)))
    assert store.rows("select name, sql from sqlite_schema order by name") == schema
    assert store.rows("select name from sqlite_temp_schema") == []
    assert store.rows("pragma integrity_check") == [("ok",)]
    assert [placed.rank for placed in boards.top(store, BOARD, limit=99)] == list(range(1, here + 4))
    assert boards.place(store, "new 0").of == here + 3
    before = kept(store)
    rebuild(store)
    assert kept(store) == before


def test_an_import_that_breaks_off_brings_nothing(store: Store) -> None:
    """When the stream ends in an error, that error comes out, nothing is imported, and the next import works."""

    def broken() -> Iterator[tuple[Result, int]]:
        yield game("a"), 0
        raise QuizError("line 2 is no game")

    with pytest.raises(QuizError, match="line 2"):
        import_results(store, broken())
    assert store.rows("select * from results") == []
    keep(store, game("b"))
    assert boards.find(store, "b") is not None


def test_a_game_may_end_while_an_import_is_read(store: Store) -> None:
    """Another process can write as long as the stream has not ended."""
    other = open_store(store.path)

    def slow() -> Iterator[tuple[Result, int]]:
        yield game("a"), 0
        with other.waiting(0):
            play(other, game_id="1" * 32)
        yield game("b"), 0

    assert import_results(store, slow()) == Imported(added=2, known=0)
    other.close()
    assert store.rows("select origin, count(*) from results group by origin") == [("here", 1), ("imported", 2)]


def test_a_removed_game_is_not_brought_back(store: Store) -> None:
    """A game that was removed stays away when it is imported again, finished or not when it was removed."""
    keep(store, game("a"))
    remove(store, "a")
    _, journal = start(store)
    remove(store, journal.game_id)
    assert import_results(store, [(game("a"), 0), (game(journal.game_id), 0)]) == Imported(added=0, known=2)
    assert boards.boards(store) == []


def test_the_end_here_takes_the_place_of_an_import(store: Store) -> None:
    """A game imported finished while it lay here unfinished stands once, with the end that it has here."""
    current, journal = start(store)
    keep(store, game(journal.game_id, points=99_999))
    while not current.over:
        current = give(current, journal, ())
    found = boards.find(store, journal.game_id)
    assert found is not None
    assert (found.points, boards.boards(store)) == (0, [found.board])
    assert store.rows("select origin from results") == [("here",)]
    assert store.rows("select * from tally") == [(found.board, 0, 1)]


@pytest.mark.parametrize("change", ["points = 99999", "ranked = 0", "board = 'x'", "game_id = 'x'"])
def test_a_result_is_never_changed(store: Store, change: str) -> None:
    """No statement changes what a game came to."""
    keep(store, game("a"))
    with pytest.raises(StoreError):
        store.write((f"update results set {change}", ()))
    assert boards.find(store, "a") == game("a")


def test_a_game_that_never_was_cannot_be_removed(store: Store) -> None:
    """Removing an unknown id is an error, and hides nothing that comes later."""
    with pytest.raises(StoreError):
        remove(store, "a")
    keep(store, game("a"))
    assert boards.find(store, "a") is not None
