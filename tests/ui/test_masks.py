"""Masked letters for the ear."""

from __future__ import annotations

import pytest

from qot_quiz.ui import masks


@pytest.mark.parametrize(
    ("mask", "told"),
    [
        ("______ ____", "2 words, of 6 and 4 letters"),
        ("___ __-___", "2 words, of 3 and 2 hyphen 3 letters"),
        ("______", "one word of 6 letters"),
        ("K__ __-___", "K 2 blanks, 2 blanks hyphen 3 blanks"),
        ("___'s ____", "3 blanks ' s, 4 blanks"),
        ("K_m J_-w_n", "K blank m, J blank hyphen w blank n"),
        ("용_리", "용 blank 리"),
    ],
)
def test_letters_aloud(mask: str, told: str) -> None:
    """Masked letters are told for the ear: how many are hidden, not a row of underscores."""
    assert masks.aloud(mask) == told
