"""The end of a game in words."""

from __future__ import annotations

import pytest
from played import RULES, ended
from samples import deck, lives, setup

from qot_quiz.core import moves
from qot_quiz.core.events import Ended, Seat, Standing
from qot_quiz.core.game import begin
from qot_quiz.core.modes import MODES
from qot_quiz.core.setup import Rules
from qot_quiz.core.steps import step
from qot_quiz.ui import ending

LADDER = Rules(lives=1, safe=(2,), walk=True)


def _over(how: str, points: int = 0, asked: int = 12, safe: int | None = None, left: int | None = None) -> Ended:
    return Ended(how, Standing(points=points, right=asked - 1, asked=asked, lives=left), True, (), safe)


def test_hearts() -> None:
    """A lost, a won, a perfect and an ordinary game end in their own words."""
    assert ending.how(ended(misses=1, rules=lives(1)), lives(1)) == "The last heart is gone after 1 question."
    assert ending.how(ended(misses=1, rules=lives(3)), lives(3)).endswith("a heart is left: you have won!")
    by_word = ended(misses=1, rules=lives(3), regrade=True)
    assert ending.how(by_word, lives(3)).endswith("a heart is left: won, by your word.")
    assert ending.how(ended(), RULES) == "A perfect game: all 4 right!"
    assert ending.how(ended(misses=1), RULES) == "3 of 4 right."


@pytest.mark.parametrize(
    ("mode", "over", "told"),
    [
        ("blitz", _over("time"), "Time is up: 11 of 12 right."),
        ("blitz", _over("won"), "Every question is answered, 11 of 12 right: you have won!"),
        ("marathon", _over("won"), "Every question is answered, 11 of 12 right: you have won!"),
        ("ladder", _over("won", left=1), "Every step is climbed, 11 of 12 right: you have won!"),
        ("ladder", _over("walked", 600, left=1), "You walk away with 600 points."),
        ("ladder", _over("walked", 1, left=1), "You walk away with 1 point."),
    ],
)
def test_other_ends(mode: str, over: Ended, told: str) -> None:
    """An end by time, by the last question, by the last step and by walking away is each told in its way."""
    assert ending.how(over, MODES[mode].rules) == told


@pytest.mark.parametrize(
    ("misses", "told"),
    [
        (1, "A miss at step 1, before the first safe one: no points are kept."),
        (3, "A miss at step 3: the points of step 2 are kept."),
    ],
)
def test_fallen(misses: int, told: str) -> None:
    """A miss on a ladder says which step keeps its points, and speaks of no heart."""
    game, _ = begin(setup(rules=LADDER), deck("abroad/netflix", "channel/name", "lead/actor"))
    for number in range(1, misses + 1):
        game, _ = step(game, moves.Answer(0, () if number == misses else game.question.solution))
        game, (event, *_) = step(game, moves.Next(0))
    assert isinstance(event, Ended)
    assert ending.how(event, LADDER) == told


def _seats(*points: int) -> tuple[Seat, ...]:
    names = ("Ann", "Ben", "김수현")
    places = [1 + sum(other > mine for other in points) for mine in points]
    return tuple(
        Seat(name, place, Standing(points=mine, right=2, asked=5))
        for name, place, mine in zip(names, places, points, strict=False)
    )


def test_winner() -> None:
    """One winner is named, and equals share the first place."""
    assert ending.winner(_seats(300, 200)) == "Ann has won!"
    assert ending.winner(_seats(300, 300)) == "Ann and Ben share the first place."
    assert ending.winner(_seats(1, 1, 1)) == "Ann, Ben and 김수현 share the first place."
    assert ending.place(_seats(1, 1)[0]) == "Ann, 1 point, 2 of 5 right"


def test_results() -> None:
    """The result names points and streak, says when a game is not ranked, and leaves players to their places."""
    assert ending.result(ended()) == "570 points, best streak 4"
    assert ending.result(ended(misses=1, regrade=True)).endswith(", not ranked, as an answer counts by your word")
    assert ending.result(Ended("finished", Standing(), False, (), podium=_seats(1, 2))) == ""


def test_missed() -> None:
    """What was missed is listed once, with the names of all who missed it where several play."""
    assert [(record.number, names) for record, names in ending.missed(ended(misses=2))] == [(1, ""), (2, "")]
    both = deck("abroad/netflix") * 2
    game, _ = begin(setup(rules=Rules(), players=("Ann", "Ben"), length=1, same=True), both)
    for _ in both:
        game, _ = step(game, moves.Ready(0))
        game, _ = step(game, moves.Answer(0, ()))
        game, (event, *_) = step(game, moves.Next(0))
    assert isinstance(event, Ended)
    assert [(record.number, names) for record, names in ending.missed(event)] == [(1, "Ann and Ben")]
