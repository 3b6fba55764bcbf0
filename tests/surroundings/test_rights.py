"""Whatever command makes a file or a folder, it is for its owner alone, and nothing half-written is left of it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile.writers import PACK, writers
from running import Quiz
from store.damage import tree

from .commands import Template, every

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes as POSIX has them")

HALF = (".part", ".new", ".copy", "-journal", ".tmp", ".salvage")
"""How names end of what is on its way to being something."""

State = dict[Path, tuple[int, int]]
"""What there is, with its number on the disk and its mode."""


@pytest.fixture
def open_handed() -> Iterator[None]:
    """Let files be made with every right that they are asked with."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of the test's own for what any program may leave in the system's folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def state(*folders: Path) -> State:
    """List all that lies in folders."""
    found = [path for folder in folders for path in (folder, *folder.rglob("*")) if os.path.lexists(path)]
    return {path: (path.lstat().st_ino, path.lstat().st_mode) for path in found}


def loose(before: State, after: State) -> list[str]:
    """Name what was made since and is not for its owner alone, or is only half there."""
    made = {path: mode for path, (number, mode) in after.items() if before.get(path, (0, 0))[0] != number}
    wrong = [path for path, mode in made.items() if mode & 0o777 != (0o700 if path.is_dir() else 0o600)]
    wrong += [path for path in made if path.name.endswith(HALF)]
    return [f"{path}: {made[path]:o}" for path in wrong]


@pytest.mark.usefixtures("open_handed")
def test_what_any_command_makes(
    quiz: Quiz, compiled: Path, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command of the program leaves files of mode 0600 in folders of mode 0700, and none that is temporary.

    Those that write where a player says are those of `hostile.writers`, which are tried with all that may lie there.
    """
    template = Template(tmp_path / "template", compiled)
    home, desk = template.copy(tmp_path / "work")
    monkeypatch.chdir(desk)
    monkeypatch.setenv("QOT_QUIZ_HOME", str(home))
    writing = set()
    before = state(home, desk)
    for words in every():
        ended = quiz(*template.filled(words), typed="s\n" * 12)
        assert ended.code in (0, 1, 2), ended
        after = state(home, desk)
        assert not loose(before, after), words
        if any(path.is_relative_to(desk) for path in after.keys() - before.keys()):
            writing.add(words[:2])
        before = after
    assert not os.listdir(temporary)
    assert writing <= {writer.words[:2] for writer in writers()}


@pytest.mark.usefixtures("open_handed")
@pytest.mark.parametrize(
    "words",
    [
        ("play", "--pack", "one.toml", "-n", "1"),
        ("pack", "export", "one.toml", "-"),
        ("pack", "add", "one.toml"),
        ("doctor", "--fix"),
        ("scores", "export", "-"),
    ],
    ids=" ".join,
)
def test_a_first_run(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    """Every folder above the first file is for its owner alone, too, whichever command makes it."""
    (tmp_path / "one.toml").write_text(PACK, encoding="utf-8")
    place = tmp_path / "deep"
    monkeypatch.setenv("QOT_QUIZ_HOME", str(place / "er" / "home"))
    ended = quiz(*words, typed="s\n")
    assert ended.code == 0, ended
    assert not loose({}, state(place))


@pytest.mark.usefixtures("open_handed")
def test_a_bug_on_a_first_run(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So are the log of bugs and the folders above it."""
    place = tmp_path / "deep"
    monkeypatch.setenv("QOT_QUIZ_HOME", str(place / "er" / "home"))
    monkeypatch.setattr("qot_quiz.cli.commands.rules", lambda: 1 // 0)
    assert quiz("rules").code == 3
    assert (place / "er" / "home" / "log" / "bug.txt").exists()
    assert not loose({}, state(place))


@pytest.mark.usefixtures("open_handed")
def test_what_a_repair_makes(quiz: Quiz, home: Path) -> None:
    """A file of games that is damaged, set aside, looked through and put back from a backup stays its owner's alone."""
    assert quiz("play", "--json", typed="s\n" * 10).code == 0
    day = os.listdir(home / "backups")[0].removeprefix("games-").removesuffix(".db")
    tree(home / "games.db")
    for words in (("scores",), ("doctor", "--fix"), ("doctor",), ("doctor", "--restore", day), ("scores",)):
        ended = quiz(*words)
        assert ended.code in (0, 1), ended
        assert not loose({}, state(home)), words
    assert len([*home.glob("games.*-1.db")]) > 1
