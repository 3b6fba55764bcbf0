"""One question for each fact of a recipe: what its stem names, and what it asks for."""

from __future__ import annotations

from collections.abc import Callable

from qot_quiz.bank.authored import AuthoredFact, AuthoredQuestion, AuthoredRecipe, Scalar
from qot_quiz.bank.distractors import choose
from qot_quiz.bank.fuel import Made, Unmade, filled, unambiguous
from qot_quiz.bank.rules.form import FEWEST_WRONG
from qot_quiz.core.clean import quoted

Mark = Callable[[AuthoredFact], float | str]
"""Reduces a side of a fact to what makes it equal to another fact's."""


def each(
    recipe: AuthoredRecipe,
    facts: list[AuthoredFact],
    named: Mark,
    wanted: Mark,
    answer: Callable[[AuthoredFact], Scalar],
) -> Made:
    """Make one question on each fact that alone answers it.

    Args:
        recipe: What is made.
        facts: The facts that it ranges over, with one value each.
        named: What the stem names.
        wanted: What it asks for.
        answer: Writes what it asks for, as the kind needs it.

    Raises:
        Unmade: No fact is left that alone answers its question.
    """
    questions: list[AuthoredQuestion] = []
    troubles: list[tuple[str, str]] = []
    for fact in unambiguous((named(fact), wanted(fact), fact) for fact in facts):
        spoils = max(fact.spoils, recipe.spoils)
        id, wrong = f"{fact.id}/{recipe.id}", tuple[str, ...]()
        if recipe.kind == "choice":
            # What spoils more must not be shown, and facts of the same answer offer no other.
            others = (str(answer(one)) for one in facts if one.spoils <= spoils and wanted(one) != wanted(fact))
            wrong = choose(id, str(answer(fact)), others)
            if len(wrong) < FEWEST_WRONG:
                message = (
                    f"the other facts offer {len(wrong)} wrong options for {quoted(fact.id)}, {FEWEST_WRONG} are needed"
                )
                troubles.append((message, "Let it range over more facts that spoil no more."))
                continue
        questions.append(
            AuthoredQuestion(
                id=id,
                kind=recipe.kind,
                ask=filled(recipe.ask, fact),
                answer=answer(fact),
                wrong=wrong,
                unit=recipe.unit if recipe.kind == "number" else "",
                within=recipe.within,
                why=filled(recipe.why, fact),
                difficulty=recipe.difficulty,
                spoils=spoils,
            )
        )
    if not questions and not troubles:
        raise Unmade("no fact alone answers its question", "Let it range over facts that differ in both.")
    return Made(tuple(questions), troubles=tuple(troubles))
