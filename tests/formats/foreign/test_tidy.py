"""Texts are made fit for one line of a terminal, and every change is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.clean import fault
from qot_quiz.formats.foreign.found import Unfit
from qot_quiz.formats.foreign.markup import marked_up, unmarked
from qot_quiz.formats.foreign.tidy import JOINED, STRIPPED, UNMARKED, UNSEEN, Tidy


@pytest.mark.parametrize(
    ("text", "wanted", "note"),
    [
        ("a  b", "a  b", None),
        (" a ", "a", STRIPPED),
        ("a\n  b\tc", "a b c", JOINED),
        ("a\u2028b", "a b", JOINED),
        ("so\u00adft \u202eevil", "soft evil", UNSEEN),
    ],
)
def test_tidying(text: str, wanted: str, note: str | None) -> None:
    """Nothing but line breaks, outer spaces and invisible signs is changed."""
    tidy = Tidy()
    assert tidy(text, "question") == wanted
    assert tidy.notes == ((note,) if note else ())


@pytest.mark.parametrize(
    "text", ["", " \n", "\x1b[31mred", "a\x9bb", "e" + "\u0301" * 9, "\ud800", "x" * 2001, "x" * 10**6]
)
def test_what_cannot_be_shown(text: str) -> None:
    """Empty, long and dangerous texts are refused."""
    with pytest.raises(Unfit):
        Tidy()(text, "question")


@given(text=st.text(max_size=60))
def test_any_text(text: str) -> None:
    """What comes out is clean, one line, and comes out once more as it is."""
    try:
        tidied = Tidy()(text, "question")
    except Unfit:
        return
    assert fault(tidied) is None
    assert Tidy()(tidied, "question") == tidied


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<p>a &amp; b</p>", "a & b"),
        ("10<sup>3</sup>", "10^3"),
        ("a<br>b<BR/>c", "a\nb\nc"),
        ("x < y > z &lt;b&gt;", "x < y > z <b>"),
        ("<script>bad()</script>good<style>p{}</style>", "good"),
        ("<a href='x'>here</a>", "here"),
    ],
)
def test_markup(text: str, wanted: str) -> None:
    """Tags go, entities become signs, and a mere < stays."""
    assert unmarked(text) == wanted


def test_markup_is_told_and_pictures_are_refused() -> None:
    """Taking tags out is noted; what needs a picture is refused."""
    tidy = Tidy()
    assert tidy("<b>a</b>", "question", marked=True) == "a"
    assert tidy.notes == (UNMARKED,)
    for text in ("<img src=x>", "a <audio>", "<SVG/>"):
        assert marked_up(text)
        with pytest.raises(Unfit, match="which is no text"):
            unmarked(text)
    assert not marked_up("a < b and c > d, <Enter>")


@given(text=st.text(alphabet="<>/=&;\"' abpi!-", max_size=60))
def test_any_markup(text: str) -> None:
    """Broken HTML is read without a bug."""
    assert isinstance(unmarked(text), str)
