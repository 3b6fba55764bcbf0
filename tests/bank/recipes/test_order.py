"""order: the subjects of some facts in the order of their values."""

from __future__ import annotations

from pathlib import Path

import pytest

from bank.lamps import FIRST_FIVE, LAMPS, LIT, RECIPES, made, made_twice
from bank.sample import findings_of, write_pack
from qot_quiz.bank.compiling import checked
from qot_quiz.bank.items import facts_of, items_of


def test_order_derives_a_fact(tmp_path: Path) -> None:
    """One ordering question on a derived fact that rests on the others, with all their sources."""
    path = write_pack(tmp_path, lamps=LAMPS.replace("spoils = 0", "spoils = 3", 1) + RECIPES)
    book = checked(path)
    item = next(item for item in items_of(book) if item.kind == "ordering")
    fact = next(fact for fact in facts_of(book) if fact.id == "lamp-order")
    assert (item.id, item.answers) == ("lamp-order/order", tuple(f"Lamp {letter}" for letter in "ABCDE"))
    assert item.rests_on == fact.rests_on == tuple(f"lamp-{number}" for number in range(1, 6))
    assert fact.statement == "The lamps were lit in this order: Lamp A, Lamp B, Lamp C, Lamp D, Lamp E."
    assert {source.paragraph for source in fact.sources} == {1, 2, 3, 4, 5}
    assert (fact.spoils, item.spoils, fact.topic) == (3, 3, "dates")


def test_order_can_fall(tmp_path: Path) -> None:
    """A falling order is the rising one turned round."""
    falling = FIRST_FIVE.replace('make = "order"', 'make = "order"\nfalling = true')
    item = made(tmp_path, LAMPS + LIT + falling)["lamp-order/order"]
    assert item.answers == tuple(f"Lamp {letter}" for letter in "EDCBA")


def test_orders_follow_from_the_facts(tmp_path: Path) -> None:
    """A changed value changes the place in the order."""
    twice = made_twice(tmp_path)
    assert [items["lamp-order/order"].answers.index("Lamp D") for items in twice] == [3, 4]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2019-06-02", "2019-06-01", "have the same value"),
        ("{ date = 2019-06-02 }", '{ date = "early in June" }', "has no order"),
        ("{ date = 2019-06-02 }", "{ number = 2 }", "different keys"),
        ("{ date = 2019-06-02 }", "{ date = [2019-06-02, 2019-06-03] }", "holds several values"),
    ],
)
def test_a_fact_that_fits_no_order_is_found(tmp_path: Path, old: str, new: str, message: str) -> None:
    """An order of facts with equal, several or different sorts of values is an error."""
    text = LAMPS.replace(old, new) + FIRST_FIVE
    found = [one for one in findings_of(tmp_path, lamps=text) if one.rule == "recipe"]
    assert [message in one.message for one in found] == [True]
