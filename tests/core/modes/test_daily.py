"""Daily: one deck for everybody and every date."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from samples import Shelf, setup

from core.packs import many
from qot_quiz.bank.locating import open_pack
from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import classic, daily
from qot_quiz.core.question import Item, Question

PACK = many(280, 280, 200)


def deck(day: str, items: list[Item] = PACK) -> tuple[Question, ...]:
    """Draw the deck of a day."""
    drawn = msgspec.structs.replace(setup("daily", daily.seed(day)), day=day)
    return daily.draw(Shelf(items), drawn, {item.id for item in items})


def days(count: int) -> list[str]:
    """Name days in a row."""
    return [(date(2026, 11, 22) + timedelta(at)).isoformat() for at in range(count)]


def ids(drawn: tuple[Question, ...]) -> set[str]:
    """Give the ids of a deck."""
    return {question.item.id for question in drawn}


def test_rules() -> None:
    """It is played like a classic game of ten."""
    assert daily.RULES == classic.RULES


def test_a_day_is_a_classic_ten() -> None:
    """Ten questions, 4 easy, 4 medium, 2 hard; what was seen does not matter."""
    shares = Counter(question.item.difficulty for question in deck("2026-11-22"))
    assert shares == {"easy": 4, "medium": 4, "hard": 2}


def test_no_question_within_fourteen_days() -> None:
    """No question comes twice within fourteen days."""
    last: dict[str, int] = {}
    for at, day in enumerate(days(60)):
        for id in ids(deck(day)):
            assert at - last.get(id, -99) >= daily.APART
            last[id] = at


def test_every_question_in_time() -> None:
    """In 400 days fewer than three in a hundred are never asked."""
    asked = {id for day in days(400) for id in ids(deck(day))}
    assert 1 - len(asked) / len(PACK) < 0.03


@pytest.mark.parametrize("up_to", [0, 16])
def test_the_built_in_pack(compiled: Path, tmp_path: Path, up_to: int) -> None:
    """In 400 days the built-in pack repeats nothing within fourteen days and leaves fewer than 3 in 100 unasked."""
    bank = open_pack("queen-of-tears", str(compiled))
    items = [item for item in bank.questions() if item.spoils <= up_to]
    bank.close()
    drawn = setup("daily", filters=Filters(up_to=up_to))
    shelf, last = Shelf(items), dict[str, int]()
    for at, day in enumerate(days(400)):
        today = daily.draw(shelf, msgspec.structs.replace(drawn, seed=daily.seed(day), day=day), ())
        assert len(today) == 10
        for id in ids(today):
            assert at - last.get(id, -99) >= daily.APART, id
            last[id] = at
    assert 1 - len(last) / len(items) < 0.03


def test_a_grown_pack_changes_little() -> None:
    """Ten more questions change at most one of a day's ten, on average."""
    grown = [*PACK, *many(4, 4, 2, first=5000)]
    changed = [len(ids(deck(day)) - ids(deck(day, grown))) for day in days(60)]
    assert sum(changed) / len(changed) <= 1


def test_small_pack() -> None:
    """Where too few have their turn, the day's deck comes from all."""
    assert len(deck("2026-11-22", many(8, 8, 4))) == 10
