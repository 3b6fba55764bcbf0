"""subject: one question for each fact, from its value to its subject."""

from __future__ import annotations

from qot_quiz.bank.angles import each
from qot_quiz.bank.authored import AuthoredFact, AuthoredRecipe
from qot_quiz.bank.fuel import Made, single, subject_of, value_point

KINDS: tuple[str, ...] = ("choice", "typed")
KEYS: tuple[str, ...] = ("kind",)
NAMED: tuple[str, ...] = ("value",)


def make(recipe: AuthoredRecipe, facts: list[AuthoredFact]) -> Made:
    """Ask for the subject of each fact; facts whose value belongs to another subject as well are left out.

    Args:
        recipe: Names the kind, and a stem with ``{value}``.
        facts: The facts that it ranges over.

    Raises:
        Unmade: No fact alone answers its question.
    """
    return each(recipe, single(recipe, facts), value_point, subject_of, lambda fact: fact.subject)
