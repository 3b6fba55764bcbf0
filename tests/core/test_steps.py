"""Steps of a ladder and of a deck that grows: walking away, safe steps, and dealing."""

from __future__ import annotations

import pytest
from samples import deck, setup

from qot_quiz.core import moves
from qot_quiz.core.events import Ended, Event
from qot_quiz.core.game import Game, NotNow, asked, begin
from qot_quiz.core.setup import Rules
from qot_quiz.core.steps import step

LADDER = Rules(lives=1, walk=True, safe=(2, 4))


def climbed(right: int, *more: moves.Command) -> tuple[Game, tuple[Event, ...]]:
    """Climb so many steps of a ladder of five, then do what else is to be done."""
    dealt = deck()[:5]
    game, events = begin(setup(rules=LADDER), dealt)
    for _ in range(right):
        game, events = step(game, moves.Answer(0, game.question.solution))
        game, events = step(game, moves.Next(0))
    for command in more:
        game, events = step(game, command)
    return game, events


@pytest.mark.parametrize(("right", "safe"), [(0, 0), (1, 0), (2, 2), (3, 2), (4, 4)])
def test_a_miss_keeps_the_safe_step(right: int, safe: int) -> None:
    """A miss ends the ladder with the points of the last safe step below it."""
    game, (end,) = climbed(right, moves.Answer(0, ()), moves.Next(0))
    assert isinstance(end, Ended)
    kept = end.records[safe - 1].standing.points if safe else 0
    assert (end.how, end.safe, end.standing.points, game.standing.points) == ("lost", safe, kept, kept)
    assert (end.standing.asked, end.standing.right) == (right + 1, right)


@pytest.mark.parametrize("right", [0, 1, 3])
def test_walking_away_keeps_all(right: int) -> None:
    """Who walks away keeps all points; the open question is not asked."""
    before, _ = climbed(right)
    assert asked(before).walk
    game, (end,) = step(before, moves.Walk(9))
    assert isinstance(end, Ended)
    assert (end.how, end.safe, end.standing) == ("walked", None, before.standing)
    assert (game.over, len(end.records)) == (True, right)


def test_walking_away_from_a_verdict() -> None:
    """After a right answer one may walk away too; after the miss that ended it, no more."""
    game, (end,) = climbed(1, moves.Answer(0, deck()[1].solution), moves.Walk(1))
    assert isinstance(end, Ended)
    assert (end.how, len(end.records), game.over) == ("walked", 2, True)
    with pytest.raises(NotNow, match=r"^walk$"):
        climbed(1, moves.Answer(0, ()), moves.Walk(1))


def test_nothing_to_walk_away_from() -> None:
    """Other games cannot be walked away from."""
    game, _ = begin(setup(), deck())
    assert not asked(game).walk
    with pytest.raises(NotNow, match=r"^walk$"):
        step(game, moves.Walk(0))


def test_the_top_is_won() -> None:
    """Who answers every step has won with all points."""
    game, (end,) = climbed(5)
    assert isinstance(end, Ended)
    assert (end.how, end.safe, end.standing.right, game.over) == ("won", None, 5, True)


def test_a_growing_deck() -> None:
    """A deck drawn as the game goes is short at its last question, takes more, and ends with the last of them."""
    whole = deck()
    game, _ = begin(setup(rules=Rules(lazy=True), total=3), whole[:2])
    assert asked(game).of == 3
    game, _ = step(game, moves.Answer(0, ()))
    game, _ = step(game, moves.Next(0))
    assert game.short
    game, _ = step(game, moves.Answer(0, ()))
    with pytest.raises(NotNow, match=r"^deal$"):
        step(game, moves.Next(0))
    game, events = step(game, moves.Deal(0, whole[2:3], last=True))
    assert (events, game.short, len(game.deck)) == ((), False, 3)
    with pytest.raises(NotNow, match=r"^deal$"):
        step(game, moves.Deal(0, whole[3:4], last=True))
    for command in (moves.Next(0), moves.Answer(0, ()), moves.Next(0)):
        game, events = step(game, command)
    assert isinstance(events[0], Ended)
    assert (events[0].how, len(events[0].records)) == ("won", 3)


def test_practice_is_not_ranked() -> None:
    """A game that counts for nothing says so at its end."""
    game, _ = begin(setup(practice=True), deck("lead/actor"))
    game, _ = step(game, moves.Answer(0, ()))
    _, (end,) = step(game, moves.Next(0))
    assert isinstance(end, Ended)
    assert not end.ranked


def test_a_question_that_comes_next_by_the_answers() -> None:
    """Only behind a verdict, once, for a question still to come, and only where the game follows its player."""
    first, second, third, other = deck()[:4]
    follows = setup(length=3, level=(1_500_000, 0))
    game, _ = begin(follows, (first, second, third))
    refused(game, moves.Swap(0, 3, other))
    judged, _ = step(game, moves.Answer(0, ()))
    assert judged.short
    refused(judged, moves.Next(0))
    for place in (0, 1, 4):
        refused(judged, moves.Swap(0, place, other))
    swapped, events = step(judged, moves.Swap(0, 3, other))
    assert (events, swapped.short, swapped.deck) == ((), False, (first, other, second))
    assert step(judged, moves.Swap(0, 3, third))[0].deck == (first, third, second)
    refused(swapped, moves.Swap(0, 3, third))
    plain, _ = step(begin(setup(length=3), game.deck)[0], moves.Answer(0, ()))
    refused(plain, moves.Swap(0, 3, other))


def refused(game: Game, command: moves.Command) -> None:
    """Check that a command is refused because of the deck."""
    with pytest.raises(NotNow, match=r"^deal$"):
        step(game, command)
