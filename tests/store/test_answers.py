"""Answers for the schedule: as they were graded last, the earliest first."""

from __future__ import annotations

from samples import deck, setup

from qot_quiz.core import moves
from qot_quiz.core.game import Game, begin
from qot_quiz.core.setup import Rules
from qot_quiz.core.steps import step
from qot_quiz.store import answers, history
from qot_quiz.store.journal import Journal, new_id
from qot_quiz.store.opening import Store


def kept(store: Store, *commands: moves.Command, rules: Rules | None = None) -> tuple[str, Game]:
    """Play a game on a typed question and a choice, and keep it."""
    drawn = setup() if rules is None else setup(rules=rules)
    dealt = deck("heroine/actress", "lead/actor")
    game_id = new_id()
    journal = Journal(store, game_id)
    journal.begin(drawn, dealt, "2026-11-22T12:00:00+09:00")
    game, _ = begin(drawn, dealt)
    for command in commands:
        game, events = step(game, command)
        journal.append(command, events)
    return game_id, game


def told(store: Store) -> list[tuple[str, float, bool]]:
    """Tell the answers in short."""
    return [(one.fact_id, one.credit, one.helped) for one in answers.answers(store, "Min", "sample")]


def test_answers(store: Store) -> None:
    """Each answer carries its fact, its credit and whether it was helped; unfinished games count too."""
    kept(store, moves.Lifeline(1, "hint"), moves.Answer(2, ("Kim Ji-won",)), moves.Next(3), moves.Answer(4, ()))
    assert told(store) == [("heroine", 1.0, True), ("lead", 0.0, False)]
    assert [one.question_id for one in answers.answers(store, "Min", "sample")] == ["heroine/actress", "lead/actor"]
    assert answers.answers(store, "Ann", "sample") == answers.answers(store, "Min", "other") == []


def test_graded_anew(store: Store) -> None:
    """An answer that was graded anew counts once, as it was graded last."""
    kept(store, moves.Answer(1, ("nobody",)), moves.Regrade(2))
    assert told(store) == [("heroine", 1.0, False)]


def test_removed_and_cut_off(store: Store) -> None:
    """A removed game does not count, nor does a question that the end of the game's time cut off."""
    game_id, _ = kept(store, moves.Answer(1, ()))
    history.remove(store, game_id)
    kept(store, moves.TimeUp(2000), rules=Rules(game_ms=1000))
    assert told(store) == []
