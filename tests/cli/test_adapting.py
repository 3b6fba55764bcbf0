"""Games that follow their player, from the command line: what they go with, their board, and leaving and going on."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from running import PASSED, Quiz, answers_file

PLAY = ("play", "-d", "adaptive")


def _moves(home: Path) -> list[dict[str, Any]]:
    """Read every command that was kept, in order."""
    with closing(sqlite3.connect(home / "games.db")) as store:
        return [json.loads(text) for (text,) in store.execute("select command from moves order by rowid")]


def test_a_scripted_game(quiz: Quiz, ready: Path, tmp_path: Path) -> None:
    """It has a difficulty and a board of its own, no code, and keeps each chosen question before it is asked."""
    game = quiz(*PLAY, "--json", "--answers", answers_file(tmp_path, *PASSED)).json
    expected = {"difficulty": "adaptive", "board": "1/classic/adaptive/10", "code": None, "ranked": True, "asked": 10}
    assert {key: game[key] for key in expected} == expected
    assert Counter(answer["difficulty"] for answer in game["answers"][2:]).most_common(1)[0][0] == "easy"
    moves = _moves(ready)
    assert Counter(move["type"] for move in moves) == {"answer": 10, "next": 10, "swap": 9}
    swapped = [move["question"]["item"]["id"] for move in moves if move["type"] == "swap"]
    assert swapped == [answer["question_id"] for answer in game["answers"][1:]]


def test_the_line_above_the_game_names_it(quiz: Quiz) -> None:
    """What is played is said before the first question."""
    assert quiz(*PLAY, "-p", "Ann", typed="q\n").out.startswith("Ann, classic, 10 questions, adaptive, no spoilers\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*PLAY, "-d", "easy"), "it does not go with easy"),
        (("play", "-d", "hard,adaptive"), "it does not go with hard"),
        ((*PLAY, "--seed", "7"), "A seed draws the same game for everybody"),
        ((*PLAY, "--mode", "ladder"), "ladder has an order of its own"),
        ((*PLAY, "--mode", "survival"), "survival has an order of its own"),
        ((*PLAY, "--mode", "marathon"), "marathon has an order of its own"),
        ((*PLAY, "--code", "QT1-0000"), "leave out --difficulty"),
        (("party", "Ann", "Ben", "-d", "adaptive"), "follows one player"),
    ],
)
def test_what_it_does_not_go_with(quiz: Quiz, ready: Path, words: tuple[str, ...], said: str) -> None:
    """Each is refused with the reason and what to do, exit code 2, and no game is begun."""
    code, out, err = quiz(*words)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 2 or "--code" in words
    with closing(sqlite3.connect(ready / "games.db")) as store:
        assert store.execute("select count(*) from games").fetchone() == (0,)


def test_blitz_has_a_board_of_its_own(quiz: Quiz, tmp_path: Path) -> None:
    """Blitz follows its player, too."""
    game = quiz(*PLAY, "--mode", "blitz", "-n", "10", "--json", "--answers", answers_file(tmp_path, *PASSED)).json
    assert game["board"] == "1/blitz/adaptive/10"


def test_it_is_remembered_and_gives_way(quiz: Quiz) -> None:
    """As a setting it is kept; a mode that is asked for and has an order of its own is played with any difficulty."""
    assert quiz("settings", "set", "player", "Ann").code == 0
    assert quiz("settings", "set", "difficulty", "Adaptive").code == 0
    assert quiz("settings", "--json").json["settings"]["difficulty"] == "adaptive"
    assert ", adaptive," in quiz("play", typed="q\n").out
    assert ", any difficulty," in quiz("play", "--mode", "survival", typed="q\n").out
    assert ", hard," in quiz("play", "-d", "hard", typed="q\n").out
    code, _, err = quiz("settings", "set", "difficulty", "adaptive,hard")
    assert (code, "does not go with hard" in err) == (2, True)
    assert quiz("settings", "--json").json["settings"]["difficulty"] == "adaptive"


def test_leaving_and_going_on(quiz: Quiz, ready: Path) -> None:
    """A game that is taken up again asks what was chosen before it was left, and goes on following."""
    quiz(*PLAY, "-p", "Ann", "--up-to", "16", typed="s\ns\ns\nq\n")
    chosen = [move["question"]["item"]["ask"] for move in _moves(ready) if move["type"] == "swap"]
    assert len(chosen) == 3
    result = quiz("resume", typed="s\n" * 7)
    assert result.code == 0
    assert chosen[-1].split()[0] in result.out
    moves = [move["type"] for move in _moves(ready)]
    assert Counter(moves) == {"answer": 10, "next": 10, "swap": 9, "leave": 1}


def test_the_rating_of_the_player_carries_over(quiz: Quiz, ready: Path) -> None:
    """A game begins from the rating that the answers of earlier games make."""
    for _ in range(3):
        quiz(*PLAY, "-p", "Ann", "--up-to", "16", typed="s\n" * 10)
    with closing(sqlite3.connect(ready / "games.db")) as store:
        levels = [json.loads(text)["level"] for (text,) in store.execute("select setup from games order by rowid")]
    assert levels[0] == [1_500_000, 0]
    assert [plays for _, plays in levels] == [0, 10, 20]
    assert levels[0][0] > levels[1][0] > levels[2][0]
    assert quiz("stats", "-p", "Ann", "--json").json["rating"] < levels[2][0] / 1000


def test_packs_that_are_mixed(quiz: Quiz, ready: Path) -> None:
    """A mixture begins from the rating in the pack that was answered most, and goes on from what is answered in it."""
    assert quiz("pack", "new", "mine").code == 0
    mixed = ("--pack", "queen-of-tears", "--pack", "./mine", "-n", "6")
    quiz(*PLAY, "-p", "Ann", "--up-to", "3", typed="s\n" * 10)
    for _ in range(2):
        assert quiz(*PLAY, *mixed, "-p", "Ann", "--up-to", "3", typed="s\n" * 6).code == 0
    with closing(sqlite3.connect(ready / "games.db")) as store:
        levels = [json.loads(text)["level"] for (text,) in store.execute("select setup from games order by rowid")]
    assert levels[1][1] == 10
    assert 10 < levels[2][1] <= 16
    assert levels[2][0] < levels[1][0] < levels[0][0]


def test_scores_know_it(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Boards are narrowed by it, and an export goes to another machine and back."""
    answers = answers_file(tmp_path, *PASSED)
    quiz(*PLAY, "--json", "--answers", answers)
    shared = quiz("share").out
    assert "· classic · adaptive · " in shared
    assert "--code" not in shared
    quiz("play", "--json", "--answers", answers)
    games = quiz("scores", "--difficulty", "adaptive", "--json").json_lines["games"]
    assert [game["board"] for game in games] == ["1/classic/adaptive/10"]
    assert quiz("scores", "--difficulty", "adaptive").out.startswith("classic · adaptive · 10 questions\n")
    for ending in ("csv", "json", "jsonl"):
        assert quiz("scores", "export", f"all.{ending}").code == 0
        monkeypatch.setenv("QOT_QUIZ_HOME", str(tmp_path / f"other-{ending}"))
        assert quiz("scores", "import", f"all.{ending}").out == "2 added, 0 known already.\n"
        assert len(quiz("scores", "--difficulty", "adaptive", "--json").json_lines["games"]) == 1


def test_too_few_questions(quiz: Quiz) -> None:
    """As in every game it is said how many match, before anything begins."""
    code, _, err = quiz(*PLAY, "--kind", "true-false", "-n", "900", typed="q\n")
    assert (code, "900 questions were asked for, but" in err) == (2, True)
