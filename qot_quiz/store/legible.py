"""Whether a stored game can be read by this program, to its last step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from qot_quiz.core import moves
from qot_quiz.core.events import Judged
from qot_quiz.core.setup import Setup
from qot_quiz.store.journal import Dealt
from qot_quiz.store.opening import Row
from qot_quiz.store.results import End

ENDED = "ended"
"""What the last step of a game that came to an end of its own is kept as."""

_SETUP, _DECK = msgspec.json.Decoder(Setup), msgspec.json.Decoder(tuple[Dealt, ...])
_COMMAND = msgspec.json.Decoder(moves.Command)
_OUTCOMES: dict[str, msgspec.json.Decoder[object]] = {
    "judged": msgspec.json.Decoder(Judged),
    ENDED: msgspec.json.Decoder(End),
}
_ANY = msgspec.json.Decoder(object)

_UNREADABLE = (msgspec.DecodeError, TypeError, ValueError)  # a flipped bit can turn a stored text into a number


def legible_game(setup: str, deck: str, started_at: str) -> bool:
    """Tell whether what was drawn for a game can be read.

    Args:
        setup: Its setup as JSON.
        deck: Its deck as JSON.
        started_at: ISO 8601 with offset.
    """
    try:
        _SETUP.decode(setup)
        _DECK.decode(deck)
        datetime.fromisoformat(started_at)
    except _UNREADABLE:
        return False
    return True


def legible_moves(steps: Iterable[Row]) -> int:
    """Count the steps of a game that can be read, from its first up to the first gap or the first that cannot.

    Args:
        steps: Of each step in order its number, command, outcome, kind of outcome, and wall clock.
    """
    count = 0
    for n, command, outcome, what, done_at in steps:
        try:
            _COMMAND.decode(command)
            datetime.fromisoformat(done_at)
            if (outcome is None) != (what is None):
                return count
            if outcome is not None:
                _OUTCOMES.get(what, _ANY).decode(outcome)
        except _UNREADABLE:
            return count
        if n != count + 1:
            return count
        count += 1
    return count
