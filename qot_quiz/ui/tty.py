"""The terminal's own state: what it was found in, what a game needs, and the way back."""

from __future__ import annotations

import contextlib
import errno
import os
import sys

from qot_quiz.errors import QuizError

try:
    import termios
except ImportError:
    # Windows has no such terminals: there the plain screen plays, and this module need only be importable.
    termios = None  # type: ignore[assignment]

IN = 0
"""The descriptor on which keys arrive."""

_OUT = 1
_IFLAG, _LFLAG, _CC = 0, 3, 6

# A paste must be told from typing, or its text would answer questions.
_PASTES_MARKED = b"\x1b[?2004h"
# OSC 11 of "xterm Control Sequences", ended as xterm's own are; an answer ends alike.
_BACKGROUND_ASKED = b"\x1b]11;?\x1b\\"
_AS_FOUND = b"\x1b[?2004l\x1b[0m\x1b[?25h"


def available() -> bool:
    """Whether this process has a terminal on which keys can be read and a screen drawn."""
    dumb = os.environ.get("TERM", "") in ("", "dumb")
    return termios is not None and not dumb and os.isatty(IN) and os.isatty(_OUT)


class Tty:
    """The terminal on standard input, with the state in which it was found.

    Raises:
        QuizError: When standard input is not a terminal.
    """

    def __init__(self) -> None:
        if termios is None or not os.isatty(IN):
            raise QuizError("Standard input is not a terminal, so no key can be read.", "Play with --plain.")
        self._found = termios.tcgetattr(IN)

    def take(self) -> None:
        """Let single keys through unseen, keep the signal keys, and have pastes marked.

        Raises:
            OSError: When the terminal has gone away.
        """
        mode = [*self._found]
        # Enter must arrive as it is, bytes with all their bits, and Ctrl-S must not freeze the screen.
        mode[_IFLAG] &= ~(termios.ISTRIP | termios.INLCR | termios.IGNCR | termios.PARMRK | termios.IXON)
        mode[_LFLAG] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN)
        mode[_LFLAG] |= termios.ISIG
        mode[_CC] = [*self._found[_CC]]
        mode[_CC][termios.VMIN], mode[_CC][termios.VTIME] = 1, 0
        try:
            _set(mode)
        except termios.error as error:
            raise OSError(*error.args) from None
        _send(_PASTES_MARKED)

    def give_back(self) -> None:
        """Leave the terminal as it was found; where it is gone, or another job's by now, leave it alone."""
        if not _ours():
            return
        # Gone, closed, or interrupted in the midst of its own writing: whoever writes there finds out.
        with contextlib.suppress(OSError, ValueError, RuntimeError):
            if sys.stdout is not None:
                sys.stdout.flush()
        _send(_AS_FOUND)
        with contextlib.suppress(termios.error):
            # What was typed or pasted for the game must not be run by the shell.
            termios.tcflush(IN, termios.TCIFLUSH)
            _set(self._found)


def ask_background() -> None:
    """Ask the terminal which background it has; the answer, if there is one, comes among the keys."""
    _send(_BACKGROUND_ASKED)


def size() -> tuple[int, int]:
    """Columns and lines of the terminal now; 80 and 24 where it does not say."""
    try:
        columns, lines = os.get_terminal_size(_OUT if os.isatty(_OUT) else IN)
    except OSError:
        columns = lines = 0
    return columns or 80, lines or 24


def _ours() -> bool:
    """Whether this job may change the terminal: a background job that tries is stopped instead."""
    try:
        return os.tcgetpgrp(IN) == os.getpgrp()
    except OSError:
        return True


def _set(mode: list[int | list[bytes | int]]) -> None:
    while True:
        try:
            termios.tcsetattr(IN, termios.TCSANOW, mode)
        except termios.error as error:
            # A job that is continued in the background is stopped here, and goes on here with an interrupted call.
            if error.args[0] != errno.EINTR:
                raise
        else:
            return


def _send(data: bytes) -> None:
    # A terminal that is gone is reported by the next read.
    with contextlib.suppress(OSError):
        os.write(_OUT if os.isatty(_OUT) else IN, data)
