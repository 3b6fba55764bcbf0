"""What each command loads: nothing heavy before it is needed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pexpect
import pytest
from running import PASSED, ROOT, answers_file, run


def _words(names: str) -> frozenset[str]:
    return frozenset(names.split())


HEAVY = _words(
    "argparse asyncio concurrent csv dataclasses difflib email getpass gettext html http importlib.metadata "
    "importlib.resources json logging multiprocessing pathlib pickle random secrets shutil socket ssl subprocess "
    "tempfile threading tomllib traceback unittest urllib.parse xml zipfile"
)
"""Modules of the standard library that cost a millisecond or more, or load others that do."""

# What a library loads by itself is its own affair and differs among Python versions.
RICH = "dataclasses pickle random threading"
TYPER = "difflib gettext pathlib shutil subprocess threading traceback urllib.parse"

GAME = "msgspec"
PARSED = "annotated_doc shellingham typer"

WATCH = """
import sys
sys.path[1:1] = PATHS
sys.argv = ["qot-quiz", *sys.argv[2:]]
import _signal, atexit
def tell(*_):
    with open(FILE, "w") as file:
        file.write("\\n".join(sys.modules))
atexit.register(tell)
_signal.signal(_signal.SIGUSR1, lambda *_: (tell(), atexit.unregister(tell)))
from qot_quiz.__main__ import main
main()
"""
"""Runs a command without `site`, which loads modules of its own; at the end, or at SIGUSR1, tells what is loaded."""


def _watched(file: Path, *words: str) -> list[str]:
    paths = [str(ROOT), os.path.dirname(os.path.dirname(msgspec.__file__))]
    source = WATCH.replace("PATHS", repr(paths)).replace("FILE", repr(str(file)))
    return ["-S", "-c", source, "", *words]


def _loaded(folder: Path, *words: str) -> set[str]:
    """Run a command without a terminal and tell which modules are loaded at its end."""
    file = folder / "loaded"
    done = subprocess.run(
        [sys.executable, *_watched(file, *words)], capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, done.stderr
    return set(file.read_text().split())


def _loaded_at_the_question(folder: Path, *words: str) -> set[str]:
    """Run a command on a terminal and tell which modules are loaded when its first question waits."""
    file = folder / "loaded"
    child = pexpect.spawn(
        sys.executable,
        _watched(file, *words),
        env={**os.environ, "TERM": "xterm-256color"},
        timeout=20,
        encoding="utf-8",
    )
    child.expect("Question 1 of 10")
    child.expect("leave")
    child.kill(signal.SIGUSR1)
    while not file.exists() or not file.read_text():
        assert child.isalive()
    child.send("\x1b")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    return set(file.read_text().split())


def _foreign(loaded: set[str]) -> set[str]:
    tops = {name.split(".")[0] for name in loaded}
    return tops - sys.stdlib_module_names - {"qot_quiz", "__main__", "sitecustomize"}


def _ours(loaded: set[str]) -> set[str]:
    return {name for name in loaded if name.split(".")[0] == "qot_quiz"}


def _rooms(loaded: set[str]) -> set[str]:
    return {name.split(".")[1] for name in _ours(loaded) if "." in name} - {"__main__", "errors", "folders"}


def _check(loaded: set[str], foreign: str, heavy: str, rooms: str) -> None:
    spared = {"typing_extensions"} if "typer" in foreign else set()  # some versions of Typer load it
    assert _foreign(loaded) - spared == set(foreign.split())
    assert loaded & HEAVY <= set(heavy.split())
    assert _rooms(loaded) == set(rooms.split())


@pytest.fixture
def remembered(ready: Path) -> Path:
    """Give a home in which a player and a ceiling are remembered, so that nothing is asked."""
    assert run("settings", "set", "player", "Ann").code == 0
    assert run("settings", "set", "up-to", "16").code == 0
    return ready


def test_the_version_loads_nothing(tmp_path: Path) -> None:
    """`--version` needs the package and its way in, and not one module more of ours or of others."""
    loaded = _loaded(tmp_path, "--version")
    assert _ours(loaded) == {"qot_quiz", "qot_quiz.__main__"}
    assert _foreign(loaded) == set()
    assert loaded & {*HEAVY, "re", "typing", "enum", "os"} == set()


@pytest.mark.parametrize(
    ("command", "foreign", "heavy", "rooms"),
    [
        ("rules", GAME, "", "cli core runtime ui voice"),
        ("paths", GAME, "", "cli core runtime voice"),
        ("settings", GAME, "", "cli core runtime store voice"),
        ("facts", GAME, "", "bank cli core runtime store ui voice"),
        ("__complete fish = play --mode", GAME, "", "cli core runtime ui voice"),
        ("__complete fish = play --topic", GAME, "", "bank cli core runtime store voice"),
        ("__complete fish =--m play", f"{GAME} {PARSED}", TYPER, "cli core runtime voice"),
        ("rules -h", f"{GAME} {PARSED}", TYPER, "cli voice"),
        ("facts --up-to 16 BTS", f"{GAME} {PARSED}", TYPER, "bank cli core runtime store ui voice"),
        ("pack check", f"{GAME} {PARSED}", f"{TYPER} tomllib", "bank cli core runtime voice"),
    ],
)
@pytest.mark.usefixtures("remembered")
def test_commands_that_only_tell(tmp_path: Path, command: str, foreign: str, heavy: str, rooms: str) -> None:
    """What is read needs no screen, and Typer only where something is to be parsed."""
    _check(_loaded(tmp_path, *command.split()), foreign, heavy, rooms)


def test_bare_play_to_its_first_question(remembered: Path, tmp_path: Path) -> None:
    """The first question is on the screen before Typer, questionary or a TOML reader is loaded."""
    assert run("settings", "set", "kind", "choice").code == 0  # a typed one loads its prompt behind the question
    loaded = _loaded_at_the_question(tmp_path, "play")
    _check(loaded, f"{GAME} rich", RICH, "bank cli core play runtime store ui voice")
    unused = "bank.compiling bank.reading bank.check store.preparing store.troubles ui.plain ui.script ui.lineprompt"
    unused += " ui.prompts cli.app cli.packs core.adaptive core.rating cli.adapting store.statistics"
    assert not _ours(loaded) & {f"qot_quiz.{name}" for name in unused.split()}


def test_play_with_options_to_its_first_question(remembered: Path, tmp_path: Path) -> None:
    """Options cost Typer, and still no line editor."""
    loaded = _loaded_at_the_question(tmp_path, "play", "--mode", "classic", "--kind", "choice")
    _check(loaded, f"{GAME} {PARSED} rich", f"{RICH} {TYPER}", "bank cli core play runtime store ui voice")


def test_plain_play_draws_nothing(ready: Path, tmp_path: Path) -> None:
    """A scripted game needs the width of characters from rich, but neither a console nor a terminal's keys."""
    loaded = _loaded(tmp_path, "play", "--seed", "7", "--answers", answers_file(tmp_path, *PASSED))
    assert _foreign(loaded) <= {*GAME.split(), *PARSED.split(), "rich"}
    assert not loaded & {"rich.console", "rich.text", "qot_quiz.ui.keys", "qot_quiz.ui.terminal", "questionary"}


def test_the_platforms_folders_are_asked_for_without_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library of platform folders is loaded where no home is set, and follows the XDG folders."""
    monkeypatch.delenv("QOT_QUIZ_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert "platformdirs" in _foreign(_loaded(tmp_path, "paths"))
    if sys.platform == "linux":
        assert f"games: {tmp_path}/data/qot-quiz/games.db\n" in run("paths").out
    assert not (tmp_path / "data").exists()
