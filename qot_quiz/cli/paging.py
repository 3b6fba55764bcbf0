"""Long texts page by page, from their beginning: the player's own pager shows what the window cannot hold."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from qot_quiz import voice

USUAL = "less"
"""The pager of whoever has chosen none."""

SURROUNDINGS = {"LESS": "FRXPs  Space more  b back  q leave $", "LV": "-c"}
"""What pagers are told who were told nothing: to keep colours and the scrollback, as git does, and to name keys."""

BY_SIGNAL = 128
"""What a shell adds to the number of the signal that has ended a program, to make an exit code."""


def shown(parts: Iterable[str]) -> bool:
    """Show a text in a pager, if a person at a terminal would not see its beginning otherwise.

    Args:
        parts: What it is put together from, as the terminal gets it; left alone where no terminal is.

    Returns:
        Whether it was shown; if not, it is still to be written.
    """
    if not voice.interactive():
        return False
    from shutil import get_terminal_size

    text = "".join(parts)
    return text.count("\n") >= get_terminal_size().lines and _paged(text)


def _paged(text: str) -> bool:
    """Give a text to the pager that PAGER names to a shell, as POSIX has it for `man`; an empty one is none.

    Returns:
        Whether it was one: a pager that fails has shown nothing, whereas a signal ends one that did its work.
    """
    chosen = os.environ.get("PAGER", USUAL)
    if not chosen.strip():
        return False
    import codecs
    import signal
    from subprocess import PIPE, Popen

    # What is written may be UTF-8 in a locale that is not, as Python has it; less is told, as `man` tells it.
    utf8 = codecs.lookup(sys.stdout.encoding).name == "utf-8"

    try:
        pager = Popen(
            chosen,
            shell="PAGER" in os.environ,  # which would complain aloud of a usual one that is not there
            stdin=PIPE,
            env={**SURROUNDINGS, **({"LESSCHARSET": "utf-8"} if utf8 else {}), **os.environ},
            encoding=sys.stdout.encoding,
            errors=sys.stdout.errors,
        )
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's as long as it has the terminal
    try:
        pager.communicate(text)  # which does not mind a pager that was left before the end
    finally:
        pager.terminate()  # does nothing to one that has ended; another one gives the terminal back
        pager.wait()
        signal.signal(signal.SIGINT, before)
    signalled = pager.returncode < 0 or pager.returncode - BY_SIGNAL in signal.valid_signals()
    return signalled or pager.returncode == 0
