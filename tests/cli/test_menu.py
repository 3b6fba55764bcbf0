"""The menu, where remembered choices change."""

from __future__ import annotations

from pathlib import Path

import pytest
from playing_on import Player
from running import Quiz, run

DOWN, ENTER, CTRL_C = "\x1b[B", "\r", "\x03"


def _change(player: Player, *answers: tuple[str, str]) -> None:
    """Go to the second offer of the menu and answer what is asked there."""
    player.until("Queen of Tears Quiz", "Leave")
    player.type(DOWN + ENTER)
    for asked, keys in answers:
        player.until(asked)
        player.type(keys + ENTER)


def test_choices_change_and_are_played(quiz: Quiz, tmp_path: Path) -> None:
    """Mode, difficulty, topic and ceiling are asked in turn, kept, and played at once."""
    assert quiz("settings", "set", "player", "Ann").code == 0
    assert quiz("settings", "set", "up-to", "16").code == 0
    assert quiz("settings", "set", "topic", "music").code == 0
    with Player(tmp_path) as player:
        _change(player, ("you have watched", "3"), ("Mode", DOWN * 2), ("Difficulty", DOWN * 2), ("Topic", ""))
        player.until("Ann · survival · medium · up to episode 3", "Question 1", "♥♥♥", "s pass")
        player.type(CTRL_C)
        assert player.ended() == 130
    kept = {"player": "Ann", "up-to": "3", "mode": "survival", "difficulty": "medium"}
    assert run("settings", "--json").json == {"settings": kept}


@pytest.mark.usefixtures("ready")
def test_leaving_the_menu(tmp_path: Path) -> None:
    """Ctrl-C in the menu leaves with 130 and starts nothing."""
    with Player(tmp_path) as player:
        player.until("Queen of Tears Quiz", "Leave")
        player.type(CTRL_C)
        assert player.ended() == 130
        assert "bug" not in player.text
