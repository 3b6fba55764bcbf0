"""Plain lines broken at their words, so that no window cuts one of them in two."""

from __future__ import annotations

WIDEST = 79
"""Columns of the longest line."""

NARROWEST = 20
"""Columns below which lines are left to the terminal to break."""

BULLET = "- "
"""What stands before each thing of a list; its further lines begin behind it."""


def wrapped(line: str, widest: int = WIDEST) -> list[str]:
    """Break a line at its spaces so that no part is wider than so many columns; further parts are indented alike.

    Args:
        line: A clean text.
        widest: Columns; wide (Korean) characters take two. A single longer word stays whole.
    """
    if line.isascii() and len(line) <= widest:
        return [line]
    from rich.cells import cell_len

    bare = line.lstrip(" ")
    front = " " * (len(line) - len(bare))
    hang = front + (" " * len(BULLET) if bare.startswith(BULLET) else "")
    first, *others = bare.split(" ")
    parts = [front + first]
    for word in others:
        longer = f"{parts[-1]} {word}"
        if cell_len(longer) > widest:
            parts.append(hang + word)
        else:
            parts[-1] = longer
    return parts
