"""Signals as something to read: they wake a `select`, and wait until they are asked for."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import FrameType

from qot_quiz.ui.leaving import HungUp, Interrupted, Leaving, Terminated

_NOTED = ("SIGHUP", "SIGTERM", "SIGINT", "SIGTSTP", "SIGCONT", "SIGWINCH")
# A parent that ignores these means it: nohup, and a shell without job control.
_LEFT_IGNORED = ("SIGHUP", "SIGTSTP", "SIGQUIT")


def leave_if(caught: set[int]) -> None:
    """Raise what the caught signals ask for, the most final first.

    Raises:
        HungUp: On SIGHUP.
        Terminated: On SIGTERM.
        Interrupted: On SIGINT.
    """
    ways: tuple[tuple[int, type[Leaving]], ...] = (
        (signal.SIGHUP, HungUp),
        (signal.SIGTERM, Terminated),
        (signal.SIGINT, Interrupted),
    )
    for number, leaving in ways:
        if number in caught:
            raise leaving


class Signals:
    """Watches the signals from its making until `stop`; in the main thread, one at a time.

    Args:
        give_back: Leaves the terminal as it was found; called before SIGQUIT ends the program at once.
    """

    def __init__(self, give_back: Callable[[], None]) -> None:
        self._give_back = give_back
        self.descriptor, self._written = os.pipe()
        os.set_blocking(self.descriptor, False)
        os.set_blocking(self._written, False)
        self._written_before = signal.set_wakeup_fd(self._written, warn_on_full_buffer=False)
        self._handlers: dict[int, signal._HANDLER] = {}
        for name in (*_NOTED, "SIGQUIT"):
            number = getattr(signal, name)
            before = signal.getsignal(number)
            if before is signal.SIG_IGN and name in _LEFT_IGNORED:
                continue
            self._handlers[number] = before
            signal.signal(number, self._quit if name == "SIGQUIT" else _noted)

    def caught(self) -> set[int]:
        """Give the numbers of the signals since the last look."""
        try:
            return set(os.read(self.descriptor, 4096))
        except BlockingIOError:
            return set()

    def pause(self) -> None:
        """Stop this process as Ctrl-Z would; come back when it is continued."""
        before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.raise_signal(signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, before)

    def stop(self) -> set[int]:
        """Put the earlier handlers back and give the signals that nobody has looked at."""
        for number, handler in self._handlers.items():
            # None stands for a handler that was not set from Python, and cannot be set from here either.
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        signal.set_wakeup_fd(self._written_before)
        late = self.caught()
        os.close(self.descriptor)
        os.close(self._written)
        return late

    def _quit(self, number: int, frame: FrameType | None) -> None:
        """End by the signal itself, as it always does, but with the terminal as it was found."""
        self._give_back()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)


def _noted(number: int, frame: FrameType | None) -> None:
    """Do nothing: the interpreter has already written the signal's number to the descriptor."""
