"""Ordering: put three to five things in order."""

from __future__ import annotations

from itertools import combinations

from qot_quiz.core.chance import shuffled
from qot_quiz.core.question import KEYS, Answer, Arrange, Item, Option, Question, Shape
from qot_quiz.core.verdict import Verdict

SHOWN = {"easy": 3, "medium": 4, "hard": 5}
"""Things to put in order, by difficulty, where the question has so many."""


def deal(item: Item, seed: int, place: int) -> Question:
    """Draw some of the things and mix them, never into their right order.

    Args:
        item: An ordering of at least three things.
        seed: The game's seed.
        place: Not used: no single place is the right one.
    """
    texts = shuffled(seed, "which " + item.id, item.answers)[: SHOWN[item.difficulty]]
    mixed = shuffled(seed, "order " + item.id, texts)
    if mixed == sorted(texts, key=item.answers.index):
        mixed = [*mixed[1:], mixed[0]]
    return _question(item, mixed)


def restore(item: Item, options: tuple[str, ...]) -> Question | None:
    """Make the question again as it was drawn; None when one of its things is gone."""
    return _question(item, list(options)) if set(item.answers).issuperset(options) else None


def shape(question: Question) -> Shape:
    """All options are to be put in order."""
    return Arrange(question.options)


def judge(question: Question, given: Answer) -> Verdict:
    """Count the pairs that stand the right way round: Kendall's tau, never below 0 (README, "Kinds of question")."""
    if sorted(given) != sorted(question.solution):
        return Verdict(credit=0.0, reason="wrong")
    pairs = list(combinations(question.solution, 2))
    concordant = sum(given.index(one) < given.index(other) for one, other in pairs)
    credit = max(0, 2 * concordant - len(pairs)) / len(pairs)
    return Verdict(credit=credit, reason="exact" if credit == 1 else "part" if credit else "wrong")


def _question(item: Item, texts: list[str]) -> Question:
    options = tuple(Option(KEYS[at], text) for at, text in enumerate(texts))
    ranked = sorted(options, key=lambda option: item.answers.index(option.text))
    return Question(item, options, tuple(option.key for option in ranked))
