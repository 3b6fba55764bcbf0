"""Playing from the command line: scripts, JSON, filters, leaving and going on."""

from __future__ import annotations

import re
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from bank.sample import write_pack
from running import PASSED, SEEDED, Quiz, answers_file, drawn_deck

GAME = (
    "game_id player mode difficulty questions asked right points best_streak ruleset board seed code pack pack_digest "
    "up_to started_at finished_at took_ms ranked"
)
"""The keys of a game, as the rules of the game list them."""

ANSWER = "number question_id fact_id kind difficulty given solution credit points streak help took_ms"
"""The keys of an answer, likewise."""

KEPT = "The game is kept: qot-quiz resume goes on with it."


def test_json_has_the_promised_keys(quiz: Quiz, tmp_path: Path) -> None:
    """A finished game is one object on standard output with the listed keys, in their order, and nothing else."""
    result = quiz(*SEEDED, "--json", "--answers", answers_file(tmp_path, *PASSED))
    assert (result.code, result.err) == (0, "")
    game = result.json
    assert list(game) == [*GAME.split(), "answers"]
    assert all(list(answer) == ANSWER.split() for answer in game["answers"])
    expected = {
        "player": "player",
        "mode": "classic",
        "difficulty": "any",
        "questions": 10,
        "asked": 10,
        "right": 0,
        "points": 0,
        "best_streak": 0,
        "ruleset": 1,
        "board": "1/classic/any/10/custom",
        "seed": 7,
        "pack": "queen-of-tears",
        "up_to": 16,
        "ranked": True,
    }
    assert {key: game[key] for key in expected} == expected
    assert game["code"].startswith("QT1-")
    assert [answer["number"] for answer in game["answers"]] == list(range(1, 11))
    assert {answer["given"] for answer in game["answers"]} == {"s"}
    started, finished = (datetime.fromisoformat(game[key]) for key in ("started_at", "finished_at"))
    assert started.utcoffset() is not None
    assert started <= finished


@pytest.mark.parametrize("kind", ["choice", "true-false", "typed"])
def test_solutions_win_the_same_game(quiz: Quiz, tmp_path: Path, kind: str) -> None:
    """The solutions of one game, put into an answers file as they are, win the game of the same seed."""
    words = (*SEEDED, "--kind", kind, "-n", "4")
    deck = drawn_deck(quiz, tmp_path, *words)
    game = quiz(*words, "--json", "--answers", answers_file(tmp_path, *(one["solution"] for one in deck))).json
    assert [one["question_id"] for one in game["answers"]] == [one["question_id"] for one in deck]
    assert (game["right"], game["best_streak"]) == (4, 4)
    assert {one["kind"] for one in deck} == {kind}


def test_solutions_win_survival(quiz: Quiz, tmp_path: Path) -> None:
    """A mode that sets its own length ends as won when its questions run out."""
    words = ("play", "--mode", "survival", "-n", "5", "--seed", "3", "--up-to", "16")
    deck = drawn_deck(quiz, tmp_path, *words)
    assert len(deck) == 3
    lines = [one["solution"] for one in deck]
    result = quiz(*words, "--answers", answers_file(tmp_path, *lines, "s", "s"))
    assert result.code == 0
    assert "you have won!" in result.out


def test_a_lost_game_is_done(quiz: Quiz, tmp_path: Path) -> None:
    """Losing the last heart is an end like others: exit 0, the right answers shown."""
    result = quiz("play", "--mode", "survival", "--seed", "3", "--answers", answers_file(tmp_path, "s", "s", "s"))
    assert (result.code, result.err) == (0, "")
    assert "The last heart is gone after 3 questions." in result.out
    assert result.out.count("\nThe answer") == 3


def test_same_seed_same_game_and_another_another(quiz: Quiz, tmp_path: Path) -> None:
    """The seed alone decides questions and order of options, whatever was seen before."""
    first, second = (drawn_deck(quiz, tmp_path, *SEEDED) for _ in range(2))
    other = drawn_deck(quiz, tmp_path, "play", "--seed", "8", "--up-to", "16")

    def drawn(deck: list[dict[str, Any]]) -> list[tuple[str, str]]:
        return [(one["question_id"], one["solution"]) for one in deck]

    assert drawn(first) == drawn(second) != drawn(other)


def test_a_seed_is_drawn_and_told(quiz: Quiz, tmp_path: Path) -> None:
    """A game without a seed records the one it drew; it is not custom and repeats the same deck when given back."""
    answers = answers_file(tmp_path, *PASSED)
    game = quiz("play", "--json", "--answers", answers).json
    assert game["board"] == "1/classic/any/10"
    assert 0 <= game["seed"] < 2**53
    again = quiz("play", "--seed", str(game["seed"]), "--json", "--answers", answers).json
    assert [a["question_id"] for a in again["answers"]] == [a["question_id"] for a in game["answers"]]


def test_helps_in_a_script(quiz: Quiz, tmp_path: Path) -> None:
    """`f` and `?` help with the open question and are listed with the answer, which earns less."""
    words = (*SEEDED, "--kind", "choice", "-d", "easy", "-n", "2")
    one, two = (answer["solution"] for answer in drawn_deck(quiz, tmp_path, *words))
    game = quiz(*words, "--json", "--answers", answers_file(tmp_path, "f", one, "?", two)).json
    assert [answer["help"] for answer in game["answers"]] == [["fifty"], ["hint"]]
    assert [answer["points"] for answer in game["answers"]] == [50, 83]


def test_words_on_a_verdict_in_a_script(quiz: Quiz, tmp_path: Path) -> None:
    """`u` and `!` belong to the question just judged, after the last one too; the game is not ranked then."""
    words = (*SEEDED, "--kind", "typed", "-n", "2")
    lines = ("=Nobody at all", "u", "!too vague", "=Nobody at all", "u")
    game = quiz(*words, "--json", "--answers", answers_file(tmp_path, *lines)).json
    assert (game["right"], game["ranked"]) == (2, False)
    assert [answer["given"] for answer in game["answers"]] == ["=Nobody at all"] * 2


@pytest.mark.parametrize("line", ["9", "e", "nonsense", "w"])
def test_a_line_without_sense(quiz: Quiz, tmp_path: Path, line: str) -> None:
    """A line that the question cannot take is named with file and number, exit 2, and the game is kept."""
    file = answers_file(tmp_path, "s", line, "s")
    code, _, err = quiz(*SEEDED, "--kind", "choice", "--answers", file)
    assert code == 2
    assert err.startswith(f'{file}, line 2: "{line}": ')
    assert KEPT in err
    assert quiz("resume", "--json", "--answers", answers_file(tmp_path, *PASSED[1:])).json["asked"] == 10


def test_hostile_lines_are_shown_safely(quiz: Quiz, tmp_path: Path) -> None:
    """What a terminal would obey comes out of an answers file made visible."""
    code, out, err = quiz(*SEEDED, "--kind", "choice", "--answers", answers_file(tmp_path, "\x1b]52;c;aGk=\x07"))
    assert code == 2
    assert "<U+001B>]52" in err
    assert "\x1b" not in out + err


def test_lines_that_end_early(quiz: Quiz, tmp_path: Path) -> None:
    """Too few lines end with 1 and the way to go on, no JSON; the rest then finishes the very game."""
    whole = drawn_deck(quiz, tmp_path, *SEEDED)
    file = answers_file(tmp_path, *(one["solution"] for one in whole[:4]))
    code, out, err = quiz(*SEEDED, "--json", "--answers", file)
    assert (code, out) == (1, "")
    assert err == f"{file} ended after 4 lines, before the game did.\n{KEPT}\n"
    rest = answers_file(tmp_path, *(one["solution"] for one in whole[4:]))
    game = quiz("resume", "--json", "--answers", rest).json
    assert (game["right"], game["seed"], game["best_streak"]) == (10, 7, 10)
    assert quiz("resume").err.startswith("There is no unfinished game.")


def test_input_that_ends_early(quiz: Quiz) -> None:
    """The same holds of lines that come through a pipe."""
    code, _, err = quiz("play", "--up-to", "16", typed="s\ns\n")
    assert (code, err) == (1, f"The input ended before the game did.\n{KEPT}\n")


def test_lines_left_over(quiz: Quiz, tmp_path: Path) -> None:
    """Lines that nobody read are a warning; the game counts."""
    file = answers_file(tmp_path, *PASSED, "a", "b")
    result = quiz(*SEEDED, "--json", "--answers", file)
    assert result.code == 0
    assert result.err == f"{file}: 2 line(s) were left over.\n"
    assert result.json["asked"] == 10


def test_answers_on_standard_input(quiz: Quiz) -> None:
    """`--answers -` reads the lines from standard input, byte order mark and CRLF included."""
    result = quiz(*SEEDED, "--json", "--answers", "-", typed="\ufeff" + "s\r\n" * 10)
    assert (result.code, result.json["asked"], result.err) == (0, 10, "")


@pytest.mark.parametrize("content", [None, b"s\nb\xff\n"])
def test_an_answers_file_that_cannot_be_read(quiz: Quiz, tmp_path: Path, content: bytes | None) -> None:
    """A file that is missing or is no UTF-8 is named, with the line, exit 2."""
    file = tmp_path / "answers.txt"
    if content is not None:
        file.write_bytes(content)
    code, _, err = quiz(*SEEDED, "--answers", str(file))
    assert code == 2
    assert str(file) in err
    assert content is None or ", line 2: this is not UTF-8." in err


def test_leaving_keeps_the_game(quiz: Quiz, tmp_path: Path) -> None:
    """`q` leaves with 0, says how to go on, and prints no JSON of a game that has no end."""
    code, out, err = quiz(*SEEDED, "--json", "--answers", answers_file(tmp_path, "s", "q"))
    assert (code, out, err) == (0, "", f"{KEPT}\n")
    assert quiz("resume", "--json", "--answers", answers_file(tmp_path, *PASSED[1:])).json["asked"] == 10


def test_resume_takes_the_newest_of_a_player(quiz: Quiz, tmp_path: Path) -> None:
    """With several games open, the newest goes on, or the newest of the player named; --discard closes one for good."""
    leave = answers_file(tmp_path, "q")
    for name in ("Ann", "Bo", "Cho"):
        assert quiz(*SEEDED, "-p", name, "--answers", leave).code == 0
    passed = answers_file(tmp_path, *PASSED)
    assert quiz("resume", "-p", "Ann", "--json", "--answers", passed).json["player"] == "Ann"
    discarded = quiz("resume", "--discard")
    assert (discarded.code, discarded.out) == (0, "")
    assert "Discarded: classic, Cho, " in discarded.err
    assert "0 of 10 answered" in discarded.err
    assert quiz("resume", "--json", "--answers", passed).json["player"] == "Bo"
    assert quiz("resume").code == 1


def test_a_home_that_cannot_be_written(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file stands in the folder's place the game is played in memory, after one warning."""
    (tmp_path / "taken").write_text("mine")
    monkeypatch.setenv("QOT_QUIZ_HOME", str(tmp_path / "taken"))
    result = quiz(*SEEDED, "--json", "--answers", answers_file(tmp_path, *PASSED))
    assert (result.code, result.json["asked"]) == (0, 10)
    assert result.err.count("nothing will be kept") == 1
    assert (tmp_path / "taken").read_text() == "mine"
    left = quiz(*SEEDED, "--answers", answers_file(tmp_path, "q"))
    assert left.code == 0
    assert left.err.splitlines()[-1] == "The game was played in memory and is gone."


def test_the_choices_are_named_in_one_line(quiz: Quiz) -> None:
    """A game begins with what it is played with."""
    out = quiz("play", "-p", "Ann", "-d", "easy", "-n", "3", "--up-to", "4", typed="q\n").out
    assert out.splitlines()[0] == "Ann, classic, 3 questions, easy, up to episode 4"


def test_plain_text_is_plain(quiz: Quiz) -> None:
    """The script mode writes no escape sequence, draws no box, and keeps within 79 columns."""
    out = quiz(*SEEDED, "--plain", typed="?\nf\n1\n" + "s\n" * 9).out
    assert "\x1b" not in out
    assert not re.search("[\u2500-\u257f]", out)
    assert max(map(len, out.splitlines())) <= 79


def test_an_unfinished_game_is_mentioned(quiz: Quiz) -> None:
    """A game of one's own says in a line that another waits; one in which nothing was answered is not worth it."""
    game = ("play", "-p", "Ann", "-n", "3", "--up-to", "4", "--kind", "choice")
    quiz(*game, typed="q\n")
    assert "waits" not in quiz(*game, typed="1\nq\n").err
    assert "A game waits (classic, Ann, " in quiz(*game, typed="q\n").err


def test_looking_up_changes_no_ceiling(quiz: Quiz) -> None:
    """Facts read above the ceiling, and a game that is refused, leave what is remembered as it is."""
    assert quiz("settings", "set", "up-to", "2").code == 0
    assert quiz("facts", "--up-to", "16").code == 0
    assert quiz("play", "--up-to", "16", "--mode", "nope").code == 2
    assert quiz("settings", "--json").json["settings"]["up-to"] == "2"


def test_a_game_of_ones_own_pack_is_taken_up(quiz: Quiz, tmp_path: Path) -> None:
    """A pack named by its path is found again; another pack is refused and costs the game nothing."""
    pack = write_pack(tmp_path / "pack")
    assert quiz("play", "--pack", pack, "-n", "2", "--up-to", "12", "--plain", typed="s\n").code == 1
    refused = quiz("resume", "--pack", "queen-of-tears", typed="s\n")
    assert (refused.code, 'This game is of the pack "lighthouse"' in refused.err) == (2, True)
    assert "Question 2 of 2" in quiz("resume", typed="s\n").out


def test_a_question_that_is_gone_closes_its_game(quiz: Quiz, tmp_path: Path) -> None:
    """When the pack has lost a question of an unfinished game, the game is closed as it stands, and says so."""
    game = ("play", "--pack", write_pack(tmp_path / "pack"), "-n", "3", "--up-to", "12", "--plain")
    assert quiz(*game, typed="s\n").code == 1
    write_pack(
        tmp_path / "pack", {f'id = "painter/{angle}"': f'id = "painter/{angle}-else"' for angle in ("who", "where")}
    )
    gone = quiz("resume", typed="s\n")
    assert (gone.code, "no longer in the pack as it was" in gone.err) == (1, True)
    assert quiz("resume").err.startswith("There is no unfinished game.")


def test_a_lowered_ceiling_holds_for_an_unfinished_game(quiz: Quiz) -> None:
    """A game that would show more than its player wants to see by now is not taken up."""
    quiz("settings", "set", "up-to", "16")
    quiz("play", "-n", "3", typed="s\nq\n")
    quiz("settings", "set", "up-to", "1")
    assert quiz("resume").code == 2
    quiz("settings", "set", "up-to", "16")
    assert quiz("resume", typed="q\n").code == 0


def test_a_store_that_cannot_be_opened_is_never_exported(quiz: Quiz, home: Path, tmp_path: Path) -> None:
    """An export, and every list, fails where the games cannot be read; a backup is not replaced by nothing."""
    backup = tmp_path / "scores.csv"
    backup.write_text("precious")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("create table t (x)")
    other.close()
    (home / "games.db").write_bytes((tmp_path / "other.db").read_bytes())
    assert quiz("scores", "export", str(backup), "--force").code == 1
    assert backup.read_text() == "precious"
    assert quiz("scores", "--json").code == 1
    assert quiz("resume").code == 1
