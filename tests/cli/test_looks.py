"""Which look is drawn: colour wanted or not, for which background, and nowhere but where it belongs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pexpect
import pytest
from running import PASSED, ROOT, Quiz, answers_file, run

GAME = ("play", "--seed", "7", "--up-to", "16", "--player", "Ann")
COLOR = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": ""}


@pytest.fixture
def played(ready: Path, tmp_path: Path) -> Path:
    """Give a home in which one game was played."""
    assert run(*GAME, "--answers", answers_file(tmp_path, *PASSED)).code == 0
    return ready


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize("words", [("stats", "--player", "Ann"), ("scores",)])
def test_colour_in_a_pipe(words: tuple[str, ...]) -> None:
    """FORCE_COLOR colours what is read even in a pipe; nothing, NO_COLOR and an empty value leave it bare."""
    assert "\x1b[1;38;2;" in run(*words, env=COLOR).out
    for env in ({**COLOR, "NO_COLOR": "1"}, {**COLOR, "FORCE_COLOR": ""}):
        assert "\x1b" not in run(*words, env=env).out


@pytest.mark.usefixtures("played")
def test_no_color_goes_before_all() -> None:
    """`--no-color` is stronger than FORCE_COLOR: signs stay, colours go."""
    told = run("stats", "--player", "Ann", "--no-color", env=COLOR).out
    assert "█" in told or "░" in told
    assert "38;2;" not in told


@pytest.mark.usefixtures("played")
def test_data_is_never_coloured(tmp_path: Path) -> None:
    """A game in sentences and JSON hold no escape, whatever is forced."""
    answers = answers_file(tmp_path, *PASSED)
    for words in ((*GAME, "--answers", answers), ("scores", "--json"), ("stats", "--player", "Ann", "--json")):
        assert "\x1b" not in run(*words, env=COLOR).out


@pytest.mark.usefixtures("played")
def test_themes() -> None:
    """A theme is asked for, or remembered, and the one asked for wins; other words are refused."""
    words = ("stats", "--player", "Ann")
    dark, light = "38;2;215;175;95m", "38;2;135;95;0m"
    assert dark in run(*words, "--theme", "dark", env=COLOR).out
    assert light in run(*words, env={**COLOR, "COLORFGBG": "0;15"}).out
    assert run("settings", "set", "theme", "light").code == 0
    assert "theme: light" in run("settings").out
    for told in (run(*words, env=COLOR).out, run("scores", env=COLOR).out):
        assert light in told
    assert dark in run(*words, "--theme", "dark", env=COLOR).out
    assert run("settings", "unset", "theme").code == 0
    assert light not in run(*words, env={**COLOR, "COLORFGBG": ""}).out


def test_no_such_theme(quiz: Quiz, tmp_path: Path) -> None:
    """A theme that does not exist is refused before a game begins, with those that there are."""
    for words in (("settings", "set", "theme", "pink"), (*GAME, "--theme", "pink", "--answers", os.devnull)):
        result = quiz(*words)
        assert result.code == 2
        assert "pink" in result.err
        assert "dark" in result.err
    assert quiz("scores").out == ""


@pytest.mark.parametrize(("term", "color"), [("dumb", "1"), ("xterm-256color", "")])
def test_terminals(played: Path, term: str, color: str) -> None:
    """A dumb terminal gets sentences, forced or not; an empty FORCE_COLOR forbids no colour on a terminal."""
    assert run("settings", "set", "player", "Ann").code == 0
    assert run("settings", "set", "up-to", "16").code == 0
    env = {**os.environ, "TERM": term, "FORCE_COLOR": color, "NO_COLOR": "", "PYTHONPATH": str(ROOT)}
    child = pexpect.spawn(sys.executable, ["-m", "qot_quiz", "play"], env=env, timeout=20, dimensions=(30, 80))
    child.expect(b"Question 1 of 10")
    assert (b"\x1b" in child.before) is (term != "dumb")
    child.expect(b"leave" if term != "dumb" else b"[?]")
    assert (b"38;" in child.before) is (term != "dumb")
    child.send(b"q\r")
    child.expect(pexpect.EOF)
