"""The printed rules: the engine's own values, short enough for any terminal."""

from __future__ import annotations

from qot_quiz.core import score
from qot_quiz.core.modes import MODES
from qot_quiz.ui import rulebook, words


def test_values() -> None:
    """The rules name every base, help, streak and mode that the engine uses."""
    text = " ".join(rulebook.lines())
    assert f"Ruleset {score.RULESET}" in text
    for name, points in score.BASE.items():
        assert f"{name} {points}" in text
    for top, bottom in score.HELP.values():
        assert f"x {top}/{bottom}" in text
    assert f"{score.STREAK_STEP} %" in text
    assert f"{score.STREAK_MOST} %" in text
    for name in MODES:
        assert f"{name}: {words.MODES[name]}." in text


def test_width() -> None:
    """No line is wider than 79 columns."""
    assert max(len(line) for line in rulebook.lines()) < 80
