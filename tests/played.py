"""Games played for screens: the events of commands, one at a time."""

from __future__ import annotations

from samples import deck, setup

from qot_quiz.core import moves
from qot_quiz.core.events import Asked, Ended, Event, Helped, Judged
from qot_quiz.core.game import Game, begin
from qot_quiz.core.question import Item
from qot_quiz.core.setup import Rules
from qot_quiz.core.steps import step

RULES = Rules(fifty=1, hints=True)


def events(*commands: moves.Command, ids: tuple[str, ...] = (), rules: Rules = RULES) -> list[Event]:
    """Play commands on the sample's items and give all events, the first question included."""
    game, happened = begin(setup(rules=rules), deck(*ids))
    told = list(happened)
    for command in commands:
        game, happened = step(game, command)
        told += happened
    return told


def asked(id: str, *commands: moves.Command, rules: Rules = RULES) -> Asked:
    """Give the open question of an item after commands."""
    event = events(*commands, ids=(id,), rules=rules)[-1]
    shown = event.asked if isinstance(event, Helped) else event
    assert isinstance(shown, Asked)
    return shown


def judged(id: str, *given: str, rules: Rules = RULES, before: tuple[moves.Command, ...] = ()) -> Judged:
    """Give the record of an item answered so; nothing given is a pass."""
    event = events(*before, moves.Answer(0, given), ids=(id,), rules=rules)[-1]
    assert isinstance(event, Judged)
    return event


def right(item: Item) -> str:
    """Give the right answer of an item of the sample as one gives it."""
    return next(question.solution[0] for question in deck() if question.item.id == item.id)


def ended(*, misses: int = 0, rules: Rules = RULES, regrade: bool = False) -> Ended:
    """Finish a game on the whole sample, the first few answers wrong, perhaps the last of them graded anew."""
    game: Game
    game, _ = begin(setup(rules=rules), deck("heroine/actress", "village/name", "lead/actor", "channel/name"))
    while True:
        miss = game.number <= misses
        game, _ = step(game, moves.Answer(0, ("nobody",) if miss else game.question.solution))
        if miss and regrade and game.number == misses:
            game, _ = step(game, moves.Regrade(0))
        game, (event,) = step(game, moves.Next(0))
        if isinstance(event, Ended):
            return event
