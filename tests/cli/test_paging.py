"""Long texts, page by page, where a window cannot hold them."""

from __future__ import annotations

import os
import shlex
import signal
import sys
from pathlib import Path

import pexpect
import pytest
from running import PASSED, ROOT, answers_file, run

WHO = ("--player", "Ann", "--up-to", "16")

READER = "import sys; lines = sys.stdin.readlines(); print('PAGED', len(lines), lines[0])"
DEAF = "print('DEAF')"
KILLED = "import os, signal; print('KILLED', flush=True); os.kill(os.getpid(), signal.SIGTERM)"
WAITING = """
import signal, sys, time
signal.signal(signal.SIGINT, lambda number, frame: print("HEARD", flush=True))
print("WAITS", flush=True)
time.sleep(60)
"""


def _seen(*words: str, lines: int = 24) -> str:
    """Run a command to its end in a window of so many lines, and give what was seen."""
    with _started(*words, lines=lines) as child:
        child.expect(pexpect.EOF)
        child.wait()
        assert child.exitstatus == 0
        return str(child.before)


def _started(*words: str, lines: int = 24) -> pexpect.spawn[str]:
    env = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
    command = ["-m", "qot_quiz", *words]
    return pexpect.spawn(sys.executable, command, env=env, timeout=20, dimensions=(lines, 80), encoding="utf-8")


@pytest.fixture
def played(ready: Path, tmp_path: Path) -> Path:
    """Give a home in which one game was played."""
    answers = answers_file(tmp_path, *PASSED)
    assert run("play", *WHO, "--seed", "7", "--answers", answers).code == 0
    return ready


def _pager(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Let the player's pager be a program of Python."""
    monkeypatch.setenv("PAGER", shlex.join([sys.executable, "-S", "-c", program]))


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("rules",), "Ruleset"),
        (("facts", *WHO, "2024"), "Air dates"),
        (("stats", *WHO, "--no-color"), "\x1b[1mAnn"),
    ],
)
def test_from_the_beginning(words: tuple[str, ...], first: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is taller than the window goes to the player's pager, from its first line on, and nowhere else."""
    _pager(monkeypatch, READER)
    paged, lines, *told = _seen(*words).split()
    assert paged == "PAGED"
    assert int(lines) >= 24
    assert " ".join(told).startswith(first)


@pytest.mark.parametrize(("locale", "charset"), [({"LC_ALL": "C"}, ""), ({"LC_ALL": "C", "PYTHONUTF8": "1"}, "utf-8")])
def test_the_pager_reads_what_is_written(locale: dict[str, str], charset: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a C locale less is told that the text is UTF-8, where it is."""
    for name, text in locale.items():
        monkeypatch.setenv(name, text)
    _pager(monkeypatch, "import os; print('TOLD', os.environ.get('LESSCHARSET', ''), 'SO')")
    assert _seen("rules").split() == ["TOLD", *filter(None, [charset]), "SO"]


@pytest.mark.parametrize(
    ("words", "lines", "told"),
    [
        (("rules",), 200, "Streak bonus"),
        (("stats", *WHO, "--plain"), 24, "By topic"),
        (("rules", "--plain"), 24, "Streak bonus"),
        (("facts", *WHO, "2024", "--plain"), 24, "Air dates"),
    ],
)
@pytest.mark.usefixtures("played")
def test_written_as_usual(words: tuple[str, ...], lines: int, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No pager is called for what the window holds, or where sentences are wanted."""
    _pager(monkeypatch, READER)
    seen = _seen(*words, lines=lines)
    assert "PAGED" not in seen
    assert told in seen


@pytest.mark.parametrize("chosen", ["", " ", "cat 'unclosed", "no-such-pager-anywhere --really", "false", "exit 126"])
def test_no_pager(chosen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PAGER that is empty, is none at all, or fails, costs nobody the text."""
    monkeypatch.setenv("PAGER", chosen)
    seen = _seen("rules")
    assert "Ruleset" in seen
    assert "watched." in seen


def test_the_usual_pager_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has chosen no pager, and has not the usual one, gets the text and no complaint."""
    monkeypatch.delenv("PAGER")
    monkeypatch.setenv("PATH", os.devnull)
    assert _seen("rules").startswith("Ruleset")


def test_a_shell_reads_the_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    """PAGER is a shell's command, as it is for `man`: pipes and variables are its own."""
    monkeypatch.setenv("PAGER", 'sed "s/^/$MARK/" | cat')
    monkeypatch.setenv("MARK", "paged ")
    seen = _seen("rules").splitlines()
    assert seen[0].startswith("paged Ruleset")
    assert all(line.startswith("paged ") for line in seen)


@pytest.mark.parametrize("behind", ["", "; exit $?"])
def test_a_signal_is_no_failure(behind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pager that a signal has ended, the shell's own or one below it, has shown what was wanted of it."""
    _pager(monkeypatch, KILLED)
    monkeypatch.setenv("PAGER", os.environ["PAGER"] + behind)
    assert "Ruleset" not in _seen("rules")


def test_left_before_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever leaves the pager before the text has ended hears no complaint."""
    _pager(monkeypatch, DEAF)
    assert _seen("rules").split() == ["DEAF"]


def test_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C belongs to the pager; told to end, the program takes the pager along."""
    _pager(monkeypatch, WAITING)
    with _started("rules") as child:
        child.expect("WAITS")
        child.sendintr()
        child.expect("HEARD")
        child.kill(signal.SIGTERM)
        child.expect(pexpect.EOF)
        child.wait()
        assert child.exitstatus == 143
