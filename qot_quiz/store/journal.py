"""The journal of one game: what was drawn, and each step as one transaction before anything of it is shown."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime

import msgspec

from qot_quiz.core import moves
from qot_quiz.core.events import Again, Ended, Event, Flagged, Helped, Judged
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Setup
from qot_quiz.store.opening import SLICE_S, Statement, Store

_BEGIN = """
insert into games (id, player, mode, pack, digest, seed, setup, deck, started_at, started_ms)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_MOVE = """
insert into moves (game, n, at, command, outcome, what, question, done_at) values (?, ?, ?, ?, ?, ?, ?, ?)
"""

_encode = msgspec.json.Encoder().encode


class Dealt(msgspec.Struct, frozen=True):
    """A question of a stored deck: which one, and how its options were drawn.

    Args:
        id: The question's id.
        options: The texts of its options in the order shown; empty when one types.
    """

    id: str
    options: tuple[str, ...]


def new_id() -> str:
    """Make the id of a new game: 32 hexadecimal digits of the system's chance."""
    return os.urandom(16).hex()


class Journal:
    """Keeps one game, step by step; what could not be written is written before what comes next.

    Args:
        store: The open store.
        game_id: The game's id.
        count: How many moves are stored already: 0 for a new game, ``len(stored.steps)`` for one taken up again.
    """

    def __init__(self, store: Store, game_id: str, count: int = 0) -> None:
        self.game_id = game_id
        self._store = store
        self._count = count
        self._missing: list[Callable[[], tuple[Statement, ...]]] = []

    def begin(self, setup: Setup, deck: tuple[Question, ...], started_at: str) -> None:
        """Keep what was drawn.

        Args:
            setup: What the deck was drawn by.
            deck: The questions as drawn.
            started_at: The wall clock, ISO 8601 with offset.

        Raises:
            StoreError: It could not be written yet.
        """
        dealt = [Dealt(question.item.id, tuple(option.text for option in question.options)) for question in deck]
        started_ms = round(datetime.fromisoformat(started_at).timestamp() * 1000)
        named = (self.game_id, setup.player, setup.mode, setup.pack, setup.digest, setup.seed)
        begin = _BEGIN, (*named, _text(setup), _text(dealt), started_at, started_ms)
        self._keep(lambda: (begin,))

    def append(self, command: moves.Command, events: tuple[Event, ...]) -> None:
        """Keep one step; it is on the disk when this returns.

        Args:
            command: What the player did.
            events: What it led to; an end closes the game and keeps its result in the same transaction.

        Raises:
            StoreError: Nothing of the step was written yet, or the game went on in another process.
        """
        self._count += 1
        number, now = self._count, self._store.now()
        self._keep(lambda: self._step(number, now, command, events))

    @property
    def behind(self) -> bool:
        """Whether something of the game is not written yet."""
        return bool(self._missing)

    def catch_up(self, wait_s: float) -> None:
        """Keep what could not be written when it happened.

        Args:
            wait_s: How long other processes are waited for, in seconds.

        Raises:
            StoreError: Something of it could not be written yet.
        """
        with self._store.waiting(wait_s):
            while self._missing:
                self._store.write(*self._missing[0]())
                del self._missing[0]

    def _keep(self, statements: Callable[[], tuple[Statement, ...]]) -> None:
        self._missing.append(statements)
        self.catch_up(SLICE_S)

    def _step(self, number: int, now: str, command: moves.Command, events: tuple[Event, ...]) -> tuple[Statement, ...]:
        outcome, question = _outcome(events)
        ending: tuple[Statement, ...] = ()
        for event in events:
            if isinstance(event, Ended):
                from qot_quiz.store import results  # the last step alone needs it

                outcome, ending = results.finish(self._store, self.game_id, event, now)
        told = (None, None) if outcome is None else (_text(outcome), outcome.__struct_config__.tag)
        move = (self.game_id, number, command.at, _text(command), *told, question, now)
        return (_MOVE, move), *ending


def _outcome(events: tuple[Event, ...]) -> tuple[msgspec.Struct | None, str | None]:
    """Find the event that makes a step's outcome, and the question that was judged or flagged in it."""
    for event in events:
        match event:
            case Judged(question=question):
                return event, question.item.id
            case Flagged(question_id=id):
                return event, id
            case Again() | Helped():
                return event, None
    return None, None


def _text(value: msgspec.Struct | list[Dealt]) -> str:
    return _encode(value).decode()
