"""What SQLite and the system say when the file cannot be used, in words that help."""

from __future__ import annotations

import sqlite3

from qot_quiz.errors import Held, StoreError
from qot_quiz.store import examining

_PLACE = "Look at the folder's permissions, or set QOT_QUIZ_HOME to another folder."
_DAMAGED = ("is damaged", "qot-quiz doctor --fix keeps it under a new name and takes over all that can be read.")

_TROUBLES = {
    sqlite3.SQLITE_FULL: ("cannot be written: the disk is full", "Free some space and start again."),
    sqlite3.SQLITE_READONLY: ("cannot be written: it is read-only", _PLACE),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened or created", _PLACE),
    sqlite3.SQLITE_PERM: ("cannot be opened: permission denied", _PLACE),
    sqlite3.SQLITE_IOERR: ("cannot be used: the disk reports an error", "Check the disk and its free space."),
    sqlite3.SQLITE_BUSY: ("is held by another process", "Close the other qot-quiz and try again."),
    sqlite3.SQLITE_CONSTRAINT: (
        "did not take it: the game went on in another window, is closed or does not exist",
        "qot-quiz resume takes up the newest unfinished game.",
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}


def explain(error: sqlite3.Error | OSError | UnicodeDecodeError, path: str) -> StoreError:
    """Say in one sentence, with a hint, why the file cannot be used.

    Args:
        error: What SQLite or the system raised.
        path: The file of games.
    """
    if isinstance(error, OSError):
        what, hint = f"cannot be used: {error.strerror or error}", _PLACE
    else:
        what, hint = _TROUBLES.get(examining.code_of(error), (f"cannot be used: {error}", _PLACE))
    kind = Held if examining.code_of(error) == sqlite3.SQLITE_BUSY else StoreError
    return kind(f"{path} {what}.", hint)


def unreadable(game_id: str, path: str) -> StoreError:
    """Say that a stored game is none that this program can read."""
    return StoreError(f"The game {game_id} in {path} cannot be read.", "A newer qot-quiz may have written it.")


def absent(game_id: str) -> StoreError:
    """Say that there is no such game."""
    return StoreError(f"There is no game {game_id}.", "qot-quiz scores lists the finished games.")
