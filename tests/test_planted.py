"""A bug in any room, met in the running program: an apology, a log without a private word, and nothing lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from planting import planted
from playing_on import Player
from running import ROOT, Result, run

NAME, GIVEN = "Hong Hae-in", "Baek Hyun-woo, I guess"
GAME = ("play", "--player", NAME, "--kind", "typed", "--up-to", "16", "--seed", "3")

ROOMS = {
    "core": "qot_quiz.core.steps:step:5",
    "play": "qot_quiz.play:step:3",
    "ui": "qot_quiz.ui.plain:Plain.show:9",
    "store": "qot_quiz.store.journal:Journal.append:3",
    "writing": "qot_quiz.store.opening:Store.write:3",
}
"""A bug in each room, which shows in the midst of a game."""

AT_THE_END = {
    "closing the games": "qot_quiz.store.opening:Store.close:0",
    "closing the pack": "qot_quiz.bank.bank:Bank.close:0:qot_quiz.runtime",  # a stale one is closed at the start, too
    "the backup": "qot_quiz.store.backup:back_up:0",
}
"""Bugs that show when everything is said and done."""


@pytest.fixture
def place(ready: Path) -> Iterator[Path]:
    """Give a home whose log would be everybody's if the program let it."""
    before = os.umask(0)
    yield ready
    os.umask(before)


def broken(folder: Path, bug: str, *words: str) -> Result:
    """Run a command with a bug in it."""
    return run(*words, typed=f"s\n{GIVEN}\n" + "s\n" * 20, env=planted(folder, bug))


def check(result: Result, home: Path) -> None:
    """Assert what is said and logged of a bug, and what is not."""
    log = home / "log" / "bug.txt"
    assert result.code == 3, result
    first, second = result.err.splitlines()[-2:]
    assert first == "Sorry, this is a bug in qot-quiz (ZeroDivisionError). Your games are kept."
    assert second.startswith(f"Please report it where you found qot-quiz; {log} says where")
    assert "Traceback" not in result.err + result.out
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.parent.stat().st_mode & 0o777 == 0o700
    told = log.read_text(encoding="utf-8")
    assert "builtins.ZeroDivisionError\n" in told
    for private in (*NAME.split(), *GIVEN.split(), str(home), str(ROOT), "PLANTED", "Answer", os.sep):
        assert private not in told
    assert log.stat().st_size < 6000


@pytest.mark.parametrize("room", ROOMS)
def test_a_bug_in_a_game(place: Path, tmp_path: Path, room: str) -> None:
    """The apology comes in two lines, the log holds no name, answer or path, and the game goes on where it was."""
    check(broken(tmp_path, ROOMS[room], *GAME), place)
    resumed = run("resume", "--json", typed="s\n" * 20)
    assert resumed.code == 0, resumed
    given = [answer["given"] for answer in resumed.json["answers"]]
    assert len(given) == 10
    assert any(GIVEN in one for one in given) or room in (
        "store",
        "writing",
    )  # where that very answer is what could not be kept


@pytest.mark.parametrize("moment", AT_THE_END)
def test_a_bug_at_the_end(place: Path, tmp_path: Path, moment: str) -> None:
    """A bug in tidying up is one like any other, and the finished game is on the board."""
    check(broken(tmp_path, AT_THE_END[moment], *GAME), place)
    assert [game["player"] for game in run("scores", "--json").json_lines["games"]] == [NAME]


def test_a_bug_in_the_log_itself(place: Path, tmp_path: Path) -> None:
    """Where telling of a bug is broken, too, the apology comes all the same."""
    done = broken(tmp_path, "qot_quiz.store.checkup:library:0", "doctor")
    assert done.code == 3
    assert "Sorry, this is a bug in qot-quiz (ZeroDivisionError)." in done.err
    assert "say what you did" in done.err
    assert "Traceback" not in done.err


def test_debug_shows_all_of_it(place: Path, tmp_path: Path) -> None:
    """With --debug the traceback is shown instead of the apology."""
    done = broken(tmp_path, ROOMS["core"], *GAME, "--debug")
    assert done.code == 1
    assert "Traceback (most recent call last)" in done.err
    assert "ZeroDivisionError" in done.err
    assert "Sorry" not in done.err


@pytest.mark.usefixtures("place")
def test_a_bug_on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal is given back as it was, and what was answered is there."""
    for name, value in planted(tmp_path, "qot_quiz.play:step:1").items():
        monkeypatch.setenv(name, value)
    words = ("play", "--player", NAME, "--kind", "choice", "--up-to", "16")
    with Player(tmp_path, *words, columns=200) as player:  # room for the path of the log
        player.until("s pass")
        player.press("s", "Passed")
        player.press("\r", "Sorry, this is a bug")
        assert player.ended() == 3
        assert "Traceback" not in player.text
