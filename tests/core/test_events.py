"""What the engine tells of a question, a retry, a verdict and its helps, whole and to the right address."""

from __future__ import annotations

import pytest
from samples import RARER, deck, setup

from qot_quiz.core import kinds, moves
from qot_quiz.core.events import Again, Asked, Helped, Judged
from qot_quiz.core.game import NotNow, asked, begin
from qot_quiz.core.steps import step


def test_a_question_is_told_as_it_stands() -> None:
    """Hints, what was struck out and the shape are told again whenever the question is shown, as after a pause."""
    game, first = begin(setup(), deck("lead/actor"))
    game, (helped,) = step(game, moves.Lifeline(5, "hint"))
    assert isinstance(helped, Helped)
    assert asked(game).hints == game.hints == (helped.hint,)
    assert asked(game).shape == kinds.shape(game.question)
    assert isinstance(first[0], Asked)
    assert first[0].shape == kinds.shape(game.question)


def test_a_close_answer_is_given_back() -> None:
    """What was typed comes with the offer of a second try."""
    game, _ = begin(setup(), deck("heroine/actress"))
    _, (again,) = step(game, moves.Answer(0, ("Kim",)))
    assert isinstance(again, Again)
    assert again.given == ("Kim",)


def test_regrade_at_the_next_question_keeps_helps_apart() -> None:
    """The helps of the question judged stay with it, and the open one has none; its sum says so."""
    game, _ = begin(setup(), deck("heroine/actress", "lead/actor"))
    game, _ = step(game, moves.Lifeline(0, "hint"))
    for command in (moves.Answer(0, ("nobody",)), moves.Next(0)):
        game, _ = step(game, command)
    game, (record,) = step(game, moves.Regrade(0))
    assert isinstance(record, Judged)
    assert (record.help, record.score.points, game.help) == (("hint",), 75, ())
    assert (game.number, game.revealed, game.over) == (2, False, False)


def test_what_is_no_order_means_nothing() -> None:
    """An order that leaves something out is no answer yet; a pass is."""
    game, _ = begin(setup(), (kinds.deal(RARER[1], 7, 0),))
    for given in (game.question.solution[:-1], game.question.solution[:1] * 5):
        with pytest.raises(NotNow, match=r"^order$"):
            step(game, moves.Answer(0, given))
    assert step(game, moves.Answer(0, ()))[0].revealed
    game, _ = step(step(game, moves.Answer(0, game.question.solution))[0], moves.Next(0))
    assert (game.over, game.revealed) == (True, False)
