"""The printed rules: the engine's own values, short enough for any terminal."""

from __future__ import annotations

from qot_quiz.core import score
from qot_quiz.core.modes import MODES, daily, marathon, party
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
    assert f"{score.STARS[0]}, {score.STARS[1]} and {score.STARS[2]} % of the questions" in text
    for name in MODES:
        assert f"{name}: {words.MODES[name]}." in text


def test_modes_tell_their_own_numbers() -> None:
    """What is said of a mode holds the numbers of its rules, and what keeps questions apart."""
    text = " ".join(rulebook.lines())
    assert f"{(MODES['blitz'].rules.game_ms or 0) // 1000} seconds" in words.MODES["blitz"]
    assert f"{MODES['survival'].rules.lives} hearts" in words.MODES["survival"]
    for mode in ("classic", "ladder", "daily", "party"):
        assert f"{MODES[mode].rules.length} " in words.MODES[mode]
    assert "step 4 or 8" in words.MODES["ladder"]
    assert MODES["ladder"].rules.safe == (4, 8)
    assert f"{party.FEWEST} to {party.MOST} players" in words.MODES["party"]
    assert f"at least {marathon.APART} apart" in text
    assert f"within {daily.APART} days" in text
    assert f"After {party.TIE_BREAKS} rounds" in text


def test_paragraphs() -> None:
    """Each line is whole, so that every window may break it anew: it ends as sentences and items do."""
    headings = ("Modes", f"Ruleset {score.RULESET}", "")
    assert {line[-1] for line in rulebook.lines() if line not in headings} == {".", ";"}
    assert not any("  " in line for line in rulebook.lines())
