"""Base 32 with a check: what is written is read, and what is mistyped is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.crockford import ALPHABET, GROUP, Mistyped, read, write

NUMBERS = st.integers(0, 2**400)


@given(NUMBERS)
def test_read_what_was_written(number: int) -> None:
    """A number comes back from its groups, from small letters, and from a text that nothing parts."""
    groups = write(number).split("-")
    assert {len(group) for group in groups} == {GROUP}
    assert read(groups) == read([group.lower() for group in groups]) == read(["".join(groups)]) == number


@pytest.mark.parametrize(("number", "text"), [(0, "0000"), (1, "1111"), (31, "ZZZZ"), (2**20, "1000-0111")])
def test_numbers_as_text(number: int, text: str) -> None:
    """Some numbers are written as worked out by hand: data, their sum, and the two weighted sums."""
    assert write(number) == text


@given(NUMBERS, st.data())
def test_any_wrong_character_is_found(number: int, data: st.DataObject) -> None:
    """Whichever single character is another one, the group in which it stands is named."""
    text = write(number)
    at = data.draw(st.sampled_from([at for at, char in enumerate(text) if char != "-"]))
    other = data.draw(st.sampled_from(ALPHABET.replace(text[at], "")))
    groups = (text[:at] + other + text[at + 1 :]).split("-")
    with pytest.raises(Mistyped) as slip:
        read(groups)
    assert slip.value.reason == ("swap" if at >= len(text) - 2 else "check")
    assert slip.value.group == groups[at // (GROUP + 1)]


def test_two_that_changed_places_are_told_as_such() -> None:
    """Neighbours in each other's place are no wrong character of the last group."""
    text = write(7**30)
    swapped = [text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in range(8)]
    for typed in {one for one in swapped if one != text and len(one.split("-")[0]) == GROUP}:
        with pytest.raises(Mistyped) as slip:
            read(typed.split("-"))
        assert slip.value.reason == "swap"


def test_every_wrong_character_of_a_long_text() -> None:
    """The place is told in texts of more than one row of 31 characters, too: each place, each other character."""
    text = write(7**130).replace("-", "")
    assert len(text) > 2 * 31
    for at, char in enumerate(text):
        for other in ALPHABET.replace(char, ""):
            with pytest.raises(Mistyped) as slip:
                read([text[:at] + other + text[at + 1 :]])
            assert slip.value.group == (text[:at] + other + text[at + 1 :])[at - at % GROUP :][:GROUP]


@given(NUMBERS, st.data())
def test_two_wrong_characters_are_noticed(number: int, data: st.DataObject) -> None:
    """Two other characters never make a code, nor do two neighbours in each other's place."""
    text = list(write(number).replace("-", ""))
    pair = data.draw(st.lists(st.integers(0, len(text) - 1), min_size=2, max_size=2, unique=True))
    wrong = text.copy()
    for at in pair:
        wrong[at] = data.draw(st.sampled_from(ALPHABET.replace(text[at], "")))
    with pytest.raises(Mistyped):
        read(["".join(wrong)])
    at = data.draw(st.integers(0, len(text) - 2))
    if text[at] != text[at + 1]:
        text[at], text[at + 1] = text[at + 1], text[at]
        with pytest.raises(Mistyped):
            read(["".join(text)])


def test_letters_that_look_like_digits() -> None:
    """I and L are read as 1, and O as 0."""
    assert read(["iLlI"]) == read(["1111"]) == 1
    assert read(["oOoO"]) == 0


@pytest.mark.parametrize(
    ("groups", "reason", "group"),
    [
        (["1111", "00U0"], "character", "00U0"),
        (["1111", "0é00"], "character", "0é00"),
        (["1000", "011"], "group", "011"),
        (["1000", "01110"], "group", "01110"),
        (["1000", "1F0", "0111"], "group", "1F0"),
        (["10000"], "length", ""),
        ([], "length", ""),
        (["1" * 4000], "length", ""),
    ],
)
def test_texts_that_are_no_code(groups: list[str], reason: str, group: str) -> None:
    """A foreign character and a group of another length are named; a text of an impossible length is refused."""
    with pytest.raises(Mistyped) as slip:
        read(groups)
    assert (slip.value.reason, slip.value.group) == (reason, group)


def test_groups_that_run_together() -> None:
    """Where all characters are there, it does not matter how they are parted."""
    assert read(["100", "00111"]) == read(["1000", "0111"]) == 2**20
