"""Games on questions of all shapes, one question at a time, for screens."""

from __future__ import annotations

from samples import setup
from shapes import deck

from qot_quiz.core import moves
from qot_quiz.core.events import Asked, Ended, Helped, Judged
from qot_quiz.core.game import begin
from qot_quiz.core.setup import Rules
from qot_quiz.core.steps import step

RULES = Rules(fifty=1, hints=True)


def asked(id: str, *helps: str) -> Asked:
    """Give the open question of an item after helps."""
    game, (event,) = begin(setup(rules=RULES), deck(id))
    for name in helps:
        game, (event,) = step(game, moves.Lifeline(0, name))
    shown = event.asked if isinstance(event, Helped) else event
    assert isinstance(shown, Asked)
    return shown


def judged(id: str, *given: str) -> Judged:
    """Give the record of an item answered so; nothing given is a pass."""
    game, _ = begin(setup(rules=RULES), deck(id))
    _, (record,) = step(game, moves.Answer(0, given))
    assert isinstance(record, Judged)
    return record


def ended() -> Ended:
    """Pass every question."""
    game, _ = begin(setup(rules=RULES), deck())
    while True:
        game, _ = step(game, moves.Answer(0, ()))
        game, (event,) = step(game, moves.Next(0))
        if isinstance(event, Ended):
            return event
