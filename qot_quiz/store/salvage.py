"""Everything that can still be read of a damaged file, taken over game by game into a sound one, and counted."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Iterator

from qot_quiz.store import folding, pages
from qot_quiz.store.disk import there
from qot_quiz.store.opening import Row, Store, trouble
from qot_quiz.store.results import rebuild
from qot_quiz.store.shapes import Shape, shapes
from qot_quiz.store.takeover import Salvaged, take_over

WORK = ".part"
"""The ending of the copy that is read: the damaged file itself stays as it is."""

# What was set or forgotten may lie about in freed pages still, and a ceiling that was forgotten would spoil.
_FROM_PAGES = ("games", "moves", "closed", "removed", "results", "taken_back")
_MADE_ANEW = ("tally", "unfinished", "stats_", "cards")
"""How the names of tables begin that follow from the games; they name rows by numbers that are others in a new file."""


def salvage(store: Store, damaged: str) -> Salvaged:
    """Take over all that can be read of a damaged file; what the store holds already stays as it is.

    Args:
        store: The open store that takes it in; all of it, or nothing when an error comes up.
        damaged: The damaged file, perhaps with its log beside it; it is only read.

    Raises:
        StoreError: The damaged file cannot be copied, or the store cannot be written.
    """
    work = damaged + WORK
    try:
        _copy(damaged, work)
        with store.transaction("begin") as connection:
            known = shapes(connection)
            for shape in known.values():
                key = f", primary key ({', '.join(shape.key)})" if shape.key else ""
                connection.execute(f"create temp table found_{shape.table} (place, {', '.join(shape.columns)}{key})")
            _collect(connection, known, work)
        with store.transaction() as connection:
            salvaged = take_over(connection, known, store.now())
        rebuild(store)
        folding.rebuild(store)
        return salvaged
    except OSError as error:
        raise trouble(error, work) from error
    finally:
        _drop(store)
        _remove(work)


def _copy(damaged: str, work: str) -> None:
    """Copy the file, its log played in where SQLite still can."""
    import shutil

    _remove(work)
    for end in ("", "-wal"):
        if there(damaged + end):
            with open(damaged + end, "rb") as source, open(work + end, "xb", opener=_private) as copy:
                shutil.copyfileobj(source, copy)
    if not there(work):
        return
    pages.mend_header(work)
    connection = sqlite3.connect(work)
    try:
        connection.execute("pragma schema_version").fetchone()
    except sqlite3.DatabaseError:
        pass  # then the pages are read without the log
    finally:
        connection.close()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _remove(work: str) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        if there(work + end):
            os.unlink(work + end)


def _drop(store: Store) -> None:
    names = store.rows("select name from temp.sqlite_schema where name like 'found!_%' escape '!' and type = 'table'")
    store.write(*((f"drop table temp.{name}", ()) for (name,) in names))


def _collect(connection: sqlite3.Connection, known: dict[str, Shape], work: str) -> None:
    if not there(work):
        return
    for shape in known.values():
        if not shape.table.startswith(_MADE_ANEW):
            _keep(connection, shape, _walk(work, shape))
    scanned = [known[table] for table in _FROM_PAGES]
    for number, row in pages.rows(work):
        for shape in scanned:
            if shape.numbered is (number is not None) and shape.fits(row):
                _keep(connection, shape, iter([(number, *row)]))


def _keep(connection: sqlite3.Connection, shape: Shape, found: Iterator[Row]) -> None:
    """Keep rows of the right form; of those with one key, the first."""
    places = ", ".join("?" * (len(shape.columns) + 1))
    sql = f"insert or ignore into temp.found_{shape.table} values ({places})"
    connection.executemany(sql, (row for row in found if shape.fits(row[1:])))


def _walk(work: str, shape: Shape) -> Iterator[Row]:
    """Read a table as SQLite does: from its front up to the damage, then from its back."""
    connection = sqlite3.connect(work, isolation_level=None)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        # Without trust in the file's own code, and with what lets SQLite open a file that was cut.
        connection.executescript("pragma trusted_schema = off; pragma writable_schema = on;")
        there = "select 1 from sqlite_schema where name = ? and type = 'table' and rootpage > 0"
        if not connection.execute(there, (shape.table,)).fetchone():
            return
        stored = {name for (_, name, *_) in connection.execute(f"pragma table_info({shape.table})")}
        columns = ", ".join(column if column in stored else "null" for column in shape.columns)
        orders = ("order by rowid", "order by rowid desc") if shape.numbered else ("",)
        # A tree that damage has bent into a ring would be walked for ever.
        most = os.path.getsize(work) // 4
        for order in orders:
            if (yield from _until_damage(connection, shape, columns, order, most)):
                return
    except sqlite3.DatabaseError:
        return
    finally:
        connection.close()


def _until_damage(
    connection: sqlite3.Connection, shape: Shape, columns: str, order: str, most: int
) -> Generator[Row, None, bool]:
    """Read rows until one cannot be read; tells whether all could."""
    numbered = ("rowid", "not indexed") if shape.numbered else ("null", "")
    sql = f"select {numbered[0]}, {columns} from {shape.table} {numbered[1]} {order} limit ?"
    try:
        yield from connection.execute(sql, (most,))
    except sqlite3.DatabaseError:
        return False
    return True
