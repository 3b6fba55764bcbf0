"""Writing a folder whole or not at all, where nothing is yet."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress

from qot_quiz.errors import QuizError
from qot_quiz.formats.files.whole import HINTS, beside, write_whole


def check_free(folder: str) -> None:
    """Refuse a folder's name that is taken.

    Args:
        folder: The goal.

    Raises:
        QuizError: Something is there, be it a link to nowhere.
    """
    if os.path.lexists(folder):
        raise QuizError(f"{folder} is there already.", "Name a new folder.")


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
        os.mkdir(temporary)
        for name, parts in files:
            # A file that takes its name by a rename leaves no second name, whatever fails then.
            write_whole(os.path.join(temporary, name), parts, force=True)
        check_free(folder)
        os.rename(temporary, goal)
    except OSError as error:
        hint = HINTS.get(error.errno or 0, "Choose another place.")
        raise QuizError(f"{folder} cannot be written: {error.strerror or error}.", hint) from error
    finally:
        _remove(temporary)


def _remove(folder: str) -> None:
    with suppress(OSError):
        for name in os.listdir(folder):
            os.unlink(os.path.join(folder, name))
        os.rmdir(folder)
