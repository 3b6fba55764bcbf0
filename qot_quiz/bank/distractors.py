"""Wrong options of made questions: chosen from the other facts, never another right answer."""

from __future__ import annotations

from collections.abc import Iterable

from qot_quiz.bank.rules.form import FEWEST_WRONG, MOST_WRONG
from qot_quiz.bank.rules.options import LONGEST, SHORTEST
from qot_quiz.bank.scales import rising
from qot_quiz.bank.words import mentions
from qot_quiz.core.chance import shuffled
from qot_quiz.core.text import fold

EACH_SIDE = 3
"""Nearest dates or numbers taken from below, and from above: so many that the answer may stand in any place."""


def choose(id: str, answer: str, others: Iterable[str]) -> tuple[str, ...]:
    """Choose the wrong options of a made choice.

    Args:
        id: The question's id, by which many options are put in a fixed order.
        answer: The right option.
        others: What the other facts offer, none of it right.

    Returns:
        For dates and numbers the nearest ones below and above, for other texts up to twelve, none a part of another,
        of a length like the answer's.
    """
    different = {fold(text): text for text in others}
    texts = [text for folded, text in different.items() if folded != fold(answer)]
    points = rising((answer, *texts))
    if points is not None:
        ranked = sorted(zip(points[1:], texts, strict=True))
        below = [text for point, text in ranked if point < points[0]]
        above = [text for point, text in ranked if point > points[0]]
        return (*below[-EACH_SIDE:], *above[:EACH_SIDE])
    return _alike(answer, apart((answer,), shuffled(0, id, texts)))


def apart(right: tuple[str, ...], others: Iterable[str]) -> list[str]:
    """Take the first options that are no part of another and contain none.

    Args:
        right: Options that stand.
        others: Options in the order of choice.

    Returns:
        At most twelve of them.
    """
    chosen: list[str] = []
    for text in others:
        if len(chosen) == MOST_WRONG:
            break
        if not any(mentions(text, known) or mentions(known, text) for known in (*right, *chosen)):
            chosen.append(text)
    return chosen


def _alike(answer: str, texts: list[str]) -> tuple[str, ...]:
    """Leave out the options whose length is farthest from the answer's, until it does not stick out."""
    while len(texts) > FEWEST_WRONG and not SHORTEST <= len(answer) * len(texts) / sum(map(len, texts)) <= LONGEST:
        texts.remove(max(texts, key=lambda text: abs(len(text) - len(answer))))
    return tuple(texts)
