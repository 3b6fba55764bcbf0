"""Names that look like one another."""

from __future__ import annotations

import pytest

from qot_quiz.core.lookalikes import skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana", "ana"),
        ("Ana", "\u0410na"),
        ("Ana", "An\u0430"),
        ("Min", "\u039cin"),
        ("Bill", "BiII"),
        ("Ann Lee", "Ann  Lee"),
        ("Jo", "J0"),
    ],
)
def test_alike(one: str, other: str) -> None:
    """Another case, letters of another script, doubled spaces and digits like letters are seen as the same name."""
    assert one != other
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("Ana", "Anna"), ("José", "Jose"), ("지원", "지우"), ("Мария", "Maria")])
def test_apart(one: str, other: str) -> None:
    """Names that an eye tells apart stay apart."""
    assert skeleton(one) != skeleton(other)
