"""which: one question with several right answers, the subjects of the facts whose values fit."""

from __future__ import annotations

from qot_quiz.bank.authored import AuthoredFact, AuthoredQuestion, AuthoredRecipe, Scalar
from qot_quiz.bank.distractors import apart
from qot_quiz.bank.fuel import Made, Unmade, group, scale_of, single, subject_of
from qot_quiz.bank.values import key_of, point_of, values_of
from qot_quiz.core.chance import shuffled
from qot_quiz.core.clean import quoted

KINDS: tuple[str, ...] = ("multi",)
KEYS: tuple[str, ...] = ("statement", "is", "from", "to")
NAMED: tuple[str, ...] = ()


def make(recipe: AuthoredRecipe, facts: list[AuthoredFact]) -> Made:
    """Ask which subjects belong to the facts with a certain value.

    Args:
        recipe: Says with ``is``, or with ``from`` and ``to``, which values are right; names a statement.
        facts: The facts that it ranges over; wrong ones that spoil more than the right ones are left out.

    Raises:
        Unmade: It does not say which values are right, none or all are, or they cannot be compared.
    """
    right = _fitting(recipe, facts)
    if not right:
        raise Unmade("no fact has such a value", "Compare is, from and to with the values of the facts.")
    spoils = max(recipe.spoils, *(fact.spoils for fact in right))
    others = {fact.subject: fact for fact in facts if fact not in right and fact.spoils <= spoils}
    shown = tuple({subject_of(fact): fact.subject for fact in right}.values())
    wrong = apart(shown, shuffled(0, recipe.id, others))
    rule = f"those of the facts that it rests on whose {key_of(facts[0])} fits"
    fact = group(recipe, [*right, *(others[text] for text in wrong)], shown, _listed(shown), rule)
    question = AuthoredQuestion(
        id=f"{recipe.id}/which",
        kind="multi",
        ask=recipe.ask,
        answer=shown,
        wrong=tuple(wrong),
        why=recipe.why,
    )
    return Made((question,), fact)


def _fitting(recipe: AuthoredRecipe, facts: list[AuthoredFact]) -> list[AuthoredFact]:
    ends = (recipe.lowest, recipe.highest)
    if (recipe.equals is None) == (ends == (None, None)):
        raise Unmade("it needs either is, or from and to", "Say which values are right.")
    if recipe.equals is not None:
        point = point_of(recipe.equals)
        return [fact for fact in facts if point in map(point_of, values_of(fact))]
    points = scale_of(single(recipe, facts))
    for end in ends:
        if end is not None and isinstance(end, str) != isinstance(points[0][0], str):
            raise Unmade(f"{quoted(str(end))} cannot be compared with the values of the facts")
    return [fact for value, fact in points if _within(value, *ends)]


def _within(value: Scalar, lowest: Scalar | None, highest: Scalar | None) -> bool:
    above = lowest is None or lowest <= value  # type: ignore[operator] # both are numbers, or both are days
    return above and (highest is None or value <= highest)  # type: ignore[operator]


def _listed(texts: tuple[str, ...]) -> str:
    separator = "; " if any("," in text for text in texts) else ", "
    *first, last = texts
    return f"{separator.join(first)} and {last}" if first else last
