"""Whole games on a terminal, as a person plays them, with the pack that comes with the program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playing_on import Player
from running import PASSED, Quiz, answers_file, drawn_deck, run, seed_where

from qot_quiz.core.score import BASE

DOWN, UP, ENTER, ESCAPE, CTRL_C = "\x1b[B", "\x1b[A", "\r", "\x1b", "\x03"
OPTION = re.compile("^  [ ✔✘›] [1-4] ")
KEPT = "The game is kept: qot-quiz resume goes on with it."


def _typed_last(kinds: list[str]) -> bool:
    return kinds == [*["choice"] * 9, "typed"]


TYPED_LAST = ("play", "--up-to", "16", "--seed", seed_where(_typed_last))
"""A game of nine questions with options and a typed one at its end, whatever the pack holds."""


def _key(answer: dict[str, Any]) -> str:
    """Give the digit of the right option."""
    return str("abcd".index(answer["solution"]) + 1)


def _answer(player: Player, answer: dict[str, Any]) -> None:
    """Answer the open question rightly."""
    if answer["kind"] == "typed":
        player.type(answer["solution"].removeprefix("=") + ENTER)
    else:
        player.press(_key(answer), "! flag")


def _next(player: Player, number: int) -> None:
    player.until("Enter next")
    player.press(ENTER, f"Question {number} of 10")
    player.until(" pass ")


def test_a_whole_game(quiz: Quiz, tmp_path: Path) -> None:
    """Digits, arrows, fifty-fifty, hints, a pass, a flag, leaving and resuming, a typed answer, and the end."""
    deck = drawn_deck(quiz, tmp_path, *TYPED_LAST)
    with Player(tmp_path, *TYPED_LAST) as player:
        player.until(
            "player · classic · 10 questions · any difficulty · up to episode 16", "Question 1 of 10", " pass "
        )
        _answer(player, deck[0])
        player.until("✔ Right", f"{BASE[deck[0]['difficulty']]} points")
        _next(player, 2)
        for number in range(1, int(_key(deck[1])) + 1):
            player.press(DOWN, f"› {number}")
        player.press(ENTER, "Enter next")
        _next(player, 3)
        player.press("f", "(out)")
        _answer(player, deck[2])
        player.until("fifty-fifty =")
        _next(player, 4)
        player.press("?", "There is no hint left")
        _answer(player, deck[3])
        player.until("hint =")
        _next(player, 5)
        player.press("s", "– Passed · the answer: ")
        _next(player, 6)
        _answer(player, deck[5])
        player.until("Enter next")
        player.press("!", "What is wrong with it?")
        player.type("Too easy" + ENTER)
        player.until("Flagged")
        _next(player, 7)
        player.press("q", KEPT)
        assert player.ended() == 0
        assert player.rows[player.rows.index(f"  {KEPT}") - 1] == ""
    with Player(tmp_path, "resume") as player:
        player.until("Question 7 of 10", " pass ")
        for number in (7, 8, 9):
            _answer(player, deck[number - 1])
            _next(player, number + 1)
        player.until("Enter answer")
        _answer(player, deck[9])
        player.until("Enter result")
        player.press(ENTER, "9 of 10 right.")
        player.until("What was missed:", "✔✔✔✔–✔✔✔✔✔", "★★★", "Enter done p practise this one")
        player.press("p", "player · review · 1 question")
        player.until("Question 1 of 1", " pass ")
        _answer(player, deck[4])
        player.until("Enter result")
        player.press(ENTER, "not ranked")
        player.type("q")
        assert player.ended() == 0
    assert run("resume").code == 1
    review = [game for game in run("scores", "--json").json_lines["games"] if game["mode"] == "review"]
    assert [(game["asked"], game["ranked"]) for game in review] == [(1, False)]


@pytest.mark.parametrize(("columns", "lines"), [(40, 12), (80, 24)])
def test_a_true_game_on_every_window(quiz: Quiz, tmp_path: Path, columns: int, lines: int) -> None:
    """A perfect game fits the window from the first question to the result, and draws no question twice."""
    deck = drawn_deck(quiz, tmp_path, *TYPED_LAST)
    with Player(tmp_path, *TYPED_LAST, columns=columns, lines=lines) as player:
        player.until("Question 1 of 10", " pass ")
        for number, answer in enumerate(deck, start=1):
            if answer["kind"] == "choice":
                player.press(UP, "› 4")
                player.press(DOWN, "› 1")
            _answer(player, answer)
            if number < len(deck):
                _next(player, number + 1)
        player.until("Enter result")
        player.press(ENTER, "A perfect game: all 10 right!")
        assert player.ended() == 0
        assert [player.text.count(f"Question {number} of 10") for number in range(1, 11)] == [1] * 10
        options = sum(len(OPTION.findall(row)) for row in player.rows)
        assert options == 4 * [one["kind"] for one in deck].count("choice"), "\n".join(player.rows)
        assert "Enter next" not in player.text


def test_ctrl_c_and_the_terminal_as_it_was(quiz: Quiz, tmp_path: Path) -> None:
    """Ctrl-C leaves with 130 and the way back, on a question, on a verdict and in a typed line; nothing is lost."""
    typed = ("play", "--seed", "7", "--up-to", "16", "--kind", "typed")
    with Player(tmp_path, *typed) as player:
        player.until("Question 1 of 10", "›")
        player.type("half an ans")
        player.until("half an ans")
        player.type(CTRL_C)
        player.until(KEPT)
        assert player.ended() == 130
    with Player(tmp_path, "resume") as player:
        player.until("Question 1 of 10", "›")
        player.type("=Nobody at all" + ENTER)
        player.until("✘ Wrong", "u I was right")
        player.type(CTRL_C)
        assert player.ended() == 130
    with Player(tmp_path, "resume") as player:
        player.until("✘ Wrong", "u I was right")
        player.press("u", "Right, by your word")
        player.type(CTRL_C)
        assert player.ended() == 130
    game = run("resume", "--json", "--answers", answers_file(tmp_path, *PASSED[:9])).json
    assert (game["right"], game["asked"], game["ranked"]) == (1, 10, False)


def test_ctrl_c_on_a_question(ready: Path, tmp_path: Path) -> None:
    """An interrupted question with options is asked again by `resume`, as it was."""
    with Player(tmp_path, *TYPED_LAST) as player:
        player.until("Question 1 of 10", " pass ")
        options = [row for row in player.rows if row.startswith("    1 ")]
        player.type(CTRL_C)
        player.until(KEPT)
        assert player.ended() == 130
    with Player(tmp_path, "resume") as player:
        player.until("Question 1 of 10", " pass ")
        assert [row for row in player.rows if row.startswith("    1 ")] == options
        player.press(ESCAPE, KEPT)
        assert player.ended() == 0


def test_the_first_run_asks_two_things(ready: Path, tmp_path: Path) -> None:
    """A new player is asked for a name and an episode once, before the first question; both are remembered."""
    with Player(tmp_path, "play") as player:
        player.until("Your name?")
        player.type("해인" + ENTER)
        player.until("Episodes of Queen of Tears you have watched")
        player.type("16" + ENTER)
        player.until("해인 · classic · 10 questions · any difficulty · up to episode 16", "Question 1 of 10", " pass ")
        player.press(ESCAPE, KEPT)
        assert player.ended() == 0
    assert run("settings", "--json").json == {"settings": {"player": "해인", "up-to": "16"}}
    with Player(tmp_path, "play") as player:
        player.until("해인 · classic", "Question 1 of 10", " pass ")
        assert "Your name?" not in player.text
        player.press(ESCAPE, KEPT)
        assert player.ended() == 0


def test_the_first_run_in_sentences(ready: Path, tmp_path: Path) -> None:
    """A person on a simple terminal is asked the same two things, in lines; a name that will not do is asked again."""
    with Player(tmp_path, "play", "--plain") as player:
        player.until("Your name?")
        player.type("x" * 41 + "\n")
        player.until("A player's name has 1 to 40 characters.")
        player.type("해인\n")
        player.until("Episodes of Queen of Tears you have watched")
        player.type("4\n")
        player.until("up to episode 4", "Question 1 of 10, ", "q leaves;")
        player.type("q\n")
        assert player.ended() == 0
    assert run("settings", "--json").json == {"settings": {"player": "해인", "up-to": "4"}}


def test_leaving_the_first_questions(ready: Path, tmp_path: Path) -> None:
    """Ctrl-C at the very first prompt is no bug: exit 130, and no game is kept."""
    with Player(tmp_path, "play") as player:
        player.until("Your name?")
        player.type(CTRL_C)
        assert player.ended() == 130
        assert "bug" not in player.text
    assert run("resume").code == 1


def test_the_menu(ready: Path, tmp_path: Path) -> None:
    """The bare program on a terminal offers what makes sense, a game with an answer first, and again after a game."""
    assert run("settings", "set", "player", "player").code == 0
    with Player(tmp_path) as player:
        player.until("Queen of Tears Quiz", "Play", "The rules", "More", "Leave")
        assert "Go on" not in player.text
        player.type(UP + ENTER)
        assert player.ended() == 0
    assert run(*TYPED_LAST, "--answers", "-", typed="1\nq\n").code == 0
    with Player(tmp_path) as player:
        player.until("Go on: classic", "Leave")
        player.type(ENTER)
        player.until("Question 2 of 10", " pass ")
        player.press(ESCAPE, KEPT)
        player.until("Leave")
        player.type(UP + ENTER)
        assert player.ended() == 0


def test_talk_keeps_to_a_narrow_window(ready: Path, tmp_path: Path) -> None:
    """What is said beside a game is broken at its words where the window is narrow."""
    assert run("settings", "set", "player", "Ann").code == 0
    assert run("settings", "set", "up-to", "0").code == 0
    assert run("play", typed="s\nq\n").code == 0
    with Player(tmp_path, "play", columns=40, lines=24) as player:
        player.until("A game waits", "qot-quiz resume", "Question 1 of 10")
        assert max(map(len, player.rows)) < 40
        words = {word for row in player.rows for word in row.split()}
        assert {"waits", "answered):", "qot-quiz", "resume"} <= words
        player.press(ESCAPE, KEPT[:10])
        assert player.ended() == 0


def test_a_window_that_changes(ready: Path, tmp_path: Path) -> None:
    """A window made narrow in the midst of a question is drawn anew within its width."""
    with Player(tmp_path, *TYPED_LAST, columns=100, lines=30) as player:
        player.until("Question 1 of 10", " pass ")
        player.resize(44, 20)
        player.until("Question 1 of 10")
        player.press("1", "! flag")
        after = player.text.rindex("Question 1 of 10")
        assert "Source:" in player.text[after:]
        player.press(ESCAPE, KEPT)
        assert player.ended() == 0


@pytest.mark.parametrize(("term", "words"), [("dumb", TYPED_LAST), ("xterm-256color", (*TYPED_LAST, "--plain"))])
def test_a_simple_terminal_gets_sentences(ready: Path, tmp_path: Path, term: str, words: tuple[str, ...]) -> None:
    """On a terminal that cannot be drawn on, or on demand, the plain screen plays without any escape sequence."""
    with Player(tmp_path, *words, term=term) as player:
        player.until("Question 1 of 10, ", "q leaves;")
        player.type("1\n")
        player.until("Question 2 of 10")
        player.type("q\n")
        player.until(KEPT)
        assert player.ended() == 0
        assert "\x1b" not in player.raw
