"""The loop of a game: show what happened, ask what comes next, make the step, journal it, and round again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from qot_quiz.core import moves
from qot_quiz.core.events import Event
from qot_quiz.core.game import Game, NotNow, step

Clock = Callable[[], int]
"""The game's own clock: milliseconds since the game began, sittings apart left out."""


class Screen(Protocol):
    """Where a game is seen and answered."""

    def show(self, event: Event) -> None:
        """Draw what happened."""

    def ask(self, game: Game, clock: Clock) -> moves.Command:
        """Wait for what the player does next, stamped with the clock."""

    def refuse(self, reason: str) -> None:
        """Say that the last command means nothing now; `reason` is that of `NotNow`."""


class Journal(Protocol):
    """Where each step is kept before it is shown."""

    def append(self, command: moves.Command, events: tuple[Event, ...]) -> None:
        """Keep one step durably."""


def play(game: Game, events: tuple[Event, ...], screen: Screen, journal: Journal, clock: Clock) -> Game:
    """Play a game until it is over or left.

    Args:
        game: A game just begun, or one taken up again.
        events: What is to be shown first.
        screen: Where it is seen and answered.
        journal: Where its steps are kept; its `begin` lies behind.
        clock: The game's clock.

    Returns:
        The game as it stands at the end of the sitting.
    """
    while True:
        for event in events:
            screen.show(event)
        if game.over or game.left:
            return game
        command = screen.ask(game, clock)
        try:
            game, events = step(game, command)
        except NotNow as refused:
            screen.refuse(refused.reason)
            events = ()
            continue
        journal.append(command, events)
