"""A finished game in words and shapes."""

from __future__ import annotations

import msgspec
from carded import CARD, TEN

from qot_quiz.core.share import Row
from qot_quiz.ui import sharing


def test_the_text() -> None:
    """The text is the one that the rules of the game show, letter for letter."""
    assert sharing.text(CARD).splitlines() == [
        "Queen of Tears Quiz · daily 2026-11-22 · up to ep 16",
        "8/10 · 1,930 pts · best streak 5",
        "●●●○●●●◐●●",
        "qot-quiz play --code QT1-7K3M-9TQX",
    ]


def test_the_sentence() -> None:
    """The sentence says the same without any shape, and counts instead of listing."""
    assert sharing.sentence(CARD) == (
        "Queen of Tears Quiz, daily of 22 November 2026, up to episode 16: 8 of 10 right, 1,930 points, best streak 5. "
        "In order: 3 right, 1 missed, 3 right, 1 partly right, 2 right. "
        "The same game: qot-quiz play --code QT1-7K3M-9TQX"
    )


def test_other_games() -> None:
    """Difficulties are named, no episodes are no spoilers, and what is not known is left out."""
    other = msgspec.structs.replace(CARD, mode="classic", day="", difficulty="easy,hard", up_to=0, rows=(), code="")
    assert sharing.text(other).splitlines() == [
        "Queen of Tears Quiz · classic · easy and hard · no spoilers",
        "8/10 · 1,930 pts · best streak 5",
    ]
    assert sharing.sentence(other) == (
        "Queen of Tears Quiz, classic, easy and hard, no spoilers: 8 of 10 right, 1,930 points, best streak 5."
    )


def test_long_games_are_broken_into_lines() -> None:
    """Twenty shapes make a line; so many are not told one after the other."""
    long = msgspec.structs.replace(CARD, rows=(Row("", 0, TEN * 5),))
    assert [len(line) for line in sharing.text(long).splitlines()[2:-1]] == [20, 20, 10]
    assert "In order" not in sharing.sentence(long)


def test_a_party() -> None:
    """Each player of a party has a line with the points."""
    rows = (Row("김지원", 300, ("right", "miss")), Row("Ben", 1, ("part", "miss")))
    party = msgspec.structs.replace(CARD, mode="party", day="", rows=rows, code="")
    assert sharing.text(party).splitlines()[2:] == ["김지원 · 1/2 · 300 pts", "●○", "Ben · 0/2 · 1 pts", "◐○"]
    assert "김지원: 1 of 2 right, 300 points. In order: 1 right, 1 missed. Ben: 0 of 2" in sharing.sentence(party)


def test_hostile_names_are_made_visible() -> None:
    """What a terminal would obey comes out made visible, in the text and in the sentence."""
    evil = msgspec.structs.replace(CARD, title="\x1b]52;c;aGk=\x07", rows=(Row("\u202eevil\n", 0, ("miss",)),))
    for told in (sharing.text(evil), sharing.sentence(evil)):
        assert "<U+001B>]52" in told
        assert "<U+202E>evil<U+000A>" in told
        assert "\x1b" not in told


def test_by_my_word() -> None:
    """A game with an answer by the player's own word says so, as shapes and as a sentence."""
    mine = msgspec.structs.replace(CARD, by_word=1)
    assert sharing.text(mine).splitlines()[1] == "8/10 · 1,930 pts · best streak 5 · 1 by my word"
    assert "best streak 5, 1 by my word. In order" in sharing.sentence(mine)
