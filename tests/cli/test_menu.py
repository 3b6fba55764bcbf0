"""The menu of the program alone."""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playing_on import PATIENCE, Player
from running import Quiz, answers_file, run

from qot_quiz import runtime
from qot_quiz.cli import menu, reviewing

DOWN, ENTER, ESCAPE, CTRL_C = "\x1b[B", "\r", "\x1b", "\x03"
DRAWING = re.compile(r"\x1b(?:\[[0-9;?]*[a-zA-Z]|\][^\x07]*\x07)|\x00")


def _answer(player: Player, keys: str, *seen: str) -> None:
    """Press keys, and wait until all of this is drawn after that."""
    before = len(player.raw)
    player.type(keys)
    limit = time.monotonic() + PATIENCE
    while True:
        drawn = " ".join(DRAWING.sub(" ", player.raw[before:]).split())
        if all(text in drawn for text in seen):
            return
        assert time.monotonic() < limit, f"{seen} after {keys!r} never came:\n{drawn}"
        player.see("\0", 0.1)


def _remember(quiz: Quiz, **kept: str) -> None:
    for key, value in kept.items():
        assert quiz("settings", "set", key.replace("_", "-"), value).code == 0


@pytest.mark.usefixtures("ready")
def test_a_new_player_is_asked_for_two_things_and_enter_plays(tmp_path: Path) -> None:
    """First run: a name, how far one has watched, Enter; the one ranked try of the day is not what comes first."""
    with Player(tmp_path) as player:
        player.until("Welcome!", "Your name?")
        player.type("Ann\r")
        player.until("you have watched, 0 to 16?")
        player.type("3\r")
        player.until("1 Play: classic, 10 questions", "2 Today's daily", "A party", "Leave")
        assert "Your games" not in player.text
        player.type(ENTER)
        player.until("Ann · classic · 10 questions · any difficulty · up to episode 3", "Question 1 of 10")
        player.type(CTRL_C)
        assert player.ended() == 130
    with Player(tmp_path) as player:
        player.until("Go on: classic, 0 of 10 answered (today", "Leave")
        assert "Welcome" not in player.text
        player.type("q")
        assert player.ended() == 0


@pytest.mark.usefixtures("ready")
def test_leaving_the_menu(tmp_path: Path) -> None:
    """Ctrl-C leaves with 130 and without a word, and starts nothing, at the first questions and in the menu."""
    for waited in ("Your name?", "Leave"):
        with Player(tmp_path) as player:
            player.until(waited)
            player.type(CTRL_C)
            assert player.ended() == 130
            assert "bug" not in player.text
            assert "Interrupted" not in player.text
        run("settings", "set", "player", "Ann")
        run("settings", "set", "up-to", "3")


def test_choices_change_and_are_played(quiz: Quiz, tmp_path: Path) -> None:
    """Mode, difficulty and topic are asked in turn from what they were, kept, and played at once."""
    _remember(quiz, player="Ann", up_to="16", topic="music", mode="blitz")
    with Player(tmp_path) as player:
        player.until("Play: blitz, music", "4 Another game")
        player.type("4")
        player.until("5 marathon")
        player.type(DOWN + ENTER)
        player.until("Difficulty", "4 hard")
        assert "adaptive" not in player.text
        player.type("3")
        player.until("Topic", "Music (")
        player.type(ENTER)
        player.until("From now on, Play is: survival, medium, music. Another game changes it.")
        player.until("Ann · survival · medium · Music", "Question 1", "♥♥♥", " pass ")
        player.type(CTRL_C)
        assert player.ended() == 130
    kept = {"player": "Ann", "up-to": "16", "mode": "survival", "difficulty": "medium", "topic": "music"}
    assert run("settings", "--json").json == {"settings": kept}


def test_a_game_that_waits_is_named_once(quiz: Quiz, tmp_path: Path) -> None:
    """The menu shows the game that can be gone on with; who begins another one then is not told of it again."""
    _remember(quiz, player="Ann", up_to="16")
    for keys in (
        (("2", "Question 1 of 10"),),
        (("5", "marathon"), ("1", "adaptive"), ("1", "Music ("), ("1", "Question 1")),
    ):
        quiz("play", typed="s\nq\n")
        with Player(tmp_path) as player:
            player.until("1 Go on: classic, 1 of 10", "5 Another game")
            for key, seen in keys:
                _answer(player, key, seen)
            player.type(CTRL_C)
            assert player.ended() == 130
            assert "A game waits" not in player.text


def test_going_on_by_the_menu(quiz: Quiz, tmp_path: Path) -> None:
    """One game that waits is gone on with at once, of several one is chosen; neither is told of a second time."""
    _remember(quiz, player="Ann", up_to="16")
    for keys in ("1",), ("1", "1"):
        quiz("play", typed="s\nq\n")
        with Player(tmp_path) as player:
            player.until("1 Go on: classic, 1 of 10 answered (today, ", "or 1 other" if keys[1:] else "2 Play")
            for number, key in enumerate(keys, start=1):
                _answer(player, key, "Question 2 of 10" if number == len(keys) else "Which game?")
            player.type(CTRL_C)
            assert player.ended() == 130
            assert "Going on with" not in player.text
    assert "Going on with: classic, Ann" in quiz("resume", typed="q\n").err


def test_every_game_that_waits_is_counted(quiz: Quiz, tmp_path: Path) -> None:
    """The menu counts all games that wait, and nobody else's; as many are there to choose from."""
    _remember(quiz, player="Ann", up_to="16")
    for name in ("Ben", *["Ann"] * 12):
        quiz("play", "-p", name, typed="q\n")
    assert menu._offers(runtime.store())["resume"].endswith("), or 11 others")
    runtime.close()
    with Player(tmp_path, "resume", "--plain") as player:
        player.until("12. classic, Ann, ", "Which one, 1 to 12? (Enter for 1, q: back)")
        player.type("q\r")
        assert player.ended() == 0


def test_leaving_a_choice_changes_nothing_and_comes_back(quiz: Quiz, tmp_path: Path) -> None:
    """Escape from what is asked leads one step back, at last to the menu, and what was chosen is forgotten."""
    _remember(quiz, player="Ann", up_to="16")
    with Player(tmp_path) as player:
        player.until("4 Another game")
        player.type("4")
        player.until("5 marathon")
        player.type("3")
        player.until("Difficulty", "4 hard")
        player.type(ESCAPE)
        player.until("Difficulty Mode", "› 3 survival")
        player.type(ESCAPE)
        player.until("Mode Queen of Tears Quiz › 1 Play: classic, 10 questions", "7 Leave")
        player.type("q")
        assert player.ended() == 0
    assert run("settings", "--json").json == {"settings": {"player": "Ann", "up-to": "16"}}


def test_adaptive_is_offered_last(quiz: Quiz, tmp_path: Path) -> None:
    """Behind the labels stands the difficulty that follows the player, with what it does."""
    _remember(quiz, player="Ann", up_to="16")
    with Player(tmp_path) as player:
        player.until("4 Another game")
        player.type("4")
        player.until("5 marathon")
        player.type("1")
        player.until("5 adaptive: follows how well you answer")
        player.type("5")
        player.until("Topic", "Music (")
        player.type(ENTER)
        player.until("Ann · classic · 10 questions · adaptive", "Question 1")
        player.type(CTRL_C)
        assert player.ended() == 130


def test_what_makes_sense_comes_first(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    """A game that waits comes first, else a game to play; the daily has its place; due reviews are counted."""
    _remember(quiz, player="Ann")
    offers = menu._offers(runtime.store())
    assert list(offers) == ["play", "daily", "party", "change", "rules", "more", "leave"]
    quiz("play", typed="s\nq\n")
    assert list(menu._offers(runtime.store()))[:3] == ["resume", "play", "daily"]
    quiz("resume", "--discard")
    quiz("daily", typed="s\nq\n")
    offers = menu._offers(runtime.store())
    assert list(offers)[:3] == ["resume", "play", "party"]
    assert offers["resume"].startswith("Go on: daily, 1 of 10 answered (today, ")
    quiz("daily", typed="s\n" * 9)
    offers = menu._offers(runtime.store())
    assert list(offers) == ["play", "daily", "party", "change", "games", "rules", "more", "leave"]
    assert offers["daily"] == "Today's daily: done, 1 day in a row"
    quiz("daily", typed="s\nq\n")
    offers = menu._offers(runtime.store())
    assert offers["resume"].startswith("Go on: daily for practice, 1 of 10 answered (today, ")
    assert offers["daily"] == "Today's daily: done, 1 day in a row"
    quiz("resume", "--discard")
    tomorrow = (datetime.now().astimezone() + timedelta(days=1)).isoformat(timespec="milliseconds")
    monkeypatch.setattr(runtime, "now", lambda: tomorrow)
    assert menu._offers(runtime.store())["daily"] == "Today's daily: 1 day in a row so far"
    monkeypatch.setattr(runtime, "now", lambda: "2099-01-01T12:00:00.000+09:00")
    offers = menu._offers(runtime.store())
    assert list(offers)[:3] == ["play", "daily", "review"]
    assert offers["daily"] == "Today's daily: the same ten questions for everybody"
    # The day may ask for what the game before it had asked.
    assert re.fullmatch(r"Review what you missed \(1[01] facts due now\)", offers["review"])
    runtime.close()


def test_looking_back_and_the_rest(quiz: Quiz, tmp_path: Path) -> None:
    """Statistics, boards, the last game to share, rules and facts are shown, and after each its menu is there again."""
    _remember(quiz, player="Ann", up_to="3")
    quiz("play", typed="s\n" * 10)
    with Player(tmp_path, columns=100) as player:
        player.until("5 Your games")
        _answer(player, "5", "3 Share", "4 Back")
        _answer(player, "1", "To review next", "4 Back")
        _answer(player, "2", "a player's best on that board", "4 Back")
        _answer(player, "3", "qot-quiz play --code QT1-", "4 Back")
        _answer(player, "q", "7 More")
        _answer(player, "6", "Base: easy 100", "7 More")
        _answer(player, "7", "6 Back")
        _answer(player, "1", "Which words should occur?")
        _answer(player, "Yongdu-ri\r", "- ", "6 Back")
        _answer(player, "1", "Which words should occur?")
        _answer(player, ESCAPE, "6 Back")
        _answer(player, ESCAPE, "1 Play", "2 Today's daily", "8 Leave")
        player.type("q")
        assert player.ended() == 0


def test_settings_change_by_menu(quiz: Quiz, tmp_path: Path) -> None:
    """Who plays, how far they have watched, the clock and the look can be changed without a command."""
    _remember(quiz, player="Ann", up_to="3")
    with Player(tmp_path) as player:
        player.until("7 Leave")
        _answer(player, "6", "(now: Ann)", "(now: 3 of 16 episodes)", "(now: as each mode has it)", "6 Back")
        for keys, asked, answer in (
            ("3", "Enter for 3,", "5\r"),
            ("4", "3 Half as long again", "3"),
            ("5", "3 For a light", "3"),
        ):
            _answer(player, keys, asked)
            _answer(player, answer, "6 Back")
        _answer(player, "2", "1 Ann", "2 Somebody new")
        _answer(player, "2", "Your name?")
        _answer(player, "Ben\r", "you have watched")
        _answer(player, "7\r", "6 Back")
        _answer(player, "6", "7 Leave")
        player.type("q")
        assert player.ended() == 0
    kept = run("settings", "--json").json["settings"]
    assert kept == {"player": "Ben", "up-to": "7", "timer": "x1.5", "theme": "light"}
    assert run("settings", "set", "player", "Ann").code == 0
    assert run("settings", "--json").json["settings"]["up-to"] == "5"


INKS = {"dark": "38;5;179", "light": "38;5;94"}
"""The gold of each look where a terminal has 256 colours."""


@pytest.mark.parametrize("theme", [*INKS, "auto"])
def test_menus_are_drawn_for_the_remembered_background(
    theme: str, quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The menu, those behind it and typed lines are in the colours that were chosen, at once after a change as well."""
    for name in ("COLORTERM", "COLORFGBG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    _remember(quiz, player="Ann", up_to="3", theme=theme)
    with Player(tmp_path) as player:
        player.until("7 Leave")
        _answer(player, "6", "6 Back")
        _answer(player, "3", "Enter for 3,")
        assert {ink for ink in INKS.values() if ink in player.raw} == ({INKS[theme]} if theme in INKS else set())
        _answer(player, ESCAPE, "6 Back")
        _answer(player, "5", "2 For a dark")
        before = len(player.raw)
        _answer(player, "2", "6 Back")
        assert INKS["dark"] in player.raw[before:]
        assert INKS["light"] not in player.raw[before:]
        _answer(player, "q", "7 Leave")
        player.type("q")
        assert player.ended() == 0


def test_a_theme_that_another_hand_has_written(quiz: Quiz, ready: Path, tmp_path: Path) -> None:
    """A remembered theme that is none locks nobody out: it is told once with the way out, and the usual one drawn."""
    _remember(quiz, player="Ann", up_to="3")
    with closing(sqlite3.connect(ready / "games.db")) as kept, kept:
        kept.execute("insert into settings values ('theme', 'neon\x1b[2J')")
    told = "The remembered theme will not do:"
    with Player(tmp_path) as player:
        player.until(told, 'no theme "neon', "settings unset theme forgets it.", "7 Leave")
        _answer(player, "6", "6 Back")
        _answer(player, "5", "1 Found out from the terminal", "3 For a light")
        _answer(player, ESCAPE, "6 Back")
        _answer(player, ESCAPE, "7 Leave")
        player.type("q")
        assert player.ended() == 0
        assert player.text.count(told) == 1
    answers = answers_file(tmp_path, "s")
    for words in (("play", "--answers", answers, "-n", "1", "-p", "Ann"), ("scores",), ("stats",)):
        done = run(*words, env={"FORCE_COLOR": "1"})
        assert (done.code, done.err.count(told)) == (0, 1)
        assert "settings unset theme" in done.err
    assert quiz("play", "--theme", "neon").code == 2
    assert quiz("settings", "unset", "theme").err == "theme is forgotten; it was neon<U+001B>[2J.\n"
    assert told not in run("stats", env={"FORCE_COLOR": "1"}).err


def test_no_menu_is_coloured_where_no_colour_is_wanted(
    quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR and --no-color leave menus and typed lines bare, whatever theme is remembered or asked for."""
    quiz("play", "--player", "Ann", typed="s\nq\n")
    quiz("play", "--player", "Ann", typed="s\nq\n")
    _remember(quiz, player="Ann", theme="light")
    with Player(tmp_path, "resume", "--no-color", "--theme", "dark") as player:
        player.until("Which game?", "q back")
        player.type("q")
        assert player.ended() == 0
        assert "38;5;" not in player.raw
    monkeypatch.setenv("NO_COLOR", "1")
    with Player(tmp_path) as player:
        player.until("8 Leave")
        _answer(player, "7", "6 Back")
        _answer(player, "3", "Enter for 0,")
        player.type(CTRL_C)
        assert player.ended() == 130
        assert "38;5;" not in player.raw


def test_a_given_theme_goes_before_the_remembered_one(
    quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a command asks in a menu is drawn for the background that it was told."""
    for name in ("COLORTERM", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for _ in range(2):
        quiz("play", "--player", "Ann", typed="s\nq\n")
    _remember(quiz, player="Ann", theme="light")
    with Player(tmp_path, "resume", "--theme", "dark") as player:
        player.until("Which game?", "q back")
        player.type("q")
        assert player.ended() == 0
        assert INKS["dark"] in player.raw
        assert INKS["light"] not in player.raw


def test_what_cannot_be_done_is_said_and_the_menu_stays(quiz: Quiz, tmp_path: Path) -> None:
    """A choice that leaves too few questions is explained, and the player is asked again."""
    _remember(quiz, player="Ann", up_to="0", topic="favourite-scenes", difficulty="hard", questions="50")
    with Player(tmp_path) as player:
        player.until("Play: classic, 50 questions, hard, favourite-scenes")
        player.type("1")
        player.until("50 questions were asked for, but", "7 Leave")
        player.type("q")
        assert player.ended() == 0


def test_in_sentences(quiz: Quiz, tmp_path: Path) -> None:
    """On a simple terminal, and with --plain, the menu is a list of numbers, and no byte draws anything."""
    for words, term in (((), "dumb"), (("--plain",), "xterm-256color")):
        with Player(tmp_path, *words, term=term) as player:
            if term == "dumb":
                player.until("Welcome!", "Your name?")
                player.type("Ann\r")
                player.until("you have watched, 0 to 16?")
                player.type("3\r")
            player.until("1. Play: classic, 10 questions", "Which one, 1 to 7? (Enter for 1, q: leave)")
            _answer(player, "9\r", "A number from 1 to 7, or q.")
            _answer(player, "5\r", "Base: easy 100", "Which one, 1 to 7?")
            _answer(player, "4\r", "Mode", "5. marathon", "Which one, 1 to 5? (Enter for 1, q: back)")
            _answer(player, "q\r", "Which one, 1 to 7?")
            player.type("q\r")
            assert player.ended() == 0
            assert "\x1b" not in player.raw
    assert quiz("--plain", "rules").code == 2


def test_without_a_terminal_it_is_the_help(quiz: Quiz) -> None:
    """Where nobody can be asked, the help is printed."""
    done = quiz()
    assert done.code == 0
    assert "Usage: qot-quiz" in done.out


def test_a_game_with_an_answer_comes_before_one_without(quiz: Quiz, tmp_path: Path) -> None:
    """Enter goes on with the newest game that was begun; one left at its first question waits behind `play`."""
    _remember(quiz, player="Ann", up_to="16")
    quiz("play", typed="q\n")
    offers = menu._offers(runtime.store())
    assert list(offers)[:2] == ["play", "resume"]
    assert offers["resume"].startswith("Go on: classic, 0 of 10 answered")
    quiz("play", typed="s\nq\n")
    quiz("party", "Ann", "Ben", typed="q\n")
    offers = menu._offers(runtime.store())
    assert list(offers)[:2] == ["resume", "play"]
    assert offers["resume"].startswith("Go on: classic, 1 of 10 answered")
    runtime.close()
    with Player(tmp_path, "resume", "--plain") as player:
        player.until("1. classic, Ann, ", "1 of 10 answered", "2. party", "3. classic", "Which one, 1 to 3?")
        player.type("q\r")
        assert player.ended() == 0


def test_what_is_due_later_today(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was missed a moment ago and comes back today is told beside what is due now."""
    _remember(quiz, player="Ann")
    monkeypatch.setattr(reviewing, "count_due", lambda store, player: (2, 4))
    assert menu._offers(runtime.store())["review"] == "Review what you missed (2 facts due now, 4 more later today)"
    runtime.close()


def test_a_game_of_today_is_chosen_to_be_shared(quiz: Quiz, tmp_path: Path) -> None:
    """Of several games finished today one is chosen; the way to share any other is told."""
    _remember(quiz, player="Ann", up_to="3")
    quiz("daily", typed="s\n" * 10)
    quiz("play", typed="s\n" * 10)
    with Player(tmp_path, columns=100) as player:
        player.until("5 Your games")
        _answer(player, "5", "3 Share", "4 Back")
        _answer(
            player,
            "3",
            "Which game of today? (qot-quiz share GAME",
            ", classic, 0 of 10",
            ", daily, 0 of 10 right, 0 p",
        )
        _answer(player, "2", "Queen of Tears Quiz · daily", "4 Back")
        _answer(player, "q", "7 More")
        player.type("q")
        assert player.ended() == 0
