"""order: one ordering question, the subjects of some facts in rising order of their values."""

from __future__ import annotations

from itertools import pairwise

from qot_quiz.bank.authored import AuthoredFact, AuthoredQuestion, AuthoredRecipe
from qot_quiz.bank.fuel import Made, Unmade, group, scale_of, single
from qot_quiz.bank.rules.form import FEWEST_THINGS, MOST_THINGS
from qot_quiz.bank.values import key_of
from qot_quiz.core.clean import quoted

KINDS: tuple[str, ...] = ("ordering",)
KEYS: tuple[str, ...] = ("statement", "falling")
NAMED: tuple[str, ...] = ()


def make(recipe: AuthoredRecipe, facts: list[AuthoredFact]) -> Made:
    """Ask for the order of the facts' subjects.

    Args:
        recipe: Names a statement with ``{list}``; ``falling`` turns the order round.
        facts: Three to eight facts with different values that have an order.

    Raises:
        Unmade: There are too few or too many facts, two of them have one value, or the values have no order.
    """
    facts = single(recipe, facts)
    if not FEWEST_THINGS <= len(facts) <= MOST_THINGS:
        raise Unmade(f"it ranges over {len(facts)} facts, {FEWEST_THINGS}..{MOST_THINGS} can be put in order")
    ranked = sorted(scale_of(facts), key=lambda step: step[0], reverse=recipe.falling)
    for (value, one), (following, other) in pairwise(ranked):
        if value == following:
            raise Unmade(f"{quoted(one.id)} and {quoted(other.id)} have the same value", "Leave one of them out.")
    shown = tuple(fact.subject for _, fact in ranked)
    separator = "; " if any("," in text for text in shown) else ", "
    rule = f"the facts that it rests on, by {'falling' if recipe.falling else 'rising'} {key_of(facts[0])}"
    fact = group(recipe, [fact for _, fact in ranked], shown, separator.join(shown), rule)
    question = AuthoredQuestion(id=f"{recipe.id}/order", kind="ordering", ask=recipe.ask, answer=shown, why=recipe.why)
    return Made((question,), fact)
