"""The wording of the built-in pack: what a player of many games would sigh at."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from qot_quiz.bank.bank import Bank
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.pack import Pack
from qot_quiz.bank.reading import read_pack

QUESTIONS = os.path.join(os.path.dirname(__file__), "..", "..", "questions")
SENTENCE = re.compile(r"(A|An|At|After|By|From|He|In|It|Its|On|She|The|Their|They|To) [a-z]")
"""How an option begins that is a sentence, or a phrase, and no name."""
IN_EPISODE = re.compile(r"\b(?:in|into|dialogue of) episode (\d+)")
"""How a scene is placed; "the rating of episode 4" places none."""


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


@pytest.fixture(name="bank", scope="module")
def _bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    target = str(tmp_path_factory.mktemp("wording") / "pack.db")
    compile_pack(QUESTIONS, target)
    bank = Bank(target)
    yield bank
    bank.close()


def test_a_scene_is_not_told_below_its_episode(bank: Bank) -> None:
    """What happens in an episode, such as a band that is named in it, needs that episode; its day and rating do not."""
    texts = [(fact.id, fact.spoils, fact.statement) for fact in bank.facts(bank.meta.episodes)]
    texts += [(item.id, item.spoils, f"{item.ask} {item.why}") for item in bank.questions()]
    for id, spoils, text in texts:
        for episode in IN_EPISODE.findall(text):
            assert int(episode) <= spoils, (id, text)
        assert spoils >= 15 or "BTS" not in text, (id, text)


def test_no_band_is_asked_again_and_again(bank: Bank) -> None:
    """The one mention of BTS is asked about three times at most."""
    asked = [item.id for item in bank.questions() if "BTS" in f"{item.ask} {item.answer} {item.answers}"]
    assert len(asked) <= 3, asked


def test_percentage_points_are_no_points_of_the_game(bank: Bank) -> None:
    """A number of percentage points says so in its unit, which the closeness that earns a part is told in."""
    assert [item.id for item in bank.questions() if item.unit == "points"] == []


def test_days_and_figures_are_the_lesser_part(bank: Bank) -> None:
    """At most a quarter of what a newcomer may be asked is about air dates, ratings and lists."""
    topics = Counter(item.topic for item in bank.questions() if item.spoils == 0)
    assert topics["air-dates"] + topics["broadcast"] <= topics.total() / 4, topics
