"""Why a command means nothing now, in sentences."""

from __future__ import annotations

from qot_quiz.core.events import Asked
from qot_quiz.core.setup import Rules
from qot_quiz.ui import words

REFUSALS = {
    "over": "The game is over.",
    "revealed": "This question is answered: go on to the next one.",
    "open": "There is no verdict to speak of yet: answer first.",
    "fifty": "There is no fifty-fifty to use here.",
    "spent": "The fifty-fifty is used up.",
    "hint": "There is no hint left for this question.",
    "flag": "A question is flagged with ! once it is answered.",
    "option": "There is no such option.",
    "words": "That is neither an option nor a command.",
    "order": "An order names every option exactly once, the first one first.",
    "unplaced": "Put all of them in order first, or press s to pass.",
    "nothing": "Choose at least one, or press s to pass.",
    "number": "That is no number: write it like 12 or 3.5, or s to pass.",
    "date": f"That is no date: write it like {words.DAY} or {words.ISO_DAY}, or s to pass.",
    "ambiguous": f"Two days could be meant: write the month as a word, as in {words.DAY}.",
    "long": "That is too long for an answer.",
    "walk": "There is nothing to walk away with here.",
    "regrade": "Only a typed text that was judged wrong can be graded anew.",
    "early": "There is time left.",
    "ready": "The question is still hidden: press Enter first.",
    "deal": "There is nothing more to draw.",
}
"""Why a command means nothing now, for each reason of the engine and of the line grammar."""

KEYS = {"option": "There is no such option here", "words": "That key does nothing here"}
"""Why a key means nothing, where those that mean something are named behind it."""

NEVER = {
    "fifty": ("fifty", "This mode has no fifty-fifty."),
    "hint": ("hints", "This mode has no hints."),
}
"""What is said instead where the mode has no such help: the knob of `Rules` that is off, and the words."""

SENSELESS = "That means nothing now."
"""What is said of a reason that has no words of its own."""


def told(reason: str, rules: Rules | None = None) -> str:
    """Say why a command means nothing now, or in this game at all.

    Args:
        reason: That of `NotNow`, of `Senseless` or of a choice not finished.
        rules: The rules of the game, where the reason may lie in them.
    """
    if rules is not None and reason in NEVER and not getattr(rules, NEVER[reason][0]):
        return NEVER[reason][1]
    return REFUSALS.get(reason, SENSELESS)


def pressed(reason: str, asked: Asked) -> str:
    """Say why a key means nothing while options stand there, and which keys do mean something.

    Args:
        reason: That of a choice not finished.
        asked: The question.
    """
    if reason not in KEYS:
        return told(reason)
    left = [str(at) for at, one in enumerate(asked.question.options, 1) if one.key not in asked.removed]
    numbers = f"{left[0]} to {left[-1]}" if len(left) > 2 and not asked.removed else words.listed(left)
    hint = ["? for a hint"] if asked.hint_left else []
    return f"{KEYS[reason]}: {', '.join([numbers, *hint])}, or s to pass."
