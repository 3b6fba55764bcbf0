"""Texts that a spreadsheet would run: told by how they begin, and written so that it does not."""

from __future__ import annotations

import re

# OWASP, "CSV Injection": signs that begin a formula, their full-width forms, and space that is skipped before them.
# Quotes before them count, so that a text which looks defused already is told from one that we have defused.
RUNNABLE = re.compile(r"[\s']*[=+\-@\t\r\n＝＋－＠]")
"""How a text begins that is written with a ``'`` before it."""


def defused(text: str) -> str:
    """Write a text so that no spreadsheet runs it.

    Args:
        text: What a cell is to say.
    """
    return "'" + text if RUNNABLE.match(text) else text


def as_it_was(cell: str) -> str:
    """Read a text that `defused` has written.

    Args:
        cell: What the cell holds.
    """
    return cell[1:] if cell.startswith("'") and RUNNABLE.match(cell) else cell
