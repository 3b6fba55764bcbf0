"""Items: every reference of a question filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from qot_quiz.bank.compiling import checked
from qot_quiz.bank.items import facts_of, items_of
from qot_quiz.core.fact import Fact
from qot_quiz.core.question import Item, Source

from .sample import many_choices, write_pack


@pytest.fixture(name="items")
def _items(tmp_path: Path) -> dict[str, Item]:
    return {item.id: item for item in items_of(checked(write_pack(tmp_path)))}


def test_a_rising_choice_is_put_in_order(items: dict[str, Item]) -> None:
    """Wrong dates rise, and the item tells how many lie below the answer."""
    item = items["first-night/date"]
    assert item.wrong == ("27 April 2019", "3 May 2019", "11 May 2019", "12 May 2019")
    assert (item.ascending, item.wrong_below) == (True, 2)


def test_weekdays_rise(items: dict[str, Item]) -> None:
    """Days of the week rise from Monday to Sunday."""
    item = items["first-weekday/day"]
    assert (item.wrong, item.ascending, item.wrong_below) == (("Monday", "Friday", "Sunday"), True, 2)


def test_numbers_rise_by_value(tmp_path: Path) -> None:
    """Numbers rise by value, not by letter."""
    pack = write_pack(tmp_path, more=many_choices(1, "9 days", ["10 days", "8 days", "100 days"]))
    (item,) = [item for item in items_of(checked(pack)) if item.fact_id == "many"]
    assert (item.wrong, item.wrong_below) == (("8 days", "10 days", "100 days"), 1)


def test_other_choices_keep_their_order(items: dict[str, Item]) -> None:
    """Options without an order of their own stay as the author wrote them."""
    item = items["painter/where"]
    assert item.wrong == ("the garden fence", "the kitchen door", "the old boat")
    assert (item.ascending, item.wrong_below) == (False, 0)


def test_names_lend_their_forms(items: dict[str, Item]) -> None:
    """A typed answer that is a name knows all its forms, and those of no other name."""
    item = items["painter/who"]
    assert item.accept == ("the girl with the brush", "A-ra", "김아라")
    assert (item.vague, item.refuse) == (("Kim",), ("Ara Kim-Lee",))


def test_a_truth_is_a_word(items: dict[str, Item]) -> None:
    """A true-false item answers with a word and has no wrong options."""
    assert (items["first-night/truth"].answer, items["first-night/truth"].wrong) == ("true", ())


def test_the_fact_fills_in(items: dict[str, Item]) -> None:
    """Difficulty, spoilers, topic and sources come from the fact unless the question has its own."""
    own, inherited = items["painter/where"], items["painter/who"]
    assert (own.difficulty, own.spoils, own.topic) == ("hard", 4, "people")
    assert (inherited.difficulty, inherited.spoils, inherited.fact_id) == ("medium", 3, "painter")
    assert inherited.sources == (Source("the guide", 7),)
    page = items["first-night/date"].sources[1]
    assert (page.publisher, page.date, page.paragraph) == ("Harbour News", "2019-05-05", 0)


def test_items_stand_by_id_and_facts_by_topic(tmp_path: Path) -> None:
    """Questions stand in the order of their ids, facts in that of topics and authors."""
    book = checked(write_pack(tmp_path))
    ids = [item.id for item in items_of(book)]
    assert ids == sorted(ids)
    facts = facts_of(book)
    assert [fact.id for fact in facts] == ["first-night", "first-weekday", "painter"]
    assert isinstance(facts[0], Fact)
    assert facts[1].rests_on == ("first-night",)


SEVERAL = """
[pack]
id = "few"
title = "Few"

[[topic]]
id = "all"
title = "All"

[[question]]
id = "even"
kind = "multi"
difficulty = "easy"
ask = "Which of these numbers are even?"
answer = ["10 boats", "4 boats"]
wrong = ["3 boats", "7 boats", "11 boats", "9 boats"]
why = "Two divides them."

[[question]]
id = "towns"
kind = "multi"
difficulty = "easy"
ask = "Which of these towns lie on the Spree?"
answer = ["Berlin", "Cottbus"]
wrong = ["Mainz", "Essen", "Bonn", "Ulm"]
why = "It joins the Havel."
"""


def test_several_numbers_rise(tmp_path: Path) -> None:
    """Numbers to pick from have one rising order, right and wrong ones together; names have none."""
    pack = tmp_path / "few.toml"
    pack.write_text(SEVERAL, encoding="utf-8")
    even, towns = items_of(checked(str(pack)))
    assert even.rising == ("3 boats", "4 boats", "7 boats", "9 boats", "10 boats", "11 boats")
    assert towns.rising == ()
