"""The mix of the built-in pack: how much it asks, of which kinds, and that every player finds games in it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

import msgspec
import pytest
from running import run
from samples import setup

from qot_quiz.bank.bank import Bank
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.reading import read_pack
from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import MODES
from qot_quiz.core.question import DIFFICULTIES

QUESTIONS = os.path.join(os.path.dirname(__file__), "..", "..", "questions")
CEILINGS = range(17)


@pytest.fixture(name="bank", scope="module")
def _bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    target = str(tmp_path_factory.mktemp("mix") / "pack.db")
    compile_pack(QUESTIONS, target)
    bank = Bank(target)
    yield bank
    bank.close()


@pytest.fixture(name="kinds", scope="module")
def _kinds(bank: Bank) -> Counter[str]:
    return Counter(item.kind for item in bank.questions())


def test_there_are_enough_questions(bank: Bank, kinds: Counter[str]) -> None:
    """At least 700 questions, 180 of each difficulty."""
    assert kinds.total() >= 700
    levels = Counter(item.difficulty for item in bank.questions())
    assert min(levels[difficulty] for difficulty in DIFFICULTIES) >= 180, levels


def test_there_are_enough_of_each_kind(kinds: Counter[str]) -> None:
    """Orders, several answers, typed ones, numbers and days in numbers; few that say true or false."""
    assert kinds["ordering"] >= 60, kinds
    assert kinds["multi"] >= 60, kinds
    assert kinds["typed"] >= 120, kinds
    assert kinds["number"] + kinds["date"] >= 60, kinds
    assert kinds["true-false"] < 0.08 * kinds.total(), kinds


def test_no_family_makes_too_much() -> None:
    """No recipe makes more than a tenth of the questions."""
    questions = read_pack(QUESTIONS).questions
    families = Counter(placed.recipe for placed in questions if placed.recipe)
    assert families
    assert max(families.values()) <= len(questions) / 10, families.most_common(3)


def test_a_newcomer_finds_enough(bank: Bank) -> None:
    """Without having seen an episode one may be asked at least 150 questions."""
    assert bank.count(Filters(up_to=0))[0] >= 150


@pytest.mark.parametrize("up_to", CEILINGS)
@pytest.mark.parametrize("difficulty", [(), *((difficulty,) for difficulty in DIFFICULTIES)])
def test_a_game_can_be_drawn_at_every_ceiling(bank: Bank, up_to: int, difficulty: tuple[str, ...]) -> None:
    """Ten questions below the ceiling, each on a fact of its own; or a refusal that says what to widen."""
    rules, filters = MODES["classic"].rules, Filters(difficulty, up_to=up_to)
    for seed in range(3):
        deck = MODES["classic"].draw(bank, setup(seed=seed, length=10, rules=rules, filters=filters), ())
        items = [question.item for question in deck]
        assert len({item.fact_id for item in items}) == len(items)
        assert all(item.spoils <= up_to for item in items)
        assert all(item.difficulty in (difficulty or DIFFICULTIES) for item in items)
        if len(items) < 10:
            assert difficulty
            refused = run("play", "--seed", str(seed), "--up-to", str(up_to), "-d", *difficulty, "--plain")
            assert refused.code == 2
            assert "--difficulty" in refused.err or "--up-to" in refused.err


def test_what_is_counted_is_there(bank: Bank) -> None:
    """The counts of the compiled pack are those of its questions, made ones included."""
    items = [msgspec.structs.asdict(item) for item in bank.questions()]
    for up_to in CEILINGS:
        below = [item for item in items if item["spoils"] <= up_to]
        assert bank.count(Filters(up_to=up_to)) == (len(below), len({item["fact_id"] for item in below}))
