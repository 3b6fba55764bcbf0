"""The menu, where remembered choices change."""

from __future__ import annotations

from pathlib import Path

import pytest
from playing_on import Player
from running import Quiz, run

from qot_quiz import runtime
from qot_quiz.cli import menu

DOWN, ENTER, CTRL_C = "\x1b[B", "\r", "\x03"


def _change(player: Player, *answers: tuple[str, str]) -> None:
    """Choose "Change what is played" from the menu and answer what is asked there."""
    player.until("Queen of Tears Quiz", "Leave")
    player.type(DOWN * 3 + ENTER)
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


def test_adaptive_is_offered_last(quiz: Quiz, tmp_path: Path) -> None:
    """Behind the labels stands the difficulty that follows the player, with what it does."""
    assert quiz("settings", "set", "player", "Ann").code == 0
    assert quiz("settings", "set", "up-to", "16").code == 0
    with Player(tmp_path) as player:
        _change(player, ("you have watched", ""), ("Mode", ""), ("Difficulty", DOWN * 4), ("Topic", ""))
        player.until("adaptive: follows how well you answer", "Ann · classic · 10 questions · adaptive", "Question 1")
        player.type(CTRL_C)
        assert player.ended() == 130


@pytest.mark.usefixtures("ready")
def test_leaving_the_menu(tmp_path: Path) -> None:
    """Ctrl-C in the menu leaves with 130 and starts nothing."""
    with Player(tmp_path) as player:
        player.until("Queen of Tears Quiz", "Leave")
        player.type(CTRL_C)
        assert player.ended() == 130
        assert "bug" not in player.text


def test_what_makes_sense_comes_first(quiz: Quiz, tmp_path: Path) -> None:
    """A game that waits and today's daily come first; after an action the menu is there again, and Leave leaves."""
    assert quiz("settings", "set", "player", "Ann").code == 0
    assert quiz("settings", "set", "up-to", "3").code == 0
    quiz("play", typed="s\nq\n")
    with Player(tmp_path) as player:
        player.until("Go on with", "Today's daily", "Play", "A party", "The boards", "Leave")
        assert "Review" not in player.text
        player.type(DOWN * 7 + ENTER)
        player.until("Base: easy 100", "Queen of Tears Quiz", "Leave")
        player.type("\x1b[A" + ENTER)
        assert player.ended() == 0


def test_the_review_is_offered_when_something_is_due(
    quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Misses that are due are counted in the menu; a daily that is done is no longer offered."""
    assert quiz("settings", "set", "player", "Ann").code == 0
    quiz("daily", typed="s\n" * 10)
    assert list(menu._offers())[:2] == ["play", "party"]
    monkeypatch.setattr(runtime, "now", lambda: "2099-01-01T12:00:00.000+09:00")
    offers = menu._offers()
    assert list(offers)[:3] == ["daily", "play", "review"]
    assert offers["review"] == "Review what you missed (10 facts due)"
