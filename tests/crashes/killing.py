"""A store that can be killed within any write, and what a kill leaves: the file and its log as the disk has them."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from qot_quiz.store.opening import Store, open_store

BEFORE, AFTER = "before the commit", "after the commit, before anybody heard of it"
FATES = (BEFORE, AFTER)


class Killed(Exception):
    """The process died within a write.

    Args:
        kept: Whether the write was on the disk by then.
    """

    def __init__(self, kept: bool) -> None:
        super().__init__(kept)
        self.kept = kept


class Mortal(Store):
    """A store whose next write may be its last.

    Args:
        path: The file.
        now: Tells the wall clock.
    """

    def __init__(self, path: str, now: Callable[[], str]) -> None:
        opened = open_store(path, now)
        super().__init__(opened._connection, path, now, opened.notices)
        self.fate = ""

    @contextmanager
    def transaction(self, begin: str = "begin immediate") -> Iterator[sqlite3.Connection]:
        """Hold the file for writing; die as it is fated, with the file as the disk then has it beside the old one."""
        fate = ""
        if begin == "begin immediate":  # another one fills temporary tables alone
            fate, self.fate = self.fate, ""
        with super().transaction(begin) as connection:
            yield connection
            if fate == BEFORE:
                remains(self.path)
                raise Killed(kept=False)
        if fate == AFTER:
            remains(self.path)
            raise Killed(kept=True)


def remains(path: str) -> str:
    """Copy what a kill would leave into the next folder, and name the file there."""
    folder = Path(path).parent
    after = folder.with_name(str(int(folder.name) + 1))
    after.mkdir()
    for name in (path, path + "-wal"):
        if os.path.exists(name):
            shutil.copy(name, after)
    return str(after / Path(path).name)
