"""What may be shown, and what a hostile text must not have become."""

from __future__ import annotations

import re

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


_OURS = re.compile(
    r"\x1b\[(?!\d*;?5m)[0-9;]*m"  # colours and weights, but nothing that blinks
    r"|\x1b\[[0-9]*[A-DGJKPX@]|\x1b\[[0-9;]*[Hr]"  # movements, and what is wiped out
    r"|\x1b\[\?(?:7|12|25|1049|2004|2026)[hl]|\x1b[78=>]"  # modes that are taken and given back
    r"|\x1b\]11;\?\x1b\\"  # the question for the background
    r"|[\r\b]"
)
"""What the program itself sends to a terminal."""


def foreign(raw: str) -> set[str]:
    """Collect what a terminal was sent that is neither to be read nor of the program's own drawing.

    Args:
        raw: All that was sent.
    """
    return harmful(_OURS.sub("", raw))
