"""What a verdict says: its reason, the form that it rests on, and which list has the last word."""

from __future__ import annotations

from typing import Any

import pytest
from samples import item

from qot_quiz.core.judging import judge
from qot_quiz.core.question import Item


def asked(answer: str, **more: Any) -> Item:
    """Make a typed item."""
    return item("a/b", "typed", "easy", "Who?", answer, **more)


HEROINE = asked(
    "Hong Hae-in", accept=("홍해인", "Hea-in"), vague=("Hong",), refuse=("Hong Hae-won", "Hae-won"), type="character"
)


@pytest.mark.parametrize(
    ("typed", "reason", "form"),
    [
        ("hong haein", "exact", "Hong Hae-in"),
        ("홍 해인", "accepted", "홍해인"),
        ("heain", "accepted", "Hea-in"),
        ("Hae-een Hong", "accepted", "Hong Hae-in"),
        ("Hong Hae-inn", "slip", "Hong Hae-in"),
        ("HONG!", "vague", "Hong"),
        ("Hwang", "wrong", ""),
        ("hae won", "refused", "Hae-won"),
        ("Hong Soo-cheol", "wrong", ""),
        ("", "wrong", ""),
    ],
)
def test_reason_and_form(typed: str, reason: str, form: str) -> None:
    """A verdict names why it was given and the form it rests on, as its author wrote it."""
    verdict = judge(typed, HEROINE)
    assert (verdict.reason, verdict.form) == (reason, form)
    assert verdict.credit == (reason in ("exact", "accepted", "slip"))
    assert verdict.again == (reason in ("vague", "close"))


def test_which_list_wins() -> None:
    """The answer itself beats every list, and a refused form beats an accepted and a vague one."""
    assert judge("Kim", asked("Kim", vague=("Kim",), refuse=("Kim",), rivals=("Kim",))).reason == "exact"
    assert judge("Kim", asked("Lee", accept=("Kim",), vague=("Kim",), refuse=("Kim",))).reason == "refused"
    assert judge("Kim", asked("Lee", accept=("Kim",), vague=("Kim",), rivals=("Kim",))).reason == "accepted"
    assert judge("Kim", asked("Lee", vague=("Kim",), rivals=("Kim",))).reason == "vague"
    assert judge("Kim", asked("Lee", rivals=("Kim",))).reason == "another"


def test_a_rival_as_near_forbids_the_slip() -> None:
    """What is as near to another known thing as to the answer is a slip of neither."""
    assert judge("Mildon", asked("Milton", type="place")).reason == "slip"
    assert judge("Mildon", asked("Milton", type="place", rivals=("Mildon",))).reason == "another"
    assert judge("Mildon", asked("Milton", type="place", rivals=("Milden",))).reason == "wrong"
    assert judge("Mildon", asked("Milton", type="place", refuse=("Mildun",))).reason == "wrong"


def test_two_of_one_given_name() -> None:
    """A given name alone asks which one where the bank has two, however it is spelt."""
    both = asked("Kim Ji-won", accept=("김지원",), type="person", rivals=("Lee Ji-won", "이지원"))
    assert judge("Jee-won", asked("Kim Ji-won", accept=("김지원",), type="person")).credit == 1
    assert judge("Jee-won", both).reason == "vague"
    assert judge("Kim Jee-won", both).credit == 1
    assert judge("Yi Jee-won", both).reason == "another"


def test_romanisation_is_for_names_alone() -> None:
    """A Hangul form of an answer that is no name is not romanised by rule."""
    assert judge("byeonhosa", asked("lawyer", accept=("변호사",))).credit == 0
    assert judge("Yongdoo-ri", asked("Yongdu-ri", accept=("용두리",), type="place")).credit == 1


def test_a_slip_shows_the_right_spelling() -> None:
    """The form of a slip is the one that was meant, be it the answer or a further form."""
    village = asked("Yongdu-ri", type="place")
    assert judge("Yongdu-rri", village).form == "Yongdu-ri"
    assert judge("attorny", asked("lawyer", accept=("attorney",))).form == "attorney"


@pytest.mark.parametrize(
    ("typed", "one", "which"),
    [
        ("Hong", asked("Hae-in Hong", accept=("홍해인",), type="character"), "Hong"),
        ("홍", asked("Hong Hae-in", accept=("홍해인",), type="character"), "Hong"),
        ("Kim", asked("김수현", type="person"), "Kim"),
        ("Mr. Kim", asked("김수현", type="person"), "kim"),
        ("Janet", asked("Janet Jackson", type="person"), "Janet"),
        ("Jean", asked("Jean-Paul Sartre", type="person"), "Jean"),
        ("Carter", asked("Helena Bonham-Carter", type="person", rivals=("Jimmy Carter",)), "Carter"),
    ],
)
def test_which_one_is_asked(typed: str, one: Item, which: str) -> None:
    """What is asked back is the half that was typed, as the answer writes it if it does; never more of the answer."""
    verdict = judge(typed, one)
    assert (verdict.reason, verdict.form) == ("vague", which)
