"""What recipes are fed with: the facts that they range over, and what they make of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from qot_quiz.bank.authored import AuthoredFact, AuthoredQuestion, AuthoredRecipe
from qot_quiz.bank.findings import nearest
from qot_quiz.bank.values import SCALES, is_day, key_of, point_of, text_of, values_of
from qot_quiz.core.clean import quoted
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.core.text import fold


class Unmade(Exception):
    """A recipe makes nothing.

    Args:
        message: Why not.
        hint: What to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Made(msgspec.Struct, frozen=True):
    """What a recipe makes.

    Args:
        questions: Questions.
        fact: The derived fact of a group question, or None.
        troubles: Why questions are missing, each with what to do about it.
    """

    questions: tuple[AuthoredQuestion, ...]
    fact: AuthoredFact | None = None
    troubles: tuple[tuple[str, str], ...] = ()


def facts_of(recipe: AuthoredRecipe, facts: dict[str, AuthoredFact]) -> list[AuthoredFact]:
    """List the facts that a recipe ranges over.

    Args:
        recipe: Names them, or their kind.
        facts: All facts that authors wrote, by id.

    Raises:
        Unmade: They are not named, unknown, without a subject, or their values are of different sorts.
    """
    if bool(recipe.of) == bool(recipe.facts):
        raise Unmade("it needs either of or facts", "Write facts = [...], or of = the kind of many facts.")
    twice = [id for id, count in Counter(recipe.facts).items() if count > 1]
    unknown = [id for id in recipe.facts if id not in facts]
    if unknown or twice:
        message = f"there is no fact {quoted(unknown[0])}" if unknown else f"it names {quoted(twice[0])} twice"
        raise Unmade(message, nearest(unknown[0], facts) if unknown else "")
    if recipe.of:
        found = [fact for fact in facts.values() if fact.kind == recipe.of and fact.subject.strip()]
        if not found:
            hint = nearest(recipe.of, {fact.kind for fact in facts.values() if fact.subject.strip()})
            raise Unmade(f"no fact of the kind {quoted(recipe.of)} has a subject", hint)
    else:
        found = [facts[id] for id in recipe.facts]
        bare = [fact.id for fact in found if not fact.subject.strip()]
        if bare:
            raise Unmade(f"the fact {quoted(bare[0])} has no subject", "Give it one: subject = ...")
    keys = sorted({key_of(fact) for fact in found})
    if len(keys) > 1:
        raise Unmade(f"its facts hold values of different keys: {', '.join(keys)}", "Name facts of one key.")
    return found


def single(recipe: AuthoredRecipe, facts: list[AuthoredFact]) -> list[AuthoredFact]:
    """Leave out the facts that hold several values; a recipe that names such a fact is at fault.

    Args:
        recipe: What is made.
        facts: The facts that it ranges over.

    Raises:
        Unmade: The recipe names a fact with several values.
    """
    several = [fact.id for fact in facts if len(values_of(fact)) != 1]
    if several and recipe.facts:
        raise Unmade(f"the fact {quoted(several[0])} holds several values", "Leave it out.")
    return [fact for fact in facts if fact.id not in several]


def filled(text: str, fact: AuthoredFact) -> str:
    """Put a fact's subject and value into a text of a recipe.

    Args:
        text: Holds ``{subject}`` and ``{value}``, or neither.
        fact: A fact with one value.
    """
    value = text_of(key_of(fact), values_of(fact)[0])
    return text.replace("{value}", value).replace("{subject}", fact.subject)


def scale_of(facts: Iterable[AuthoredFact]) -> list[tuple[float | str, AuthoredFact]]:
    """Read facts as points of one scale, in the order given.

    Args:
        facts: Facts with one value each, all under one key.

    Raises:
        Unmade: Their values have no order.
    """
    points: list[tuple[float | str, AuthoredFact]] = []
    for fact in facts:
        key, value = key_of(fact), values_of(fact)[0]
        # Days as ISO text rise as their letters do.
        ordered = is_day(value) if key == "date" else not isinstance(value, str)
        if key not in SCALES or not ordered:
            raise Unmade(f"the value of {quoted(fact.id)} has no order", f"Use facts with a {', '.join(SCALES)}.")
        points.append((value, fact))
    return points


def group(
    recipe: AuthoredRecipe, facts: list[AuthoredFact], shown: tuple[str, ...], told: str, rule: str
) -> AuthoredFact:
    """Derive the fact that a group question asks for.

    Args:
        recipe: What is made; the fact takes its id.
        facts: The facts that it rests on.
        shown: The right answers.
        told: The right answers as one text, for the statement.
        rule: How it follows from the facts.

    Raises:
        Unmade: The recipe lacks a statement with a place for them.
    """
    if "{list}" not in recipe.statement:
        raise Unmade("it needs a statement with {list}", 'Write statement = "In this order: {list}."')
    return AuthoredFact(
        id=recipe.id,
        kind=facts[0].kind,
        statement=recipe.statement.replace("{list}", told),
        value={"text": shown},
        difficulty=recipe.difficulty or max((fact.difficulty for fact in facts), key=_rank),
        sources=tuple(dict.fromkeys(source for fact in facts for source in fact.sources)),
        spoils=max(recipe.spoils, *(fact.spoils for fact in facts)),
        rests_on=tuple(fact.id for fact in facts),
        rule=rule,
    )


def unambiguous(pairs: Iterable[tuple[float | str, float | str, AuthoredFact]]) -> list[AuthoredFact]:
    """Keep the facts that are the only ones to answer their question.

    Args:
        pairs: What each question names, what it asks for, and its fact.

    Returns:
        For everything named, the first fact; none where other facts answer with something else.
    """
    answers: dict[float | str, set[float | str]] = {}
    firsts: dict[float | str, AuthoredFact] = {}
    for named, wanted, fact in pairs:
        answers.setdefault(named, set()).add(wanted)
        firsts.setdefault(named, fact)
    return [fact for named, fact in firsts.items() if len(answers[named]) == 1]


def subject_of(fact: AuthoredFact) -> str:
    """Reduce a subject to what makes it equal to another."""
    return fold(fact.subject)


def value_point(fact: AuthoredFact) -> float | str:
    """Reduce the one value of a fact to what makes it equal to another."""
    return point_of(values_of(fact)[0])


def _rank(difficulty: str) -> int:
    return DIFFICULTIES.index(difficulty) if difficulty in DIFFICULTIES else -1
