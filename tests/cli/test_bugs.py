"""The log of bugs: enough to find the place, nothing of the player, never large, for its owner alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from running import SEEDED, Quiz

from qot_quiz import play
from qot_quiz.cli import bugs, commands
from qot_quiz.core import moves
from qot_quiz.core.events import Event
from qot_quiz.core.game import Game
from qot_quiz.core.steps import step

SECRET = "Hong Hae-in"


def _bug(secret: str) -> BaseException:
    """Fail with a name in a message, in a local variable, and in an error behind the error."""
    try:
        try:
            raise KeyError(secret)
        except KeyError as inner:
            raise ValueError(f"no such player: {secret}, in {Path.home()}") from inner
    except ValueError as error:
        return error


def test_it_says_where_and_nothing_of_the_player(ready: Path) -> None:
    """Kinds, modules, lines and functions of an error and of those behind it are there; messages and paths are not."""
    file = bugs.log(_bug(SECRET), "0.1.0")
    told = Path(file).read_text(encoding="utf-8")
    assert file == str(ready / "log" / "bug.txt")
    assert "builtins.ValueError\n" in told
    assert "builtins.KeyError\n" in told
    assert ", in _bug\n" in told
    assert "qot-quiz 0.1.0, Python " in told
    assert SECRET not in told
    assert os.sep not in told


def test_bugs_add_up_but_never_fill_a_disk(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each bug is added; a log that has grown becomes the older one, which takes the place of the one before."""
    monkeypatch.setattr(bugs, "MOST_BYTES", 2000)
    for _ in range(60):
        bugs.log(_bug(SECRET), "0.1.0")
    log, older = ready / "log" / bugs.LOG, ready / "log" / bugs.OLDER
    assert log.read_text(encoding="utf-8").count("ValueError") >= 1
    assert older.read_text(encoding="utf-8").count("ValueError") > 1
    assert max(log.stat().st_size, older.stat().st_size) < 3000
    assert len([*(ready / "log").iterdir()]) == 2


def test_an_endless_recursion_is_told_in_short(ready: Path) -> None:
    """Of a thousand steps the last ones are written."""

    def deeper(depth: int) -> int:
        return deeper(depth + 1)

    try:
        deeper(0)
    except RecursionError as error:
        told = Path(bugs.log(error, "0.1.0")).read_text(encoding="utf-8")
    assert told.count("in test_an_endless_recursion_is_told_in_short.<locals>.deeper") == bugs.DEEPEST


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_it_is_for_its_owner_alone(ready: Path) -> None:
    """The log is readable by its owner alone, and no link that lies in its place is followed."""
    file = Path(bugs.log(_bug(SECRET), "0.1.0"))
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    other = ready / "other.txt"
    other.write_text("mine", encoding="utf-8")
    file.unlink()
    file.symlink_to(other)
    assert bugs.log(_bug(SECRET), "0.1.0") == ""
    assert other.read_text(encoding="utf-8") == "mine"


def _broken() -> int:
    """Stand for a command with a bug."""
    raise ZeroDivisionError("the very bug")


def test_a_bug_is_three_with_an_apology_and_a_log(quiz: Quiz, ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug ends with 3; the apology says that games are kept, how to report it, and which file tells of it."""
    monkeypatch.setattr(commands, "rules", _broken)
    code, out, err = quiz("rules")
    log = ready / "log" / "bug.txt"
    assert (code, out) == (3, "")
    assert "bug in qot-quiz (ZeroDivisionError). Your games are kept.\nPlease report it" in err
    assert str(log) in err
    assert "Traceback" not in err
    assert err.count("\n") == 2
    assert "builtins.ZeroDivisionError\n" in log.read_text(encoding="utf-8")


def test_a_bug_within_a_game_keeps_it(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was answered before a bug is there, and the game goes on from it."""
    steps = iter(range(99))

    def breaking(game: Game, command: moves.Command) -> tuple[Game, tuple[Event, ...]]:
        if next(steps) == 3:
            raise ZeroDivisionError
        return step(game, command)

    with monkeypatch.context() as patch:
        patch.setattr(play, "step", breaking)
        code, _, err = quiz(*SEEDED, typed="s\n" * 10)
    assert (code, "Your games are kept." in err) == (3, True)
    resumed = quiz("resume", typed="s\n" * 8)
    assert resumed.code == 0
    assert "2 of 10 answered" in resumed.err


def test_a_bug_where_no_log_can_be_written(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The apology comes without a file when there is no place for one."""
    (tmp_path / "taken").touch()
    monkeypatch.setenv("QOT_QUIZ_HOME", str(tmp_path / "taken"))
    monkeypatch.setattr(commands, "rules", _broken)
    code, _, err = quiz("rules")
    assert code == 3
    assert "say what you did" in err
