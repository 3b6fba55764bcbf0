"""Who is meant: players that are known, and what is shown before anybody said a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from playing_on import Player
from running import Quiz, answers_file


@pytest.mark.parametrize(
    "words",
    ["stats", "facts", "facts --flagged", "scores", "scores export -", "share", "review", "review --due", "resume"],
)
def test_a_player_who_is_not_there(quiz: Quiz, tmp_path: Path, words: str) -> None:
    """What is looked up of a player of whom nothing is kept is refused, with who is near, or who there is."""
    told = 'There is no player "Zed".\n'
    assert quiz(*words.split(), "-p", "Zed") == (2, "", f"{told}qot-quiz play starts a game.\n")
    for player in ("Anna", "Bo"):
        assert quiz("play", "-n", "1", "-p", player, "--answers", answers_file(tmp_path, "s")).code == 0
    assert quiz(*words.split(), "-p", "Zed") == (2, "", f"{told}There is: Anna, Bo.\n")
    assert quiz(*words.split(), "-p", "Ann").err == 'There is no player "Ann".\nDid you mean "Anna"?\n'


@pytest.mark.parametrize(
    ("words", "shown"), [("stats", "qot-quiz play starts a game."), ("facts Netflix", "up to episode 0 are shown")]
)
def test_nobody_is_asked_for_a_list(ready: Path, tmp_path: Path, words: str, shown: str) -> None:
    """In a fresh home what is only shown asks for no name, and spoils nothing."""
    with Player(tmp_path, *words.split()) as player:
        player.until(shown)
        assert player.ended() == 0
        assert "Your name?" not in player.text
