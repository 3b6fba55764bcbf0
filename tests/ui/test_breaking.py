"""Texts in narrow windows."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from qot_quiz.ui.breaking import Hanging, Paired, Parted
from qot_quiz.ui.views import text
from qot_quiz.ui.wrapping import BOND


def drawn(part: Text, width: int) -> list[str]:
    """Draw a text in a window of so many columns."""
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(Padding(part, 0))
    return [line.rstrip() for line in out.getvalue().splitlines()]


def pairs(*told: str) -> Paired:
    """Make a row of pairs."""
    row = Paired()
    for one in told:
        key, _, does = one.partition(" ")
        row.pair(key, "", does, "")
    return row


def test_hanging() -> None:
    """Further lines stand below the words, not below the sign and the number."""
    part = Hanging.of(Text("› 1 "), Text("They fly to Germany"))
    assert drawn(part, 80) == ["› 1 They fly to Germany"]
    assert drawn(part, 14) == ["› 1 They fly", "    to Germany"]
    assert part.plain == "› 1 They fly to Germany"


def test_hanging_keeps_styles() -> None:
    """Each part keeps its style on every line."""
    part = Hanging.of(Text().append("1 ", "bold"), Text().append("one two", "red"))
    out = io.StringIO()
    Console(file=out, width=5, force_terminal=True, color_system="standard").print(Padding(part, 0))
    assert out.getvalue() == "\x1b[1m1 \x1b[0m\x1b[31mone\x1b[0m\n  \x1b[31mtwo\x1b[0m\n"


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (80, ["Enter answer  s pass  q leave"]),
        (21, ["Enter answer  s pass", "q leave"]),
        (19, ["Enter answer", "s pass  q leave"]),
        (6, ["Enter", "answer", "s pass", "q", "leave"]),
    ],
)
def test_pairs(width: int, lines: list[str]) -> None:
    """A row of keys is broken between pairs, and within one only where it is wider than the window."""
    assert drawn(pairs("Enter answer", "s pass", "q leave"), width) == lines


@given(st.lists(st.text("ab 김", min_size=1, max_size=20), min_size=1, max_size=8), st.integers(8, 60))
def test_no_word_is_lost(parts: list[str], width: int) -> None:
    """In any window every word is drawn, in its order."""
    whole = " ".join(" ".join(parts).split())
    hanging = drawn(Hanging.of(Text("1 "), Text(whole)), width)
    assert "".join(hanging).replace(" ", "") == "1" + whole.replace(" ", "")
    row = drawn(pairs(*[f"k {part}".strip() for part in parts]), width)
    assert "".join(row).replace(" ", "") == "".join(f"k{part}" for part in parts).replace(" ", "")


@pytest.mark.parametrize(
    "made", [text, lambda words: Hanging.of(Text(), Text(words)), lambda words: Parted.of(Text(words))]
)
def test_what_is_read_as_one(made: Callable[[str], Text]) -> None:
    """Every text that is drawn keeps a number with its noun and a command whole, with plain spaces in them."""
    assert drawn(made("Source: Soompi; 3 more sources"), 20) == ["Source: Soompi;", "3 more sources"]
    assert drawn(made("Later: qot-quiz resume"), 17) == ["Later:", "qot-quiz resume"]
    assert made("3 more").plain == "3 more"


def test_a_line_that_is_not_to_be_broken() -> None:
    """A line of a table stays whole where the console is told so, whatever the window."""
    out = io.StringIO()
    Console(file=out, width=10).print(text("1  player ★  300 points"), soft_wrap=True)
    assert out.getvalue() == "1  player ★  300 points\n"


def test_bound_words_keep_their_styles() -> None:
    """A style ends where its words do, whatever is bound."""
    part = text("It has 3 songs", "red").append(" in all", "bold")
    out = io.StringIO()
    Console(file=out, width=9, force_terminal=True, color_system="standard").print(Padding(part, 0))
    red, bold = "\x1b[31m3 songs\x1b[0m", "\x1b[1min all\x1b[0m"
    assert [one for one in (red, bold, BOND) if one in out.getvalue()] == [red, bold]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (80, ["Question 5 of 6 · medium · 460 points · streak 4"]),
        (36, ["Question 5 of 6 · medium", "460 points · streak 4"]),
        (35, ["Question 5 of 6 · medium", "460 points · streak 4"]),
        (12, ["Question 5", "of 6", "medium", "460 points", "streak 4"]),
    ],
)
def test_parts(width: int, lines: list[str]) -> None:
    """A line of parts is broken between them, where no dot is left over, and within one only where it must."""
    assert drawn(Parted.of(Text("Question 5 of 6 · medium · 460 points · streak 4")), width) == lines


def test_parts_keep_styles() -> None:
    """Each part and each dot keeps its style on every line."""
    part = Parted.of(Text().append("one", "bold").append(" · two · ", "red").append("six"))
    out = io.StringIO()
    Console(file=out, width=10, force_terminal=True, color_system="standard").print(Padding(part, 0))
    assert out.getvalue() == "\x1b[1mone\x1b[0m\x1b[31m · \x1b[0m\x1b[31mtwo\x1b[0m \nsix       \n"
