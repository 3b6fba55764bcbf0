"""Games in sentences on a terminal, as somebody plays them who listens to a screen reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playing_on import Player
from running import SEEDED, Quiz, drawn_deck, run

ESCAPE, CTRL_D = "\x1b", "\x04"
KEPT = "The game is kept: qot-quiz resume goes on with it."
COLUMNS = 80


def _fits(player: Player) -> None:
    """No escape byte, no other control, and no line of the program's own over the width of a terminal."""
    assert ESCAPE not in player.raw
    assert max(len(line.rstrip("\r")) for line in player.raw.split("\n")) <= COLUMNS


def test_a_whole_game(quiz: Quiz, tmp_path: Path) -> None:
    """A game of ten is played to its end by lines alone, with a help, a pass, a flag, and practice of the miss."""
    deck = drawn_deck(quiz, tmp_path, *SEEDED)
    with Player(tmp_path, *SEEDED, "--plain", lines=200) as player:
        player.until("Question 1 of 10, ", "q leaves;")
        player.type("?\n")
        player.until("Hint: ")
        for number, answer in enumerate(deck, start=1):
            player.until(f"Question {number} of 10")
            player.type("s\n" if number == 3 else f"{answer['solution']}\n")
        player.until("Before the end: ")
        player.type("!odd\n")
        player.until("Question 10: flagged", "Before the end: ! with")
        player.type("\n")
        player.until("9 of 10 right.", "Missed:", "Question 3: ", "p: practise this one")
        player.type("p\n")
        player.until("Question 1 of 1")
        player.type(f"{deck[2]['solution'] if deck[2]['kind'] == 'typed' else 's'}\n\n\n")
        assert player.ended() == 0
        _fits(player)
        assert len(re.findall("Answer with the number of an option", player.text)) <= 2


@pytest.mark.usefixtures("ready")
def test_time_on_demand(tmp_path: Path) -> None:
    """Under a clock the time is told once, then to whoever asks for it with `t`, and no verdict is counted in it."""
    with Player(tmp_path, "play", "--mode", "blitz", "--up-to", "0", "--player", "Ann", "--plain") as player:
        player.until("60 seconds left.", "t tells the time left")
        player.type("t\n")
        player.until("seconds left. ")
        player.type("1\n")
        player.until("The clock stands still until an empty line goes on")
        assert "Question 2" not in player.text
        player.type("\n")
        player.until("Question 2")
        assert len(re.findall(r"\d+ seconds left\.", player.text)) == 2
        player.type("t\n")
        while len(re.findall(r"\d+ seconds left\.", player.text)) < 3:
            assert player.see("left", 1)
            player.see("never drawn", 0.1)
        player.type("q\n")
        player.until(KEPT)
        assert player.ended() == 0
        _fits(player)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.usefixtures("ready")
def test_which_game(tmp_path: Path, plain: bool) -> None:
    """Where several games wait one is chosen, by a key or in a line; leaving the choice touches none of them."""
    more = ("--plain",) if plain else ()
    for _ in range(2):
        assert run("play", *SEEDED[1:], "--player", "Ann", typed="s\nq\n").code == 0
    with Player(tmp_path, "resume", "--player", "Ann", *more) as player:
        player.until("Which game?", "1 of 10")
        player.type("q\n" if plain else ESCAPE)
        assert player.ended() == 0
        assert "Question" not in player.text
    with Player(tmp_path, "resume", "--player", "Ann", *more) as player:
        player.until("Which game?", "1 of 10")
        player.type("2\n" if plain else "2")
        player.until("Question 2 of 10")
        player.type(CTRL_D)
        assert player.ended() in (0, 130)
        player.until(KEPT)
    assert len(run("resume", "--player", "Ann", "--json", "--answers", "-", typed="s\n" * 9).json["answers"]) == 10
