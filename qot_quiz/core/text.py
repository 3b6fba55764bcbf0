"""Folding a text to what matters when texts are compared: duplicates are found by it, and questions told apart."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

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
