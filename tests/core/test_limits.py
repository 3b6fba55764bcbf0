"""Thinking time: charged from asking to answering, and judged by the engine whatever a screen did."""

from __future__ import annotations

import pytest
from samples import deck, setup

from qot_quiz.core import limits, moves
from qot_quiz.core.events import Ended, Judged
from qot_quiz.core.game import Game, NotNow, asked, begin
from qot_quiz.core.setup import Rules
from qot_quiz.core.steps import step

IDS = ("lead/actor", "channel/name", "firm/name")


def begun(rules: Rules) -> Game:
    """Begin a game of three choices at the moment 100."""
    return begin(setup(rules=rules), deck(*IDS), at=100)[0]


def answered(game: Game, at: int, *, next_at: int | None = None) -> tuple[Game, Judged]:
    """Answer rightly at a moment, and go on when told."""
    game, (record,) = step(game, moves.Answer(at, game.question.solution))
    assert isinstance(record, Judged)
    if next_at is not None:
        game, _ = step(game, moves.Next(next_at))
    return game, record


def test_untimed() -> None:
    """Without limits no answer is late, and screens are told of no deadline."""
    game = begun(Rules())
    assert (limits.limit(game), limits.deadline(game), asked(game).deadline) == (None, None, None)
    assert answered(game, 10_000_000)[1].verdict.credit == 1


@pytest.mark.parametrize(
    ("at", "credit", "points"), [(100, 1, 100), (5100, 1, 75), (10_100, 1, 50), (10_101, 0, 0), (99_999, 0, 0)]
)
def test_each_question(at: int, credit: int, points: int) -> None:
    """An answer in time earns at least half, less the longer it took; a late one is a miss and keeps nothing given."""
    game, record = answered(begun(Rules(ask_ms=10_000)), at)
    assert asked(begun(Rules(ask_ms=10_000))).deadline == 10_100
    assert (record.verdict.credit, record.score.points) == (credit, points)
    assert record.given == (game.question.solution if credit else ())
    assert record.took_ms == min(at - 100, 10_000)
    assert record.verdict.reason == ("picked" if credit else "late")
    assert not record.ends


def test_late_costs_a_heart_and_the_streak() -> None:
    """A late answer is a miss like any other, and the game goes on where hearts are left."""
    game = begun(Rules(ask_ms=1000, lives=2))
    game, _ = answered(game, 200, next_at=5000)
    game, record = answered(game, 6001)
    assert (record.standing.lives, record.standing.streak, record.standing.asked) == (1, 0, 2)
    assert step(game, moves.Next(9000))[0].number == 3


def test_reading_a_verdict_is_not_charged() -> None:
    """The next question has all its time, however long the verdict was read."""
    game, _ = answered(begun(Rules(ask_ms=1000)), 900, next_at=70_000)
    assert asked(game).deadline == 71_000


def test_time_for_the_game() -> None:
    """Thinking time adds up over the questions; reading verdicts costs none of it."""
    game, _ = answered(begun(Rules(game_ms=1000)), 500, next_at=50_000)
    assert asked(game).deadline == 50_600
    game, record = answered(game, 50_600, next_at=90_000)
    assert record.verdict.credit == 1
    assert limits.limit(game) == 0


def test_end_of_the_games_time() -> None:
    """What comes after the end is shown and does not count: not asked, not right, no point, no streak lost."""
    game, _ = answered(begun(Rules(game_ms=1000)), 500, next_at=600)
    game, record = answered(game, 1300)
    assert (record.verdict.reason, record.counts, record.ends, record.given) == ("late", False, True, ())
    assert (game.standing.asked, game.standing.streak, game.standing.points) == (1, 1, 100)
    game, (end,) = step(game, moves.Next(1400))
    assert isinstance(end, Ended)
    assert (end.how, len(end.records), end.standing.asked) == ("time", 1, 1)
    assert game.over


def test_asked_out_in_time() -> None:
    """A game with a clock whose questions are all answered is won."""
    game = begun(Rules(game_ms=1000))
    for at in (200, 300, 400):
        game, _ = answered(game, at, next_at=at)
    end = step(answered(begun(Rules(game_ms=1000)), 200, next_at=201)[0], moves.Leave(300))
    assert game.over
    assert end[0].left


def test_time_up() -> None:
    """A screen may say that time is up; before it is, that means nothing."""
    game = begun(Rules(ask_ms=1000))
    with pytest.raises(NotNow, match=r"^early$"):
        step(game, moves.TimeUp(1100))
    game, (record,) = step(game, moves.TimeUp(1101))
    assert isinstance(record, Judged)
    assert record.verdict.reason == "late"
    with pytest.raises(NotNow, match=r"^revealed$"):
        step(game, moves.TimeUp(1200))


def test_help_comes_too_late() -> None:
    """A help that is asked for after the end brings the end, not the help."""
    game = begun(Rules(ask_ms=1000, fifty=1))
    game, (record,) = step(game, moves.Lifeline(5000, "fifty"))
    assert isinstance(record, Judged)
    assert (record.verdict.reason, record.help, game.fifty) == ("late", (), 1)


def test_walking_away_too_late() -> None:
    """Who wants to walk away when the time is over has missed the question; in time, all points are kept."""
    rules = Rules(ask_ms=1000, lives=1, walk=True, safe=(2,))
    game, (record,) = step(begun(rules), moves.Walk(1101))
    assert isinstance(record, Judged)
    assert (record.verdict.reason, record.ends, game.walked) == ("late", True, False)
    game, (end,) = step(begun(rules), moves.Walk(1100))
    assert isinstance(end, Ended)
    assert end.how == "walked"


def test_leaving_stops_no_clock() -> None:
    """The time that was used before leaving counts; that between sittings is not on the game's clock."""
    game, _ = step(begun(Rules(ask_ms=1000)), moves.Leave(900))
    assert asked(game).deadline == 1100


def test_both_clocks() -> None:
    """Where question and game are timed, the shorter time rules, and the game ends only with its own."""
    game = begun(Rules(ask_ms=500, game_ms=800))
    game, record = answered(game, 601, next_at=601)
    assert (record.verdict.reason, record.counts, record.took_ms) == ("late", True, 500)
    assert (limits.limit(game), limits.ends_game(game)) == (300, True)
    game, record = answered(game, 902)
    assert (record.verdict.reason, record.counts, record.ends) == ("late", False, True)


def test_equal_clocks_end_the_question() -> None:
    """Where both times would be over at once, the question is missed and the game goes on to its next."""
    game = begun(Rules(ask_ms=500, game_ms=500))
    assert not limits.ends_game(game)
    assert not limits.ends_game(begun(Rules(ask_ms=500)))
    assert answered(game, 601)[1].counts


def test_no_time_is_left() -> None:
    """A question that comes up when the game's time is used to the last is cut off after nothing."""
    game, _ = answered(begun(Rules(game_ms=1000)), 1100, next_at=1100)
    assert asked(game).left == 0
    assert answered(game, 1101)[1].took_ms == 0
    both, _ = answered(begun(Rules(ask_ms=1000, game_ms=1000)), 1100, next_at=1100)
    assert limits.ends_game(both)
