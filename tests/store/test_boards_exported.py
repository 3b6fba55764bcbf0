"""The lines of an export: boards by name, best first, each game a JSON array behind its rank."""

from __future__ import annotations

import msgspec

from qot_quiz.core.past import KEYS
from qot_quiz.store import boards
from qot_quiz.store.opening import Store

from .finished import exported, game, keep
from .sample import play

# Unequal in one thing each, the best first; the ids alone would put them the other way round.


def test_a_line_is_the_rank_and_the_keys(store: Store) -> None:
    """An exported line is a JSON array of the rank and every key in order, with the true, false and null of JSON."""
    odd = game("a", player='Q"\\u\n수', questions=None, ranked=False)
    keep(store, odd, game("b", points=1, code="QT1"))
    (lines,) = boards.export_lines(store)
    assert [msgspec.json.decode(line) for line in lines] == [
        [None, *msgspec.structs.astuple(odd)],
        [1, *msgspec.structs.astuple(game("b", points=1, code="QT1"))],
    ]
    assert len(KEYS) + 1 == len(msgspec.json.decode(lines[0]))
    assert (lines[0][:6], lines[0][-7:]) == ("[null,", ",false]")


def test_an_export_comes_in_batches(store: Store) -> None:
    """Many games come a thousand at most at a time, boards by name, with ranks that run through."""
    keep(store, *(game(f"{number:05}", points=number) for number in range(2500)))
    keep(store, game("x", board="0/classic/any/10"))
    batches = list(boards.export_lines(store))
    assert [len(batch) for batch in batches] == [1, 1000, 1000, 500]
    assert exported(store) == [(1, "x"), *((rank, f"{2500 - rank:05}") for rank in range(1, 2501))]


def test_a_game_may_end_during_an_export(store: Store) -> None:
    """While an export is read, a game can be kept, and the export goes on."""
    keep(store, *(game(f"{number:05}", points=number) for number in range(2500)))
    lines = boards.export_lines(store)
    first = next(lines)
    play(store)
    assert len(first) + sum(len(batch) for batch in lines) == 2500
