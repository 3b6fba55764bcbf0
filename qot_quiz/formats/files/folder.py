"""Writing a folder whole or not at all, where nothing is yet."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress

from qot_quiz.errors import QuizError
from qot_quiz.formats.files.whole import HINTS, LINK, beside, write_whole


def check_free(path: str, what: str = "folder") -> None:
    """Refuse a name that is taken.

    Args:
        path: The goal.
        what: What it is to be.

    Raises:
        QuizError: Something is there, be it a link to nowhere.
    """
    if os.path.lexists(path):
        there = LINK if os.path.islink(path) else "is there already."
        raise QuizError(f"{path} {there}", f"Name a new {what}.")


def write_folder(folder: str, files: Iterable[tuple[str, Iterable[str | bytes]]]) -> None:
    """Write files beside their goal, then give their folder its name.

    Args:
        folder: The goal, where nothing is yet.
        files: The name and content of each file.

    Raises:
        QuizError: Something is there, or it cannot be written; nothing has changed.
    """
    goal = os.path.abspath(folder)
    temporary = beside(os.path.dirname(goal))
    try:
        os.mkdir(temporary, 0o700)
    except OSError as error:
        raise _unwritten(folder, error) from error
    try:
        for name, parts in files:
            # A file that takes its name by a rename leaves no second name, whatever fails then.
            write_whole(os.path.join(temporary, name), parts, force=True)
        check_free(folder)
        os.rename(temporary, goal)
    except OSError as error:
        raise _unwritten(folder, error) from error
    finally:
        _remove(temporary)


def _unwritten(folder: str, error: OSError) -> QuizError:
    hint = HINTS.get(error.errno or 0, "Choose another place.")
    return QuizError(f"{folder} cannot be written: {error.strerror or error}.", hint)


def _remove(folder: str) -> None:
    with suppress(OSError):
        for name in os.listdir(folder):
            os.unlink(os.path.join(folder, name))
        os.rmdir(folder)
