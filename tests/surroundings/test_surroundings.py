"""Every command in broken surroundings ends well: a share of the pairs each time, all of them in `tests/bench`."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .commands import Template, Words, every
from .places import PLACES, Place
from .trial import faults, run

EVERY = tuple(every())
SHARE = 1
"""Commands that a place meets here, spread over all of them; `every_surroundings.py` makes every pair."""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the surroundings are made by a POSIX shell")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> Template:
    """Make a home with games once, to be copied."""
    return Template(tmp_path_factory.mktemp("surroundings") / "template", compiled)


def _share(at: int) -> list[Words]:
    """Give the commands that a place meets, spread so that every command is met by some."""
    step = -(-len(EVERY) // SHARE)
    return [EVERY[(at + number * step) % len(EVERY)] for number in range(SHARE)]


@pytest.mark.parametrize("place", PLACES, ids=[place.name for place in PLACES])
def test_ends_well(template: Template, place: Place) -> None:
    """A command ends with a code that is told, a few lines at most, and never a traceback."""
    if lacking := place.lacking():
        pytest.skip(lacking)
    commands = _share(PLACES.index(place))
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda words: run(template, place, words), commands))
    found = [
        (" ".join(words), wrong, result)
        for words, result in zip(commands, results, strict=True)
        if (wrong := faults(place, words, result))
    ]
    assert not found


def test_every_command_is_tried() -> None:
    """Each command line meets some surroundings in every run of this file."""
    assert {words for at in range(len(PLACES)) for words in _share(at)} == set(EVERY)


@pytest.mark.parametrize(
    "name", ["QOT_QUIZ_HOME read-only", "HOME read-only", "a read-only disk", "a user without a home"]
)
def test_play_goes_on_in_memory(template: Template, name: str) -> None:
    """Where nothing can be kept, the whole game is played, and it is said in advance that nothing is kept."""
    place = next(place for place in PLACES if place.name == name)
    if lacking := place.lacking():
        pytest.skip(lacking)
    result = run(template, place, ("play",))
    assert result.code == 0, result
    assert "You can play, but nothing will be kept." in result.err
    assert "0 of 10 right" in result.out
