"""What a game is set up with: what was asked for, and what is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import PASSED, Quiz, answers_file


@pytest.mark.parametrize(
    ("words", "sentence", "hint"),
    [
        (("--mode", "clasic"), 'There is no mode "clasic".', "Did you mean classic?"),
        (("--mode", "zzz"), 'There is no mode "zzz".', "There is: classic, survival."),
        (("-d", "esay"), 'There is no difficulty "esay".', "Did you mean easy?"),
        (("-d", "easy,hrad"), 'There is no difficulty "hrad".', "Did you mean hard?"),
        (("--kind", "typd"), 'There is no kind of question "typd".', "Did you mean typed?"),
        (("-t", "musik"), 'There is no topic "musik".', "Did you mean music?"),
        (("-t", "specials episodes"), 'There is no topic "specials episodes".', "Did you mean specials?"),
        (("-n", "0"), "A game has 1 to 1000 questions, not 0.", "Choose another --questions."),
        (("-n", "1001"), "A game has 1 to 1000 questions, not 1001.", "Choose another --questions."),
        (("--seed", "-1"), "A seed is a whole number from 0 to 9007199254740991.", "Choose another --seed."),
        (("--seed", str(2**53)), "A seed is a whole number from 0 to 9007199254740991.", "Choose another --seed."),
        (("--up-to", "17"), "--up-to takes 0 to 16, not 17.", "0 shows nothing that spoils."),
        (("--up-to", "-1"), "--up-to takes 0 to 16, not -1.", "0 shows nothing that spoils."),
        (("--pack", "queen-of-tear"), "There is no pack 'queen-of-tear'.", "queen-of-tears"),
        (("-p", ""), "A player's name has 1 to 40 characters.", "Choose another one with --player."),
        (("-p", "x" * 41), "A player's name has 1 to 40 characters.", "Choose another one with --player."),
        (("-p", "Hae\tin"), "U+0009 at character 4.", "Leave it out."),
        (("-p", "\u202eni-eaH"), "U+202E at character 1.", "Leave it out."),
        (("-p", "Hae-in\ud800"), "U+D800 at character 7.", "Leave it out."),
    ],
)
def test_what_does_not_exist(quiz: Quiz, words: tuple[str, ...], sentence: str, hint: str) -> None:
    """A name, number or pack that does not exist is one sentence and the way out, exit 2, and nothing is played."""
    code, out, err = quiz("play", "--up-to", "16", *words)
    told, way_out = err.splitlines()
    assert (code, out) == (2, "")
    assert told.endswith(sentence)
    assert hint in way_out
    assert quiz("resume").code == 1


def test_topics_above_the_ceiling_are_not_named(quiz: Quiz) -> None:
    """The list of topics under a ceiling holds only those with a question there."""
    _, _, low = quiz("play", "--seed", "1", "--up-to", "0", "-t", "zzz")
    _, _, high = quiz("play", "--seed", "1", "--up-to", "16", "-t", "zzz")
    assert "story" not in low.split("There is: ")[1]
    assert "story" in high.split("There is: ")[1]


@pytest.mark.parametrize("scripted", [("--seed", "7"), ("--answers", "-")])
def test_a_scripted_game_reads_and_writes_no_default(quiz: Quiz, scripted: tuple[str, ...]) -> None:
    """What is remembered does not change a seeded or scripted game, and such a game changes nothing remembered."""
    for key, value in (
        ("player", "Ann"),
        ("up-to", "5"),
        ("mode", "survival"),
        ("difficulty", "hard"),
        ("questions", "3"),
    ):
        assert quiz("settings", "set", key, value).code == 0
    kept = quiz("settings", "--json").json
    game = quiz("play", *scripted, "--json", typed="s\n" * 10).json
    assert (game["player"], game["mode"], game["up_to"], game["difficulty"], game["asked"]) == (
        "player",
        "classic",
        0,
        "any",
        10,
    )
    assert quiz("play", *scripted, "-p", "Bo", "--up-to", "9", "--json", typed="s\n" * 10).json["player"] == "Bo"
    assert quiz("settings", "--json").json == kept


def test_a_game_of_one_s_own_reads_what_is_remembered(quiz: Quiz) -> None:
    """Settings are the defaults of `play`; an option on the command line goes before them."""
    for key, value in (("player", "Ann"), ("up-to", "5"), ("difficulty", "easy"), ("questions", "3")):
        assert quiz("settings", "set", key, value).code == 0
    game = quiz("play", "--json", typed="s\n" * 3).json
    assert (game["player"], game["up_to"], game["difficulty"], game["asked"]) == ("Ann", 5, "easy", 3)
    game = quiz("play", "--json", "-d", "medium", "-n", "2", typed="s\n" * 2).json
    assert (game["difficulty"], game["asked"]) == ("medium", 2)


def test_the_ceiling_is_remembered_for_each_player(quiz: Quiz) -> None:
    """What one player has watched is that player's own; a later game needs no --up-to."""
    one = ("play", "-n", "1", "--json")
    assert quiz(*one, "-p", "Ann", "--up-to", "5", typed="s\n").json["up_to"] == 5
    assert quiz(*one, "-p", "Ann", typed="s\n").json["up_to"] == 5
    assert quiz(*one, "-p", "Bo", typed="s\n").json["up_to"] == 0


def test_nothing_is_asked_without_a_terminal(quiz: Quiz, tmp_path: Path) -> None:
    """A first run in a pipe takes the defaults and consumes no line for a name or an episode."""
    game = quiz("play", "--json", typed="s\n" * 10).json
    assert (game["player"], game["up_to"], game["asked"]) == ("player", 0, 10)
    assert quiz("play", "--answers", answers_file(tmp_path, *PASSED)).code == 0
