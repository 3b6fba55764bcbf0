"""Plain lines broken at their words, so that no window cuts one of them in two."""

from __future__ import annotations

WIDEST = 79
"""Columns of the longest line."""

NARROWEST = 20
"""Columns below which lines are left to the terminal to break."""

BULLET = "- "
"""What stands before each thing of a list; its further lines begin behind it."""

BOND = "\ue000"
"""Stands for a space at which no line is broken, while lines are laid out: a column wide, and in no clean text."""

PROGRAM = "qot-quiz"

NUMBERED = ("episode", "episodes", "paragraph", "paragraphs", "part", "place", "question", "step", "of")
"""Words that the number behind them belongs to."""


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
    first, *others = bound(bare, widest - len(hang)).split(" ")
    parts = [front + first]
    for word in others:
        longer = f"{parts[-1]} {word}"
        if cell_len(longer) > widest:
            parts.append(hang + word)
        else:
            parts[-1] = longer
    return [part.replace(BOND, " ") for part in parts]


def bound(line: str, widest: int) -> str:
    """Bind words that are read as one: a number and its noun, a command and its options.

    Args:
        line: A clean text.
        widest: Columns that there are; what is wider is not bound.

    Returns:
        The line with BOND for some of its spaces.
    """
    from rich.cells import cell_len

    before, *others = line.split(" ")
    parts = [before]
    for word in others:
        counted = parts[-1].endswith(f"{BOND}more") and word[:1].isalpha()  # 3 more sources
        if (counted or _belong(before, word)) and cell_len(parts[-1] + BOND + word) <= widest:
            parts[-1] += BOND + word
        else:
            parts.append(word)
        before = word
    return " ".join(parts)


def _belong(before: str, word: str) -> bool:
    """Say whether a word is read as one with the word before it."""
    if before.endswith(PROGRAM) or before[-1:].isdecimal():
        return word[:1].isalpha()
    option = word.startswith("-") and word.lstrip("-")[:1].isalpha()
    return option or (word[:1].isdecimal() and before.lstrip("(").casefold() in NUMBERED)
