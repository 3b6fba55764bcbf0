"""How far a long work is: a bar with an estimate on a terminal that can be drawn on, a line now and then elsewhere.

It is drawn by hand: Rich's takes three megabytes, and what takes long is held to little memory.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TextIO

EVERY_S = 5
"""Seconds between two lines."""

REDRAWN_S = 0.25
"""Seconds between two states of the bar."""

FIRST_S = 1
"""Seconds before anything is said: most works are done by then."""

LONGEST, SHORTEST = 30, 5
"""Columns of the bar, where the terminal has them."""

_CLEAR = "\r\x1b[K"


class Pace:
    """Tells when it is time to say something again, and how long a work will still take.

    Args:
        every: Seconds between two times.
        clock: Tells the seconds from any moment on.
    """

    def __init__(self, every: float, clock: Callable[[], float]) -> None:
        self._every, self._clock = every, clock
        self._began = self._told = clock()

    def left(self, part: float) -> int | None:
        """Estimate the seconds left when a part of the work is done, 0..1; None where it is too early to say."""
        now = self._clock()
        if now - self._told < self._every or part <= 0:
            return None
        self._told = now
        return round((now - self._began) * (1 - part) / part)


class Bar:
    """A bar that goes away when the work is done.

    Args:
        work: What is done, in a few words.
        stream: The terminal.
        clock: Tells the seconds from any moment on.
    """

    def __init__(self, work: str, stream: TextIO, clock: Callable[[], float]) -> None:
        self._work, self._stream = work, stream
        self._pace = Pace(REDRAWN_S, clock)

    def show(self, part: float) -> None:
        """Draw how much is done, 0..1."""
        left = self._pace.left(part)
        if left is not None:
            told = f"{part:.0%}  {left // 60}:{left % 60:02} left"
            room = min(LONGEST, self._columns() - len(self._work) - len(told) - 5)
            full = round(max(0, room) * part)
            bar = f"{'█' * full}{'░' * (room - full)}  " if room >= SHORTEST and self._drawable() else ""
            self._write(f"{self._work}  {bar}{told}"[: self._columns() - 1])

    def close(self) -> None:
        """Take the bar away."""
        self._write("")

    def _write(self, line: str) -> None:
        self._stream.write(_CLEAR + line)
        self._stream.flush()

    def _columns(self) -> int:
        try:
            return os.get_terminal_size(self._stream.fileno()).columns or 80
        except OSError:
            return 80

    def _drawable(self) -> bool:
        try:
            "█░".encode(self._stream.encoding or "ascii")
        except UnicodeEncodeError:
            return False
        return True


class Lines:
    """Lines that say how far a work is.

    Args:
        work: What is done, in a few words.
        say: Writes a line.
        clock: Tells the seconds from any moment on.
    """

    def __init__(self, work: str, say: Callable[[str], None], clock: Callable[[], float]) -> None:
        self._work, self._say = work, say
        self._pace = Pace(EVERY_S, clock)

    def show(self, part: float) -> None:
        """Say how much is done, 0..1, where the last line is a while ago."""
        left = self._pace.left(part)
        if left is not None:
            self._say(f"{self._work}: {part:.0%}, about {left} seconds left.")

    def close(self) -> None:
        """Say nothing more."""
