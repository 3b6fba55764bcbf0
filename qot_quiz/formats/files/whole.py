"""Writing a file whole or not at all, and never over one that the player did not offer."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from errno import EACCES, EDQUOT, EINVAL, ENOENT, ENOSPC, EPERM, EROFS

from qot_quiz.errors import QuizError

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
"""How a file is opened that must not be there yet, not even as a link to nowhere."""

STALE_S = 60 * 60
"""Seconds without a change after which nobody can be writing a half-written file any more."""

_PART = (".qot-quiz-", ".part")
"""How the names of half-written files and folders begin and end."""

LINK = "is a link, which is never followed."
"""What is said of a link that has the name of what is to be written."""

HINTS = {
    EACCES: "Choose a folder that you may write to.",
    EPERM: "Choose a folder that you may write to.",
    EROFS: "Choose a folder that you may write to.",
    ENOENT: "Make the folder first, or choose another one.",
    ENOSPC: "Free some space, or choose another disk.",
    EDQUOT: "Free some space, or choose another disk.",
}
"""The next step for each trouble that has one."""


def write_whole(path: str, parts: Iterable[str | bytes], force: bool) -> None:
    """Write a file whole or not at all: beside its goal, synced, then given its name.

    Args:
        path: The goal. A link there is replaced under `force` and never followed.
        parts: The text, written as UTF-8 with its line ends as they are, or bytes.
        force: Whether a file at the goal is replaced.

    Raises:
        QuizError: Something is at the goal already, or it cannot be written; nothing has changed.
    """
    _check_goal(path, force)
    folder = os.path.dirname(path) or os.curdir
    temporary = beside(folder)
    try:
        try:
            _write(temporary, parts)
            if force:
                os.replace(temporary, path)
            else:
                _name_anew(temporary, path)
        finally:
            # By its name, since an interruption may come before anything is known of an open file.
            with suppress(OSError):
                os.unlink(temporary)
        _sync_folder(folder)
    except FileExistsError as error:
        raise _taken(path) from error
    except OSError as error:
        hint = HINTS.get(error.errno or 0, "Choose another place.")
        raise QuizError(f"{path} cannot be written: {error.strerror or error}.", hint) from error


def beside(folder: str) -> str:
    """Choose a name for what is half-written, and clear away what killed processes have left under such names.

    Args:
        folder: The folder of the goal.
    """
    with suppress(OSError):
        for one in os.listdir(folder):
            if one.startswith(_PART[0]) and one.endswith(_PART[1]):
                _clear(os.path.join(folder, one))
    # Not named after the goal, whose name may be as long as the disk allows.
    return os.path.join(folder, os.urandom(8).hex().join(_PART))


def _clear(half: str) -> None:
    """Remove a half-written file or folder, unless somebody may be writing it still."""
    with suppress(OSError):
        state = os.lstat(half)
        if time.time() - state.st_mtime < STALE_S:
            return
        if stat.S_ISDIR(state.st_mode):
            from shutil import rmtree  # follows no link, even one that takes the folder's place meanwhile

            rmtree(half, ignore_errors=True)
        else:
            os.unlink(half)


def _check_goal(path: str, force: bool) -> None:
    """Refuse what is known to fail before anything is written."""
    if not os.path.basename(path):
        raise QuizError(f'"{path}" names no file.', "Give the file a name.")
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return
    if stat.S_ISDIR(mode):
        raise QuizError(f"{path} is a folder.", "Name a file in it.")
    # /dev/stdout is a link to whatever the output is: often to a plain file.
    system = stat.S_ISLNK(mode) and os.path.abspath(path).startswith(("/dev/", "/proc/"))
    if stat.S_ISLNK(mode):
        with suppress(OSError):
            mode = os.stat(path).st_mode
    # Replacing /dev/null or /dev/stdout by a file would break the whole machine.
    if system or not (stat.S_ISREG(mode) or stat.S_ISLNK(mode) or stat.S_ISDIR(mode)):
        raise QuizError(f"{path} is a device or a pipe, which is never replaced.", "Write to - for standard output.")
    if not force:
        raise _taken(path)


def _taken(path: str) -> QuizError:
    if os.path.islink(path):
        return QuizError(f"{path} {LINK}", "Name the file that it leads to, or replace the link with --force.")
    return QuizError(f"{path} is there already.", "Choose another name, or replace it with --force.")


def _write(temporary: str, parts: Iterable[str | bytes]) -> None:
    with open(os.open(temporary, NEW | getattr(os, "O_BINARY", 0), 0o600), "wb") as opened:
        opened.writelines(part.encode() if isinstance(part, str) else part for part in parts)
        opened.flush()
        os.fsync(opened.fileno())


def _name_anew(temporary: str, path: str) -> None:
    """Give a file its name, unless something has taken that name meanwhile.

    Raises:
        FileExistsError: Something has.
    """
    try:
        # Unlike a rename, a link never replaces anything.
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # Some disks know no links: there the name is taken first, and a rename replaces the file that took it.
        os.close(os.open(path, NEW, 0o600))
        try:
            os.replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(path)
            raise


def _sync_folder(folder: str) -> None:
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folders, and one may be allowed to write to a folder but not to read it.
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != EINVAL:  # how a disk says that its folders need no syncing
            raise
    finally:
        os.close(handle)
