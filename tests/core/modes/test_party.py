"""Party: rounds of one difficulty, and a reserve for ties."""

from __future__ import annotations

from collections import Counter

import msgspec
from samples import Shelf, setup

from core.packs import many
from qot_quiz.core.modes import party
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Rules

PLAYERS = ("Ann", "Ben", "Cho")


def drawn(same: bool, pack: int = 60, length: int = 5) -> tuple[Question, ...]:
    """Draw a party of three."""
    table = msgspec.structs.replace(setup("party", length=length), players=PLAYERS, same=same)
    return party.draw(Shelf(many(pack, pack, pack)), table, ())


def test_rules() -> None:
    """Five questions each, no helps."""
    assert Rules(length=5) == party.RULES


def test_alternating() -> None:
    """Everybody has a question of the same difficulty in each round, and no question comes twice."""
    deck = drawn(same=False)
    rounds = [deck[at : at + 3] for at in range(0, 15, 3)]
    assert all(len({question.item.difficulty for question in each}) == 1 for each in rounds)
    assert Counter(each[0].item.difficulty for each in rounds) == {"easy": 2, "medium": 2, "hard": 1}
    assert len({question.item.id for question in deck}) == len(deck) == 15 + 3 * party.TIE_BREAKS
    assert {question.item.difficulty for question in deck[15:]} == {"hard"}


def test_same() -> None:
    """Everybody has the same questions with the same options, one player after the other."""
    deck = drawn(same=True)
    assert deck[:5] == deck[5:10] == deck[10:15]
    assert len({question.item.id for question in deck}) == 5 + 3 * party.TIE_BREAKS


def test_too_few() -> None:
    """A pack that does not hold enough gives a deck that is short."""
    assert len(drawn(same=False, pack=3)) == 9
