"""Repairing the file of games: set aside, salvaged and rebuilt; nothing that holds games is deleted."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, suppress

from qot_quiz.errors import StoreError
from qot_quiz.store import examining, opening, preparing
from qot_quiz.store.asides import NOTE, go_on, set_aside
from qot_quiz.store.disk import BESIDE, gate, read_through, there
from qot_quiz.store.takeover import Salvaged
from qot_quiz.store.troubles import explain

STRAY_S = 600.0
"""How old a half-written file must be before nobody can be writing it any more, in seconds."""


def set_damaged_aside(path: str) -> None:
    """Keep a damaged file of games under a new name, and begin a fresh one.

    Args:
        path: The file of games.

    Raises:
        StoreError: Another process has it open, or the folder cannot be written.
    """
    try:
        with closing(gate(path)):
            seize(path)
            read_through(path)
            set_aside(path, "damaged")
            with suppress(FileNotFoundError):
                os.unlink(path + examining.SUSPECT)
            preparing.create(path)
    except (sqlite3.Error, OSError) as error:
        raise explain(error, path) from error


def seize(path: str) -> None:
    """Make sure that no other process has the file open, since it would go on writing to the file set aside.

    Args:
        path: The file of games.

    Raises:
        sqlite3.OperationalError: Another process has it open.
        OSError: It cannot be looked for.
    """
    if not there(path):
        return
    with closing(sqlite3.connect(path, timeout=1.0, isolation_level=None)) as connection:
        try:
            connection.execute("pragma locking_mode = exclusive").fetchone()
            connection.execute("begin exclusive")
            connection.execute("rollback")
        except sqlite3.DatabaseError as error:
            if examining.code_of(error) == sqlite3.SQLITE_BUSY:
                raise


def salvage_aside(path: str, damaged: str) -> tuple[Salvaged, str]:
    """Take over what can be read of a file that was set aside, and mark that file as looked through.

    Args:
        path: The file of games.
        damaged: The file that was set aside.

    Returns:
        What became of its games, and the name that it is kept under from now on.

    Raises:
        StoreError: Nothing was taken over; a second try may follow.
    """
    from qot_quiz.store.salvage import salvage

    try:
        with closing(opening.open_store(path)) as store:
            salvaged = salvage(store, damaged)
        with closing(gate(path)):
            return salvaged, set_aside(path, "salvaged", damaged)
    except (sqlite3.Error, OSError) as error:
        raise explain(error, damaged) from error


def make_anew(path: str) -> None:
    """Make anew what is kept of the games.

    Args:
        path: The file of games.

    Raises:
        StoreError: It cannot be written; then it is as it was.
    """
    from qot_quiz.store import folding, results

    try:
        with closing(opening.open_store(path)) as store:
            results.rebuild(store)
            folding.rebuild(store)
    except sqlite3.Error as error:
        raise explain(error, path) from error


def strays(path: str, backups: str) -> list[str]:
    """List what a process that was killed has left behind: half-written files that hold nothing of their own.

    Args:
        path: The file of games.
        backups: The folder of backups.
    """
    name = os.path.basename(path)
    beside = {f"{name}{half}{end}" for half in (".new", ".copy") for end in ("", *BESIDE)} | {name + NOTE}
    found = []
    for folder in (os.path.dirname(path) or ".", backups):
        with suppress(OSError):
            for one in sorted(os.listdir(folder)):
                ours = one.startswith(os.path.splitext(name)[0]) and ".part" in one
                file = os.path.join(folder, one)
                if (one in beside or ours) and time.time() - os.stat(file).st_mtime > STRAY_S:
                    found.append(file)
    return found


def clean(path: str, backups: str) -> list[str]:
    """Remove what a process that was killed has left behind, and name it.

    Args:
        path: The file of games.
        backups: The folder of backups.

    Raises:
        StoreError: Something cannot be removed.
    """
    removed = strays(path, backups)
    try:
        if there(path + NOTE):  # whoever has written it holds the gate as long as it lives
            with closing(gate(path)):
                go_on(path)
    except (sqlite3.Error, OSError) as error:
        raise explain(error, path) from error
    for file in removed:
        try:
            if there(file):
                os.unlink(file)
        except OSError as error:
            raise StoreError(f"{file} cannot be removed: {error.strerror or error}.") from error
    return removed
