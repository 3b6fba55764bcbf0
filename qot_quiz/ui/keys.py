"""The one owner of the terminal and of the signals while a game runs: keys in, and all as it was found afterwards."""

from __future__ import annotations

import os
import select
import signal
from collections import deque
from collections.abc import Callable
from time import monotonic
from types import TracebackType

from qot_quiz.ui import tty
from qot_quiz.ui.keybytes import Decoder, Pasted
from qot_quiz.ui.leaving import HungUp, Interrupted
from qot_quiz.ui.signals import Signals, leave_if
from qot_quiz.ui.tty import Tty, available

__all__ = ["Keys", "available"]

_CHUNK = 4096
_MOST_CHUNKS = 256
_LEAVING = ("ctrl-c", "ctrl-d")
_EDITING = ("enter", "space", "tab", "backspace", "delete", "escape")
_MOVING = ("up", "down", "left", "right", "home", "end")
_NAMED = frozenset((*_EDITING, *_MOVING, "resize", "continue", "timeout"))


class Keys:
    """A context in which the terminal gives single keys; to be entered in the main thread, one at a time.

    Ctrl-C and Ctrl-Z stay signals made by the terminal, so that the player's own `stty` settings and the rest of the
    process group keep their part, and SIGQUIT's key ends even a program that is stuck. A signal is acted on when the
    next key is asked for (SIGQUIT at once), never in the midst of a step.

    Raises:
        QuizError: On entering, when standard input is not a terminal.
    """

    def __enter__(self) -> Keys:
        self._tty = Tty()
        self._decoder = Decoder()
        self._waiting: deque[str] = deque()
        self._heard = 0.0
        self._before_pause: Callable[[], None] | None = None
        self._caught: set[int] = set()
        self._pauses = 0
        self._signals = Signals(self._tty.give_back)
        try:
            self._take()
        except BaseException:
            self._signals.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._tty.give_back()
        late = self._signals.stop()
        if kind is None:
            leave_if(late | self._caught)

    def read(self, timeout: float | None = None) -> str:
        """Wait for one key and give its name.

        Args:
            timeout: Seconds to wait at most; None waits for ever, without waking.

        Returns:
            A printable character, or one of enter, space, tab, backspace, escape, up, down, left, right, home, end,
            delete; resize and continue when the screen is to be drawn again; timeout.

        Raises:
            Interrupted: On Ctrl-C, Ctrl-D and SIGINT.
            Terminated: On SIGTERM.
            HungUp: On SIGHUP and when the terminal has gone away.
        """
        end = None if timeout is None else monotonic() + timeout
        while True:
            name = self.event(None if end is None else end - monotonic())
            if name in _NAMED or (len(name) == 1 and not isinstance(name, Pasted)):
                return name

    def event(self, timeout: float | None = None) -> str:
        """Wait for one event as `read` does, but give a line editor's `ctrl-` keys and `Pasted` texts, too.

        Args:
            timeout: Seconds to wait at most, 0 or less to take only what is there; None waits for ever.

        Raises:
            Leaving: As `read` does.
        """
        end = None if timeout is None else monotonic() + timeout
        while True:
            if happened := self._happened():
                return happened
            if self._waiting:
                name = self._waiting.popleft()
                if name in _LEAVING and not isinstance(name, Pasted):
                    raise Interrupted
                return name
            signalled = self._listen(end)
            if end is not None and not signalled and not self._waiting and monotonic() >= end:
                return "timeout"

    def drain(self) -> None:
        """Throw away what was typed ahead; Ctrl-D, the signals and a hang-up keep their meaning.

        Raises:
            Interrupted: When Ctrl-D was among it.
            HungUp: When the terminal has gone away.
        """
        self._throw_away()
        # The bytes still pass the decoder, and what is half there is waited for: the rest of a key or of a paste
        # must not count as keys afterwards.
        for _ in range(_MOST_CHUNKS):
            if not select.select((tty.IN,), (), (), self._decoder.patience or 0.0)[0]:
                break
            self._hear()
            self._throw_away()
        self._decoder.flush()

    def heed(self) -> None:
        """Look for signals while no key is asked for; what does not leave is kept for `event`.

        Raises:
            Leaving: As `read` does.
        """
        self._caught |= self._signals.caught()
        leave_if(self._caught)

    def before_pause(self, do: Callable[[], None] | None) -> None:
        """Have something done whenever the terminal is about to be given back for a pause; None for nothing."""
        self._before_pause = do

    @property
    def pauses(self) -> int:
        """How often others may have written to the terminal by now, while this process was stopped."""
        return self._pauses

    def size(self) -> tuple[int, int]:
        """Columns and lines of the terminal now; 80 and 24 where it does not say."""
        return tty.size()

    def ask_background(self) -> None:
        """Ask the terminal for its background, and wait for nothing: whenever an answer comes, it is kept."""
        tty.ask_background()

    @property
    def background(self) -> str:
        """What the terminal has told of its background by now, as `theme.shown` reads it."""
        return self._decoder.background

    @property
    def descriptors(self) -> tuple[int, int]:
        """What becomes readable when `event` has something to say, for another loop to wait on."""
        return tty.IN, self._signals.descriptor

    @property
    def patience(self) -> float | None:
        """Seconds after which `event` is to be asked although nothing became readable; None for never."""
        patience = self._decoder.patience
        return None if patience is None else max(0.0, self._heard + patience - monotonic())

    def _take(self) -> None:
        try:
            self._tty.take()
        except OSError:
            raise HungUp from None

    def _listen(self, end: float | None) -> bool:
        """Wait for bytes or a signal until then, and say whether a signal has come."""
        waits = (self.patience, None if end is None else max(0.0, end - monotonic()))
        wait = min((seconds for seconds in waits if seconds is not None), default=None)
        ready = select.select(self.descriptors, (), (), wait)[0]
        if tty.IN in ready:
            self._hear()
        elif not ready and self.patience == 0.0:
            self._waiting.extend(self._decoder.flush())
        return self._signals.descriptor in ready

    def _hear(self) -> None:
        try:
            data = os.read(tty.IN, _CHUNK)
        except BlockingIOError:
            return
        except OSError:
            raise HungUp from None
        if not data:
            raise HungUp
        self._waiting.extend(self._decoder.feed(data))
        self._heard = monotonic()

    def _throw_away(self) -> None:
        thrown, self._waiting = self._waiting, deque()
        if any(name in _LEAVING and not isinstance(name, Pasted) for name in thrown):
            raise Interrupted

    def _happened(self) -> str:
        """Act on the signals since the last look: leave, pause, or name what the screen must do."""
        caught = self._signals.caught() | self._caught
        self._caught = set()
        leave_if(caught)
        if signal.SIGTSTP in caught:
            if self._before_pause is not None:
                self._before_pause()
            self._tty.give_back()
            self._signals.pause()
            # A stopped job may have been told to end, perhaps in the background: before it takes the terminal again.
            leave_if(self._signals.caught())
            caught.add(signal.SIGCONT)
        if signal.SIGCONT in caught:
            self._pauses += 1
            self._take()
            return "continue"
        return "resize" if signal.SIGWINCH in caught else ""
