"""What a format carries comes back as it was, whatever signs stand in it; what it cannot carry is counted."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import Quiz

from qot_quiz.core.question import Item, Source
from qot_quiz.formats import FORMATS, READERS, SHEETS, leaving
from qot_quiz.formats.foreign.found import Found
from qot_quiz.formats.foreign.leaving import PARTS

from .reading import reads, written

BOTH = sorted(FORMATS.keys() & {*READERS, *SHEETS})
CARRIED = {format: getattr(import_module(FORMATS[format]), "CARRIED", ()) for format in BOTH}
SIGNS = st.sampled_from(list("{}=~#%:\\->*&<b/>\"'^?;,.|[]ANSWER 07한é"))
TEXTS = st.one_of(
    st.text(SIGNS, min_size=1, max_size=14),
    st.text(st.characters(exclude_categories=("C", "Z", "M")), min_size=1, max_size=14),
    st.sampled_from(
        [
            "No",
            "07",
            "1:30",
            "%50%x",
            "TRUE",
            "->",
            "####",
            "A) b",
            "&amp;",
            "<b>c</b>",
            "\\n",
            "// x",
            "*",
            "=1+1",
            "'=1",
            "#html:true",
            "@x",
            "_x0041_",
            '"',
        ]
    ),
).map(str.strip)


@st.composite
def items(draw: st.DrawFn) -> Item:
    """Make a question of any kind."""
    kind = draw(st.sampled_from(["choice", "true-false", "typed", "multi", "ordering", "number", "date"]))
    texts = draw(st.lists(TEXTS.filter(bool), min_size=5, max_size=8, unique_by=str.casefold))
    unit = draw(st.just("") | TEXTS) if kind == "number" else ""
    answer = {"true-false": draw(st.sampled_from(["true", "false"])), "number": str(draw(st.integers(-999, 999)))}
    return Item(
        id=draw(st.sampled_from(["fact/a", "b"])),
        fact_id="fact",
        kind=kind,
        difficulty=draw(st.sampled_from(["easy", "hard"])),
        topic=draw(st.sampled_from(["people", "places"])),
        spoils=0,
        ask=draw(TEXTS.filter(bool)),
        answer=answer.get(kind, "" if kind in ("multi", "ordering") else texts[0]),
        answers=tuple(texts[:2]) if kind in ("multi", "ordering") else (),
        wrong=tuple(texts[2:]) if kind in ("choice", "multi") else (),
        accept=tuple(texts[1:3]) if kind == "typed" else (),
        vague=(draw(TEXTS.filter(bool)),) if kind == "typed" else (),
        refuse=tuple(texts[3:]) if kind == "typed" else (),
        unit=unit,
        within=draw(st.sampled_from([0, 0.5, 7])) if kind in ("number", "date") else 0,
        why=draw(st.just("") | TEXTS),
    )


def _answer(item: Item) -> Any:
    match item.kind:
        case "true-false":
            return item.answer == "true"
        case "number":
            return int(item.answer)
        case "multi" | "ordering":
            return item.answers
        case _:
            return item.answer


@pytest.mark.parametrize("format", BOTH)
@given(some=st.lists(items(), max_size=4))
def test_round_trip(format: str, some: list[Item]) -> None:
    """Kind, question, answers and whatever else the format carries come back letter for letter, in order."""
    carried = leaving(format)
    kept = list(carried(some))
    read = reads(format, written(format, kept))
    assert len(read) == len(kept)
    shared = [part for part in CARRIED[format] if part in Found.__struct_fields__]
    for item, one in zip(kept, read, strict=True):
        assert isinstance(one, Found), one
        assert (one.kind, one.ask) == (item.kind, item.ask)
        if format == "kahoot":
            right = one.answer if isinstance(one.answer, tuple) else (one.answer,)
            assert set(right) == set(item.answers or (_answer(item),))
            assert set(one.wrong) <= set(item.wrong)
            assert len(one.wrong) == (min(len(item.wrong), 4 - len(right)))
        else:
            assert (one.answer, set(one.wrong)) == (_answer(item), set(item.wrong))
        assert [getattr(one, part) for part in shared] == [getattr(item, part) for part in shared]


def test_a_format_carries_parts_that_exist() -> None:
    """What a format says that it carries are parts of a question by their names."""
    assert {part for carried in CARRIED.values() for part in carried} <= PARTS.keys()


def _item(kind: str, **more: Any) -> Item:
    return Item("a", "a", kind, "easy", "t", 0, "Who?", "I", **more)


def test_what_is_left_out_is_counted() -> None:
    """Questions that a format cannot carry are counted by their kind, and lost parts by their name."""
    carried = leaving("aiken")
    some = [_item("choice", wrong=("a", "b"), why="So."), _item("typed"), _item("typed"), _item("date")]
    assert [item.kind for item in carried([*some, _item("choice", sources=(Source("X"),))])] == ["choice", "choice"]
    assert carried.told() == [
        "3 of 5 questions left out: 2 typed, 1 date.",
        "Not carried by this format: topics (2), difficulties (2), explanations (1), sources (1).",
    ]
    assert leaving("json").told() == []
    everything = leaving("json")
    assert len(list(everything(some))) == 4
    assert everything.told() == []


@pytest.mark.parametrize("format", BOTH)
def test_the_built_in_pack(quiz: Quiz, format: str) -> None:
    """An export of the built-in pack is read back as a pack, and says what it left out."""
    code, out, err = quiz("pack", "export", "queen-of-tears", f"pack.{format}", "--format", format)
    assert (code, out) == (0, "")
    assert (" questions left out: " in err) == (format != "anki")
    assert "Not carried by this format: " in err
    code, out, _ = quiz("pack", "import", f"pack.{format}", "--to", "back")
    assert code == 0
    assert int(out.splitlines()[-1].split(": ")[1].split()[0]) > 200
