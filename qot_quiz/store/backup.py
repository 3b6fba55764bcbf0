"""Backups: one for each day of play, seven kept, and one of them put back in place of the file of games."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, suppress

from qot_quiz.errors import StoreError, UsageError
from qot_quiz.folders import make_folder
from qot_quiz.store import asides, disk, examining
from qot_quiz.store.troubles import explain

KEPT = 7
"""How many backups are kept."""

_BEGIN, _END = "games-", ".db"
_PART = ".part"
_BUSY_S = 600.0
"""How old a half-written backup must be before it is taken for one whose process was killed, in seconds."""


def days(folder: str) -> list[str]:
    """List the days of which there is a backup, the newest first.

    Args:
        folder: The folder of backups.
    """
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    found = [name[len(_BEGIN) : -len(_END)] for name in names if name.startswith(_BEGIN) and name.endswith(_END)]
    return sorted((day for day in found if _is_day(day)), reverse=True)


def file_of(folder: str, day: str) -> str:
    """Name the file of a day's backup."""
    return os.path.join(folder, f"{_BEGIN}{day}{_END}")


def today() -> str:
    """Tell the date of this place as ISO text."""
    return time.strftime("%Y-%m-%d")


def back_up(path: str, folder: str, day: str) -> bool:
    """Keep a copy of the file of games for this day, unless there is one or there is nothing to keep.

    A file in which the copy shows damage is marked, for the next start to look through; older backups stay then.

    Args:
        path: The file of games.
        folder: The folder of backups, made when missing.
        day: The date, as ISO text.

    Returns:
        Whether a backup was made.

    Raises:
        StoreError: It cannot be copied, or the backup cannot be written; then there is none of this day.
    """
    try:
        return _backed_up(path, folder, day)
    except (sqlite3.Error, OSError) as error:
        raise explain(error, folder) from error


def _backed_up(path: str, folder: str, day: str) -> bool:
    if os.path.exists(file_of(folder, day)):
        return False
    with closing(sqlite3.connect(path, timeout=1.0, isolation_level=None)) as source:
        source.execute("pragma trusted_schema = off")
        if not source.execute("select exists (select 1 from games) or exists (select 1 from results)").fetchone()[0]:
            return False
        make_folder(folder)
        part = file_of(folder, day) + _PART
        if not _claimed(part):
            return False
        try:
            sound = _copied(source, part)
            if sound:
                os.replace(part, file_of(folder, day))
                disk.sync_folder(part)
        finally:
            disk.drop(part)
    if not sound:
        os.close(os.open(path + examining.SUSPECT, os.O_WRONLY | os.O_CREAT, 0o600))
        return False
    # The one just made stays even where the clock was set back and the others bear later dates.
    for old in [one for one in days(folder) if one != day][KEPT - 1 :]:
        os.unlink(file_of(folder, old))
    return True


def _claimed(part: str) -> bool:
    """Take the name of the half-written backup, unless another process is writing it at this moment."""
    _sweep(os.path.dirname(part))
    try:
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return False
    return True


def _sweep(folder: str) -> None:
    """Remove the half-written backups of processes that were killed, of whatever day."""
    with suppress(FileNotFoundError):
        for name in os.listdir(folder):
            half = os.path.join(folder, name)
            if name.startswith(_BEGIN) and _PART in name and time.time() - os.stat(half).st_mtime > _BUSY_S:
                os.unlink(half)


def _copied(source: sqlite3.Connection, part: str) -> bool:
    """Copy a database, and tell whether the copy is sound."""
    with closing(disk.connect(part, 0)) as copy:
        try:
            source.backup(copy)
            copy.execute("pragma journal_mode = delete").fetchone()  # so that one file is all there is
            return bool(copy.execute("pragma quick_check(1)").fetchone() == ("ok",))
        except sqlite3.DatabaseError as error:
            if examining.code_of(error) in examining.DAMAGE:
                return False
            raise


def _is_day(text: str) -> bool:
    try:
        time.strptime(text, "%Y-%m-%d")
    except ValueError:
        return False
    return len(text) == 10


def restore(path: str, folder: str, day: str) -> str:
    """Put a backup in place of the file of games, which is kept under a new name.

    Args:
        path: The file of games.
        folder: The folder of backups.
        day: Whose backup, as ISO text.

    Returns:
        The name that the present file is kept under; empty when there was none.

    Raises:
        UsageError: There is no backup of that day.
        StoreError: The backup is damaged or newer than this program, another process has the file of games open, or
            something cannot be written; then the file of games is as it was, or whole under a name that the next start
            tells.
    """
    if day not in days(folder):
        raise UsageError(f"There is no backup of {day}.", "qot-quiz doctor --restore lists those that there are.")
    _check(file_of(folder, day), path)
    try:
        with closing(disk.gate(path)):
            return _restored(path, file_of(folder, day))
    except (sqlite3.Error, OSError) as error:
        raise explain(error, path) from error


def _check(backup: str, path: str) -> None:
    try:
        found = examining.examine(backup)
        if isinstance(found, sqlite3.Connection):
            with closing(found):
                sound = found.execute("pragma quick_check(1)").fetchone() == ("ok",)
        else:
            sound = found == "old"  # the next start brings it up to date
        if disk.there(path):
            present = examining.examine(path)  # a newer program's file is not replaced
            if isinstance(present, sqlite3.Connection):
                present.close()
    except (sqlite3.Error, OSError) as error:
        raise explain(error, backup) from error
    if not sound:
        raise StoreError(f"The backup {backup} is damaged.", "Take another one.")


def _restored(path: str, backup: str) -> str:
    from qot_quiz.store.repair import seize

    fresh = path + ".new"
    disk.drop(fresh)
    os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(sqlite3.connect(backup)) as source, closing(disk.connect(fresh, 0)) as copy:
            source.backup(copy)
            copy.execute("pragma journal_mode = wal").fetchone()
        seize(path)
        aside = _kept_aside(path)
        os.replace(fresh, path)
        disk.sync_folder(path)
        asides.go_on(path)
    finally:
        disk.drop(fresh)
    with suppress(FileNotFoundError):
        os.unlink(path + examining.SUSPECT)
    return aside


def _kept_aside(path: str) -> str:
    """Keep the present file under another name, and give that; empty when there is none."""
    asides.go_on(path)
    if asides.tidy_log(path):
        # The log of a file that could not be closed well, or one left by a file that is gone: it would be played into
        # the backup, and without it the file must not be met under its old name.
        aside = asides.set_aside(path, "replaced", noted=True)
        return aside if disk.there(aside) else ""
    if not disk.there(path):
        return ""
    aside = asides.free_name(path, "replaced")
    _double(path, aside)
    return aside


def _double(path: str, aside: str) -> None:
    """Give the present file a second name, so that there is a file of games at every moment."""
    try:
        os.link(path, aside)
    except OSError:
        import shutil  # some disks know no links

        with (
            open(path, "rb") as source,
            open(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as copy,
        ):
            shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
