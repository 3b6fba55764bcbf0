"""Judging what a player typed: comparison after folding, against the forms that count and those that do not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from qot_quiz.core.verdict import Verdict

ARTICLES = ("the ", "a ", "an ")
"""Leading words that never decide whether an answer is right."""


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """Reduce a text to what matters when two answers are compared.

    Args:
        text: Any Unicode text.

    Returns:
        Letters and digits only: compatibility forms unified, lower case, without accents, spaces, hyphens, punctuation
        and a leading article; Hangul composed. Empty when nothing of that kind is left.
    """
    text = unicodedata.normalize("NFKC", text).casefold().strip()
    for article in ARTICLES:
        if text.startswith(article):
            text = text[len(article) :]
            break
    return squeeze(text)


@lru_cache(maxsize=2048)
def squeeze(text: str) -> str:
    """Do what `fold` does, but keep a leading article: "A Pink" is Apink, and "Pink" is not."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    if text.isascii():  # the same, at a tenth of the price: a draw folds every question that it looks at
        return "".join(filter(str.isalnum, text))
    return unicodedata.normalize("NFKC", "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text))))


def same(one: str, other: str) -> bool:
    """Say whether two texts are the same answer; two texts without a letter or digit never are."""
    folded = fold(one)
    return bool(folded) and (folded == fold(other) or squeeze(one) == squeeze(other))


def _match(typed: str, forms: Iterable[str]) -> str | None:
    return next((form for form in forms if same(typed, form)), None)


def judge(typed: str, answer: str, accept: tuple[str, ...], vague: tuple[str, ...], refuse: tuple[str, ...]) -> Verdict:
    """Judge a typed answer by the forms that its question lists.

    Args:
        typed: What the player typed.
        answer: The right answer as shown.
        accept: Further forms that count.
        vague: Forms that are too short to decide, such as a surname alone: they deserve one more try.
        refuse: Forms that must not count whatever else holds.

    Returns:
        The verdict, with the reason and the form that matched.
    """
    if same(typed, answer):
        return Verdict(credit=1.0, reason="exact", form=answer)
    if form := _match(typed, refuse):
        return Verdict(credit=0.0, reason="refused", form=form)
    if form := _match(typed, accept):
        return Verdict(credit=1.0, reason="accepted", form=form)
    if form := _match(typed, vague):
        return Verdict(credit=0.0, reason="vague", form=form, again=True)
    return Verdict(credit=0.0, reason="wrong")
