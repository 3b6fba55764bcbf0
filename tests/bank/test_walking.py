"""The way through a bank: whichever is taken, the same rows come in the same order, and few others are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

import pytest

from qot_quiz.bank.bank import Bank
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.ring import point_of
from qot_quiz.bank.walking import ways
from qot_quiz.core.chance import RING
from qot_quiz.core.draw import WINDOW, Filters, passes

from .streams import row, write_stream

STATEMENT = {"kind": "true-false", "choices": None, "answer": True, "question": "It is a town."}


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    """Compile 3,000 questions, of which a few are statements and a few spoil."""
    folder = tmp_path_factory.mktemp("bank")
    rows = (
        row(number, spoils=4 if number % 7 else 0, **(STATEMENT if number % 1000 == 1 else {}))
        for number in range(3000)
    )
    compile_pack(write_stream(folder / "pack", rows), str(folder / "bank.db"))
    opened = Bank(str(folder / "bank.db"))
    yield opened
    opened.close()


FILTERS = [
    Filters(topics=topics, kinds=kinds, up_to=up_to)
    for topics, kinds, up_to in product(
        ((), ("road1",), ("road1", "road3", "road1")), ((), ("true-false",), ("choice", "true-false")), (0, 4)
    )
]


@pytest.mark.parametrize("filters", FILTERS, ids=repr)
def test_every_way_gives_the_fitting_rows_in_order(bank: Bank, filters: Filters) -> None:
    """All rows that pass come once, from the point on round the ring."""
    point = RING // 3
    expected = [item.id for item in bank.questions() if item.difficulty == "medium" and passes(item, filters)]
    expected.sort(key=lambda each: (point_of(each) - point) % RING)
    walked = list(bank.walk(filters, "medium", point))
    assert [each.id for each in walked] == expected
    assert all(each.fact_id == each.id for each in walked)


def test_what_fits_often_is_walked_on_one_ring(bank: Bank) -> None:
    """Filters that let most rows pass cost one walk, rare ones a walk for each cell."""
    tally = bank._tallied()
    assert len(ways(tally, Filters(up_to=4), "medium")) == 1
    assert "question_ring" in ways(tally, Filters(up_to=4), "medium")[0].sql
    rare = ways(tally, Filters(kinds=("true-false",), up_to=4), "medium")
    assert rare
    assert all("question_cell" in way.sql for way in rare)


def test_nothing_is_walked_for_nothing(bank: Bank) -> None:
    """Where no question fits, the bank is not even asked."""
    assert ways(bank._tallied(), Filters(topics=("nowhere",), up_to=4), "medium") == ()
    assert ways(bank._tallied(), Filters(difficulties=("hard",), up_to=4), "medium") == ()


@pytest.mark.parametrize("filters", FILTERS, ids=repr)
def test_rare_rows_are_found_without_passing_by_others(bank: Bank, filters: Filters) -> None:
    """The steps to a window of rows do not follow the size of the bank, however rare they are."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    list(islice(bank.walk(filters, "medium", 0), WINDOW))  # what is prepared and counted once
    bank._db.set_progress_handler(step, 100)
    list(islice(bank.walk(filters, "medium", 0), WINDOW))
    bank._db.set_progress_handler(None, 0)
    assert steps <= 40


def test_walks_need_the_index_alone(bank: Bank) -> None:
    """What a walk yields stands in its index, so that no row is fetched, and nothing is sorted."""
    for filters in FILTERS:
        for way in ways(bank._tallied(), filters, "medium"):
            plan = bank._db.execute("EXPLAIN QUERY PLAN " + way.arc(">="), (*way.given, 0)).fetchall()
            assert all("COVERING INDEX" in line[3] for line in plan), plan
