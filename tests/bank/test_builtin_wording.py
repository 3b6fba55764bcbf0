"""The wording of the built-in pack: what a player of many games would sigh at."""

from __future__ import annotations

import os
import re

import pytest

from qot_quiz.bank.pack import Pack
from qot_quiz.bank.reading import read_pack

QUESTIONS = os.path.join(os.path.dirname(__file__), "..", "..", "questions")
SENTENCE = re.compile(r"(A|An|At|After|By|From|He|In|It|Its|On|She|The|Their|They|To) [a-z]")
"""How an option begins that is a sentence, or a phrase, and no name."""


@pytest.fixture(name="pack", scope="module")
def _pack() -> Pack:
    return read_pack(QUESTIONS)


def test_options_read_in_a_sentence(pack: Pack) -> None:
    """Options that are no names begin small, so that "the answer is ..." can go on with them."""
    for placed in pack.questions:
        table = placed.table
        if table.kind in ("choice", "multi", "ordering"):
            for text in (*table.texts, *table.wrong):
                assert not SENTENCE.match(text), (table.id, text)


def test_an_article_is_named_by_what_it_is_on(pack: Pack) -> None:
    """No question and no fact speaks of "the article", of which a player knows nothing."""
    texts = [(placed.table.id, f"{placed.table.ask} {placed.table.why}") for placed in pack.questions]
    texts += [(placed.table.id, f"{placed.table.statement} {placed.table.why}") for placed in pack.facts]
    assert [id for id, text in texts if "the article" in text.lower()] == []


def test_no_scene_is_asked_again_and_again(pack: Pack) -> None:
    """The epilogue that the article dwells on is asked about a few times, and not in one game of ten after another."""
    asked = [placed.table.id for placed in pack.questions if "epilogue" in placed.table.ask]
    assert len(asked) <= 5, asked
