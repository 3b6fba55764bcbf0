"""CSV: a header and a row for each question, cut by commas (RFC 4180); nothing in it that a spreadsheet would run."""

from __future__ import annotations

from qot_quiz.formats.delimited import read
from qot_quiz.formats.foreign.sheet_writing import CARRIED, left_out, writing

__all__ = ["CARRIED", "left_out", "read", "write"]

write = writing(",")
"""Writes a row for each question."""
