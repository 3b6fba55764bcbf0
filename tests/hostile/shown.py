"""What may be shown, and what a hostile text must not have become."""

from __future__ import annotations

from running import Result

LONGEST_TALK = 3000
"""Characters on standard error that a person still reads."""


def harmful(text: str) -> set[str]:
    """Collect the characters of an output that a terminal would obey, or that reorder or hide others."""
    return {char for char in text if not (char.isprintable() or char == "\n" or (char.isspace() and char > "\xa0"))}


def check(result: Result, lines: str = "\n") -> Result:
    """Assert that a command ended in one of the ways in which commands end, and wrote only what may be shown.

    Args:
        result: How it ended.
        lines: What ends a line in its data.
    """
    assert result.code in (0, 1, 2), result
    assert not harmful(result.out.replace(lines, "\n")), result
    assert not harmful(result.err), result
    assert len(result.err) < LONGEST_TALK, f"{len(result.err)} characters on standard error"
    return result
