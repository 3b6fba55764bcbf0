"""Forms made comparable all at once are what each of them is by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.index import index
from qot_quiz.core.wording import keys, spelt

ROUGH = st.text(st.sampled_from("aétTh e-'’&+#1²½.,(İßäﬁ해하\u1112\u1162\u0301\n\t\x02\x03\x04"), max_size=14)
WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "a",
            "an",
            "it",
            "is",
            "St.",
            "ten",
            "IV",
            "Kim",
            "can't",
            "A+",
            "a%",
            "“the",
            "홍",
            "Ø",
            "“quoted”",
            "u",
        ]
    ),
    max_size=5,
).map(" ".join)
FORMS = st.lists(st.one_of(st.text(), ROUGH, WORDS), max_size=8).map(tuple)


@given(FORMS)
def test_all_at_once(forms: tuple[str, ...]) -> None:
    """Every form has the keys and the letters that it has alone; where two share a key, it is the first one's."""
    found: dict[str, int] = {}
    for place, form in enumerate(forms):
        for key in keys(form):
            found.setdefault(key, place)
    made = index(forms)
    assert {key: made.place(key) for key in found} == found
    assert made.place("no form is this one") == -1
    assert made.letters == ["".join(spelt(form)) for form in forms]


@pytest.mark.parametrize(
    ("forms", "key", "place"),
    [
        (("the b", "b"), "b", 0), (("x", "an ox"), "ox", 1), (("A%",), "a", 0), (("“The Keeper”",), "keeper", 0),
        (("\u1100‘\u1161",), "\u1100\u1161", 0), (("Köln", "x"), "koeln", 0), (("x\ny", "z"), "z", 1),
        (("St. Ives",), "saintives", 0), (("b", "홍", "b"), "b", 0), (("b",), "", -1), ((), "b", -1),
    ],
)  # fmt: skip
def test_place(forms: tuple[str, ...], key: str, place: int) -> None:
    """A key is found in the first form that has it, whatever stands round the others."""
    assert index(forms).place(key) == place


def test_an_article_alone_stays() -> None:
    """An article goes only where something stands behind it."""
    assert index(("A%", "the", "A-ra", "x")).letters == ["a", "the", "ra", "x"]


def test_what_is_read_by_itself() -> None:
    """Forms with digits, numerals and words that have a shorter form are told from those that need no reading."""
    forms = ("Hong Hae-in", "Reply 1988", "Louis XIV", "St. Petersburg", "홍해인", "two of us", "10화")
    assert index(forms).special == [1, 2, 3, 5, 6]
