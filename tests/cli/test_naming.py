"""Names that people type."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from running import Quiz

from qot_quiz.cli import naming
from qot_quiz.errors import UsageError

NAMES = {"air-dates": "Air dates", "music": "Music", "locations": "Locations"}


@pytest.mark.parametrize("word", ["air-dates", "AIR-DATES", "Air dates", " air dates "])
def test_find(word: str) -> None:
    """A thing is found by its name or its title, whatever the case of letters and the space around."""
    assert naming.find(word, NAMES, "topic") == "air-dates"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("musik", 'Did you mean "music"?'),
        ("dates", 'Did you mean "air-dates"?'),
        ("q", "There is: air-dates, music, locations."),
        ("", "There is: air-dates, music, locations."),
    ],
)
def test_a_guess_at_what_was_meant(word: str, hint: str) -> None:
    """What is near is offered; where nothing is, all is listed."""
    with pytest.raises(UsageError) as refused:
        naming.find(word, NAMES, "topic")
    assert (refused.value.message, refused.value.hint) == (f'There is no topic "{word}".', hint)


def test_split() -> None:
    """Repeated and joined words come out once each, in the order of the table."""
    assert naming.split(("music, air-dates", "Music", ","), NAMES, "topic") == ("air-dates", "music")
    assert naming.split((), NAMES, "topic") == ()


@pytest.mark.parametrize(
    ("given", "kept"), [("  Ann ", "Ann"), ("e\u0301", "é"), ("홍해인", "홍해인"), ("x" * 40, "x" * 40)]
)
def test_player(given: str, kept: str) -> None:
    """A name is kept composed and without space at its ends."""
    assert naming.player(given) == kept


@pytest.mark.parametrize(
    "name", ["", "   ", "x" * 41, "a\x00", "a\x1b[2J", "a\x9bm", "a\u2028b", "\u200fa", "a\u2066", "\udcff"]
)
def test_names_that_will_not_do(name: str) -> None:
    """Empty, long and unsafe names are refused."""
    with pytest.raises(UsageError):
        naming.player(name)


def test_a_lookalike_is_told_once(quiz: Quiz) -> None:
    """A new name that looks like a known player's is told when it is first used, and not again."""
    said = "only looks like that of Ana"
    words = ("play", "--plain", "--up-to", "0", "-n", "1", "--player")
    assert said not in quiz(*words, "Ana", typed="s\n").err
    cyrillic = "\u0410na"
    told = quiz(*words, cyrillic, typed="s\n").err
    assert said in told
    assert shlex.split(told[told.index("qot-quiz scores") :].splitlines()[0])[-2:] == ["Ana", cyrillic]
    assert said not in quiz(*words, cyrillic, typed="s\n").err
    assert "looks like" not in quiz(*words, "Anna", typed="s\n").err


def test_a_lookalike_from_another_machine(quiz: Quiz, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An import says which of its players only look like one who is known, and how that one gets their games."""
    one = ("play", "--up-to", "0", "-n", "1", "--json", "--player")
    for name in ("H\u043eng Hae-in", "Ben"):
        assert quiz(*one, name, typed="s\n").code == 0
    assert quiz("scores", "export", "games.csv").code == 0
    monkeypatch.setenv("QOT_QUIZ_HOME", str(tmp_path / "elsewhere"))
    for name in ("Hong Hae-in", "Ben"):
        assert quiz(*one, name, typed="s\n").code == 0
    said = quiz("scores", "import", "games.csv").err
    assert said.count("only looks like that of") == 1
    command = said[said.index("qot-quiz scores rename") :].strip()
    assert quiz(*shlex.split(command)[1:]).code == 0
    games = quiz("scores", "--json").json_lines["games"]
    assert sorted(game["player"] for game in games) == ["Ben", "Ben", "Hong Hae-in", "Hong Hae-in"]
    assert quiz("scores", "import", "games.csv").err == ""
