"""Challenge codes from the command line: the same game for a friend, and codes that will not do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bank.sample import write_pack
from playing_on import Player
from running import PASSED, SEEDED, Quiz, answers_file

SAME = ("mode", "difficulty", "up_to", "pack", "pack_digest", "code")
"""Keys that a friend's game has in common with the one that the code came from."""


def passed(quiz: Quiz, folder: Path, *words: str) -> dict[str, Any]:
    """Play a game by passing everything."""
    result = quiz(*words, "--json", "--answers", answers_file(folder, *("s",) * 25))
    assert result.code == 0, result
    return result.json


def deck(game: dict[str, Any]) -> list[tuple[str, str]]:
    """Give a game's questions with their solutions, which name the options by their places."""
    return [(answer["question_id"], answer["solution"]) for answer in game["answers"]]


@pytest.mark.parametrize(
    "words",
    [
        ("play", "--seed", "7", "--up-to", "16"),
        ("play", "--seed", "8", "--up-to", "3", "-d", "hard,medium", "-n", "20"),
        ("play", "--seed", "9", "--up-to", "16", "--kind", "multi,ordering,choice", "-t", "cast,episodes", "-n", "5"),
        ("daily", "--up-to", "16"),
    ],
)
def test_a_code_gives_the_very_same_game(
    quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """On another machine, for a player who has seen things and remembers others, the code gives the very same deck."""
    first = passed(quiz, tmp_path, *words)
    monkeypatch.setenv("QOT_QUIZ_HOME", str(tmp_path / "other"))
    quiz("settings", "set", "difficulty", "easy")
    quiz("settings", "set", "up-to", "1")
    quiz("play", "-n", "5", typed="s\n" * 6)
    second = passed(quiz, tmp_path, "play", "--code", first["code"])
    assert deck(second) == deck(first)
    assert {key: second[key] for key in SAME} == {key: first[key] for key in SAME}
    assert second["board"].endswith("/custom")
    assert second["questions"] == len(first["answers"])
    third = passed(quiz, tmp_path, "play", "--code", first["code"].lower().replace("-", " "))
    assert third["seed"] == second["seed"]


@pytest.mark.parametrize(("mode", "length"), [("ladder", None), ("survival", "12"), ("blitz", "15")])
def test_a_code_keeps_the_mode(quiz: Quiz, tmp_path: Path, mode: str, length: str | None) -> None:
    """Games of other modes begin with the same questions by the same rules, and have the same code."""
    words = ("play", "--mode", mode, *(("-n", length) if length else ()), "--seed", "7", "--up-to", "16")
    first = passed(quiz, tmp_path, *words)
    second = passed(quiz, tmp_path, "play", "--code", first["code"])
    assert (second["mode"], second["code"], deck(second)) == (mode, first["code"], deck(first))


def test_a_challenge_is_remembered_as_nothing(quiz: Quiz, tmp_path: Path) -> None:
    """A coded game writes no setting, and another player's daily is no daily of one's own."""
    daily = passed(quiz, tmp_path, "daily", "--up-to", "16", "-p", "Ann")
    before = quiz("settings", "--json").out
    again = passed(quiz, tmp_path, "play", "--code", daily["code"], "-p", "Ben", "--up-to", "16")
    assert (again["mode"], again["ranked"]) == ("daily", False)
    assert quiz("settings", "--json").out == before
    assert passed(quiz, tmp_path, "daily", "--up-to", "16", "-p", "Ben")["ranked"] is True


def test_games_without_a_code(quiz: Quiz, tmp_path: Path) -> None:
    """Games of more than twenty questions have none."""
    assert passed(quiz, tmp_path, *SEEDED, "-n", "20")["code"] is not None
    assert passed(quiz, tmp_path, *SEEDED, "-n", "21")["code"] is None
    assert passed(quiz, tmp_path, *SEEDED, "--mode", "survival")["code"] is None


def test_the_code_is_kept_with_the_game(quiz: Quiz, tmp_path: Path) -> None:
    """The boards as JSON and an export carry the code."""
    game = passed(quiz, tmp_path, *SEEDED)
    assert [each["code"] for each in quiz("scores", "--json").json_lines["games"]] == [game["code"]]
    assert game["code"] in quiz("scores", "export", "-").out


def test_a_challenge_is_taken_up_again(quiz: Quiz, tmp_path: Path) -> None:
    """A coded game that was left goes on as it was."""
    game = passed(quiz, tmp_path, *SEEDED)
    quiz("play", "--code", game["code"], "--answers", answers_file(tmp_path, "s", "s", "q"))
    again = quiz("resume", "--json", "--answers", answers_file(tmp_path, *PASSED[2:])).json
    assert (deck(again), again["code"]) == (deck(game), game["code"])


def test_slips_are_told(quiz: Quiz, tmp_path: Path) -> None:
    """A mistyped character is refused with its group; so is what is no code, with exit code 2 and nothing played."""
    code = passed(quiz, tmp_path, *SEEDED)["code"]
    groups = code.split("-")
    wrong = [*groups[:3], ("A" if groups[3][0] != "A" else "B") + groups[3][1:], *groups[4:]]
    pair = next(group[:2] for group in groups[1:] if group[0] != group[1])
    cases = {
        "-".join(wrong): f'A character of the group "{wrong[3]}" is mistyped.',
        code.replace(pair, pair[::-1], 1): (
            f'A character of the group "{groups[-1]}" is mistyped, or two others have changed places.'
        ),
        code[:-1]: f'The group "{groups[-1][:3]}" has a character too many or too few.',
        code[:-5]: "Something is missing in this challenge code, or several characters are mistyped.",
        code[:-1] + "U": f'The group "{groups[-1][:3]}U" has the sign "U", which is in no challenge code.',
        "QT2" + code[3:]: "This challenge code is for another version of qot-quiz.",
        "hello": "This is no challenge code: it begins with QT1-.",
        "QT1-XXXX": "This challenge code is too short or too long.",
        "": "This is no challenge code: it begins with QT1-.",
        "QT1-\x1b]0": 'The group "<U+001B>0" has the sign "<U+001B>", which is in no challenge code.',
    }
    for typed, said in cases.items():
        result = quiz("play", "--code", typed)
        assert (result.code, result.out, result.err.splitlines()[0]) == (2, "", said)


def test_another_pack_is_refused(quiz: Quiz, tmp_path: Path) -> None:
    """A code plays with the pack that it was made for alone; a changed pack is another one."""
    pack = write_pack(tmp_path / "pack")
    mine = ("--pack", pack)
    code = passed(quiz, tmp_path, "play", *mine, "-n", "2", "--up-to", "12")["code"]
    assert passed(quiz, tmp_path, "play", *mine, "--code", code)["code"] == code
    refused = quiz("play", "--code", code)
    assert (refused.code, "for another pack, or for another version of Queen of Tears" in refused.err) == (2, True)
    write_pack(tmp_path / "pack", {"A made-up drama.": "Another drama."})
    refused = quiz("play", *mine, "--code", code)
    assert (refused.code, "another version of The Lighthouse" in refused.err) == (2, True)


@pytest.mark.parametrize(
    "more", [("--mode", "blitz"), ("-d", "easy"), ("-t", "cast"), ("--kind", "typed"), ("-n", "5"), ("--seed", "1")]
)
def test_what_a_code_decides_cannot_be_said(quiz: Quiz, tmp_path: Path, more: tuple[str, str]) -> None:
    """Options that choose a deck contradict a code."""
    code = passed(quiz, tmp_path, *SEEDED)["code"]
    result = quiz("play", "--code", code, *more)
    assert (result.code, "leave out --" in result.err) == (2, True)


def test_the_timer_is_ones_own(quiz: Quiz, tmp_path: Path) -> None:
    """A clock may be set for a coded game."""
    code = passed(quiz, tmp_path, *SEEDED)["code"]
    shown = quiz("play", "--code", code, "--timer", "20", typed="q\n")
    assert "20 seconds each" in shown.out.splitlines()[0]


def test_a_ceiling_said_holds(quiz: Quiz, tmp_path: Path) -> None:
    """A game that shows more than --up-to allows is refused."""
    code = passed(quiz, tmp_path, *SEEDED)["code"]
    refused = quiz("play", "--code", code, "--up-to", "4")
    assert (refused.code, refused.out) == (2, "")
    assert "This game goes up to episode 16, and you have watched up to 4." in refused.err
    assert quiz("play", "--code", code, "--up-to", "16", typed="q\n").code == 0


def test_a_remembered_ceiling_guards_a_person(quiz: Quiz, tmp_path: Path) -> None:
    """On a terminal, a code that shows more than the person there has watched is refused; --up-to plays it."""
    code = passed(quiz, tmp_path, *SEEDED)["code"]
    quiz("settings", "set", "up-to", "4")
    with Player(tmp_path, "play", "--code", code) as player:
        player.until("you have watched up to 4.")
        assert player.ended() == 2
    with Player(tmp_path, "play", "--code", code, "--up-to", "16") as player:
        player.until("Question 1 of 10")
    assert quiz("settings", "--json").json["settings"]["up-to"] == "4"


def test_a_challenge_is_played_by_who_sits_here(quiz: Quiz, tmp_path: Path) -> None:
    """At a terminal the remembered player plays a friend's code; with an answers file nobody is remembered."""
    code = passed(quiz, tmp_path, *SEEDED)["code"]
    quiz("settings", "set", "player", "Ann")
    assert passed(quiz, tmp_path, "play", "--code", code)["player"] == "player"
    with Player(tmp_path, "play", "--code", code) as player:
        player.until("Ann · classic", "Question 1 of 10")
        player.type("q")
        assert player.ended() == 0
