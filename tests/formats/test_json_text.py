"""A pack as one JSON object: what other programs read."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from samples import ITEMS, item

from qot_quiz.core.fact import Fact
from qot_quiz.core.question import Item
from qot_quiz.formats import FORMATS, json_text, writer

QUESTION_KEYS = "id fact_id kind difficulty topic spoils ask options solution accept why sources"
FACT = Fact("lead", "cast", "cast", "Kim Soo-hyun plays him.", {"person": "Kim Soo-hyun"}, 0, "easy", ITEMS[0].sources)


def told(items: tuple[Item, ...] = ITEMS, facts: tuple[Fact, ...] = (FACT,)) -> dict[str, Any]:
    """Write a pack and read it with another JSON library."""
    text = "".join(json_text.write({"id": "sample", "episodes": 16}, list(facts), items))
    read: dict[str, Any] = json.loads(text)
    return read


def test_parts() -> None:
    """One object with pack, facts and questions; an empty pack is still one."""
    read = told()
    assert list(read) == ["pack", "facts", "questions"]
    assert read["pack"] == {"id": "sample", "episodes": 16}
    assert [question["id"] for question in read["questions"]] == [one.id for one in ITEMS]
    assert told((), ()) == {"pack": {"id": "sample", "episodes": 16}, "facts": [], "questions": []}


def test_question_keys() -> None:
    """Every question has the documented keys in their order."""
    assert {" ".join(question) for question in told()["questions"]} == {QUESTION_KEYS}


def test_questions_by_text() -> None:
    """Options and solutions stand by their text; a typed question has no options, and its accepted forms."""
    questions = {question["id"]: question for question in told()["questions"]}
    pick, typed, truth = (questions[id] for id in ("length/episodes", "heroine/actress", "abroad/netflix"))
    assert pick["solution"] == ["16"]
    assert len(pick["options"]) == 4
    assert pick["options"] == sorted(pick["options"])
    assert "16" in pick["options"]
    assert (typed["options"], typed["solution"]) == ([], ["Kim Ji-won"])
    assert typed["accept"] == ["김지원", "Jiwon Kim"]
    assert (truth["options"], truth["solution"]) == (["true", "false"], ["true"])
    assert pick["sources"] == [
        {"publisher": "the article", "paragraph": 3},
        {"publisher": "Soompi", "date": "2024-03-09", "page": "https://press.example/first-night"},
    ]


def test_every_kind() -> None:
    """Each kind has its options as texts, none where one types, and all its right answers as texts in a list."""
    shared: dict[str, Any] = {"fact_id": "night", "difficulty": "easy", "topic": "dates", "spoils": 0, "ask": "?"}
    items = (
        Item(id="night/many", kind="multi", answer="", answers=("A", "B"), wrong=("P", "Q", "R", "S"), **shared),
        Item(id="night/order", kind="ordering", answer="", answers=("first", "then", "last"), **shared),
        Item(id="night/count", kind="number", answer="24.85", unit="%", within=3, **shared),
        Item(id="night/date", kind="date", answer="2024-03-09", within=7, **shared),
    )
    many, order, count, day = told(items)["questions"]
    assert (set(many["options"]), set(many["solution"])) == ({"A", "B", "P", "Q", "R", "S"}, {"A", "B"})
    assert (set(order["options"]), order["solution"]) == ({"first", "then", "last"}, ["first", "then", "last"])
    assert order["options"] != order["solution"]
    assert (count["options"], count["solution"]) == ([], ["24.85"])
    assert (day["options"], day["solution"]) == ([], ["2024-03-09"])
    assert {" ".join(question) for question in (many, order, count, day)} == {QUESTION_KEYS}


def test_facts() -> None:
    """A fact has all its fields, and its sources without what they lack."""
    (fact,) = told()["facts"]
    assert list(fact) == [*(name for name in Fact.__struct_fields__ if name != "sources"), "sources"]
    assert (fact["id"], fact["value"]) == ("lead", {"person": "Kim Soo-hyun"})
    assert fact["sources"][0]["publisher"] == "Soompi"


def test_same_text_every_time() -> None:
    """Options are drawn the same way each time, so that two exports of one pack can be compared."""
    assert list(json_text.write({}, [FACT], ITEMS)) == list(json_text.write({}, [FACT], ITEMS))


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_any_text(ask: str, answer: str, accept: list[str]) -> None:
    """Any text of a question comes back as it was."""
    one = item("x/y", "typed", "hard", ask, answer, accept=tuple(accept), why=ask)
    (read,) = told((one,))["questions"]
    assert (read["ask"], read["solution"], read["accept"], read["why"]) == (ask, [answer], accept, ask)


def test_written_as_a_stream() -> None:
    """Questions are asked for one by one while the text is written, so that a large pack needs no memory."""
    asked = []

    def items() -> Any:
        for one in ITEMS:
            asked.append(one.id)
            yield one

    parts = json_text.write({}, [], items())
    while not asked:
        next(parts)
    assert len(asked) == 1


def test_found_by_name() -> None:
    """The table loads this writer by its name."""
    assert FORMATS["json"] == "qot_quiz.formats.json_text"
    assert writer("json") is json_text.write
