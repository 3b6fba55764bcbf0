"""The built-in pack: it keeps every rule, and asks what it promises."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest

from qot_quiz.bank.bank import Bank
from qot_quiz.bank.check import check
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.reading import read_pack
from qot_quiz.bank.words import mentions
from qot_quiz.core.draw import Filters
from qot_quiz.core.kinds import KINDS, deal, judge, shape
from qot_quiz.core.kinds.choice import place_of
from qot_quiz.core.question import DIFFICULTIES, Answer, Arrange, PickMany, PickOne, Question, TypeIn

QUESTIONS = os.path.join(os.path.dirname(__file__), "..", "..", "questions")
SEEDS = range(1, 21)
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


def _dealt(bank: Bank) -> Iterator[Question]:
    """Deal every question with each of twenty seeds, as games in the order of the pack would."""
    for seed in SEEDS:
        for number, item in enumerate(bank.questions()):
            yield deal(item, seed, place_of(seed, number))


def _wrongly(question: Question) -> Iterator[tuple[Answer, bool]]:
    """Yield answers that are wrong, and whether they may earn a part."""
    keys = tuple(option.key for option in question.options)
    match shape(question):
        case PickOne():
            yield from (((key,), False) for key in keys if (key,) != question.solution)
        case PickMany():
            wrong = [key for key in keys if key not in question.solution]
            yield from (((key,), False) for key in wrong)
            yield (tuple(wrong), False)
            yield (keys, False)
            yield from ((tuple(sorted((*question.solution, key))), True) for key in wrong)
            yield from ((tuple(one for one in question.solution if one != key), True) for key in question.solution)
        case Arrange():
            yield (question.solution[::-1], False)
            for at in range(len(keys) - 1):
                one, other = question.solution[at : at + 2]
                yield ((*question.solution[:at], other, one, *question.solution[at + 2 :]), True)
        case TypeIn(form="number", within=within):
            right = Decimal(question.item.answer)
            for off in (Decimal(repr(within)), -Decimal(repr(within)), Decimal(1000)):
                yield from [((f"{right + off:f}",), False)] if off else []
            yield ((f"{right + Decimal('0.01'):f}",), True)
        case TypeIn(form="date", within=within):
            day = date.fromisoformat(question.item.answer)
            yield from [((day.replace(year=day.year + 1).isoformat(),), False)] if within < 365 else []
            yield from ((((day + timedelta(days=off)).isoformat(),), True) for off in (-1, 1))
            yield (((day + timedelta(days=max(1, round(within)))).isoformat(),), False)
        case TypeIn():
            yield from (((form,), False) for form in (*question.item.vague, *question.item.refuse))
            yield (("nothing of that kind",), False)


def test_every_solution_is_right_and_nothing_else(bank: Bank) -> None:
    """With every seed each question judges its solution fully right, and everything else no more than partly so."""
    for question in _dealt(bank):
        id = question.item.id
        assert judge(question, question.solution).credit == 1, id
        for given, part in _wrongly(question):
            credit = judge(question, given).credit
            assert credit < 1 if part else credit == 0, (id, given)


def test_options_are_different_and_enough(bank: Bank) -> None:
    """With every seed a choice shows four options, a question with several answers five or six, an order its number."""
    ordered = {"easy": 3, "medium": 4, "hard": 5}
    for question in _dealt(bank):
        texts = {option.text for option in question.options}
        assert len(texts) == len(question.options), question.item.id
        match shape(question):
            case PickOne():
                assert len(texts) == (2 if question.item.kind == "true-false" else 4), question.item.id
            case PickMany():
                assert len(question.solution) in (2, 3), question.item.id
                assert len(texts) in (5, 6), question.item.id
            case Arrange():
                assert len(texts) == ordered[question.item.difficulty], question.item.id
                assert tuple(option.key for option in question.options) != question.solution, question.item.id


def test_no_name_is_shown_below_its_level(bank: Bank) -> None:
    """No question and no fact shows a name that spoils more than it does, in any of its texts or options."""
    names = [placed.table for placed in read_pack(QUESTIONS).names if placed.table.spoils]
    assert names
    texts = [
        (item.id, item.spoils, (item.ask, item.why, item.answer, *item.answers, *item.wrong))
        for item in bank.questions()
    ]
    texts += [(fact.id, fact.spoils, (fact.statement,)) for fact in bank.facts(bank.meta.episodes)]
    for name in names:
        for id, spoils, shown in texts:
            if spoils < name.spoils:
                assert not any(mentions(text, form) for text in shown for form in (name.show, *name.accept)), (
                    id,
                    name.show,
                )


def test_no_question_spoils_less_than_what_it_ranges_over(bank: Bank) -> None:
    """A question spoils no less than its fact and all the facts beneath it."""
    spoils = {fact.id: fact.spoils for fact in bank.facts(bank.meta.episodes)}
    for item in bank.questions():
        assert item.spoils >= max(spoils[id] for id in (item.fact_id, *item.rests_on)), item.id


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


def test_true_and_false_are_as_likely(bank: Bank) -> None:
    """Whoever always says true, or always false, is right about half the time."""
    truths = Counter(item.answer for item in bank.questions() if item.kind == "true-false")
    assert abs(truths["true"] - truths["false"]) <= 1, truths
