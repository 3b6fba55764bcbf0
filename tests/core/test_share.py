"""What friends see of a finished game."""

from __future__ import annotations

from samples import setup
from store.finished import game

from qot_quiz.core import code, crockford
from qot_quiz.core.share import Card, Mark, Row, card

CODE = f"{code.NAME}{code.VERSION}-{crockford.write(123456789)}"


def test_marks_by_their_credit() -> None:
    """Only full credit is right, and only none at all is a miss."""
    assert [Mark(credit).word for credit in (1, 0.99, 0.01, 0)] == ["right", "part", "part", "miss"]


def test_a_card() -> None:
    """A card holds what the result says, the day of its setup, and the marks in their order."""
    marks = (Mark(1, points=100), Mark(0, points=100), Mark(0.5, points=150))
    result = game("a" * 32, asked=3, right=1, points=150, best_streak=1, mode="daily", code=CODE)
    assert card("The Drama", setup("daily"), result, marks) == Card(
        "The Drama", "Min", "daily", "2026-11-22", "any", 16, 1, 3, 150, 1,
        (Row("", 150, ("right", "miss", "part")),), CODE,
    )  # fmt: skip


def test_a_party_has_a_row_for_each() -> None:
    """Several players have a row each, with the points that they had last, the best first."""
    marks = (Mark(1, "Ann", 100), Mark(1, "Ben", 300), Mark(1, "Ann", 210), Mark(0, "Ben", 300))
    rows = card("The Drama", setup("party"), game("a" * 32), marks).rows
    assert rows == (Row("Ben", 300, ("right", "miss")), Row("Ann", 210, ("right", "right")))
    assert [row.right for row in rows] == [1, 2]


def test_a_game_from_another_machine() -> None:
    """Of an imported game only the result is known."""
    shown = card("The Drama", None, game("a" * 32), ())
    assert (shown.day, shown.rows, shown.points) == ("", (), 1500)


def test_only_a_code_is_shown_as_one() -> None:
    """A code is written in its one form; what another machine put in its place is left out."""
    for text, shown in ((CODE.lower(), CODE), (CODE.replace("-", "; "), CODE), ("QT1-; rm -rf ~", ""), (None, "")):
        assert card("The Drama", None, game("a" * 32, code=text), ()).code == shown
