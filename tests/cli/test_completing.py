"""Completion as shells ask for it, and in the shells themselves."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pytest
from running import ROOT, Quiz, answers_file

from qot_quiz.cli.completing import SHELLS, quoted, split

START = {
    "bash": (["--norc", "--noprofile"], "PS1='> '; source <(qot-quiz completion bash)"),
    "zsh": (["-f"], "PS1='> '; autoload -U compinit; compinit -u -D; source <(qot-quiz completion zsh)"),
    "fish": (["--no-config"], "function fish_prompt; echo '> '; end; qot-quiz completion fish | source"),
}
"""How each shell is started without anybody's settings, and what teaches it."""


@pytest.mark.parametrize("shell", sorted(SHELLS))
def test_each_shell_has_its_script(quiz: Quiz, shell: str) -> None:
    """A script is printed that asks the program, and says where it belongs."""
    done = quiz("completion", shell)
    assert (done.code, done.err) == (0, "")
    assert f" __complete {shell} " in done.out
    assert f"qot-quiz completion {shell}" in done.out.splitlines()[0] + done.out.splitlines()[1]


def test_only_what_is_taken_is_offered(quiz: Quiz, tmp_path: Path) -> None:
    """A difficulty that goes with no other is not offered beside one; finished games are, by their ids."""
    assert "adaptive" in quiz("__complete", "fish", "=a", "play", "-d").out
    for words in (("=easy,a", "play", "-d"), ("=a", "play", "-d", "easy", "-d"), ("=a", "party", "-d")):
        assert quiz("__complete", "fish", *words).out == ""
    assert quiz("__complete", "fish", "=easy,m", "play", "-d").out == "easy,medium\n"
    played = quiz("play", "-n", "1", "-p", "Ann", "--json", "--answers", answers_file(tmp_path, "s")).json
    for command in (("share",), ("scores", "remove")):
        id, told = quiz("__complete", "fish", "=", *command).out.strip().split("\t")
        assert id == played["game_id"]
        assert told.startswith("Ann, classic")
    assert quiz("__complete", "fish", "=zz", "share").out == ""


def test_another_shell_is_refused(quiz: Quiz) -> None:
    """A shell without a script is named, with those that have one."""
    done = quiz("completion", "tcsh")
    assert done.code == 2
    assert done.err == 'There is no completion for the shell "tcsh".\nThere is: bash, zsh, fish, powershell.\n'
    assert quiz("completion", "pwsh").out == quiz("completion", "powershell").out


def test_meanings_stand_behind_a_tab(quiz: Quiz) -> None:
    """A shell that shows meanings gets them; bash, which does not, gets the words alone."""
    done = quiz("__complete", "zsh", "=re", "")
    meaning = "Go on with an unfinished game, the newest or one that you choose."
    assert quiz("__complete", "zsh", "=res").out == f"resume\t{meaning}\n"
    assert quiz("__complete", "bash", "qot-quiz res", "res").out == "resume\n"
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("words", [("bash",), ("zsh",), (), ("fish", "=", "nothing", "--"), ("zsh", "=\udcff", "play")])
def test_whatever_is_asked_nothing_is_said_on_standard_error(quiz: Quiz, words: tuple[str, ...]) -> None:
    """A line without sense, or none at all, gives no words, and no trouble."""
    done = quiz("__complete", *words)
    assert (done.out, done.err) == ("", "")
    assert done.code in (0, 1)


def test_a_store_that_cannot_be_read_gives_no_names(quiz: Quiz, ready: Path) -> None:
    """Without a file of games, or with a broken or foreign one, no player is offered, and nothing is made or mended."""
    games = ready / "games.db"
    asked = ("__complete", "fish", "=", "play", "-p")
    assert quiz(*asked) == (0, "", "")
    assert not games.exists()
    games.write_bytes(b"no database at all" * 100)
    assert quiz(*asked) == (0, "", "")
    assert quiz("__complete", "fish", "=ca", "play", "-t").out == "cast\tCast and characters\n"
    assert games.read_bytes() == b"no database at all" * 100
    assert {path.name for path in ready.iterdir()} - {"cache"} == {"games.db"}


@pytest.mark.parametrize(
    ("line", "words", "last"),
    [
        ("qot-quiz pl", ("qot-quiz",), "pl"),
        ("qot-quiz play ", ("qot-quiz", "play"), ""),
        ("qot-quiz  -p Ann\\ Le", ("qot-quiz", "-p"), "Ann Le"),
        ("q -p 'Ann L", ("q", "-p"), "Ann L"),
        ('q -p "a\\"b\\c" x', ("q", "-p", 'a"b\\c'), "x"),
        ("q '' ", ("q", ""), ""),
        ("q a\\", ("q",), "a"),
    ],
)
def test_a_line_of_bash_is_read(line: str, words: tuple[str, ...], last: str) -> None:
    """Quotes and backslashes are taken away, and the last word may be unfinished."""
    assert split(line) == (words, last)


@pytest.mark.parametrize("name", ["Ann Lee", "O'Neil", 'Da$h"q`x`', "김 수현", "a;b&c|d", "*?[x]~#!", "back\\slash"])
@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_what_bash_gets_is_read_as_the_word(name: str, quote: str) -> None:
    """Whatever a name holds, bash reads what is put on its line as that name, and runs nothing of it."""
    line = f"{quote}{quoted(name, quote)}{quote}"
    read = subprocess.run(["bash", "-c", f"printf %s {line}"], capture_output=True, check=True, encoding="utf-8")
    assert read.stdout == name
    assert split(f"q {line}")[1] == name


def test_only_what_stands_behind_a_break_is_given_to_bash(quiz: Quiz) -> None:
    """Bash parts words at equals signs and colons, and replaces the last part alone."""
    assert quiz("__complete", "bash", "qot-quiz play --mode=", "=").out.startswith("classic\n")
    assert quiz("__complete", "bash", "qot-quiz play --mode=su", "su").out == "survival\n"
    assert quiz("settings", "set", "player", "Ann: one").code == 0
    assert quiz("__complete", "bash", "qot-quiz play -p Ann:", ":").out == "\\ one\n"
    assert quiz("__complete", "bash", "qot-quiz play -p An", "An").out == "Ann:\\ one\n"


@pytest.mark.parametrize("shell", sorted(START))
def test_in_the_shell_itself(quiz: Quiz, ready: Path, tmp_path: Path, shell: str) -> None:
    """Tab completes commands, options, values, files, and names that have to be quoted."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed: its completion was not tried")
    for name in ("김 수현", "O'Neil"):
        assert quiz("settings", "set", "player", name).code == 0
        assert quiz("settings", "set", "up-to", "1").code == 0
    program = tmp_path / "bin" / "qot-quiz"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m qot_quiz "$@"\n')
    program.chmod(0o755)
    (tmp_path / "answers-of-mine").touch()
    options, teach = START[shell]
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    child = pexpect.spawn(
        shell, options, env=env, cwd=str(tmp_path), encoding="utf-8", timeout=30, dimensions=(24, 200)
    )
    child.delaybeforesend = 0.3
    # A shell that is still starting may throw away what is typed.
    time.sleep(1)
    child.sendline(f"{teach}; echo tau''ght")
    child.expect("taught\r")
    try:
        for typed, added, completed in (
            ("qot-quiz settings s\tmo\tsur\t", "vival", ["settings", "set", "mode", "survival"]),
            ("qot-quiz play --top\tcast,mu\t", "sic", ["play", "--topic", "cast,music"]),
            ("qot-quiz play --topic=mu\t", "sic", ["play", "--topic=music"]),
            ("qot-quiz play -p 김\t", "수현", ["play", "-p", "김 수현"]),
            ("qot-quiz play -p O\t", "Neil", ["play", "-p", "O'Neil"]),
            ('qot-quiz play -p "김\t', "수현", ["play", "-p", "김 수현"]),
            ("qot-quiz play --answers answers-o\t", "f-mine", ["play", "--answers", "answers-of-mine"]),
        ):
            child.send(typed)
            child.expect_exact(added)
            # Ctrl-A and Ctrl-E: the very line is handed to printf instead of the program.
            child.send("\x01printf '<%s>' \x05\r")
            child.expect_exact("<qot-quiz>" + "".join(f"<{word}>" for word in completed))
    finally:
        child.close(force=True)
