"""Shapes: every row of a real file fits its own table, and no other of those that are searched for."""

from __future__ import annotations

from qot_quiz.store.history import remove
from qot_quiz.store.opening import Store
from qot_quiz.store.shapes import shapes

from .sample import play

SEARCHED = ("games", "moves", "closed", "removed", "results", "taken_back")


def test_rows_fit_their_own_table_alone(store: Store) -> None:
    """A row says by its form which table it is from."""
    play(store, game_id="ab" * 16)
    remove(store, "ab" * 16)
    store.write(("insert into taken_back values (?, 1, '2026-11-22T20:15:00.250+01:00')", ("ab" * 16,)))
    store.write(("insert into settings values ('player', 'Ann')", ()))
    with store.transaction() as connection:
        known = shapes(connection)
    for table in (*SEARCHED, "settings"):
        rows = store.rows(f"select {', '.join(known[table].columns)} from {table}")
        assert rows, table
        for row in rows:
            assert known[table].fits(row), table
            same = [
                name for name in SEARCHED if known[name].numbered is known[table].numbered and known[name].fits(row)
            ]
            assert same == ([table] if table in SEARCHED else [])
