"""Multi: pick all that apply."""

from __future__ import annotations

from qot_quiz.core.chance import hash64, shuffled
from qot_quiz.core.question import KEYS, Answer, Item, Option, PickMany, Question, Shape
from qot_quiz.core.verdict import Verdict

FEWEST_RIGHT, MOST_RIGHT = 2, 3
"""Right options that a game shows: how many is drawn by the seed, so that their number tells nothing."""

SHOWN = 6
"""Options shown, unless there are too few wrong ones; never fewer wrong than right: picking all must earn nothing."""


def deal(item: Item, seed: int, place: int) -> Question:
    """Draw some of the right and some of the wrong things and mix them, but dates and numbers rise.

    Args:
        item: A multi with at least two right and three wrong things.
        seed: The game's seed.
        place: Not used: no single place is the right one.
    """
    most = min(MOST_RIGHT, len(item.answers), len(item.wrong))
    count = FEWEST_RIGHT + hash64(seed, "count", item.id) % (most - FEWEST_RIGHT + 1)
    right = shuffled(seed, "right " + item.id, item.answers)[:count]
    wrong = shuffled(seed, "wrong " + item.id, item.wrong)[: SHOWN - count]
    texts = shuffled(seed, "order " + item.id, [*right, *wrong])
    return _question(item, sorted(texts, key=item.rising.index) if item.rising else texts)


def restore(item: Item, options: tuple[str, ...]) -> Question | None:
    """Make the question again as it was drawn; None when an option is gone or none of them is right any more."""
    known = {*item.answers, *item.wrong}
    restored = _question(item, list(options)) if known.issuperset(options) else None
    return restored if restored and restored.solution else None


def shape(question: Question) -> Shape:
    """Several options are to be picked."""
    return PickMany(question.options)


def judge(question: Question, given: Answer) -> Verdict:
    """Give a share for each right pick and take one for each wrong one (README, "Kinds of question")."""
    picked, right = set(given), set(question.solution)
    credit = max(0, len(picked & right) - len(picked - right)) / len(right)
    return Verdict(credit=credit, reason="picked" if credit == 1 else "part" if credit else "wrong")


def _question(item: Item, texts: list[str]) -> Question:
    options = tuple(Option(KEYS[at], text) for at, text in enumerate(texts))
    return Question(item, options, tuple(option.key for option in options if option.text in item.answers))
