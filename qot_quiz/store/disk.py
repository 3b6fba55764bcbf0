"""Files on the disk, for the owner alone: folders, databases beside the file of games, and the gate before it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress

from qot_quiz.store import examining

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database; a stray ``-wal`` would be played into a fresh file."""


def gate(path: str) -> sqlite3.Connection:
    """Let one process through at a time, until what is given is closed.

    Args:
        path: The file of games.

    Raises:
        sqlite3.Error: Another process is inside for too long, or the gate cannot be written.
        OSError: The gate cannot be made.
    """
    # An SQLite lock works on every platform, waits with a limit, and is let go when its process dies. The empty file
    # stays, since removing it would let two processes through.
    held = connect(path + ".lock", os.O_CREAT)
    try:
        held.execute("pragma journal_mode = memory").fetchone()  # nothing is written, and nothing can be left behind
        held.execute("begin exclusive")
    except BaseException:
        held.close()
        raise
    return held


def connect(path: str, flags: int) -> sqlite3.Connection:
    """Open a database whose every commit is on the disk.

    Args:
        path: The file, made with mode 0600 where the flags say so.
        flags: Those of `os.open`, besides reading and writing.

    Raises:
        sqlite3.Error: SQLite cannot use it.
        OSError: It cannot be opened.
    """
    os.close(os.open(path, os.O_RDWR | flags, 0o600))
    connection = sqlite3.connect(path, timeout=examining.WAIT_S, isolation_level=None)
    try:
        connection.executescript("pragma fullfsync = on; pragma synchronous = full; pragma trusted_schema = off;")
    except BaseException:
        connection.close()
        raise
    return connection


def drop(path: str) -> None:
    """Remove a database that holds nothing of its own, with all that lies beside it.

    Args:
        path: The file; it need not be there.

    Raises:
        OSError: Something of it cannot be removed.
    """
    # What lies beside goes first: a log without its file would be played into the next one of that name.
    for end in (*BESIDE, ""):
        with suppress(FileNotFoundError):
            os.unlink(path + end)


def read_through(path: str) -> None:
    """Read a file from end to end, since SQLite calls malformed what the disk fails to read, too.

    Args:
        path: The file.

    Raises:
        OSError: It cannot be read; its content may be as sound as ever.
    """
    with open(path, "rb", buffering=0) as file:
        while file.read(1 << 20):
            pass


def there(path: str) -> bool:
    """Tell whether a name is taken, also by a link that leads nowhere.

    Args:
        path: The name.

    Raises:
        OSError: The disk does not say: what may be there is neither overwritten nor passed over.
    """
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def sync_folder(path: str) -> None:
    """Let the names in a file's folder outlast a power cut.

    Args:
        path: The file.

    Raises:
        OSError: The disk reports an error.
    """
    if not hasattr(os, "O_DIRECTORY"):
        return
    folder = os.open(os.path.dirname(path) or ".", os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
