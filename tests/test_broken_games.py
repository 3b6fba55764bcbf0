"""Games that are broken off on a terminal end, once taken up, as an unbroken one does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playing_on import Player
from running import Quiz, answers_file, drawn_deck, run

GAME = ("play", "--seed", "11", "--up-to", "16", "--kind", "choice", "-n", "6")
ENTER, CTRL_C = "\r", "\x03"


def _interrupt(player: Player) -> None:
    player.type(CTRL_C)
    assert player.ended() == 130


def _kill(player: Player) -> None:
    player.kill()


def _hang_up(player: Player) -> None:
    player.hang_up()


@pytest.mark.parametrize("broken", [_interrupt, _kill, _hang_up])
@pytest.mark.parametrize("revealed", [False, True])
def test_points_are_those_of_an_unbroken_game(
    quiz: Quiz, tmp_path: Path, broken: Callable[[Player], None], revealed: bool
) -> None:
    """Ctrl-C, kill -9 and a closed terminal, on a question or on its verdict, cost no answer and no point."""
    solutions = [one["solution"] for one in drawn_deck(quiz, tmp_path, *GAME)]
    solutions[1] = "s"
    unbroken = quiz(*GAME, "--json", "--answers", answers_file(tmp_path, *solutions)).json
    with Player(tmp_path, *GAME) as player:
        player.until("Question 1 of 6", " pass ")
        for number, key in enumerate(solutions[:3], start=1):
            player.press(key, "Enter next")
            if number < 3 or not revealed:
                player.press(ENTER, f"Question {number + 1} of 6")
                player.until(" pass ")
        broken(player)
    resumed = run("resume", "--json", "--answers", answers_file(tmp_path, *solutions[3:])).json
    for key in ("points", "right", "asked", "best_streak", "seed", "board"):
        assert resumed[key] == unbroken[key]
    assert [one["given"] for one in resumed["answers"]] == [one["given"] for one in unbroken["answers"]]
    assert run("resume").code == 1
