"""The rules as text, from the values that the engine itself uses."""

from __future__ import annotations

from qot_quiz.core.adaptive import TARGET
from qot_quiz.core.modes import MODES, blitz, daily, ladder, marathon, party
from qot_quiz.core.score import BASE, HELP, RULESET, STARS, STREAK_MOST, STREAK_STEP
from qot_quiz.ui import words

NAMES = {"fifty": "a fifty-fifty", "hint": "each hint step"}


def lines() -> list[str]:
    """Write the rules, a paragraph on a line."""
    return [*_points(), "", *_modes(), "", *_always()]


def _points() -> list[str]:
    bases = ", ".join(f"{name} {points}" for name, points in BASE.items())
    helps = ", ".join(f"{NAMES[name]} x {top}/{bottom}" for name, (top, bottom) in HELP.items())
    return [
        f"Ruleset {RULESET}",
        "",
        "Points of an answer = base x credit x speed x (1 + streak bonus) x help, rounded half up.",
        f"Base: {bases}.",
        "Credit: 1 for a right answer, 0 for a miss; passing and being late are misses.",
        "- several to pick: (right picks - wrong picks) / right ones, at least 0;",
        "- an order: 2 x pairs the right way round / all pairs - 1, at least 0;",
        "- a number or a date: 1 when exact, and evenly less the further off, down to 0 "
        "at the distance that the question names.",
        "Speed: 1 without a clock, and where one clock runs for the whole game. With a "
        "time T for each question: 1 - t/(2T) after the time t, so that a right answer "
        "in time never earns less than half.",
        f"Streak bonus: {STREAK_STEP} % for each fully right answer in a row before this one, at most {STREAK_MOST} %.",
        f"Help: {helps}; they multiply.",
        "A fully right answer lengthens the streak, a miss breaks it; a part leaves it as it is.",
        f"Stars: one for each of {words.listed([str(percent) for percent in STARS])} % of the questions fully right.",
    ]


def _modes() -> list[str]:
    safe = words.listed([str(step) for step in ladder.RULES.safe])
    follows = [name for name, mode in MODES.items() if mode.adapts]
    return [
        "Modes",
        *[f"{name}: {words.MODES[name]}." for name in MODES],
        "",
        f"In blitz only {words.listed([*blitz.RULES.kinds])} questions come. Verdicts take "
        "none of the time; the question that the end cuts off does not count.",
        f"On the ladder steps {safe} are safe: a miss leaves the points of the last "
        "safe step before it, or none. w walks away with all points.",
        "A part of the credit is no miss: it costs no heart and ends no ladder.",
        f"With -d adaptive, {words.listed(follows)} choose each question by your answers so "
        f"far and before: about {round(100 * TARGET)} % should come out right, as long as the pack "
        "holds unseen questions that suit you.",
        f"A marathon keeps two questions on one fact at least {marathon.APART} apart, and a daily "
        f"asks no question again within {daily.APART} days, while there are others.",
        "A tie in a party is broken by hard questions, one for each of the first: who "
        f"misses one that another answers is out. After {party.TIE_BREAKS} rounds the first place is "
        "shared. Review and party are not ranked.",
    ]


def _always() -> list[str]:
    return [
        "A typed answer that is close gets one more try. After a verdict, u says that "
        "you were right: it counts as right, and the game is not ranked. ! flags the "
        "question; it stays out of your later games.",
        "No other game than a marathon asks two questions on one fact, and none asks "
        "above the episode that you have watched.",
    ]
