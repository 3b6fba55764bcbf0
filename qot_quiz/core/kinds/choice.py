"""Choice: pick the one right option, of four where there are so many."""

from __future__ import annotations

from qot_quiz.core.chance import hash64, shuffled
from qot_quiz.core.question import KEYS, Answer, Item, Option, PickOne, Question, Shape
from qot_quiz.core.verdict import Verdict

WRONG = 3
"""Distractors shown beside the right option."""


def deal(item: Item, seed: int, place: int) -> Question:
    """Draw three distractors and put the options in order, dates and numbers rising, others by the seed.

    Args:
        item: A choice; one with fewer than three wrong options shows them all.
        seed: The game's seed.
        place: Where the right option should stand, 0..3; rising options come as near to it as their values allow, and
            where there are too few for it, the seed chooses anew.
    """
    if item.ascending:
        below, above = item.wrong[: item.wrong_below], item.wrong[item.wrong_below :]
        before = min(max(place, WRONG - len(above)), WRONG, len(below))
        chosen = {
            *shuffled(seed, "wrong " + item.id, below)[:before],
            *shuffled(seed, "wrong " + item.id, above)[: WRONG - before],
        }
        texts = [text for text in below if text in chosen] + [item.answer] + [text for text in above if text in chosen]
    else:
        texts = shuffled(seed, "wrong " + item.id, item.wrong)[:WRONG]
        texts = shuffled(seed, "order " + item.id, texts)
        if place > len(texts):
            # Put at the end, the right one would be the last of three in half of all games.
            place = hash64(seed, "place " + item.id, str(place)) % (len(texts) + 1)
        texts.insert(place, item.answer)
    return _question(item, texts)


def restore(item: Item, options: tuple[str, ...]) -> Question | None:
    """Make the question again as it was drawn; None when its right answer is no longer among the options."""
    return _question(item, list(options)) if item.answer in options else None


def shape(question: Question) -> Shape:
    """One option is to be picked."""
    return PickOne(question.options)


def judge(question: Question, given: Answer) -> Verdict:
    """Compare the picked option with the right one."""
    right = given == question.solution
    return Verdict(credit=float(right), reason="picked" if right else "wrong")


def place_of(seed: int, number: int) -> int:
    """Choose where the right option of a deck's question stands, so that each place comes up equally often.

    Args:
        seed: The game's seed.
        number: The question's place in the deck, from 0.

    Returns:
        0..3; any four questions that follow one another from a multiple of four have four different places.
    """
    block, within = divmod(number, WRONG + 1)
    places = sorted(range(WRONG + 1), key=lambda at: hash64(seed, "place", str(block), str(at)))
    return places[within]


def _question(item: Item, texts: list[str]) -> Question:
    options = tuple(Option(KEYS[at], text) for at, text in enumerate(texts))
    return Question(item, options, (KEYS[texts.index(item.answer)],))
