"""Long texts page by page, from their beginning: the player's own pager shows what the window cannot hold."""

from __future__ import annotations

import os
import sys

from qot_quiz import voice

USUAL = "less"
"""The pager of whoever has chosen none."""

SURROUNDINGS = {"LESS": "FRXPs  Space more  b back  q leave $", "LV": "-c"}
"""What pagers are told who were told nothing: to keep colours and the scrollback, as git does, and to name keys."""


def shown(text: str) -> bool:
    """Show a text in a pager, if a person at a terminal would not see its beginning otherwise.

    Args:
        text: Lines as the terminal gets them, each with its end.

    Returns:
        Whether it was shown; if not, it is still to be written.
    """
    if not voice.interactive():
        return False
    from shutil import get_terminal_size

    return text.count("\n") >= get_terminal_size().lines and _paged(text)


def _paged(text: str) -> bool:
    """Give a text to the pager that PAGER names, as POSIX has it for `man`; an empty one is none."""
    import shlex
    from subprocess import PIPE, Popen

    try:
        words = shlex.split(os.environ.get("PAGER", USUAL))
        pager = Popen(
            words,
            stdin=PIPE,
            env={**SURROUNDINGS, **os.environ},
            encoding=sys.stdout.encoding,
            errors=sys.stdout.errors,
        )
    except (OSError, ValueError, IndexError):
        return False
    import signal

    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's as long as it has the terminal
    try:
        pager.communicate(text)  # which does not mind a pager that was left before the end
    finally:
        pager.terminate()  # does nothing to one that has ended; another one gives the terminal back
        pager.wait()
        signal.signal(signal.SIGINT, before)
    return True
