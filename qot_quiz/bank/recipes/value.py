"""value: one question for each fact, from its subject to its value."""

from __future__ import annotations

from qot_quiz.bank.angles import each
from qot_quiz.bank.authored import AuthoredFact, AuthoredRecipe, Scalar
from qot_quiz.bank.fuel import Made, Unmade, single, subject_of, value_point
from qot_quiz.bank.values import key_of, option_of, text_of, values_of
from qot_quiz.core.clean import quoted

KINDS: tuple[str, ...] = ("choice", "typed", "number", "date")
KEYS: tuple[str, ...] = ("kind", "unit", "within")
NAMED: tuple[str, ...] = ("subject",)

ASKED: dict[str, tuple[str, ...]] = {"number": ("number", "episode"), "date": ("date",)}
"""The keys of the values that a kind can ask for, where it cannot ask for all."""


def make(recipe: AuthoredRecipe, facts: list[AuthoredFact]) -> Made:
    """Ask for the value of each fact; facts whose subject stands for another value as well are left out.

    Args:
        recipe: Names the kind, and a stem with ``{subject}``.
        facts: The facts that it ranges over.

    Raises:
        Unmade: The kind does not fit the values.
    """
    key = key_of(facts[0])
    if key not in ASKED.get(recipe.kind, (key,)):
        raise Unmade(
            f"a {key} is no answer of the kind {quoted(recipe.kind)}", f"Known: {', '.join(ASKED[recipe.kind])}."
        )

    def answer(fact: AuthoredFact) -> Scalar:
        value = values_of(fact)[0]
        if recipe.kind == "choice":
            return option_of(key, value, recipe.unit)
        return text_of(key, value) if recipe.kind == "typed" else value

    return each(recipe, single(recipe, facts), subject_of, value_point, answer)
