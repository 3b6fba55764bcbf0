"""The statistics on the command line: every figure from the games played, under the ceiling, in sentences and JSON."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from running import PASSED, Quiz, answers_file

from qot_quiz import runtime
from qot_quiz.bank.locating import open_built_in

TALLY = ["asked", "right", "missed", "mean_ms"]
FACT = ["fact_id", "question_id", "ask"]
KEYS = {
    "": ["player", "pack", "up_to", "answers", "topics", "kinds", "difficulties", "episodes", "streak", "games",
         "change", "days", "missed", "slowest", "review", "rating", "hardest", "easiest"],
    "answers": TALLY,
    "topics": ["topic", "title", *TALLY],
    "kinds": ["kind", *TALLY],
    "difficulties": ["difficulty", *TALLY],
    "episodes": ["episode", *TALLY],
    "streak": ["now", "best"],
    "games": ["game_id", "mode", "board", "finished_at", "asked", "right", "points"],
    "days": ["streak", "best", "freezes", "played"],
    "missed": [*FACT, *TALLY],
    "review": ["due", "later", "next"],
}  # fmt: skip
"""The keys of the object and of each list or object within it, in their order."""


def play(quiz: Quiz, folder: Path, player: str, *words: str, right: int = 0) -> dict[str, Any]:
    """Play a game of ten with so many right, and pass the rest."""
    game = ("play", "-p", player, *words, "--json", "--answers")
    passed = quiz("play", "-p", "nobody", *words, "--json", "--answers", answers_file(folder, *PASSED)).json
    given = [one["solution"] if number < right else "s" for number, one in enumerate(passed["answers"])]
    return quiz(*game, answers_file(folder, *given)).json


@pytest.fixture
def games(quiz: Quiz, tmp_path: Path) -> list[dict[str, Any]]:
    """Two games of Ann: six right, then eight."""
    rest = ("--up-to", "16", "--seed")
    return [play(quiz, tmp_path, "Ann", *rest, seed, right=right) for seed, right in (("7", 6), ("8", 8))]


def stats(quiz: Quiz, *words: str) -> dict[str, Any]:
    """Ask for the object."""
    result = quiz("stats", *words, "--json")
    assert (result.code, result.err) == (0, "")
    return result.json


@pytest.mark.usefixtures("games")
def test_the_keys(quiz: Quiz) -> None:
    """The object has these keys in this order, and so has every object in it."""
    told = stats(quiz, "-p", "Ann", "--up-to", "16")
    assert list(told) == KEYS[""]
    for key, keys in KEYS.items():
        if key:
            value = told[key][0] if isinstance(told[key], list) else told[key]
            assert list(value) == keys, key
    assert list(told["review"]["next"][0]) == [*FACT, "due_at"]


def test_figures_follow_from_the_games(quiz: Quiz, games: list[dict[str, Any]]) -> None:
    """Every count is that of the answers which `play --json` printed."""
    told = stats(quiz, "-p", "Ann", "--up-to", "16")
    given = [one for game in games for one in game["answers"]]
    assert (told["answers"]["asked"], told["answers"]["right"], told["answers"]["missed"]) == (20, 14, 6)
    for name, key in (("kinds", "kind"), ("difficulties", "difficulty")):
        asked, right = Counter(one[key] for one in given), Counter(one[key] for one in given if one["credit"] == 1)
        assert {one[key]: (one["asked"], one["right"]) for one in told[name]} == {
            value: (asked[value], right[value]) for value in asked
        }
    for name in ("topics", "episodes"):
        assert sum(one["right"] for one in told[name]) == 14
    assert [(game["game_id"], game["right"], game["points"]) for game in told["games"]] == [
        (game["game_id"], game["right"], game["points"]) for game in games
    ]
    assert told["change"] == 2
    assert told["streak"] == {"now": 0, "best": 8}
    assert told["rating"] != 1500
    wrong = {one["fact_id"] for one in given if one["credit"] == 0}
    assert {one["fact_id"] for one in told["missed"]} <= wrong
    assert told["review"]["due"] + told["review"]["later"] == len(wrong)


def test_nothing_above_the_ceiling(quiz: Quiz, games: list[dict[str, Any]], tmp_path: Path) -> None:
    """Under a ceiling, all is as if what lies above it had never been asked; games played further are not told."""
    cache = tmp_path / "bank"
    bank = open_built_in(str(cache))
    spoils = {item.id: item.spoils for item in bank.questions()}
    bank.close()
    given = [one for game in games for one in game["answers"]]
    free = [one for one in given if not spoils[one["question_id"]]]
    assert 0 < len(free) < len(given)
    told = stats(quiz, "-p", "Ann", "--up-to", "0")
    assert told["answers"]["asked"] == len(free)
    assert told["episodes"] == [{"episode": 0, **told["answers"]}]
    assert told["games"] == []
    named = [*told["missed"], *told["slowest"], *told["review"]["next"]]
    assert named
    assert all(spoils[one["question_id"]] == 0 for one in named)
    said = quiz("stats", "-p", "Ann", "--up-to", "0")
    assert "Only what is up to episode 0 counts here" in said.err
    assert "By episode:\nNo spoilers: " in said.out
    assert "Episode 1" not in said.out


def test_the_remembered_ceiling_holds(quiz: Quiz, tmp_path: Path) -> None:
    """Without `--up-to` the player's own ceiling counts."""
    assert quiz("settings", "set", "player", "Ann").code == 0
    assert quiz("settings", "set", "up-to", "3").code == 0
    assert stats(quiz)["up_to"] == 3
    assert stats(quiz)["player"] == "Ann"


def test_practice_and_parties_do_not_count(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archived daily and a party leave a single player's statistics as they were; today's daily is a day."""
    monkeypatch.setattr(runtime, "now", lambda: "2026-11-22T12:00:00.000+09:00")
    passed = answers_file(tmp_path, *PASSED)
    assert quiz("daily", "--date", "2026-11-01", "-p", "Ann", "--answers", passed).code == 0
    assert quiz("party", "Ann", "Ben", "--seed", "7", "-n", "2", typed="s\n" * 40).code == 0
    told = stats(quiz, "-p", "Ann")
    assert (told["answers"]["asked"], told["games"], told["days"]["played"]) == (0, [], [])
    assert quiz("daily", "-p", "Ann", "--answers", passed).code == 0
    told = stats(quiz, "-p", "Ann")
    assert told["answers"]["asked"] == 10
    assert told["days"] == {
        "streak": 1, "best": 1, "freezes": 0, "played": [{"day": "2026-11-22", "right": 0, "asked": 10}]
    }  # fmt: skip


def test_removed_games_do_not_count(quiz: Quiz, games: list[dict[str, Any]]) -> None:
    """A game that was put away leaves every figure."""
    assert quiz("scores", "remove", games[1]["game_id"], "--yes").code == 0
    told = stats(quiz, "-p", "Ann", "--up-to", "16")
    assert (told["answers"]["asked"], told["answers"]["right"], told["change"]) == (10, 6, None)


@pytest.mark.usefixtures("games")
def test_sentences(quiz: Quiz) -> None:
    """Without a terminal everything is told in whole lines, with the numbers behind each share and no pictures."""
    result = quiz("stats", "-p", "Ann", "--up-to", "16")
    assert (result.code, result.err) == (0, "")
    said = result.out.splitlines()
    assert said[:2] == ["Ann, up to episode 16.", "20 answers: 14 right (70%) and 6 missed."]
    assert "The last one: 8 of 10 right, up 2 on last time." in said
    assert "The last 2 games, the earliest first: 6/10, 8/10." in said
    assert not set(result.out) & set("█░▒▓▁▂▃▄▅▆▇·")


def test_nobody_has_played(quiz: Quiz) -> None:
    """Before the first game the command says how to begin, and the object is there with nothing in it."""
    assert quiz("stats").out.splitlines() == [
        "player, no spoilers.", "No answers yet that count here: qot-quiz play starts a game.",
    ]  # fmt: skip
    told = stats(quiz)
    assert (told["answers"]["asked"], told["topics"], told["change"], told["rating"]) == (0, [], None, 1500)


def test_a_ceiling_that_is_none(quiz: Quiz) -> None:
    """An episode that the pack does not have is refused."""
    assert quiz("stats", "--up-to", "17").code == 2
