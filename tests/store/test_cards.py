"""Cards of missed facts: as answers were graded last, of games that count."""

from __future__ import annotations

from samples import deck, setup

from qot_quiz.core import moves
from qot_quiz.core.game import Game, begin
from qot_quiz.core.setup import Rules
from qot_quiz.core.steps import step
from qot_quiz.store import cards, history
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


def missed(store: Store) -> list[tuple[str, str]]:
    """Name the facts that are to come back, each with the question that asked for it last."""
    return [(one.fact_id, one.question_id) for one in cards.due(store, "Min", "sample")]


def test_misses(store: Store) -> None:
    """A missed fact has a card, a right one has none; unfinished games count too, other players and packs do not."""
    kept(store, moves.Lifeline(1, "hint"), moves.Answer(2, ("Kim Ji-won",)), moves.Next(3), moves.Answer(4, ()))
    assert missed(store) == [("lead", "lead/actor")]
    assert cards.due(store, "Ann", "sample") == cards.due(store, "Min", "other") == []


def test_graded_anew(store: Store) -> None:
    """An answer that was graded anew counts as it was graded last."""
    kept(store, moves.Answer(1, ("nobody",)), moves.Regrade(2))
    assert missed(store) == []


def test_removed_and_cut_off(store: Store) -> None:
    """A removed game does not count, nor does a question that the end of the game's time cut off."""
    game_id, _ = kept(store, moves.Answer(1, ()))
    assert missed(store) == [("heroine", "heroine/actress")]
    history.remove(store, game_id)
    kept(store, moves.TimeUp(2000), rules=Rules(game_ms=1000))
    assert missed(store) == []
