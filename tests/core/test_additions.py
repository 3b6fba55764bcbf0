"""What people add to a right answer, and what is a second answer."""

from __future__ import annotations

from typing import Any

import pytest
from samples import item

from qot_quiz.core.additions import by_addition
from qot_quiz.core.countries import is_country
from qot_quiz.core.question import Item


def asked(answer: str, type: str, **more: Any) -> Item:
    """Make a typed item."""
    return item("a/b", "typed", "easy", "Who?", answer, type=type, **more)


BOMI = asked("Yoon Bomi", "person", accept=("윤보미",), beside=("Apink", "Baek Hyun-woo"))
TOWN = asked("Potsdam", "place", refuse=("Berlin",), rivals=("Postdam",))
COMPANY = asked("Netflix", "organisation")


@pytest.mark.parametrize(
    ("typed", "one"),
    [
        ("Bomi (Apink)", BOMI), ("Bomi of Apink", BOMI), ("Yoon Bomi, Apink", BOMI), ("Yun Bo-mee, singer", BOMI),
        ("Yoon Bomi (Baek Hyun-woo)", BOMI), ("Yoon Bomi, singer, Apink", BOMI), ("Yoon Bomi (the rapper)", BOMI),
        ("Potsdam, Germany", TOWN), ("Potsdam near Berlin", TOWN), ("Potsdam in Germany", TOWN),
        ("Netflix Korea", COMPANY), ("Netflix, South Korea", COMPANY), ("Netflix (streaming)", COMPANY),
    ],
)  # fmt: skip
def test_true_additions(typed: str, one: Item) -> None:
    """A group, an office, a role, a country and a place that it is near to leave the answer what it is."""
    verdict = by_addition(typed, one)
    assert verdict is not None
    assert verdict.credit == 1


@pytest.mark.parametrize(
    ("typed", "one"),
    [
        ("Yoon Bomi, Park Chorong", BOMI), ("Yoon Bomi (Park Chorong)", BOMI), ("Yoon Bomi, Kim Ji-won", BOMI),
        ("Yoon Bomi, Bono", BOMI), ("Yoon Bomi, Baek Hyun-woo", BOMI), ("Yoon Bomi (Kim Ji-won)", BOMI),
        ("Yoon Bomi (Brad Pitt)", BOMI), ("Yoon Bomi (not Apink)", BOMI), ("Yoon Bomi (", BOMI),
        ("Yoon Bomi ()", BOMI), ("Bomi near Apink", BOMI),
        ("Potsdam, Berlin", TOWN), ("Potsdam (Berlin)", TOWN), ("Potsdam, Dresden", TOWN),
        ("Berlin near Potsdam", TOWN),
        ("Potsdam near Berlin or Berlin", TOWN), ("Netflix, Disney", COMPANY), ("Netflix Disney", COMPANY),
        ("Germany, Austria", asked("Germany", "place")), ("Crime of Punishment", asked("Crime", "work")),
        ("Yoon Bomi, singer, singer, singer, singer", BOMI),
    ],
)  # fmt: skip
def test_second_answers(typed: str, one: Item) -> None:
    """Another person, place or company is a second answer, and so is whatever might be one."""
    verdict = by_addition(typed, one)
    assert verdict is None or not verdict.credit


def test_countries() -> None:
    """Countries are known by their whole names."""
    assert is_country(("south", "korea"))
    assert is_country(("한국",))
    assert not is_country(("korea", "south"))
    assert not is_country(())
