"""Red's lists: answers as they are written, no key lost, and no way in for hostile YAML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .reading import FIXTURES, SAMPLES, entries, fixture, found, mutated, only, refused, sample, survives, with_samples


def test_the_fixture() -> None:
    """Every key is a question or a refusal with its line; headers are neither."""
    read = fixture("red-yaml", "own.red.yaml")
    first, second, third, anchored, last = found(read)
    assert (first.line, first.ask, first.answer, first.accept) == (7, "What is not yes?", "No", ("07", "1:30"))
    assert (second.ask, second.answer) == ('A "quoted" one?', "on")
    assert (third.line, third.answer, anchored.answer) == (13, "a", "a")
    assert (last.line, last.answer) == (30, "2024-01-01")
    assert refused(read) == [
        (15, "it says the same as line 13, and a key stands only once"),
        (17, "it has no list of answers"),
        (18, "its answers are no list"),
        (19, "its answers are no list"),
        (21, "its list holds more than texts"),
        (25, "an alias (*) is not followed"),
        (26, "it needs the picture at its address"),
        (28, "a question must be a text"),
    ]


TYPED = "No yes on OFF true 07 010 0x1F 1:30 1_000 1e3 .5 ~ null 2024-01-01 12e03 +1 0o7 .inf NaN y N 1.10 ="
"""Words that YAML 1.1 or 1.2 takes for a truth value, a number, a date or nothing."""


@pytest.mark.parametrize("answer", TYPED.split(" "))
def test_answers_stay_letter_for_letter(answer: str) -> None:
    """What YAML would take for another type stays the text that it is."""
    assert only(entries("red-yaml", f"What?:\n- {answer}\n")).answer == answer


BOMB = "a: &a [x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)


@pytest.mark.parametrize(
    "text",
    [
        "- " * 30_000,
        "[" * 30_000,
        "{" * 30_000,
        "a: " * 10_000,
        "a:\n- " + "[" * 30_000,
        BOMB,
        "a: \x1b",
        "- a",
        "a",
        "",
    ],
    ids=["lists", "brackets", "braces", "keys", "below", "aliases", "escape", "no table", "a text", "nothing"],
)
def test_hostile_files(text: str) -> None:
    """Nesting and aliases end in a refusal, quickly, and nothing of them is taken."""
    read = entries("red-yaml", text)
    assert [one.ask for one in found(read)] in ([], ["a"])
    assert bool(refused(read)) == bool(text)


@given(data=st.binary(max_size=60), at=st.integers(0, 450), kept=st.integers(0, 60))
def test_any_bytes(data: bytes, at: int, kept: int) -> None:
    """Whatever is put into a file, reading gives questions and reasons, never a bug."""
    survives("red-yaml", mutated((FIXTURES / "own.red.yaml").read_bytes(), at, kept, data))


@given(text=st.text(alphabet="?:-[]{}&*!|>'\"#%@ \nab0", max_size=60))
def test_any_signs(text: str) -> None:
    """Signs of YAML in any order are read without a bug."""
    survives("red-yaml", text.encode())


@with_samples
def test_the_samples() -> None:
    """All 4,233 questions of eighteen lists are read, or refused because they show a picture."""
    read = [
        one for file in (SAMPLES / "red-trivia").glob("*.yaml") for one in sample("red-yaml", f"red-trivia/{file.name}")
    ]
    assert len(read) == 4233
    assert {reason for _, reason in refused(read)} == {"it needs the picture at its address"}
    assert len(refused(read)) == 1088
