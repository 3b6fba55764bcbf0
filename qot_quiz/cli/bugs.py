"""The log of bugs: where in the program something failed, without a word of those who play."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress

from qot_quiz.errors import StoreError

LOG = "bug.txt"
OLDER = "bug.old.txt"

MOST_BYTES = 64 * 1024
"""Bytes from which on a log becomes the older one, and what was the older one goes: both together never fill a disk."""

DEEPEST = 40
"""Steps of one error that are written, the last ones."""

WORST = 10
"""Errors behind an error that are written at most."""


def log(error: BaseException, version: str) -> str:
    """Add a bug to the log, and name the file; empty when nothing can be written.

    Args:
        error: What nobody foresaw.
        version: The program's own.
    """
    from qot_quiz import runtime
    from qot_quiz.folders import make_folder

    with suppress(StoreError, OSError):
        folder = runtime.paths()["log"]
        file = os.path.join(folder, LOG)
        make_folder(folder)
        with suppress(FileNotFoundError):
            if os.stat(file).st_size >= MOST_BYTES:
                os.replace(file, os.path.join(folder, OLDER))
        # Whatever lies there as a link is not written through.
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
        with open(os.open(file, flags, 0o600), "w", encoding="utf-8", errors="backslashreplace") as opened:
            opened.write("\n".join([f"{runtime.now()} {_surroundings(version)}", *_told(error), "", ""]))
        return file
    return ""


def _surroundings(version: str) -> str:
    """Name the versions that a bug may depend on."""
    from qot_quiz.store import checkup

    python = ".".join(map(str, sys.version_info[:3]))
    return f"qot-quiz {version}, Python {python}, SQLite {checkup.library()}, {sys.platform}"


def _told(error: BaseException) -> Iterator[str]:
    """Tell an error and those behind it by their kinds and places alone.

    Messages and values quote what was typed, names and paths; modules, lines and functions are the program's own.
    """
    import traceback

    behind: BaseException | None = error
    for _ in range(WORST):
        if behind is None:
            return
        yield f"{type(behind).__module__}.{type(behind).__qualname__}"
        steps = [*traceback.walk_tb(behind.__traceback__)]
        for frame, line in steps[-DEEPEST:]:
            yield f"  {frame.f_globals.get('__name__', '?')}, line {line}, in {frame.f_code.co_qualname}"
        behind = behind.__cause__ or behind.__context__
