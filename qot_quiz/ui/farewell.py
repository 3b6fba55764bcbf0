"""The end of a game in sentences, and what a person wants after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qot_quiz.core.after import After
from qot_quiz.core.events import Ended
from qot_quiz.core.setup import Rules
from qot_quiz.ui import ending

if TYPE_CHECKING:
    from qot_quiz.ui.script import Answers

MOST_MISSED = 10
"""Missed questions that a person is read before the rest is asked for."""


def farewell(say: Callable[[str], None], answers: Answers, ended: Ended, after: After, rules: Rules, last: str) -> str:
    """Say how a game ended and what it came to, and let a person say what is wanted next.

    Args:
        say: Takes a sentence.
        answers: Where the player's lines come from.
        ended: The end.
        after: What is told and offered.
        rules: The rules of the game.
        last: The id of the question whose verdict was heard last.

    Returns:
        What the player asks for, as `core.after` names it; empty for nothing.
    """
    misses, person = ending.missed(ended), answers.person
    hidden = max(0, len(misses) - MOST_MISSED) if person and ending.offered(after, len(misses), 0) else 0
    for sentence in ["", ending.how(ended, rules), *map(_spoken, ending.brought(ended, after))]:
        say(sentence)
    if person and [record.question.item.id for record, _ in misses] == [last]:
        say("Missed: only the last one.")  # which was told a moment ago
    elif misses:
        told = ending.told(misses[: len(misses) - hidden], rules)
        for sentence in ["Missed:", *told, *([f"And {hidden} more."] if hidden else [])]:
            say(sentence)
    offered = ending.offered(after, len(misses), hidden) if person else []
    while offered:
        others = "the other one" if hidden == 1 else f"the other {hidden}"
        say(ending.asked([(key, others if key == "m" else does) for key, does in offered]))
        wish = ending.wish(answers.next() or "", offered)
        if wish == ending.MORE:
            for sentence in ending.told(misses[len(misses) - hidden :], rules):
                say(sentence)
            offered = ending.offered(after, len(misses), 0)
        elif wish is not None:
            return wish
        else:
            say("That is none of these.")
    return ""


def _spoken(sentence: str) -> str:
    """Give a sentence without the signs that screens draw in it."""
    return sentence.removeprefix("★ ").replace(" · ", ", ")
