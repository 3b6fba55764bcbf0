"""Sharing from the command line: which game, in which form, and nothing where it must not be."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from bank.sample import write_pack
from playing_on import Player
from running import PASSED, SEEDED, Quiz, answers_file

KEYS = {"game", "marks", "text", "sentence"}


def play(quiz: Quiz, folder: Path, *more: str, right: int = 0) -> dict[str, Any]:
    """Play ten questions, the first few of them rightly."""
    words = (*SEEDED, *more, "--json", "--answers")
    deck = quiz(*words, answers_file(folder, *PASSED)).json["answers"]
    lines = [one["solution"] for one in deck[:right]] + ["s"] * (10 - right)
    return quiz(*words, answers_file(folder, *lines)).json


def test_the_last_game(quiz: Quiz, tmp_path: Path) -> None:
    """The last finished game is shown in four lines, recounted from what the game itself printed."""
    game = play(quiz, tmp_path, right=3)
    assert quiz("share").out.splitlines() == [
        "Queen of Tears Quiz · classic · up to ep 16",
        f"3/10 · {game['points']:,} pts · best streak 3",
        "●●●○○○○○○○",
        f"qot-quiz play --code {game['code']}",
    ]


def test_the_sentence(quiz: Quiz, tmp_path: Path) -> None:
    """--text is one line without shapes."""
    play(quiz, tmp_path, right=3)
    (line,) = quiz("share", "--text").out.splitlines()
    assert "3 of 10 right" in line
    assert "In order: 3 right, 7 missed." in line
    assert not set("●◐○·") & set(line)


def test_json(quiz: Quiz, tmp_path: Path) -> None:
    """The object has the documented keys: the game as the boards know it, its marks, and both texts."""
    play(quiz, tmp_path, right=2)
    shown = quiz("share", "--json").json
    assert set(shown) == KEYS
    assert [shown["game"]] == quiz("scores", "--json", "--player", "player").json_lines["games"][:1]
    assert shown["marks"] == ["right"] * 2 + ["miss"] * 8
    assert shown["text"] + "\n" == quiz("share").out
    assert shown["sentence"] + "\n" == quiz("share", "--text").out


def test_which_game(quiz: Quiz, tmp_path: Path) -> None:
    """The remembered player's last game is meant, or a nameless one; or the one named, by player or by id."""
    ann = play(quiz, tmp_path, "-p", "Ann", right=1)
    ben = play(quiz, tmp_path, "-p", "Ben", right=2)

    def shared(*words: str) -> str:
        game: str = quiz("share", "--json", *words).json["game"]["game_id"]
        return game

    assert shared() == ben["game_id"]
    quiz("settings", "set", "player", "Ann")
    assert shared() == ann["game_id"]
    assert shared("-p", "Ben") == shared(ben["game_id"][:12]) == ben["game_id"]
    nameless = play(quiz, tmp_path)
    assert shared() == nameless["game_id"]
    assert shared("-p", "Ann") == ann["game_id"]
    quiz("scores", "remove", nameless["game_id"], "--yes")
    gone = quiz("share", nameless["game_id"])
    assert (gone.code, gone.out) == (2, "")


def test_nothing_to_share(quiz: Quiz) -> None:
    """Where no game was finished, it says so."""
    result = quiz("share")
    assert (result.code, result.out, result.err.splitlines()[0]) == (1, "", "No finished game is there yet.")
    quiz("settings", "set", "player", "Ann")
    assert "of Ann" in quiz("share", "-p", "Ann").err
    assert quiz("share", "abc").code == 2


def test_nothing_is_spoilt(quiz: Quiz, tmp_path: Path) -> None:
    """No word of a question, an option or an answer stands in any form of what is shared."""
    game = play(quiz, tmp_path, right=10)
    pack = quiz("pack", "export", "queen-of-tears").json_lines
    asked = {one["id"]: one for one in pack["questions"]}
    file = tmp_path / "card.svg"
    quiz("share", "--svg", str(file))
    shared = quiz("share", "--json").out + quiz("share").out + quiz("share", "--text").out + file.read_text("utf-8")
    for answer in game["answers"]:
        question = asked[answer["question_id"]]
        assert not [text for text in (question["id"], question["ask"], question["why"]) if text and text in shared]
        assert not [text for text in (*question["options"], *question["solution"]) if len(text) > 4 and text in shared]


def test_the_picture(quiz: Quiz, tmp_path: Path) -> None:
    """--svg writes a picture, never over a file without --force, and as - on standard output."""
    game = play(quiz, tmp_path, "-p", '<b>김&"', right=4)
    file = tmp_path / "card.svg"
    result = quiz("share", "-p", '<b>김&"', "--svg", str(file))
    assert (result.code, result.out) == (0, "")
    written = file.read_text(encoding="utf-8")
    picture = ElementTree.fromstring(written)
    assert any('<b>김&"' in (each.text or "") for each in picture)
    assert game["code"] in written
    assert quiz("share", "--svg", str(file)).code == 1
    assert quiz("share", "--svg", str(file), "--force").code == 0
    assert quiz("share", "--svg", "-").out == file.read_text(encoding="utf-8")


def test_an_imported_game(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A game from another machine is shown by its id, without shapes, and never by itself."""
    game = play(quiz, tmp_path, right=3)
    file = tmp_path / "scores.json"
    quiz("scores", "export", str(file))
    exported = json.loads(file.read_text(encoding="utf-8"))
    exported["games"][0]["code"] = "QT1-; rm -rf ~"
    file.write_text(json.dumps(exported), encoding="utf-8")
    monkeypatch.setenv("QOT_QUIZ_HOME", str(tmp_path / "other"))
    assert quiz("scores", "import", str(file)).code == 0
    assert quiz("share").code == 1
    first, second = (quiz("share", one["game_id"]).out for one in exported["games"])
    assert first.splitlines() == [
        "Queen of Tears Quiz · classic · up to ep 16",
        f"3/10 · {game['points']:,} pts · best streak 3",
    ]
    assert second.splitlines()[2:] == [f"qot-quiz play --code {exported['games'][1]['code']}"]


def test_a_party(quiz: Quiz, tmp_path: Path) -> None:
    """A party shows a row for each player, and has a code of its questions, which one may play alone."""
    party = quiz("party", "Ann", "Ben", "-n", "2", "--json", "--answers", answers_file(tmp_path, *("s",) * 20)).json
    lines = quiz("share").out.splitlines()
    assert lines[0] == "Queen of Tears Quiz · party · no spoilers"
    assert lines[2].startswith("Ann · 0/")
    assert lines[-1] == f"qot-quiz play --code {party['code']}"
    alone = quiz("play", "--code", party["code"], "--json", "--answers", answers_file(tmp_path, *("s",) * 4)).json
    asked = [one["question_id"] for one in party["answers"]]
    assert [one["question_id"] for one in alone["answers"]] == asked[:4]


def test_a_pack_of_ones_own(quiz: Quiz, tmp_path: Path) -> None:
    """The title is the pack's; where the pack is gone, its name stands in its place."""
    pack = Path(write_pack(tmp_path / "pack"))
    words = ("play", "--pack", str(pack), "-n", "2", "--up-to", "12", "--answers")
    assert quiz(*words, answers_file(tmp_path, "s", "s")).code == 0
    assert quiz("share").out.startswith("The Lighthouse Quiz · classic · up to ep 12\n")
    pack.rename(tmp_path / "elsewhere")
    assert quiz("share").out.startswith("lighthouse Quiz · ")


def test_no_clipboard_without_a_terminal(quiz: Quiz, tmp_path: Path) -> None:
    """A pipe has no clipboard: it is refused, and nothing is written."""
    play(quiz, tmp_path)
    result = quiz("share", "--clipboard")
    assert (result.code, result.out) == (2, "")


def test_the_clipboard_of_a_terminal(quiz: Quiz, tmp_path: Path) -> None:
    """On a terminal, and only when asked, the very text goes to the clipboard through OSC 52."""
    play(quiz, tmp_path, right=3)
    text = quiz("share").out.rstrip("\n")
    with Player(tmp_path, "share", "--clipboard", columns=120) as player:
        assert player.ended() == 0
        written = player.raw
    code, _, rest = written.partition("\x1b]52;c;")[2].partition("\x07")
    assert b64decode(code).decode() == text
    assert rest.splitlines() == text.splitlines()
    with Player(tmp_path, "share", columns=120) as player:
        assert player.ended() == 0
        assert "\x1b" not in player.raw
