"""The boards on the command line: shown, narrowed, exported, imported, renamed, removed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from running import Quiz, answers_file

from qot_quiz.cli import finished
from qot_quiz.core.past import KEYS

PASS = "s"


def finish(quiz: Quiz, folder: Path, player: str, *words: str, won: bool = False) -> str:
    """Play a game of three to its end, and return its id."""
    game = ("play", "-n", "3", "--seed", "7", "--up-to", "16", "-p", player, *words, "--json", "--answers")
    played = quiz(*game, answers_file(folder, *[PASS] * 3)).json
    if won:
        return str(quiz(*game, answers_file(folder, *(one["solution"] for one in played["answers"]))).json["game_id"])
    return str(played["game_id"])


@pytest.fixture
def two(quiz: Quiz, tmp_path: Path) -> tuple[str, str]:
    """Two finished games: Ann passed everything, 김지원 passed everything and then won."""
    return finish(quiz, tmp_path, "Ann"), finish(quiz, tmp_path, "김지원", won=True)


@pytest.mark.usefixtures("two")
def test_best_first_with_bests_marked(quiz: Quiz) -> None:
    """The board names itself, ranks by points, and marks each player's best."""
    board, head, *games, _, legend = quiz("scores").out.splitlines()
    assert board == "classic · any difficulty · 3 questions · custom games"
    assert head.split() == ["#", "player", "points", "right", "streak", "when", "game"]
    assert [line.split()[:3] for line in games] == [["1", "김지원", "★"], ["2", "Ann", "★"], ["3", "김지원", "0"]]
    assert legend == "★ a player's best on that board"


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("words", "players"),
    [
        (("--player", "Ann"), ["Ann"]),
        (("--mode", "survival"), []),
        (("--difficulty", "any"), ["김지원", "Ann", "김지원"]),
        (("-d", "easy"), []),
        (("--pack", "queen-of-tears", "--since", "2000-01-01"), ["김지원", "Ann", "김지원"]),
        (("--since", "2999-01-01"), []),
    ],
)
def test_boards_are_narrowed(quiz: Quiz, words: tuple[str, ...], players: list[str]) -> None:
    """Player, mode, difficulty, pack and day narrow what is listed, and ranks stay those of the whole board."""
    games = quiz("scores", *words, "--json").json_lines["games"]
    assert [game["player"] for game in games] == players
    assert quiz("scores", *words).code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--mode", "clasic"), 'There is no mode "clasic".\nDid you mean "classic"?\n'),
        (("-d", "esay"), 'There is no difficulty "esay".\nDid you mean "easy"?\n'),
        (("--since", "yesterday"), "yesterday is no date.\nWrite it as 2026-11-22.\n"),
    ],
)
def test_names_that_do_not_exist(quiz: Quiz, words: tuple[str, ...], sentence: str) -> None:
    """A mode, difficulty or day that does not exist is a usage error with a guess."""
    assert quiz("scores", *words) == (2, "", sentence)


def test_no_game_yet(quiz: Quiz) -> None:
    """Without a finished game the command says how to get one."""
    assert quiz("scores") == (0, "", "No finished game is there yet: qot-quiz play starts one.\n")


@pytest.mark.usefixtures("two")
def test_export_and_import_on_another_machine(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export holds every key behind the rank; another home takes it once."""
    file = tmp_path / "scores.csv"
    assert quiz("scores", "export", str(file)).code == 0
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))
    assert rows[0] == ["rank", *KEYS]
    assert [row[0] for row in rows[1:]] == ["1", "2", "3"]
    assert quiz("scores", "export", str(file)).err.startswith(f"{file} is there already.\n")
    assert quiz("scores", "export", str(file), "--force").code == 0
    mine = quiz("scores", "--json").json_lines
    monkeypatch.setenv("QOT_QUIZ_HOME", str(tmp_path / "other"))
    assert quiz("scores", "import", str(file)).out == "3 added, 0 known already.\n"
    assert quiz("scores", "import", str(file)).out == "0 added, 3 known already.\n"
    assert quiz("scores", "--json").json_lines == mine


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(("format", "begins"), [("csv", "rank,"), ("jsonl", "{"), ("md", "| rank"), ("html", "<!doc")])
def test_formats_on_standard_output(quiz: Quiz, format: str, begins: str) -> None:
    """Every format can be had on standard output, CSV without asking."""
    assert quiz("scores", "export", "-", "--format", format).out.startswith(begins)
    assert quiz("scores", "export", "-").out.startswith("rank,")


@pytest.mark.usefixtures("two")
def test_a_bad_import_changes_nothing(quiz: Quiz, tmp_path: Path) -> None:
    """A row that will not do is named with file and line, and no other is taken."""
    file = tmp_path / "bad.jsonl"
    good = quiz("scores", "export", "-", "--format", "jsonl").out.splitlines()[0]
    other = json.dumps({**json.loads(good), "game_id": "0" * 32})
    file.write_text(f"{other}\n{json.dumps({**json.loads(good), 'points': -1})}\n", encoding="utf-8")
    result = quiz("scores", "import", str(file))
    assert result.code != 0
    assert f"{file}, line 2" in result.err or f"{file}:2" in result.err
    assert len(quiz("scores", "--json").json_lines["games"]) == 3


@pytest.mark.usefixtures("two")
def test_rename(quiz: Quiz) -> None:
    """A player is called otherwise everywhere, or becomes one with another, and it is said; nobody is an error."""
    assert quiz("scores", "rename", "Ann", "Anna") == (0, "", "Ann is called Anna from now on.\n")
    assert {game["player"] for game in quiz("scores", "--json").json_lines["games"]} == {"Anna", "김지원"}
    assert quiz("scores", "rename", "Ann", "Anna") == (2, "", 'There is no player "Ann".\nDid you mean "Anna"?\n')
    assert quiz("scores", "rename", "김지원", "Anna").err == "김지원 and Anna are one player now: Anna.\n"


def test_remove_by_the_beginning_of_an_id(quiz: Quiz, two: tuple[str, str]) -> None:
    """A game is hidden only with --yes where nobody can be asked; an unknown id is a usage error."""
    assert quiz("scores", "remove", two[0][:6]).code == 2
    assert len(quiz("scores", "--json").json_lines["games"]) == 3
    assert quiz("scores", "remove", two[0][:6], "--yes").code == 0
    assert two[0] not in quiz("scores", "--json").out
    assert quiz("scores", "remove", "zz", "--yes") == (
        2, "", 'No finished game\'s id begins with "zz".\nqot-quiz scores shows the ids.\n'
    )  # fmt: skip


def test_a_beginning_of_several_ids(quiz: Quiz, two: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where several games are meant, it says so and names them, a few of many."""
    ids = sorted(game["game_id"] for game in quiz("scores", "--json").json_lines["games"])
    code, _, err = quiz("scores", "remove", "", "--yes")
    assert (code, err.splitlines()[0]) == (2, 'More than one finished game\'s id begins with "".')
    assert [one.split()[0] for one in err.splitlines()[1].split("; ")] == ids
    assert "Ann, classic" in err
    monkeypatch.setattr(finished, "LISTED", 2)
    assert quiz("share", "").err.splitlines()[1].endswith(" and more.")
    assert set(two) <= set(ids)


def test_the_end_of_a_game_tells_its_place(quiz: Quiz, tmp_path: Path) -> None:
    """After a game its place on the board stands, with a personal best when it is one."""
    finish(quiz, tmp_path, "Ann")
    out = quiz(
        "play", "-n", "3", "--seed", "7", "--up-to", "16", "-p", "Bo", "--answers", answers_file(tmp_path, *"sss")
    ).out
    assert "Place 2 of 2 on the board classic" in out
    assert "personal best" not in out


def test_no_word_on_ranks_where_every_game_has_one(quiz: Quiz, tmp_path: Path) -> None:
    """Why a game has no rank is told where such a game is shown, and nowhere else."""
    finish(quiz, tmp_path, "Ann")
    assert "not ranked" not in quiz("scores").out
