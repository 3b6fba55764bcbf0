"""What a game leaves behind: its summary, its board, its answers."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from samples import deck, setup

from qot_quiz.core import kinds, lines, moves
from qot_quiz.core.draw import Filters
from qot_quiz.core.events import Ended
from qot_quiz.core.game import begin
from qot_quiz.core.past import KEYS, answers, board, difficulty_name, helps, result
from qot_quiz.core.steps import step

GAME_KEYS = (
    "game_id player mode difficulty questions asked right points best_streak ruleset board seed code pack pack_digest "
    "up_to started_at finished_at took_ms ranked"
)
ANSWER_KEYS = "number question_id fact_id kind difficulty given solution credit points streak help took_ms"

IDS = ("lead/actor", "abroad/netflix", "heroine/actress", "village/name")


def played() -> Ended:
    """Play a right pick with help, a pass, a right text and a wrong one that is graded anew."""
    game, _ = begin(setup(), deck(*IDS))
    for command in (
        moves.Lifeline(100, "hint"),
        moves.Lifeline(200, "fifty"),
        moves.Answer(1500, game.deck[0].solution),
        moves.Next(1600),
        moves.Answer(2600, ()),
        moves.Next(2600),
        moves.Answer(2700, ("김지원",)),
        moves.Next(2700),
        moves.Answer(5000, ("s",)),
        moves.Regrade(6000),
        moves.Next(6000),
    ):
        game, (event,) = step(game, command)
    assert isinstance(event, Ended)
    return event


def test_result() -> None:
    """A result has the documented keys, in their order, with what happened in the game."""
    told = msgspec.structs.asdict(
        result(setup(), played(), "id", "2026-11-22T20:00:00+01:00", "2026-11-22T20:05:00+01:00")
    )
    assert " ".join(told) == " ".join(KEYS) == GAME_KEYS
    assert told == {
        "game_id": "id",
        "player": "Min",
        "mode": "classic",
        "difficulty": "any",
        "questions": 10,
        "asked": 4,
        "right": 3,
        "points": 38 + 100 + 220,
        "best_streak": 2,
        "ruleset": 1,
        "board": "1/classic/any/10/custom",
        "seed": 7,
        "code": None,
        "pack": "sample",
        "pack_digest": "0" * 16,
        "up_to": 16,
        "started_at": "2026-11-22T20:00:00+01:00",
        "finished_at": "2026-11-22T20:05:00+01:00",
        "took_ms": 1500 + 1000 + 100 + 2300,
        "ranked": False,
    }


def test_answers() -> None:
    """An answer has the documented keys; what was given and the solution stand as an answers file writes them."""
    told = answers(played())
    assert all(" ".join(answer) == ANSWER_KEYS for answer in told)
    first = deck(*IDS)[0].solution[0]
    assert [(answer["given"], answer["solution"]) for answer in told] == [
        (first, first),
        ("s", "a"),
        ("=김지원", "=Kim Ji-won"),
        ("=s", "=Yongdu-ri"),
    ]
    assert [answer["help"] for answer in told] == [["hint", "fifty"], [], [], []]
    assert [answer["streak"] for answer in told] == [1, 0, 1, 2]
    assert [answer["credit"] for answer in told] == [1, 0, 1, 1]
    assert [answer["number"] for answer in told] == [1, 2, 3, 4]
    assert told[1]["question_id"] == "abroad/netflix"
    assert told[1]["fact_id"] == "abroad"
    assert (told[1]["kind"], told[1]["difficulty"], told[1]["took_ms"]) == ("true-false", "easy", 1000)


def test_solutions_win_the_same_game() -> None:
    """The solutions of one game, read as lines, win the same game with every answer right."""
    game, _ = begin(setup(), deck(*IDS))
    for answer in answers(played()):
        game, _ = step(game, lines.read(answer["solution"], kinds.shape(game.question), 0))
        game, _ = step(game, moves.Next(0))
    assert (game.over, game.standing.right) == (True, 4)


@pytest.mark.parametrize(
    ("difficulties", "name"),
    [
        ((), "any"),
        (("easy", "medium", "hard"), "any"),
        (("hard", "easy"), "easy,hard"),
        (("medium",), "medium"),
    ],
)
def test_difficulty_name(difficulties: tuple[str, ...], name: str) -> None:
    """Difficulties are named from easy to hard whatever order they were asked for in; all of them are any."""
    assert difficulty_name(difficulties) == name


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({}, "1/classic/any/10"),
        ({"mode": "survival", "length": None}, "1/survival/any/all"),
        ({"level": (1_500_000, 0)}, "1/classic/adaptive/10"),
        ({"filters": Filters(difficulties=("hard",))}, "1/classic/hard/10"),
        ({"filters": Filters(up_to=3)}, "1/classic/any/10"),
        ({"filters": Filters(topics=("cast",))}, "1/classic/any/10/custom"),
        ({"filters": Filters(kinds=("typed",))}, "1/classic/any/10/custom"),
        ({"chosen": True}, "1/classic/any/10/custom"),
        ({"foreign": True}, "1/classic/any/10/custom"),
    ],
)
def test_board(more: dict[str, Any], name: str) -> None:
    """Games that do not compare stand on other boards: other filters, a chosen seed, a foreign pack."""
    assert board(setup(**{"chosen": False, **more})) == name


def test_helps() -> None:
    """Every help of every question is counted."""
    assert helps(played()) == 2
