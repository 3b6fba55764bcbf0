"""The party: several players from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Quiz, answers_file

TWELVE = ("s",) * 40


def test_json(quiz: Quiz, tmp_path: Path) -> None:
    """The players are one player in the game, and every answer says whose it is; nothing is ranked."""
    lines = answers_file(tmp_path, *("s",) * 4, *("s",) * 10)
    game = quiz("party", "Ann", "Ben", "-n", "2", "--seed", "5", "--json", "--answers", lines).json
    assert (game["player"], game["mode"], game["ranked"], game["questions"]) == ("Ann, Ben", "party", False, 2)
    assert [answer["player"] for answer in game["answers"]][:4] == ["Ann", "Ben", "Ann", "Ben"]
    assert list(game["answers"][0])[-1] == "player"


def test_solutions_win(quiz: Quiz, tmp_path: Path) -> None:
    """The solutions of a party put into a file win the same party for both, which the tie-break cannot decide."""
    words = ("party", "Ann", "Ben", "-n", "2", "--seed", "5", "--json", "--answers")
    solutions = [answer["solution"] for answer in quiz(*words, answers_file(tmp_path, *("s",) * 14)).json["answers"]]
    won = quiz(*words, answers_file(tmp_path, *solutions)).json
    assert (won["right"], won["asked"]) == (14, 14)


def test_same_questions(quiz: Quiz, tmp_path: Path) -> None:
    """With --same everybody has the same questions, one player after the other."""
    lines = answers_file(tmp_path, *TWELVE)
    words = ("party", "Ann", "Ben", "--same", "-n", "3", "--seed", "5", "--json", "--answers", lines)
    answers = quiz(*words).json["answers"]
    first, second = answers[:3], answers[3:6]
    assert [answer["question_id"] for answer in first] == [answer["question_id"] for answer in second]
    assert {answer["player"] for answer in first} == {"Ann"}


def test_leaving_and_going_on(quiz: Quiz) -> None:
    """A party that is left goes on where it was, with the player whose turn it was."""
    quiz("party", "Ann", "민지", "-n", "2", "--seed", "5", typed="s\nq\n")
    result = quiz("resume", typed="s\n" * 20)
    assert result.code == 0
    assert "민지" in result.out.splitlines()[0] + result.out


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("Ann",), "2 to 8 players"),
        (tuple("ABCDEFGHI"), "2 to 8 players"),
        (("Ann", "Ann"), "plays twice"),
        (("A", "b", "a"), "a plays twice"),
        (("Ann", "ＡＮＮ"), "plays twice"),
        (("Ann", "Ben, Cho"), "comma"),
        (("Ann", "\x1b[31m"), "cannot be shown"),
    ],
)
def test_names_that_will_not_do(quiz: Quiz, names: tuple[str, ...], words: str) -> None:
    """Too few, too many, equal and hostile names are refused before anything is drawn."""
    result = quiz("party", *names)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


def test_the_lowest_ceiling_holds(quiz: Quiz, tmp_path: Path) -> None:
    """Nobody is told more than the one who has watched least."""
    quiz("settings", "set", "player", "Ann")
    quiz("settings", "set", "up-to", "12")
    result = quiz("party", "Ann", "Ben", "-n", "1", typed="s\n" * 14)
    assert "no spoilers" in result.out


def test_a_party_on_the_boards(quiz: Quiz, tmp_path: Path) -> None:
    """A party stands there with what its winner has, nobody's points added up, and why it has no rank is told once."""
    words = ("party", "Ann", "Ben", "-n", "1", "--seed", "5", "--json", "--answers")
    solution = quiz(*words, answers_file(tmp_path, *TWELVE)).json["answers"][1]["solution"]
    won = quiz(*words, answers_file(tmp_path, "s", solution)).json
    told = quiz("scores").out
    row = next(line.split() for line in told.splitlines() if won["game_id"][:6] in line)
    assert row[:7] == ["-", "Ben", f"{won['points']},", "Ann", "0", str(won["points"]), "1/1"]
    assert told.count("- not ranked: a review, a party, practice") == 1
