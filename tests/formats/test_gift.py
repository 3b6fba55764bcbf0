"""GIFT as Moodle reads it: escapes, weights, feedback, categories, and the kinds that it becomes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.formats import gift
from qot_quiz.formats.foreign.matching import SPLIT
from qot_quiz.formats.foreign.moodle import ONE_BY_ONE, PARTLY, TAGS
from qot_quiz.formats.foreign.tidy import UNMARKED

from .reading import FIXTURES, SAMPLES, entries, fixture, found, mutated, only, refused, sample, survives, with_samples


def test_the_fixture() -> None:
    """Every block of the file becomes questions or a refusal with its line and reason."""
    by_line: dict[int, Any] = {}
    for one in found(fixture("gift", "own.gift")):
        by_line.setdefault(one.line, []).append(one)
    (season,), (gap,), (truth,), (year,), (who,), (two,), pairs, (order,), (escapes,) = by_line.values()
    assert (season.kind, season.ask, season.answer) == ("choice", "Which season:", "spring")
    assert (season.wrong, season.why, season.topic) == (
        ("autumn", "summer", "winter"),
        "It follows winter.",
        "Rock / Roll",
    )
    assert season.notes == (ONE_BY_ONE,)
    assert gap.ask == "The _____ Thursday."
    assert (truth.kind, truth.answer, truth.ask) == ("true-false", True, "Is 10^3 a & b?")
    assert (truth.why, truth.notes) == ("The whole truth.", (UNMARKED, ONE_BY_ONE))
    assert (year.kind, year.answer) == ("number", 1822)
    assert (who.kind, who.answer, who.accept, who.refuse) == ("typed", "No", ("07",), ("never",))
    assert PARTLY in who.notes
    assert (two.kind, two.answer, two.wrong) == ("multi", ("one", "two"), ("three", "four", "five", "six"))
    assert [(pair.ask, pair.answer, pair.wrong) for pair in pairs][:2] == [
        ("Match: a?", "1", ("2", "3", "4", "5")),
        ("Match: b?", "2", ("3", "4", "5", "1")),
    ]
    assert (len(pairs), pairs[0].notes) == (4, (SPLIT,))
    assert (order.kind, order.answer) == ("ordering", ("first", "second", "third"))
    assert (escapes.ask, escapes.answer) == ("Escapes {}~=#\\", "\\ = #")
    assert refused(fixture("gift", "own.gift")) == [
        (8, "an essay cannot be judged"),
        (14, "numbers up to 0.01 off are fully right, and here only the exact one is"),
        (16, "every number within 1..5 is right, and here a number is right or not"),
        (22, 'the answer "half" earns 50 per cent, which no option here can'),
        (32, "a description asks nothing"),
        (34, "its { and } do not belong together"),
        (36, "it has a second { or }: a blank line may be missing, or a \\ before it"),
        (40, "it needs a <img>, which is no text"),
        (42, "a * in an answer stands for any text, which cannot be judged here"),
    ]


def test_tags_and_remarks() -> None:
    """A tag that is a difficulty is one; what else a remark says is not asked for."""
    one = only(entries("gift", "// [tag:hard] [tag:snow]\nWhen? {=now}"))
    assert (one.line, one.difficulty, one.notes) == (2, "hard", (TAGS,))


@pytest.mark.parametrize("answer", ["No", "07", "1:30", "010", "2024-01-01", "1_000", "on", "TRUE or so", "1e3", "+7"])
def test_answers_stay_letter_for_letter(answer: str) -> None:
    """No answer that is typed becomes a number, a date or a truth value."""
    escaped = answer.replace(":", "\\:")
    assert only(entries("gift", f"What? {{={escaped}}}")).answer == answer


@given(data=st.binary(max_size=60), at=st.integers(0, 900), kept=st.integers(0, 60))
def test_any_bytes(data: bytes, at: int, kept: int) -> None:
    """Whatever is put into a file, reading gives questions and reasons, never a bug."""
    survives("gift", mutated((FIXTURES / "own.gift").read_bytes(), at, kept, data))


@given(text=st.text(alphabet="{}=~#%:\\-> \n/[]TFab150.", max_size=80))
def test_any_signs(text: str) -> None:
    """Signs of the format in any order are read without a bug."""
    survives("gift", text.encode())


TYPES = {
    "MC": "multichoice",
    "TF": "truefalse",
    "Short": "shortanswer",
    "Numerical": "numerical",
    "Matching": "matching",
    "Essay": "essay",
    "Description": "description",
}


def _numbers(choices: Any) -> list[tuple[str, float]]:
    """Write what the JSON says of numbers as GIFT has it: text and weight."""

    def text(one: dict[str, Any]) -> str:
        if one["type"] == "high-low":
            return f"{one['numberLow']}..{one['numberHigh']}"
        return f"{one['number']}:{one['range']}" if one["type"] == "range" else str(one["number"])

    if isinstance(choices, dict):
        return [(text(choices), 100)]
    return [(text(one["text"]), 100 if one["weight"] is None else one["weight"]) for one in choices]


def _flat(text: str) -> str:
    return "".join(text.split())


def _agrees(asked: Any, told: dict[str, Any]) -> None:
    assert asked.type == TYPES[told["type"]]
    assert _flat(asked.stem) == _flat(told["stem"]["text"])
    match told["type"]:
        case "MC" | "Short":
            full = 100 if told["type"] == "Short" else 0
            wanted = [
                (
                    one["text"]["text"],
                    one["weight"] or (100 if one["isCorrect"] else full),
                    (one["feedback"] or {}).get("text", ""),
                )
                for one in told["choices"]
            ]
            assert [(one.text, one.fraction, one.feedback) for one in asked.answers] == wanted
        case "TF":
            assert [one.fraction for one in asked.answers if one.text == str(told["isTrue"])] == [100]
            said = (told["falseFeedback"] or {}, told["trueFeedback"] or {})
            assert {one.feedback for one in asked.answers} == {one.get("text", "") for one in said}
        case "Matching":
            assert list(asked.pairs) == [(one["subquestion"]["text"], one["subanswer"]) for one in told["matchPairs"]]
        case "Numerical":
            read = [
                (f"{one.text}:{one.tolerance}" if one.tolerance else one.text, one.fraction) for one in asked.answers
            ]
            assert read == _numbers(told["choices"])


@with_samples
@pytest.mark.parametrize("name", sorted(file.stem for file in (SAMPLES / "gift-pegjs").glob("*.gift")))
def test_agrees_with_another_reader(name: str) -> None:
    """Types, stems, answers, weights, feedback and pairs are what the parser of gift-pegjs makes of the same file."""
    text = (SAMPLES / "gift-pegjs" / f"{name}.gift").read_text(encoding="utf-8")
    told = [
        one
        for one in json.loads((SAMPLES / "gift-pegjs" / f"{name}.json").read_text("utf-8"))
        if one["type"] != "Category"
    ]
    read = [gift.asked(line, block, tags) for line, block, tags in gift.blocks(text) if not block.startswith("$")]
    assert len(read) == len(told)
    for asked, one in zip(read, told, strict=True):
        _agrees(asked, one)


COUNTS = {
    "moodle/format-gift/examples.txt": 43,
    "moodle/type-ordering/testimport.gift.txt": 1,
    "pygiftparser/short.gift": 4,
    "pygiftparser/single.gift": 4,
    "pygiftparser/trueFalse.gift": 3,
    "qas-editor/gift/multichoice.gift": 4,
    "qas-editor/gift/shorts.gift": 4,
    "qas-editor/gift/true_false.gift": 4,
}


@with_samples
@pytest.mark.parametrize("name", COUNTS)
def test_the_samples(name: str) -> None:
    """Every question of other tools' files is read or refused: their number is that of the { in each file."""
    assert len({one.line for one in sample("gift", name)}) == COUNTS[name]
