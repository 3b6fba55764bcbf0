"""The daily: one ranked try a day, the archive for practice, days in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playing_on import Player
from running import PASSED, Quiz, answers_file

from qot_quiz import runtime
from qot_quiz.core.daystreak import streak
from qot_quiz.store import dailies, opening

Clock = Callable[[str], None]

NOON = "T12:00:00.000+09:00"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Set the program's clock."""

    def at(moment: str) -> None:
        monkeypatch.setattr(runtime, "now", lambda: moment if "T" in moment else moment + NOON)

    return at


def passed(quiz: Quiz, folder: Path, *more: str) -> dict[str, object]:
    """Play a daily by passing everything."""
    result = quiz("daily", "--json", "--answers", answers_file(folder, *PASSED), *more)
    assert result.code == 0, result
    return result.json


def ids(game: dict[str, object]) -> list[str]:
    """Give the questions of a game."""
    answers = game["answers"]
    assert isinstance(answers, list)
    return [answer["question_id"] for answer in answers]


def test_same_for_everybody(quiz: Quiz, tmp_path: Path, clock: Clock) -> None:
    """Two players have the same ten on one date, and others on the next."""
    clock("2026-11-22")
    ann, ben = (passed(quiz, tmp_path, "--player", name) for name in ("Ann", "Ben"))
    assert ids(ann) == ids(ben)
    assert (ann["mode"], ann["board"], ann["ranked"]) == ("daily", "1/daily/any/10", True)
    clock("2026-11-23")
    assert not set(ids(ann)) & set(ids(passed(quiz, tmp_path)))


def test_one_ranked_try(quiz: Quiz, tmp_path: Path, clock: Clock) -> None:
    """The second try of a day is for practice, and so is one of the archive; the player is told."""
    clock("2026-11-22")
    assert passed(quiz, tmp_path)["ranked"] is True
    again = quiz("daily", "--json", "--answers", answers_file(tmp_path, *PASSED))
    assert again.json["ranked"] is False
    assert "does not count" in again.err
    archive = quiz("daily", "--date", "2026-11-01", "--json", "--answers", answers_file(tmp_path, *PASSED))
    assert archive.json["ranked"] is False
    assert "archive" in archive.err


def test_a_second_try_is_asked_for_on_a_terminal(quiz: Quiz, tmp_path: Path) -> None:
    """A person is told how the day's one try went; Enter alone plays nothing, and practice is called by its name."""
    assert quiz("settings", "set", "player", "Ann").code == 0
    assert quiz("settings", "set", "up-to", "3").code == 0
    assert quiz("daily", typed="s\n" * 10).code == 0
    for keys in ("\r", "2"):
        with Player(tmp_path, "daily") as player:
            player.until("Today's daily is done: 0 of 10 right, 0 points.", "The next daily comes in", "No", "Yes")
            player.type(keys)
            if keys == "2":
                player.until("does not count.", "Ann · daily for practice · ", "Question 1 of 10")
                player.type("q")
            assert player.ended() == 0
            assert ("Question 1" in player.text) == (keys == "2")


def test_a_clock_turned_back_gives_no_second_try(quiz: Quiz, tmp_path: Path, clock: Clock) -> None:
    """However the clock is turned, a date has one ranked try."""
    ranked = []
    for moment in ("2026-11-22T23:50:00+14:00", "2026-11-23T00:10:00+14:00", "2026-11-22T00:30:00-11:00"):
        clock(moment)
        ranked.append(passed(quiz, tmp_path)["ranked"])
    assert ranked == [True, True, False]


def test_removing_gives_no_second_try(quiz: Quiz, tmp_path: Path, clock: Clock) -> None:
    """A removed daily was the day's try all the same."""
    clock("2026-11-22")
    game = passed(quiz, tmp_path)
    quiz("scores", "remove", str(game["game_id"]), "--yes")
    assert passed(quiz, tmp_path)["ranked"] is False


def test_an_unfinished_daily_goes_on(quiz: Quiz, clock: Clock) -> None:
    """A daily that was left is the same game when the daily is played again, also on another day."""
    clock("2026-11-22")
    assert quiz("daily", typed="s\ns\nq\n").code == 0
    result = quiz("daily", typed="s\n" * 8)
    assert "Question 3 of 10" in result.out
    assert "Going on" in result.err
    assert "first day of a streak" in result.out


def test_two_begun_at_once(quiz: Quiz, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two tries that both saw none before them, the one that was written first is ranked, the other is practice."""
    clock("2026-11-22")
    assert passed(quiz, tmp_path)["ranked"] is True
    tries: Iterator[list[dailies.Try]] = iter([[]])
    real = dailies.tries
    monkeypatch.setattr(dailies, "tries", lambda *of: next(tries, real(*of)))
    late = quiz("daily", "--json", "--answers", answers_file(tmp_path, *PASSED))
    assert late.json["ranked"] is False
    assert "at the same moment" in late.err


def test_streak_and_countdown(quiz: Quiz, clock: Clock) -> None:
    """After today's daily the days in a row are told, and how long it is to the next."""
    for day in ("2026-11-22", "2026-11-23", "2026-11-24"):
        clock(day)
        said = quiz("daily", typed="s\n" * 10).out
    assert "3 days in a row." in said
    assert "The next daily comes in " in said
    assert "in a row" not in quiz("daily", "--date", "2026-11-20", typed="s\n" * 10).out


def test_streak_is_kept_with_offsets(quiz: Quiz, tmp_path: Path, clock: Clock) -> None:
    """What the store gives back carries the offset of each try, so that a journey steals no day."""
    for moment in ("2026-03-01T23:00:00.000-10:00", "2026-03-03T01:00:00.000+14:00"):
        clock(moment)
        passed(quiz, tmp_path)
    store = runtime.store()
    played = dailies.played(dailies.tries(store, "player", "queen-of-tears"))
    store.close()
    assert [one.at[-6:] for one in played] == ["-10:00", "+14:00"]
    assert streak(played, "2026-03-03").days == 2


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-23", "still to come"),
        ("2020-01-01", "archive begins"),
        ("soon", "no date"),
        ("2025-02-29", "no date"),
    ],
)
def test_days_that_will_not_do(quiz: Quiz, clock: Clock, day: str, words: str) -> None:
    """A day to come, one before the drama, and no day at all are refused in words."""
    clock("2026-11-22")
    result = quiz("daily", "--date", day)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


def test_the_leap_day(quiz: Quiz, tmp_path: Path, clock: Clock) -> None:
    """The 29th of February has its daily, and stands in the archive from the day after."""
    clock("2028-02-29")
    ranked = passed(quiz, tmp_path)
    clock("2028-03-01")
    archive = passed(quiz, tmp_path, "--date", "2028-02-29", "--player", "Ann")
    assert ids(archive) == ids(ranked)
    assert (ranked["ranked"], archive["ranked"]) == (True, False)
    assert passed(quiz, tmp_path)["ranked"] is True


def test_a_clock_set_back_within_a_game(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A game that ends before it began, by the wall clock, is kept, listed, exported and counted like any other."""
    moments = iter(["2026-11-22T00:10:00.000+14:00"] * 2)
    earlier = "2026-11-20T23:00:00.000-11:00"
    monkeypatch.setattr(runtime, "now", lambda: next(moments, earlier))
    monkeypatch.setattr(opening, "wall_clock", lambda: earlier)
    monkeypatch.setattr(opening.open_store, "__defaults__", (lambda: earlier,))
    game = passed(quiz, tmp_path)
    took = game["took_ms"]
    assert isinstance(took, int)
    assert took >= 0
    assert str(game["finished_at"]) < str(game["started_at"])
    assert [one["game_id"] for one in quiz("scores", "--json").json_lines["games"]] == [game["game_id"]]
    assert quiz("stats", "--json").json["days"]["played"][0]["asked"] == 10
    for name in ("games.csv", "games.html", "games.json"):
        assert quiz("scores", "export", name).code == 0
    assert quiz("scores", "remove", str(game["game_id"]), "--yes").code == 0
    runtime.close()
    monkeypatch.setenv("QOT_QUIZ_HOME", str(tmp_path / "elsewhere"))
    assert quiz("scores", "import", "games.json").code == 0
    assert [one["game_id"] for one in quiz("scores", "--json").json_lines["games"]] == [game["game_id"]]
