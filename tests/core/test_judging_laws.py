"""What holds for every name of the built-in pack and for any text at all, whatever the rules of judging are."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import item

from core.judged_rows import names
from qot_quiz.core.judging import judge
from qot_quiz.core.question import Item
from qot_quiz.core.wording import keys, spelt

NAMES = list(names().values())
BY_ANSWER = pytest.mark.parametrize("one", NAMES, ids=[one.answer for one in NAMES])
ANY = st.text(st.characters())


def _forms(one: Item) -> tuple[str, ...]:
    return (one.answer, *one.accept)


def _names_both(form: str, one: Item) -> bool:
    """Whether a form of something else speaks of this answer as well, as "Potsdam, Germany" does of Germany."""
    return set(spelt(one.answer)) < set(spelt(form)) and "," in form


@BY_ANSWER
def test_every_listed_form_counts(one: Item) -> None:
    """Every form that the names file accepts is right, and none is called a slip."""
    assert [form for form in _forms(one) if judge(form, one).reason not in ("exact", "accepted")] == []
    assert [form for form in one.vague if judge(form, one).reason != "vague"] == []
    assert [form for form in one.refuse if judge(form, one).reason != "refused"] == []


@BY_ANSWER
def test_no_form_of_another_name_counts(one: Item) -> None:
    """No form of any other name of the bank is ever accepted, nor called close; at most it asks which one is meant."""
    for other in NAMES:
        own = {key for form in _forms(one) for key in keys(form)}
        for form in _forms(other) if other is not one else ():
            if not own.intersection(keys(form)) and not _names_both(form, one):
                verdict = judge(form, one)
                assert (verdict.credit, verdict.reason) in {
                    (0, "wrong"),
                    (0, "another"),
                    (0, "refused"),
                    (0, "vague"),
                }, form


@BY_ANSWER
def test_case_spacing_and_normal_form_change_nothing(one: Item) -> None:
    """A form is judged alike in any case, spacing and normal form."""
    for form in (*_forms(one), *one.vague, *one.refuse):
        alike = {form.upper(), form.lower(), form.title(), f"  {form.replace(' ', '   ')}\t", form.replace("-", " ")}
        alike |= {unicodedata.normalize(kind, form) for kind in ("NFC", "NFD", "NFKC", "NFKD")}
        verdicts = {(verdict.credit, verdict.again) for verdict in (judge(text, one) for text in (form, *alike))}
        assert len(verdicts) == 1, form


@given(ANY)
def test_any_text_is_judged(text: str) -> None:
    """No text raises, and none is right by chance: whatever counts has letters of the answer."""
    for one in NAMES[:12]:
        verdict = judge(text, one)
        assert verdict == judge(text, one)
        assert 0 <= verdict.credit <= 1
        assert not (verdict.again and verdict.credit)
        if verdict.credit:
            assert keys(text)


@given(ANY, st.lists(ANY, max_size=4), st.lists(ANY, max_size=3), st.sampled_from(["", "person", "place", "work"]))
def test_any_item_can_be_judged(typed: str, forms: list[str], others: list[str], type: str) -> None:
    """Whatever authors list, nothing raises, and the answer itself is right as long as it can be compared."""
    one = item("a/b", "typed", "easy", "?", typed, accept=tuple(forms), rivals=tuple(others), type=type)
    assert judge(typed, one).reason == ("exact" if keys(typed) else "wrong")
    for form in forms:
        judge(form, one)


@given(st.sampled_from(NAMES), st.data())
def test_one_wrong_letter_is_never_exact(one: Item, data: st.DataObject) -> None:
    """A name with one letter replaced is at most a slip, a close one or another listed form."""
    at = data.draw(st.integers(0, len(one.answer) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    text = one.answer[:at] + letter + one.answer[at + 1 :]
    if not set(keys(text)) & set(keys(one.answer)):
        assert judge(text, one).reason != "exact"


@pytest.mark.parametrize(
    ("one", "other"), [("Hong Hae-in", "Hae-na"), ("Baek Hyun-woo", "Hyun-tae"), ("Hong Soo-cheol", "Soo-wan")]
)
def test_names_that_only_look_alike(one: str, other: str) -> None:
    """The pairs that no threshold of likeness tells apart are told apart, with and without the family name."""
    known = names()[one]
    for form in (other, other.replace("-", ""), f"{one.split(maxsplit=1)[0]} {other}", other.upper()):
        verdict = judge(form, known)
        assert (verdict.credit, verdict.again) == (0, False), form
