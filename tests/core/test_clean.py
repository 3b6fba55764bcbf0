"""The sanitiser: nothing that a terminal would obey gets through."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.clean import LONGEST_SAID, MOST_MARKS, escaped, fault, said, visible

ANYTHING = st.text(st.characters())
"""Any text at all, lone surrogates and unassigned characters included."""


def forbidden(char: str) -> bool:
    """Whether a character steers rather than shows: controls, formats, surrogates, unassigned, line separators."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def test_every_character() -> None:
    """Of all of Unicode, exactly the forbidden characters are written out, and spaces become plain ones."""
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if forbidden(char):
            assert visible(char) == f"<U+{code:04X}>"
            assert fault(char) is not None
        elif unicodedata.category(char) == "Zs":
            assert visible(char) == " "
            assert fault(char) is None
        else:
            assert visible(char) == char
            assert fault(char) is None


@given(ANYTHING)
def test_nothing_forbidden_survives(text: str) -> None:
    """What is visible holds no forbidden character, can be encoded, has no fault and is not changed again."""
    clean = visible(text)
    assert not any(forbidden(char) for char in clean)
    clean.encode("utf-8")
    assert fault(clean) is None
    assert visible(clean) == clean


@given(ANYTHING)
def test_fault_is_what_would_change(text: str) -> None:
    """A text has no fault exactly when drawing it leaves all but its spaces alone."""
    spaces_plain = "".join(" " if unicodedata.category(char) == "Zs" else char for char in text)
    assert (fault(text) is None) == (visible(text) == spaces_plain)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("\x1b[2Jgone", "<U+001B>[2Jgone"),
        ("\x1b]52;c;aGk=\x07", "<U+001B>]52;c;aGk=<U+0007>"),
        ("a\tb\nc\r", "a<U+0009>b<U+000A>c<U+000D>"),
        ("abc\u202edef", "abc<U+202E>def"),
        ("a\u2028b", "a<U+2028>b"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("\udcff", "<U+DCFF>"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\u00a0b\u3000c", "a b c"),
        ("김지원 – Hae-in’s “Kim”", "김지원 – Hae-in’s “Kim”"),
    ],
)
def test_rows(text: str, drawn: str) -> None:
    """Escape sequences, bidi tricks and broken text are made visible; Hangul and typography stay."""
    assert visible(text) == drawn


def test_flood_of_marks() -> None:
    """A letter may carry a few combining marks; those that would smear over other lines are written out."""
    assert visible("e" + "\u0301" * MOST_MARKS) == "e" + "\u0301" * MOST_MARKS
    assert visible("e" + "\u0301" * 6) == "e" + "\u0301" * MOST_MARKS + "<U+0301><U+0301>"
    assert fault("e" + "\u0301" * 6) == "more than 4 combining marks at character 6"
    assert fault("\u0301" * MOST_MARKS) is None
    assert visible("\u0301" * MOST_MARKS) == "\u0301" * MOST_MARKS


def test_fault_names_the_character() -> None:
    """A fault tells an author which character it is, and where."""
    assert fault("ab\x1bc") == "U+001B at character 3"


def test_a_message_that_quotes_very_much() -> None:
    """A message is cut in its middle, where the quoted text stands, and says its beginning and its end."""
    told = said(f'There is no mode "{"A" * 1_000_000}". Choose another one.')
    assert told.startswith('There is no mode "AAA')
    assert told.endswith('AAA". Choose another one.')
    assert LONGEST_SAID < len(told) < LONGEST_SAID + 10
    assert said("A" * LONGEST_SAID) == "A" * LONGEST_SAID
    assert said("\x1b[31m") == "<U+001B>[31m"


@pytest.mark.parametrize("text", ["Ann", "홍해인", "\x9b31m", "\u202eAnn\u2028", "\x7f", "\U000e0041", "a\u00a0b"])
def test_json_that_no_terminal_obeys(text: str) -> None:
    """The text means the same to a program, and shows nothing that a terminal would obey, reorder or hide."""
    lines = f'{{"games": [\n{json.dumps(text, ensure_ascii=False)}\n]}}'
    shown = escaped(lines)
    assert json.loads(shown) == {"games": [text]}
    assert all(char.isprintable() or char == "\n" for char in shown)
