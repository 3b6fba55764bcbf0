"""Files of games under other names: moved with the log that belongs to them, also where a process dies on the way."""

from __future__ import annotations

import os
from contextlib import suppress

from qot_quiz.store.disk import BESIDE, there

NOTE = ".aside"
"""The ending of the file that says which file is moved where, as long as its log may lie under the old name still."""

_INDEX = "-shm"


def set_aside(path: str, word: str, source: str = "", *, noted: bool = False) -> str:
    """Give a file a new name beside the file of games, and take along what SQLite has left beside it.

    Args:
        path: The file of games.
        word: What the name says of the file.
        source: The file; the file of games itself when nothing is said. It need not be there.
        noted: Whether the note of it stays until `go_on`, for a run that meets no file of games meanwhile.

    Returns:
        The new name.

    Raises:
        OSError: It cannot be renamed; `go_on` does what is left to do.
    """
    go_on(path)
    source = source or path
    aside = free_name(path, word)
    _write_note(path, f"{os.path.basename(source)}\n{os.path.basename(aside)}\n")
    # The file first: opened without its log under its old name, it would lose what only the log holds.
    if there(source):
        os.rename(source, aside)
    _take_along(source, aside)
    if not noted:
        os.unlink(path + NOTE)
    return aside


def go_on(path: str) -> str:
    """Take along the log of a file that was being renamed when its process died.

    Args:
        path: The file of games.

    Returns:
        The new name of the file; empty when none was being renamed.

    Raises:
        OSError: Something cannot be renamed.
    """
    try:
        with open(path + NOTE, encoding="utf-8", errors="replace") as file:
            names = file.read().splitlines()
    except FileNotFoundError:
        return ""
    aside = ""
    folder, stem = os.path.dirname(path), os.path.splitext(os.path.basename(path))[0]
    if len(names) == 2 and all(name.startswith(f"{stem}.") and name == os.path.basename(name) for name in names):
        source, goal = (os.path.join(folder, name) for name in names)
        if not there(source) and there(goal):
            _take_along(source, goal)
            aside = goal
    os.unlink(path + NOTE)
    return aside


def tidy_log(path: str) -> bool:
    """Remove what lies beside a file that nobody has open and that holds nothing of its own.

    Args:
        path: The file.

    Returns:
        Whether a log is left, which holds what the file does not.

    Raises:
        OSError: It cannot be removed or looked for.
    """
    for end in BESIDE:
        if there(path + end) and (end == _INDEX or os.stat(path + end).st_size == 0):
            os.unlink(path + end)
    return any(there(path + end) for end in BESIDE)


def _take_along(source: str, aside: str) -> None:
    tidy_log(source)
    for end in BESIDE:
        if there(source + end):
            os.rename(source + end, aside + end)


def _write_note(path: str, text: str) -> None:
    note = os.open(path + NOTE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(note, text.encode("utf-8", "surrogateescape"))
        os.fsync(note)
    finally:
        os.close(note)


def free_name(path: str, word: str) -> str:
    """Find a name beside a database that nothing has yet.

    Args:
        path: The file of games.
        word: What the name says of the file.

    Raises:
        OSError: The disk does not say which names are taken.
    """
    stem, end = os.path.splitext(path)
    number = 1
    while any(there(f"{stem}.{word}-{number}{end}{beside}") for beside in ("", *BESIDE)):
        number += 1
    return f"{stem}.{word}-{number}{end}"


def damaged_files(path: str) -> list[str]:
    """List the damaged files that were set aside and not looked through yet, in the order of their numbers.

    Args:
        path: The file of games.
    """
    stem, end = os.path.splitext(path)
    begin = os.path.basename(stem) + ".damaged-"
    found = []
    with suppress(OSError):
        for name in os.listdir(os.path.dirname(path) or "."):
            number = name.removeprefix(begin).removesuffix(end)
            if name == f"{begin}{number}{end}" and number.isdecimal():
                found.append(int(number))
    return [f"{stem}.damaged-{number}{end}" for number in sorted(found)]
