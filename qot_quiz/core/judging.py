"""Judging a typed answer as a fair friend would: by the forms that count, by rules, by what a hand slips in."""

from __future__ import annotations

from qot_quiz.core.additions import by_addition
from qot_quiz.core.amounts import foreign
from qot_quiz.core.listing import forms_of, listed
from qot_quiz.core.nearness import WRONG, by_part, by_slip
from qot_quiz.core.question import Item
from qot_quiz.core.readings import by_rule
from qot_quiz.core.verdict import Verdict
from qot_quiz.core.wording import keys


def judge(typed: str, item: Item) -> Verdict:
    """Judge a typed answer.

    Args:
        typed: What the player typed: any text.
        item: The question, with the forms of its answer and the names that it could be taken for.

    Returns:
        The verdict, with its reason and the form that it rests on. A slip comes with the right spelling.
    """
    if not keys(typed) or foreign(typed, forms_of(item)):
        return WRONG
    if verdict := listed(typed, item):
        return verdict
    if item.parts:
        from qot_quiz.core.parts import judge_parts

        return judge_parts(typed, item, judge)
    return by_rule(typed, item) or by_addition(typed, item) or by_slip(typed, item) or by_part(typed, item) or WRONG
