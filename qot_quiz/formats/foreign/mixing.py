"""The options of a question in an order that tells nothing, for formats that show them as they stand."""

from __future__ import annotations

from qot_quiz.core.chance import hash64
from qot_quiz.core.question import Item


def mixed(item: Item) -> tuple[str, ...]:
    """Put the right option of a choice among all its wrong ones, which keep their order.

    Args:
        item: A choice.
    """
    at = hash64(0, "written", item.id) % (len(item.wrong) + 1)
    return (*item.wrong[:at], item.answer, *item.wrong[at:])
