"""How large a window must be for a game to be drawn in it, and what is said of a smaller one."""

from __future__ import annotations

COLUMNS, LINES = 30, 8
"""The least in which a question, an option of it and its keys can be told apart."""


def small(size: tuple[int, int]) -> bool:
    """Say whether a window is too small.

    Args:
        size: Its columns and lines.
    """
    return size[0] < COLUMNS or size[1] < LINES


def said(size: tuple[int, int]) -> str:
    """Say what is wrong with a window that is too small, in words that even such a one holds.

    Args:
        size: Its columns and lines.
    """
    columns, lines = size
    return f"{columns} by {lines} is too small: the game needs {COLUMNS} by {LINES}. --plain reads in any window."
