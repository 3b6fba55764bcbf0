"""What a check finds: one value per fault, and the spelling help that goes with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from qot_quiz.core.clean import quoted

Severity = Literal["error", "warning"]


class Finding(msgspec.Struct, frozen=True):
    """One fault of a pack.

    Args:
        file: Name of the file within the pack.
        line: Its line, counted from 1; 0 for the file or pack as a whole.
        id: The id of the faulty table, empty when it has none.
        rule: Name of the broken rule.
        severity: An error keeps the pack from being compiled, a warning does not.
        message: What is wrong.
        hint: What to do about it, or an empty text.
    """

    file: str
    line: int
    id: str
    rule: str
    severity: Severity
    message: str
    hint: str = ""

    @property
    def place(self) -> str:
        """Where the fault stands, as editors read it: ``file:line``."""
        return f"{self.file}:{self.line}" if self.line else self.file


def nearest(word: str, known: Iterable[str]) -> str:
    """Say which known word is meant, or which ones there are.

    Args:
        word: What was written.
        known: What could have been meant.
    """
    import difflib

    choices = sorted(set(known))
    close = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if close:
        return f"Did you mean {quoted(close[0])}?"
    return f"Known: {', '.join(choices[:20])}." if choices else ""
