"""What a typed answer is worth: names of the drama in the forms in which people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.text import fold, judge

HEROINE = ("Hong Hae-in", ("홍해인", "Hae-in Hong", "Hae-in", "해인"), ("Hong",), ("Hong Hae-won", "Hae-won"))
"""The answer, the forms that count, those that are too short, and those that must not count."""


@pytest.mark.parametrize(
    ("typed", "credit", "reason"),
    [
        ("Hong Hae-in", 1, "exact"),
        ("hong haein", 1, "exact"),
        ("HONG HAE IN", 1, "exact"),
        ("  Hong  Hae–in. ", 1, "exact"),
        ("Ｈｏｎｇ Ｈａｅ－ｉｎ", 1, "exact"),
        ("홍해인", 1, "accepted"),
        ("홍 해인", 1, "accepted"),
        ("\u1112\u1169\u11bc\u1112\u1162\u110b\u1175\u11ab", 1, "accepted"),
        ("Hae-in", 1, "accepted"),
        ("Hae-in Hong", 1, "accepted"),
        ("Hong", 0, "vague"),
        ("hong.", 0, "vague"),
        ("Hae-won", 0, "refused"),
        ("Hong Hae-won", 0, "refused"),
        ("Hong Soo-cheol", 0, "wrong"),
        ("Hae-i", 0, "wrong"),
        ("Hong Hae-in or Hae-won", 0, "wrong"),
        ("", 0, "wrong"),
        ("?!", 0, "wrong"),
    ],
)
def test_names(typed: str, credit: int, reason: str) -> None:
    """A name counts in any of its forms; another person's never does, and a surname alone asks which one."""
    verdict = judge(typed, *HEROINE)
    assert (verdict.credit, verdict.reason, verdict.again) == (credit, reason, reason == "vague")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Queens Group", "The Queens Group"),
        ("the queens group", "Queens Group"),
        ("Rock & Roll", "rock and roll"),
        ("Beyonce", "Beyoncé"),
        ("Strasse", "Straße"),
        ("yongduri", "Yongdu-ri"),
        ("16", "１６"),
        ("Crash Landing on You!", "Crash Landing On You"),
    ],
)
def test_same(typed: str, answer: str) -> None:
    """Articles, accents, case, width, hyphens and signs never decide."""
    assert judge(typed, answer, (), (), ()).reason == "exact"


@pytest.mark.parametrize(
    ("typed", "answer"), [("15", "16"), ("1", "16"), ("Theo", "O"), ("another", "other"), ("", "?")]
)
def test_different(typed: str, answer: str) -> None:
    """Numbers have no tolerance, an article is a whole word, and nothing at all is never right."""
    assert judge(typed, answer, ("!",), (), ()).credit == 0


def test_which_list_wins() -> None:
    """The answer itself beats every list, and a refused form beats an accepted and a vague one."""
    assert judge("Kim", "Kim", (), ("Kim",), ("Kim",)).reason == "exact"
    assert judge("Kim", "Lee", ("Kim",), ("Kim",), ("Kim",)).reason == "refused"
    assert judge("Kim", "Lee", ("Kim",), ("Kim",), ()).reason == "accepted"


def test_form_is_named() -> None:
    """A verdict names the form that matched as its author wrote it."""
    assert judge("HONG!", *HEROINE).form == "Hong"
    assert judge("haein", *HEROINE).form == "Hae-in"


@given(st.text(st.characters()))
def test_fold_is_idempotent(text: str) -> None:
    """Folding what is folded changes nothing, and leaves letters and digits only."""
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == "" or folded.isalnum()


@given(st.text(), st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=3))
def test_answer_is_right(answer: str, accept: list[str], vague: list[str], refuse: list[str]) -> None:
    """Whatever lists stand beside it, the answer itself is right, as long as anything of it can be compared."""
    verdict = judge(answer, answer, tuple(accept), tuple(vague), tuple(refuse))
    assert verdict.reason == ("exact" if fold(answer) else "wrong")
