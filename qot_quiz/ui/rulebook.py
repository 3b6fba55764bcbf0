"""The rules as text, from the values that the engine itself uses."""

from __future__ import annotations

from qot_quiz.core.modes import MODES
from qot_quiz.core.score import BASE, HELP, RULESET, STREAK_MOST, STREAK_STEP
from qot_quiz.ui import words

NAMES = {"fifty": "a fifty-fifty", "hint": "each hint step"}


def lines() -> list[str]:
    """Write the rules, a sentence or two on a line."""
    bases = ", ".join(f"{name} {points}" for name, points in BASE.items())
    helps = ", ".join(f"{NAMES[name]} x {top}/{bottom}" for name, (top, bottom) in HELP.items())
    return [
        f"Ruleset {RULESET}",
        "",
        "Points of an answer = base x credit x speed x (1 + streak bonus) x help,",
        "rounded half up.",
        f"Base: {bases}.",
        "Credit: 1 for a right answer, 0 for a miss; passing is a miss.",
        "Speed: 1 while there is no clock.",
        f"Streak bonus: {STREAK_STEP} % for each fully right answer in a row before this one,",
        f"at most {STREAK_MOST} %.",
        f"Help: {helps}; they multiply.",
        "A fully right answer lengthens the streak, a miss breaks it.",
        "",
        "Modes",
        *[f"{name}: {words.MODES[name]}." for name in MODES],
        "",
        "A typed answer that is close gets one more try. After a verdict, u says that",
        "you were right: it counts as right, and the game is not ranked. ! flags the",
        "question; it stays out of your later games.",
        "A game never asks two questions on one fact, and none above the episode that",
        "you have watched.",
    ]
