"""The form of the kinds that take lists, numbers and days: a good example of each, and one change that breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from qot_quiz.bank.compiling import checked
from qot_quiz.bank.items import items_of
from qot_quiz.core.question import Item

from .sample import findings_of, write_pack

KINDS = """\
topic = "people"

[[fact]]
id = "boats"
kind = "plot"
statement = "Seven boats lie in the harbour."
value = { number = 7 }
difficulty = "medium"
sources = [{ paragraph = 8 }]

[[question]]
id = "boats/which"
kind = "multi"
ask = "Which of these boats lie in the harbour?"
answer = ["the Heron", "the Gull"]
wrong = ["the Eagle", "the Crow", "the Swan", "the Hawk"]
why = "They came home before the storm."

[[question]]
id = "boats/order"
kind = "ordering"
ask = "In which order do the boats come home, first to last?"
answer = ["the Heron", "the Gull", "the Tern", "the Duck"]
why = "The wind had turned."

[[question]]
id = "boats/number"
kind = "number"
ask = "How many boats lie in the harbour?"
answer = 7
unit = "boats"
within = 2.5
why = "An eighth is being mended."

[[question]]
id = "boats/date"
kind = "date"
ask = "On which date did the boats come home?"
answer = 2019-05-06
within = 7
why = "It was a Monday."

[[question]]
id = "boats/crew"
kind = "typed"
ask = "Which two sisters sail the Heron?"
answer = "Mina and Kim A-ra"
parts = [["Mina", "미나"], ["Kim A-ra", "A-ra"]]
why = "They learnt it from their aunt."
"""

BROKEN = [
    ("form", 'answer = ["the Heron", "the Gull"]', 'answer = "the Heron"'),
    ("form", 'answer = ["the Heron", "the Gull"]', 'answer = ["the Heron"]'),
    ("form", 'answer = ["the Heron", "the Gull"]', 'answer = ["the Heron", " "]'),
    ("form", ', "the Hawk"', ""),
    ("form", ', "the Swan", "the Hawk"', ', "the A", "the B", "the C", "the D", "the E", "the F", "the G"' * 2),
    ("form", ', "the Duck"]', "]"),
    ("form", 'why = "The wind had turned."', 'wrong = ["the Owl"]\nwhy = "The wind had turned."'),
    ("form", "answer = 7", 'answer = "7"'),
    ("form", "answer = 7", "answer = true"),
    ("form", "answer = 7", "answer = nan"),
    ("form", "answer = 7", "answer = 1e300"),
    ("form", "within = 2.5", "within = -1"),
    ("form", "within = 2.5", "within = inf"),
    ("form", "within = 2.5", 'accept = ["seven"]'),
    ("form", "answer = 2019-05-06", 'answer = "6 May 2019"'),
    ("form", "answer = 2019-05-06", "answer = 2019-05-06T20:00:00"),
    ("form", "within = 7", 'unit = "days"'),
    ("form", 'parts = [["Mina", "미나"], ["Kim A-ra", "A-ra"]]', 'parts = [["Mina"]]'),
    ("form", 'parts = [["Mina", "미나"], ["Kim A-ra", "A-ra"]]', 'parts = [["Mina"], []]'),
    ("form", 'parts = [["Mina", "미나"], ["Kim A-ra", "A-ra"]]', 'parts = [["Mina"], [""]]'),
    ("form", 'parts = [["Mina", "미나"], ["Kim A-ra", "A-ra"]]', 'unit = "sisters"'),
    ("ask-put", "come home, first to last?", "come home, first to last."),
    ("ask-unit", "How many boats lie in the harbour?", "What lies in the harbour?"),
    ("ask-unit", "On which date did the boats", "On what did the boats"),
    ("options-equal", '"the Crow"', '"the heron"'),
    ("options-equal", '"the Tern"', '"the gull"'),
    ("options-contained", '"the Crow"', '"the Heron\'s crow"'),
    ("options-length", '["the Heron", "the Gull"]', '["the Heron with the green sail", "the Gull with the torn sail"]'),
    ("options-length", '"the Tern"', '"the Tern, which had sailed around the whole island twice"'),
    ("options-above", '"the Crow"', '"all of these"'),
    ("options-absolute", '"the Crow"', '"only Crow"'),
    ("options-echo", '"the Gull"', '"harbour Gull"'),
    ("options-mixed", '["the Heron", "the Gull"]', '["9 March", "10 March"]'),
    ("options-mixed", '"the Crow"', '"Kim A-ra", "Heron Bay"'),
    ("options-tell", '["the Heron", "the Gull", "the Tern", "the Duck"]', '["Boat 2", "Boat 3", "Boat 5", "Boat 7"]'),
    ("options-tell", '["the Heron", "the Gull", "the Tern", "the Duck"]', '["9 May", "8 May", "2 May", "1 May"]'),
    ("name-spoils", '"the Gull", "the Tern"', '"the Keeper", "the Tern"'),
    ("asked-twice", "On which date did the boats come home?", "How many boats lie in the harbour?"),
]
BAY = '\n[[name]]\nid = "bay"\nshow = "Heron Bay"\ntype = "place"\n'


@pytest.fixture(name="items")
def _items(tmp_path: Path) -> dict[str, Item]:
    return {item.id: item for item in items_of(checked(write_pack(tmp_path, kinds=KINDS)))}


def test_the_good_examples_keep_every_rule(tmp_path: Path) -> None:
    """One question of each kind is no finding, "which of these" included."""
    assert findings_of(tmp_path, kinds=KINDS) == []


@pytest.mark.parametrize(("rule", "old", "new"), BROKEN)
def test_a_change_breaks_the_rule(tmp_path: Path, rule: str, old: str, new: str) -> None:
    """With that change the questions break that rule."""
    assert old in KINDS
    found = findings_of(tmp_path, kinds=KINDS.replace(old, new, 1), names=BAY)
    assert [finding.file for finding in found if finding.rule == rule][:1] == ["kinds.toml"]


def test_orders_of_different_things_may_share_a_stem(tmp_path: Path) -> None:
    """What is to be put in order is a part of the question; the same things in another order are the same question."""
    other = KINDS[KINDS.index('[[question]]\nid = "boats/order"') : KINDS.index('[[question]]\nid = "boats/number"')]
    other = other.replace("boats/order", "boats/again")
    fresh = other.replace("the Duck", "the Coot")
    assert findings_of(tmp_path / "fresh", kinds=KINDS + fresh) == []
    assert [finding.rule for finding in findings_of(tmp_path / "same", kinds=KINDS + other)] == ["asked-twice"]


def test_lists_become_answers(items: dict[str, Item]) -> None:
    """Several right answers, and things in their order, stand in `answers`; they rest on all that their fact does."""
    assert items["boats/which"].answers == ("the Heron", "the Gull")
    assert items["boats/which"].wrong == ("the Eagle", "the Crow", "the Swan", "the Hawk")
    assert items["boats/order"].answers == ("the Heron", "the Gull", "the Tern", "the Duck")
    assert (items["boats/order"].answer, items["boats/order"].rests_on) == ("", ())


def test_numbers_and_days_become_texts(items: dict[str, Item]) -> None:
    """A number stands in plain digits and a day as ISO text, with their unit and their closeness."""
    number, day = items["boats/number"], items["boats/date"]
    assert (number.answer, number.unit, number.within) == ("7", "boats", 2.5)
    assert (day.answer, day.unit, day.within) == ("2019-05-06", "", 7)


def test_parts_pass_through(items: dict[str, Item]) -> None:
    """The parts of a typed answer reach the judge with their forms, those of the names file too."""
    assert items["boats/crew"].parts == (("Mina", "미나"), ("Kim A-ra", "A-ra", "김아라"))
