"""Folding: what of a text is left when texts are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.text import fold, same, squeeze


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Queens Group", "The Queens Group"),
        ("the queens group", "Queens Group"),
        ("Rock & Roll", "rock and roll"),
        ("Beyonce", "Beyoncé"),
        ("Strasse", "Straße"),
        ("yongduri", "Yongdu-ri"),
        ("16", "１６"),
        ("A Pink", "Apink"),
        ("Crash Landing on You!", "Crash Landing On You"),
    ],
)
def test_same(one: str, other: str) -> None:
    """Articles, accents, case, width, hyphens and signs never decide."""
    assert same(one, other)


@pytest.mark.parametrize(("one", "other"), [("15", "16"), ("1", "16"), ("Theo", "O"), ("another", "other"), ("", "?")])
def test_different(one: str, other: str) -> None:
    """An article is a whole word, and nothing at all is never the same."""
    assert not same(one, other)


def test_squeeze_keeps_the_article() -> None:
    """A squeezed text keeps its first word, whatever it is."""
    assert (squeeze("A Pink"), fold("A Pink")) == ("apink", "pink")


@given(st.text(st.characters()))
def test_fold_is_idempotent(text: str) -> None:
    """Folding what is folded changes nothing, and leaves letters and digits only."""
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == "" or folded.isalnum()
