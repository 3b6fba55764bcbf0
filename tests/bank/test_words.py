"""Words as the checks compare them."""

from __future__ import annotations

import pytest

from qot_quiz.bank.words import mentions, unquoted, words


def test_words_are_folded() -> None:
    """Case, accents, hyphens and genitive endings do not count, and dashes divide."""
    assert words("Hae-in’s CAFÉ – a/b") == ("haein", "cafe", "a", "b")


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("In Yongdu-ri they meet", "Yongdu ri", True),
        ("In Yongdu Ri they meet", "yongduri", True),
        ("Episode 10", "Episode 1", False),
        ("Kim A-ra's brush", "Kim A-ra", True),
        ("Kim and A-ra", "Kim A-ra", False),
        ("anything", "?", False),
    ],
)
def test_phrases_are_found_by_whole_words(text: str, phrase: str, found: bool) -> None:
    """A phrase is found however it is spaced, and never inside a longer word."""
    assert mentions(text, phrase) is found


def test_quotations_and_names_are_taken_out() -> None:
    """What others said, and names, are no words of the author."""
    assert unquoted("He says “never” in Not Now and *Never*.", ("Not Now",)).split() == ["He", "says", "in", "and", "."]
