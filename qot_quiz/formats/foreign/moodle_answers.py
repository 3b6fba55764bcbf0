"""What Moodle's two formats share when they are written."""

from __future__ import annotations

from qot_quiz.core.question import Item
from qot_quiz.formats.foreign.moodle import FULL


def share_of(item: Item) -> str:
    """Say how many per cent each right answer earns, in the digits that Moodle knows.

    Args:
        item: A question of several right answers.
    """
    return f"{FULL / len(item.answers):.5f}".rstrip("0").rstrip(".")


def starless(text: str) -> str:
    """Write a typed answer so that its stars are signs, not any text.

    Args:
        text: The answer.
    """
    return text.replace("*", r"\*")
