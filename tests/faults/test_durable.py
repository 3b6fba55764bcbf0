"""The order of calls that a power cut asks for: synced first, then shown, and synced before a name is given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .operations import OPERATIONS
from .strace import Call, calls, missing

_FILE = re.compile(r"^\d+<([^>]*)>")
_PATH = re.compile(r'"([^"]*)"')


def _trace(tmp_path: Path, name: str) -> list[Call]:
    place, made = tmp_path / "place", OPERATIONS[name]
    made.start(place)
    made.ready(place)
    run, found = calls(place, made.line(place))
    assert run.code == 0, run.err
    return found


@pytest.mark.skipif(bool(missing()), reason=missing() or "never")
@pytest.mark.parametrize("name", ["a first game", "a game", "a game resumed", "an export", "an import", "a pack added"])
def test_it_is_on_the_disk_first(tmp_path: Path, name: str) -> None:
    """Before anything is shown, and before a file is given its name, all that was written of it has been synced."""
    unsynced: set[str] = set()
    wrote = shown = 0
    for call in _trace(tmp_path, name):
        file = _FILE.match(call.text)
        if call.shown:
            shown += 1
            assert not unsynced, call
        elif call.name in ("write", "pwrite64") and file and not file[1].endswith("-shm"):
            wrote += 1
            unsynced.add(file[1])
        elif call.name in ("fsync", "fdatasync") and file:
            unsynced.discard(file[1])
        elif call.name in ("rename", "renameat", "renameat2", "link", "linkat") and (source := _PATH.search(call.text)):
            assert source[1] not in unsynced, call
        elif call.name in ("unlink", "unlinkat") and (gone := _PATH.search(call.text)):
            unsynced.discard(gone[1])
    assert wrote
    assert shown or name == "an export"
