"""The settings: shown, checked, kept and forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Quiz

KEYS = ["player", "up-to", "mode", "difficulty", "topic", "kind", "questions", "theme", "timer"]


def test_at_first_nothing_is_set(quiz: Quiz) -> None:
    """Every key is listed with its meaning, and as JSON there is an empty object."""
    code, out, _ = quiz("settings")
    assert code == 0
    assert [line.split(":")[0] for line in out.splitlines()] == KEYS
    assert out.count("(not set)") == len(KEYS)
    assert quiz("settings", "--json").json == {"settings": {}}


def test_set_show_and_forget(quiz: Quiz) -> None:
    """Each setting is kept in its plain form, shown, and gone after unset."""
    given = ["Ann", "7", "Survival", "hard,EASY", "Air dates", "typed", "5", "LIGHT", "x1.5 "]
    kept = ["Ann", "7", "survival", "easy,hard", "air-dates", "typed", "5", "light", "x1.5"]
    for key, value, plain in zip(KEYS, given, kept, strict=True):
        assert quiz("settings", "set", key, value) == (0, "", f"{key} is {plain} from now on.\n")
    assert quiz("settings", "--json").json == {"settings": dict(zip(KEYS, kept, strict=True))}
    assert "up-to: 7 " in quiz("settings").out
    for key, plain in reversed([*zip(KEYS, kept, strict=True)]):
        assert quiz("settings", "unset", key) == (0, "", f"{key} is forgotten; it was {plain}.\n")
        assert quiz("settings", "unset", key) == (0, "", f"{key} was not set.\n")
    assert quiz("settings", "--json").json == {"settings": {}}


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("mod", "classic", 'There is no setting "mod".\nDid you mean "mode"?\n'),
        ("mode", "clasic", 'There is no mode "clasic".\nDid you mean "classic"?\n'),
        ("questions", "many", 'questions is a whole number, not "many".\n'),
        ("questions", "0", "A game has 1 to 1000 questions, not 0.\n"),
        ("questions", "²", 'questions is a whole number, not "²".\n'),
        ("up-to", "17", "Queen of Tears has 16 regular episodes: up-to takes 0 to 16, not 17."),
        ("up-to", "-1", 'up-to is a whole number, not "-1".'),
        ("player", "a\x1b[31m", "U+001B at character 2."),
        ("difficulty", "hardest", 'There is no difficulty "hardest".\nDid you mean "hard"?\n'),
    ],
)
def test_a_wrong_value_is_refused(quiz: Quiz, key: str, value: str, sentence: str) -> None:
    """A setting is checked as the option of the same name; a wrong one is exit 2 and not kept."""
    code, out, err = quiz("settings", "set", "--", key, value)
    assert (code, out) == (2, "")
    assert sentence in err
    assert quiz("settings", "--json").json == {"settings": {}}


def test_forgetting_what_is_no_setting(quiz: Quiz) -> None:
    """A misspelt key is named with the one that was meant."""
    assert quiz("settings", "unset", "palyer") == (2, "", 'There is no setting "palyer".\nDid you mean "player"?\n')


def test_settings_that_cannot_be_kept(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written a setting fails with 1 instead of being lost in silence."""
    (tmp_path / "taken").touch()
    monkeypatch.setenv("QOT_QUIZ_HOME", str(tmp_path / "taken"))
    code, _, err = quiz("settings", "set", "mode", "classic")
    assert code == 1
    assert "cannot be used" in err
