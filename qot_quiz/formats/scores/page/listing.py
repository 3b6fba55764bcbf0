"""Which games the page's table lists when there are more than a browser sorts at once."""

from __future__ import annotations

LISTED = 3_000
"""Games that the table lists at most: shared out so that the board with most of them gives way first."""


class Listing:
    """The best games of every board, as many of each as there is room for; boards come one after the other."""

    def __init__(self) -> None:
        self._rows: dict[str, list[str]] = {}
        self._total = 0
        self._full = ""

    def add(self, board: str, row: str) -> None:
        """List a game while there is room for it.

        Args:
            board: Its board.
            row: The text of a JSON array, as `formats.scores.Writer` says; the better games of its board came before.
        """
        if board == self._full or (board not in self._rows and len(self._rows) >= LISTED):
            return
        rows = self._rows.setdefault(board, [])
        rows.append(row)
        self._total += 1
        if self._total > LISTED:
            longest = max(self._rows.values(), key=len)
            if len(rows) == len(longest):
                longest, self._full = rows, board
            longest.pop()
            self._total -= 1

    def rows(self) -> list[str]:
        """Tell the games that are listed, in the order in which they came."""
        return [row for rows in self._rows.values() for row in rows]
