"""The built-in pack: it keeps every rule, and asks what it promises."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

import pytest

from qot_quiz.bank.bank import Bank
from qot_quiz.bank.check import check
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.reading import read_pack
from qot_quiz.core.draw import Filters
from qot_quiz.core.kinds import KINDS, deal, judge
from qot_quiz.core.question import DIFFICULTIES, KEYS

QUESTIONS = os.path.join(os.path.dirname(__file__), "..", "..", "questions")
ARTICLE_TOPICS = {
    "air-dates",
    "broadcast",
    "cast",
    "episodes",
    "favourite-scenes",
    "locations",
    "making",
    "music",
    "specials",
    "story",
}


@pytest.fixture(name="bank", scope="module")
def _bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    target = str(tmp_path_factory.mktemp("builtin") / "pack.db")
    compile_pack(QUESTIONS, target)
    bank = Bank(target)
    yield bank
    bank.close()


def test_it_keeps_every_rule() -> None:
    """No error, and no warning without a reason why it may stand."""
    assert [f"{finding.place}: {finding.rule}: {finding.message}" for finding in check(read_pack(QUESTIONS))] == []


def test_it_asks_enough(bank: Bank) -> None:
    """At least a hundred questions, of every kind, difficulty and topic of the article."""
    everything = Filters(up_to=bank.meta.episodes)
    assert bank.count(everything)[0] >= 100
    assert set(bank.values("kind", everything)) == set(KINDS)
    assert set(bank.values("difficulty", everything)) == set(DIFFICULTIES)
    assert set(bank.values("topic", everything)) >= ARTICLE_TOPICS


def test_a_newcomer_can_play(bank: Bank) -> None:
    """Without having seen an episode there are enough facts of each difficulty for several games of ten."""
    for difficulty in DIFFICULTIES:
        assert bank.count(Filters(difficulties=(difficulty,), up_to=0))[1] >= 10


def test_every_solution_is_right_and_nothing_else(bank: Bank) -> None:
    """Each question judges its solution fully right and every other option wrong."""
    for item in bank.questions():
        for place in range(4):
            question = deal(item, 7, place)
            assert judge(question, question.solution).credit == 1, item.id
            for key in KEYS[: len(question.options)]:
                if (key,) != question.solution:
                    assert judge(question, (key,)).credit == 0, item.id


def test_every_listed_form_counts(bank: Bank) -> None:
    """Each accepted form is judged right, and each vague or refused one is not."""
    for item in bank.questions():
        if item.kind == "typed":
            question = deal(item, 7, 0)
            for form in item.accept:
                assert judge(question, (form,)).credit == 1, (item.id, form)
            for form in (*item.vague, *item.refuse):
                assert judge(question, (form,)).credit == 0, (item.id, form)


def test_every_fact_has_a_source(bank: Bank) -> None:
    """Each fact names where it is written, and derived ones what they rest on."""
    facts = bank.facts(bank.meta.episodes)
    assert facts
    assert all(fact.sources for fact in facts)
    assert all(bool(fact.rule) == bool(fact.rests_on) for fact in facts)


def test_true_and_false_are_both_asked(bank: Bank) -> None:
    """Neither truth value is always the right guess."""
    truths = Counter(item.answer for item in bank.questions() if item.kind == "true-false")
    assert truths["true"]
    assert truths["false"]
