"""What a game is set up with: what was asked for, and what is remembered."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from bank.sample import write_pack
from running import PASSED, SEEDED, Quiz, answers_file, drawn_deck

from qot_quiz.cli import changing


@pytest.mark.parametrize(
    ("words", "sentence", "hint"),
    [
        (("--mode", "clasic"), 'There is no mode "clasic".', 'Did you mean "classic"?'),
        (("--mode", "zzz"), 'There is no mode "zzz".', "There is: classic, blitz, survival, ladder, marathon."),
        (("--mode", "daily"), 'There is no mode "daily".', "There is: classic, blitz, survival, ladder, marathon."),
        (("--mode", "blitz", "--kind", "typed"), "blitz asks for choice and true-false alone.", "Leave --kind out"),
        (("--timer", "soon"), '"soon" is no timer.', "Say off, seconds"),
        (("-d", "esay"), 'There is no difficulty "esay".', 'Did you mean "easy"?'),
        (("-d", "easy,hrad"), 'There is no difficulty "hrad".', 'Did you mean "hard"?'),
        (("--kind", "typd"), 'There is no kind of question "typd".', 'Did you mean "typed"?'),
        (("-t", "musik"), 'There is no topic "musik".', 'Did you mean "music"?'),
        (("-t", "specials episodes"), 'There is no topic "specials episodes".', 'Did you mean "specials"?'),
        (("-n", "0"), "A game has 1 to 1000 questions, not 0.", "Choose another number."),
        (("-n", "1001"), "A game has 1 to 1000 questions, not 1001.", "Choose another number."),
        (("--seed", "-1"), "A seed is a whole number from 0 to 9007199254740991.", "Choose another --seed."),
        (("--seed", str(2**53)), "A seed is a whole number from 0 to 9007199254740991.", "Choose another --seed."),
        (("--up-to", "17"), "up-to takes 0 to 16, not 17.", "0 shows nothing that spoils."),
        (("--up-to", "-1"), "up-to takes 0 to 16, not -1.", "0 shows nothing that spoils."),
        (("--pack", "queen-of-tear"), 'There is no pack "queen-of-tear".', "queen-of-tears"),
        (("-p", ""), "A player's name has 1 to 40 characters.", "Choose another name."),
        (("-p", "x" * 41), "A player's name has 1 to 40 characters.", "Choose another name."),
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


def test_topics_above_the_ceiling_are_not_named(quiz: Quiz, tmp_path: Path) -> None:
    """The list of topics under a ceiling holds only those with a question there."""
    game = ("play", "--pack", write_pack(tmp_path / "pack"), "-t", "zzz", "--up-to")
    assert quiz(*game, "0").err.endswith("There is: dates.\n")
    assert quiz(*game, "12").err.endswith("There is: dates, people.\n")


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


@pytest.mark.parametrize("key", ["mode", "difficulty", "topic", "kind", "questions", "timer"])
@pytest.mark.parametrize("value", ["", "-5", "0", "9" * 5000, "\x1b[2J", "٣"])
def test_a_setting_that_another_hand_has_written(quiz: Quiz, ready: Path, key: str, value: str) -> None:
    """A remembered value that no option would take is refused in words, or counts as none; the menu leaves it out."""
    assert quiz("settings", "set", "player", "Ann").code == 0
    with closing(sqlite3.connect(ready / "games.db")) as kept, kept:
        kept.execute("insert or replace into settings values (?, ?)", (key, value))
    code, _, err = quiz("play", "-n", "1", typed="s\n") if key != "questions" else quiz("play", typed="q\n")
    assert code in (0, 2)
    assert code == 0 or f"settings unset {key}" in err
    assert changing.told({"questions": value}) == "classic"


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


@pytest.mark.parametrize(
    ("words", "key", "values"),
    [
        (("-d", "easy"), "difficulty", {"easy"}),
        (("-d", "hard,easy", "-n", "6"), "difficulty", {"easy", "hard"}),
        (("-d", "hard", "-d", "medium"), "difficulty", {"medium", "hard"}),
        (("--kind", "Typed", "-n", "5"), "kind", {"typed"}),
        (("--kind", "choice,true-false", "--kind", "typed"), "kind", {"choice", "true-false", "typed"}),
    ],
)
def test_filters(quiz: Quiz, tmp_path: Path, words: tuple[str, ...], key: str, values: set[str]) -> None:
    """A filter repeated or joined by commas, in any case of letters, lets through what it names and nothing else."""
    assert {one[key] for one in drawn_deck(quiz, tmp_path, *SEEDED, *words)} <= values


def test_a_topic_by_id_or_title(quiz: Quiz, tmp_path: Path) -> None:
    """A topic may be called by its id or its title; the pack's own list of facts says that only it is asked."""
    by_id = drawn_deck(quiz, tmp_path, *SEEDED, "-t", "air-dates", "-n", "5")
    by_title = drawn_deck(quiz, tmp_path, *SEEDED, "-t", "air DATES", "-n", "5")
    facts = quiz("facts", "--up-to", "16", "--json").json["facts"]
    assert [one["question_id"] for one in by_id] == [one["question_id"] for one in by_title]
    assert {one["fact_id"] for one in by_id} <= {fact["id"] for fact in facts if fact["topic"] == "air-dates"}


def test_the_name_of_a_game_s_difficulties(quiz: Quiz, tmp_path: Path) -> None:
    """Difficulties are named from easy to hard, whatever their order on the command line."""
    answers = answers_file(tmp_path, *PASSED)
    game = quiz(*SEEDED, "-d", "hard,easy", "-n", "10", "--json", "--answers", answers).json
    assert (game["difficulty"], game["board"]) == ("easy,hard", "1/classic/easy,hard/10/custom")


def test_nothing_above_the_ceiling_is_asked(quiz: Quiz, tmp_path: Path) -> None:
    """Without --up-to a scripted game spoils nothing: every fact asked is one that may be read at 0."""
    asked = {one["fact_id"] for one in drawn_deck(quiz, tmp_path, "play", "--seed", "7")}
    assert asked <= {fact["id"] for fact in quiz("facts", "--up-to", "0", "--json").json["facts"]}


def test_a_player_by_name(quiz: Quiz, tmp_path: Path) -> None:
    """A name of any script is kept in composed form without space at its ends."""
    answers = answers_file(tmp_path, *PASSED)
    for given, kept in ((" Hae-in ", "Hae-in"), ("홍해인", "홍해인"), ("Ame\u0301lie", "Amélie")):
        assert quiz(*SEEDED, "-p", given, "--json", "--answers", answers).json["player"] == kept


def test_a_flagged_question_stays_out(quiz: Quiz) -> None:
    """A question flagged in a game of one's own is never asked again, not even when all others have been seen."""
    filters = ("play", "-t", "music", "-d", "easy", "-n", "1", "--up-to", "16")
    first = quiz(*filters, "--json", typed="s\n!wrong\n").json["answers"][0]["question_id"]
    for _ in range(60):
        again = quiz(*filters, "--json", typed="s\n")
        assert again.json["answers"][0]["question_id"] != first
        if "Nothing new is left that fits" in again.err:
            break
    else:
        pytest.fail("questions never ran out")


def test_seen_questions_come_last(quiz: Quiz) -> None:
    """A game of one's own asks what was not seen; when all was, it says so and asks again."""
    filters = ("play", "-t", "music", "-d", "easy", "-n", "1", "--up-to", "16")
    asked: list[str] = []
    for _ in range(60):
        result = quiz(*filters, typed="s\n")
        assert result.code == 0
        question = re.search(r"Question 1 of 1, .*\n(.+)\n", result.out)
        assert question is not None
        if "Nothing new is left that fits" in result.err:
            break
        asked.append(question[1])
    else:
        pytest.fail("questions never ran out")
    assert len(set(asked)) == len(asked) > 0


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("-t", "music", "-d", "hard", "-n", "30"), r"Widen .*--topic \(\d+ match without it\), or ask for"),
        (("-t", "music", "-d", "hard", "-n", "420"), r"Widen --difficulty and --topic, or ask for"),
        (("-n", "900"), r"Ask for"),
    ],
)
def test_too_few_questions_name_the_number_and_the_filter(quiz: Quiz, words: tuple[str, ...], hint: str) -> None:
    """A filter that leaves too few says how many match and which filters to widen, exit 2; nothing is played."""
    code, out, err = quiz(*SEEDED, *words)
    assert (code, out) == (2, "")
    told, way_out = err.splitlines()
    wanted = words[words.index("-n") + 1]
    assert re.match(rf"{wanted} questions were asked for, but \d+ questions? match(es)?\b", told)
    assert re.match(hint, way_out)
    assert quiz("resume").code == 1


def test_too_few_below_the_ceiling_says_no_number(quiz: Quiz) -> None:
    """How much lies above the ceiling is not told: only that --up-to may be raised, where it can be."""
    low = quiz("play", "--seed", "7", "--up-to", "1", "-n", "900").err.splitlines()[1]
    assert re.fullmatch(r"Raise --up-to, or ask for \d+ with -n \d+\.", low)
    assert "--up-to" not in quiz(*SEEDED, "-n", "900").err


@pytest.mark.parametrize("offered", [("-n", "900", "-d", "hard"), ("-n", "900")])
def test_the_number_offered_can_be_played(quiz: Quiz, offered: tuple[str, ...]) -> None:
    """The number of questions that the hint offers instead is one that plays."""
    _, _, err = quiz(*SEEDED, *offered)
    number = re.search(r"with -n (\d+)\.", err)
    assert number is not None
    result = quiz(*SEEDED, *offered, "-n", number[1], "--json", "--answers", "-", typed="s\n" * int(number[1]))
    assert result.json["asked"] == int(number[1])
