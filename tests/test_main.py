"""The way in: every way a command can end has its exit code and its sentence."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from running import PASSED, ROOT, SEEDED, Quiz, answers_file, run

from qot_quiz.cli import commands
from qot_quiz.ui.leaving import HungUp, Interrupted, Terminated

COMMAND_LINES = (
    (),
    ("play",),
    ("resume",),
    ("rules",),
    ("facts",),
    ("paths",),
    ("settings",),
    ("settings", "set"),
    ("settings", "unset"),
    ("pack",),
    ("pack", "check"),
    ("pack", "export"),
)


def _raises(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let the command `rules` end with an error that no input leads to."""

    def rules() -> int:
        raise error

    monkeypatch.setattr(commands, "rules", rules)


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(quiz: Quiz, option: str) -> None:
    """The version is printed alone, on standard output."""
    assert quiz(option) == (0, "qot-quiz 0.1.0\n", "")


@pytest.mark.parametrize("words", COMMAND_LINES)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_everywhere(quiz: Quiz, words: tuple[str, ...], option: str) -> None:
    """Every command and group explains itself on standard output, and nothing else happens."""
    result = quiz(*words, option)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(" ".join(("Usage: qot-quiz", *words)))
    assert "-h, --help" in result.out


@pytest.mark.parametrize("columns", ["1", "2", "3"])
def test_help_in_the_narrowest_window(quiz: Quiz, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The help is there whatever the width of the window, even where no line could be broken to it."""
    monkeypatch.setenv("COLUMNS", columns)
    for words in ((), ("play",), ("pack",)):
        result = quiz(*words, "-h")
        assert (result.code, result.err) == (0, "")
        assert "--help" in result.out


def test_help_by_its_name(quiz: Quiz) -> None:
    """`help`, alone or before a command, is the help of it; a group that shows nothing by itself tells its commands."""
    assert quiz("help") == quiz("-h")
    assert quiz("help", "pack", "export") == quiz("pack", "export", "-h")
    assert quiz("pack") == quiz("pack", "-h")
    assert quiz("pack").code == 0
    assert quiz("help", "nothing").code == 2


def test_help_names_the_options_that_stand_outside(quiz: Quiz) -> None:
    """The two options that are looked at before Typer are in its help all the same."""
    assert "--version" in quiz("-h").out
    assert "--debug" in quiz("-h").out


def test_alone_without_a_terminal_it_prints_the_help(quiz: Quiz) -> None:
    """The bare program in a pipe shows its help instead of a menu."""
    assert quiz() == quiz("--help")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("playy",), 'No such command "playy". Did you mean "play"'),
        (("settings", "sett"), 'No such command "sett". Did you mean "set"'),
        (("play", "--moed", "x"), "No such option: --moed (Possible options: --code, --mode"),
        (("--nothing",), "No such option: --nothing"),
        (("play", "-n", "x"), 'Invalid value for "--questions" / "-n": "x" is not a whole number'),
        (("play", "--seed", "1.5"), 'Invalid value for "--seed": "1.5" is not a whole number'),
        (("play", "--mode"), 'Option "--mode" requires an argument'),
        (("play", "more"), "Got unexpected extra argument(s) (more)"),
        (("settings", "set"), 'Missing argument "KEY"'),
        (("settings", "set", "mode"), 'Missing argument "VALUE"'),
        (("pack", "export"), 'Missing argument "PACK"'),
    ],
)
def test_wrong_usage(quiz: Quiz, words: tuple[str, ...], sentence: str) -> None:
    """A command line without meaning is one sentence and a hint on standard error, exit 2, and no bug."""
    code, out, err = quiz(*words)
    told, hint, rest = err.split("\n")
    assert (code, out, rest) == (2, "", "")
    assert told.startswith(sentence)
    assert hint == "Add -h to see what there is."


@pytest.mark.parametrize(
    "words",
    [
        ("\x1b]52;c;aGk=\x07",),
        ("play", "--\x1b[31m"),
        ("play", "--topic", "\x1b[31mred\u202e"),
        ("play", "-n", "\x9b31m"),
        ("play", "--player", "Hae-in\x1b[2J"),
        ("play", "--mode", "a\nb\x7f"),
        ("play", "--pack", "\x1b]0;title\x07"),
        ("play", "--answers", "\x1b[1m\u2028"),
        ("settings", "set", "\x1b[31m", "1"),
        ("settings", "set", "questions", "\x1b[31m"),
        ("pack", "check", "\x1b[31m"),
        ("pack", "export", "queen-of-tears", "--format", "\x1b[31m"),
    ],
)
def test_hostile_words_are_shown_safely(quiz: Quiz, words: tuple[str, ...]) -> None:
    """No character of the command line that a terminal would obey comes out again."""
    code, out, err = quiz(*words)
    assert code == 2
    assert all(char.isprintable() or char == "\n" for char in out + err), (out, err)


def test_an_error_that_can_be_mended_is_one(quiz: Quiz) -> None:
    """What fails without being wrongly asked for ends with 1, its sentence and its hint."""
    assert quiz("resume") == (1, "", "There is no unfinished game.\nqot-quiz play starts one.\n")


def test_debug_shows_the_traceback(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --debug, anywhere in the line, an error comes out as it was raised."""
    _raises(monkeypatch, ZeroDivisionError("the very bug"))
    with pytest.raises(ZeroDivisionError, match="the very bug"):
        quiz("rules", "--debug")
    with pytest.raises(ZeroDivisionError, match="the very bug"):
        quiz("--debug", "rules")


@pytest.mark.parametrize(
    ("error", "code"),
    [(KeyboardInterrupt(), 130), (Interrupted(), 130), (Terminated(), 143), (HungUp(), 129)],
)
def test_left_from_outside(quiz: Quiz, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int) -> None:
    """A command that is left, a prompt of it too, ends with the signal's code and without an apology."""
    _raises(monkeypatch, error)
    assert quiz("rules") == (code, "", "Interrupted.\n")


@pytest.mark.parametrize("words", [("rules",), ("facts", "--up-to", "16"), ("rules", "-h")])
def test_a_cut_pipe_is_quiet(ready: Path, words: tuple[str, ...]) -> None:
    """A reader that goes away ends the program with 141 and without a word, whether Typer had a part in it or not."""
    child = subprocess.Popen(
        [sys.executable, "-m", "qot_quiz", *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    child.stdout.close()
    assert child.stderr is not None
    with child, child.stderr as err:
        assert (err.read(), child.wait(30)) == (b"", 141)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only some systems have a disk that is always full")
def test_a_full_disk_is_no_bug(ready: Path) -> None:
    """Output that finds no room is told in a sentence, exit 1."""
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "qot_quiz", "rules"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"There is no space left")


def test_ctrl_c_in_a_pipe_keeps_the_game(ready: Path) -> None:
    """An interrupt in the plain screen says that the game is kept and how to resume; exit 130."""
    child = subprocess.Popen(
        [sys.executable, "-m", "qot_quiz", "play"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with child:
        assert child.stdout is not None
        while "tells this again." not in (line := child.stdout.readline()):
            assert line
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=30)
    assert (child.returncode, err) == (130, "The game is kept: qot-quiz resume goes on with it.\n")
    assert run("resume", typed="q\n").code == 0


@pytest.mark.parametrize("columns", [40, 60, 200])
def test_talk_keeps_to_its_own_terminal(columns: int) -> None:
    """What is said on standard error is broken for the terminal there, where standard output is a pipe."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, columns))
    with os.fdopen(master, "rb", buffering=0) as seen:
        words = [sys.executable, "-m", "qot_quiz", "play", "--up-to", "3", "-n", "900"]
        subprocess.run(words, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=slave, check=False)
        os.close(slave)
        lines = seen.read(4096).decode().splitlines()
    assert len(lines) > 1
    assert min(columns, 80) // 2 < max(map(len, lines)) < min(columns, 80)


def test_no_test_reaches_a_real_home(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that loses its own home finds no other: what would be kept fails."""
    monkeypatch.delenv("QOT_QUIZ_HOME")
    assert quiz("settings", "set", "mode", "classic").code == 1
    assert all("no-home" in path for path in quiz("paths", "--json").json["paths"].values())


def test_closed_output_is_no_bug(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program started without standard output still does its work."""
    monkeypatch.setattr(sys, "stdout", None)
    assert quiz("rules").code == 0


def test_an_encoding_that_lacks_letters(ready: Path, tmp_path: Path) -> None:
    """An output that cannot write Hangul gets question marks, not a bug."""
    answers = answers_file(tmp_path, *PASSED)
    result = run(*SEEDED, "--answers", answers, env={"PYTHONIOENCODING": "ascii:strict"})
    assert result.code == 0
    assert result.out.isascii()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(9, "Bad file descriptor"), "The system does not allow it. Bad file descriptor.\n"),
        (FileNotFoundError(2, "Not there", "here"), "The system does not allow it. here: Not there.\n"),
        (OSError(27, "File too large"), "There is no space left to write to.\n"),
    ],
)
def test_what_the_system_refuses_is_no_bug(
    quiz: Quiz, monkeypatch: pytest.MonkeyPatch, error: OSError, sentence: str
) -> None:
    """An error of the system is told in a sentence, exit 1."""
    _raises(monkeypatch, error)
    code, out, err = quiz("rules")
    assert (code, out) == (1, "")
    assert err.startswith(sentence)


def test_bytes_that_are_no_text(quiz: Quiz) -> None:
    """A word of another encoding is refused in words where a text is needed."""
    code, out, err = quiz("share", "caf\udce9")
    assert (code, out) == (2, "")
    assert err.startswith('"caf<U+DCE9>" on the command line is no text in UTF-8.')


def test_a_name_that_no_file_can_have(quiz: Quiz) -> None:
    """Half of a pair of UTF-16 in a path is refused by the word it was given in, not by the whole path made of it."""
    code, out, err = quiz("pack", "new", "An\ud800n")
    assert (code, out) == (2, "")
    assert err.startswith('"An<U+D800>n" on the command line is no text in UTF-8.')


def test_a_day_away_is_no_time_zone(ready: Path) -> None:
    """A time zone that cannot be is taken for UTC."""
    assert run("stats", env={"TZ": "XXX+24:59:59"}).code == 0
