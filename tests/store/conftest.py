"""What the tests of this room share: a store in a new folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qot_quiz.store.opening import Store, open_store

from .sample import STARTED_AT


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open a fresh store whose clock stands still."""
    store = open_store(str(tmp_path / "games.db"), now=lambda: STARTED_AT)
    yield store
    store.close()
