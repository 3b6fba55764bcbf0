"""The doctor: what it tells, what it repairs, and what it puts back."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from playing_on import Player
from running import PASSED, Quiz, answers_file

from qot_quiz.cli.doctoring import DEPENDENCIES

KEYS = ["ok", "versions", "paths", "terminal", "packs", "games", "backups", "troubles", "repaired"]


@pytest.fixture
def played(quiz: Quiz, ready: Path, tmp_path: Path) -> Path:
    """Play a game, and name the file that it is kept in."""
    assert quiz("play", "--seed", "7", "--answers", answers_file(tmp_path, *PASSED)).code == 0
    return ready / "games.db"


def break_deeply(games: Path) -> None:
    """Write noise over the page from which all moves are reached."""
    connection = sqlite3.connect(games)
    (page,) = connection.execute("select rootpage from sqlite_schema where name = 'moves'").fetchone()
    connection.close()
    with games.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)


def test_before_the_first_game_all_is_well(quiz: Quiz, ready: Path) -> None:
    """Without a file of games there is nothing to repair, and none is made."""
    result = quiz("doctor")
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("All is well.\n")
    assert not (ready / "games.db").exists()


def test_the_keys_of_the_report(quiz: Quiz, played: Path) -> None:
    """The object has its documented keys, and holds neither a name nor an answer of a player."""
    quiz("settings", "set", "player", "Annabella")
    result = quiz("doctor", "--json")
    report = result.json
    assert result.code == 0
    assert list(report) == KEYS
    assert report["ok"] is True
    assert list(report["versions"]) == ["python", "sqlite", "system", "qot-quiz", *DEPENDENCIES]
    assert list(report["terminal"]) == ["columns", "lines", "color", "encoding", "term", "drawn", "terminals"]
    assert report["packs"][0]["id"] == "queen-of-tears"
    assert list(report["games"]) == ["state", "schema", "games", "results"]
    assert (report["games"]["state"], report["games"]["games"], report["games"]["results"]) == ("sound", 1, 1)
    assert len(report["backups"]) == 1
    assert (report["troubles"], report["repaired"]) == ([], [])
    assert "Annabella" not in result.out


def test_a_damaged_file_is_repaired_once(quiz: Quiz, played: Path) -> None:
    """The damage is told with exit code 1; --fix salvages the game and counts it; a second run finds nothing."""
    break_deeply(played)
    told = quiz("doctor", "--json")
    assert (told.code, told.json["games"]["state"]) == (1, "damaged")
    assert list(told.json["troubles"][0]) == ["file", "what", "repair", "hint"]
    assert told.json["troubles"][0]["repair"]
    fixed = quiz("doctor", "--fix", "--json")
    assert fixed.code == 0
    kept = played.with_name("games.salvaged-1.db")
    assert fixed.json["repaired"] == [f"Salvaged 1 game. The file is kept as {kept}."]
    assert (fixed.json["games"]["state"], fixed.json["games"]["results"]) == ("sound", 1)
    again = quiz("doctor", "--fix", "--json")
    assert (again.code, again.json["repaired"], again.json["troubles"]) == (0, [], [])
    assert kept.exists()


def test_a_file_set_aside_earlier_is_found(quiz: Quiz, played: Path) -> None:
    """What a start has set aside is something to be repaired, and comes back."""
    played.write_bytes(b"\xa5" * 4096 + played.read_bytes()[4096:])
    assert "damaged" in quiz("scores").err
    told = quiz("doctor")
    assert told.code == 1
    assert "games.damaged-1.db: It was damaged and set aside" in told.out
    assert "Salvaged 1 game." in quiz("doctor", "--fix").out
    assert quiz("doctor").code == 0


def test_a_newer_file_is_left_to_a_newer_program(quiz: Quiz, played: Path) -> None:
    """The doctor runs beside a newer program's file, says what to do, and repairs nothing of it."""
    connection = sqlite3.connect(played, isolation_level=None)
    connection.execute("pragma user_version = 999")
    connection.close()
    before = played.read_bytes()
    told = quiz("doctor")
    assert told.code == 1
    assert "Upgrade qot-quiz" in told.out
    fixed = quiz("doctor", "--fix")
    assert (fixed.code, "newer qot-quiz" in fixed.err) == (1, True)
    assert played.read_bytes() == before


def test_backups_are_listed_and_put_back(quiz: Quiz, played: Path) -> None:
    """Without a day the backups are listed; with one it takes the place of the file, which is kept."""
    (day,) = quiz("doctor", "--restore", "--json").json["backups"]
    assert day in quiz("doctor", "--restore").out
    played.write_bytes(b"broken" * 1000)
    result = quiz("doctor", "--restore", day, "--json")
    assert result.json == {"restored": day, "kept": str(played.with_name("games.replaced-1.db"))}
    assert quiz("doctor", "--json").json["games"]["results"] == 1
    assert played.with_name("games.replaced-1.db").read_bytes() == b"broken" * 1000


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("pressed", "games"), [("2", 1), ("q", 2)])
def test_a_person_is_asked_before_games_make_way(
    quiz: Quiz, played: Path, tmp_path: Path, pressed: str, games: int
) -> None:
    """At a terminal it is said how many games would make way for how many, and nothing is done before a yes."""
    (day,) = quiz("doctor", "--restore", "--json").json["backups"]
    assert quiz("play", "--seed", "8", "--answers", answers_file(tmp_path, *PASSED)).code == 0
    with Player(tmp_path, "doctor", "--restore", day, columns=200) as player:
        player.until("Put a backup with 1 finished game in place of 2 finished games?", "leave all")
        player.type(pressed)
        assert player.ended() == 0
    assert quiz("doctor", "--json").json["games"]["results"] == games


@pytest.mark.parametrize("words", [("2026-11-22",), ("--fix", "--restore"), ("--restore", "1999-01-01")])
def test_what_makes_no_sense(quiz: Quiz, words: tuple[str, ...]) -> None:
    """A day alone, two things at once and a day without a backup are refused."""
    result = quiz("doctor", *words)
    assert result.code == 2
    assert result.err


def test_a_home_that_cannot_be_used_is_told(quiz: Quiz, ready: Path) -> None:
    """Where the file of games is no file, the doctor runs and says so."""
    (ready / "games.db").mkdir()
    (ready / "games.db" / "something").touch()
    result = quiz("doctor")
    assert result.code == 1
    assert "games.db" in result.out
    assert quiz("doctor", "--fix").code == 1
