"""What every test gets: a home of its own, and none where the player's real one lies."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from running import Quiz

from qot_quiz.bank.locating import open_built_in

NOWHERE = os.path.join(os.devnull, "no-home")
"""A folder that cannot exist: whatever runs outside a test's own home fails there."""

# At import already, so that fixtures of wider scope and child processes find nothing real either.
for name in ("QOT_QUIZ_HOME", "HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
    os.environ[name] = NOWHERE
# Colours, pagers, and a terminal that answers no request, are the tests' own to ask for.
os.environ["PROMPT_TOOLKIT_NO_CPR"] = "1"
os.environ["PAGER"] = ""
for name in ("NO_COLOR", "FORCE_COLOR", "COLORFGBG", "COLUMNS", "LINES"):
    os.environ.pop(name, None)
# How long an example takes says how busy the machine is.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home folder of its own, not made yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv("QOT_QUIZ_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the built-in pack once, into a cache folder to copy."""
    cache = tmp_path_factory.mktemp("compiled") / "cache"
    open_built_in(str(cache)).close()
    return cache


@pytest.fixture
def ready(home: Path, compiled: Path) -> Path:
    """Give the test's home with the built-in pack compiled in it."""
    home.mkdir(mode=0o700)
    if compiled.is_dir():
        shutil.copytree(compiled, home / "cache")
    return home


@pytest.fixture
def quiz(ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Quiz:
    """Run commands in this process, in a folder and a home of the test's own."""
    monkeypatch.chdir(tmp_path)
    return Quiz(monkeypatch, capfd)
