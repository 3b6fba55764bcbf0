"""Whether a stored game can be read, and how far."""

from __future__ import annotations

import pytest

from qot_quiz.errors import StoreError
from qot_quiz.store import folding
from qot_quiz.store.legible import legible_game, legible_moves
from qot_quiz.store.opening import Store

from .sample import play


def test_a_played_game_is_legible(store: Store) -> None:
    """What the journal wrote can be read to its last step."""
    play(store)
    assert legible_game(*store.rows("select setup, deck, started_at from games")[0])
    steps = store.rows("select n, command, outcome, what, done_at from moves order by n")
    assert legible_moves(steps) == len(steps) == 10


@pytest.mark.parametrize("column", range(3))
def test_what_was_drawn_must_be_whole(store: Store, column: int) -> None:
    """A setup, a deck or a time that makes no sense is not legible."""
    play(store)
    drawn = list(store.rows("select setup, deck, started_at from games")[0])
    drawn[column] = "{"
    assert not legible_game(*drawn)


@pytest.mark.parametrize(("column", "value"), [(0, 9), (1, "{"), (2, "[]"), (3, None), (4, "yesterday")])
def test_steps_count_up_to_the_first_that_is_torn(store: Store, column: int, value: object) -> None:
    """A gap, and any part of a step that cannot be read, end what can be read of a game."""
    play(store)
    steps = [list(row) for row in store.rows("select n, command, outcome, what, done_at from moves order by n")]
    steps[4][column] = value
    assert legible_moves(tuple(step) for step in steps) == 4


def test_a_question_of_no_known_difficulty_cannot_be_read(store: Store) -> None:
    """A flipped bit in the difficulty of a judged question ends what can be read, and no fold takes it for a bug."""
    play(store)
    flip = "update moves set outcome = replace(outcome, '\"easy\"', '\"dasy\"') where what = 'judged'"
    store.write(("drop trigger moves_unchanged", ()), (flip, ()))
    steps = store.rows("select n, command, outcome, what, done_at from moves order by n")
    assert legible_moves(steps) < len(steps)
    with pytest.raises(StoreError, match="cannot be read"):
        folding.fold(store, "queen-of-tears", 16)
