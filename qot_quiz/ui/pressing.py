"""Single keys for a screen: one that came too early is kept, and keys pressed blindly are thrown away."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from qot_quiz.ui import room
from qot_quiz.ui.keys import Keys

SETTLING = 0.05
"""Seconds in which several changes of the window's size count as one."""

AGAIN = ("resize", "continue")
"""Events after which a screen draws anew."""

PASSING = (*AGAIN, "timeout", "escape", "q")
"""What means the same in a window too small to see anything of a game."""

BLIND = 0.7
"""Seconds after the end of a question's time in which keys were still meant for it."""


class Pressing:
    """Reads the keys of one screen.

    Args:
        keys: The owner of the terminal.
    """

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._pending = ""

    def key(self, wait: float | None = None) -> str:
        """Wait for a key, and name it as `Keys.read` does; empty for one that was pressed without seeing the game.

        Args:
            wait: Seconds to wait at most, or None for ever.
        """
        key, self._pending = self._pending, ""
        key = key or self._keys.read(wait)
        return key if key in PASSING or not room.small(self._keys.size()) else ""

    def before_pause(self, do: Callable[[], None] | None) -> None:
        """Have something done before a pause, as `Keys.before_pause` says."""
        self._keys.before_pause(do)

    def settle(self) -> None:
        """Wait until the window keeps its size; a key pressed meanwhile is kept for the next reading."""
        while (key := self._keys.read(SETTLING)) == "resize":
            pass
        if key != "timeout":
            self._pending = key

    def wake(self, seconds: float) -> None:
        """Throw away what is pressed within the next seconds; only a change of the window is kept."""
        end = monotonic() + seconds
        while (wait := end - monotonic()) > 0:
            if (key := self._keys.read(wait)) in AGAIN:
                self._pending = key
