"""Which games the page lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.formats.scores.page import listing
from qot_quiz.formats.scores.page.listing import Listing


@given(st.lists(st.integers(1, 30), max_size=8))
def test_the_longest_boards_give_way(sizes: list[int]) -> None:
    """As many games as there is room for are listed, the best of each board; none is cut below a longer one."""
    most = 20
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "LISTED", most)
        games = Listing()
        for board, size in enumerate(sizes):
            for place in range(size):
                games.add(str(board), f"{board} {place}")
        rows = games.rows()
    assert len(rows) == min(most, sum(sizes))
    kept = [sum(row.split()[0] == str(board) for row in rows) for board in range(len(sizes))]
    assert rows == [f"{board} {place}" for board, count in enumerate(kept) for place in range(count)]
    cut = [count for count, size in zip(kept, sizes, strict=True) if count < size]
    assert not cut or max(kept) - min(cut) <= 1


def test_more_boards_than_room() -> None:
    """Boards beyond the room leave nothing behind, so that a file of a million boards does not fill the memory."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "LISTED", 3)
        games = Listing()
        for board in range(10):
            games.add(str(board), str(board))
        assert games.rows() == ["0", "1", "2"]
