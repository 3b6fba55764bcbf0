"""What of a text counts when answers are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.wording import denials, keys, marks, spelt, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rock & Roll", "rock and roll"), ("Beyonce", "Beyoncé"), ("Koeln", "Köln"), ("Koln", "Köln"),
        ("Oresund", "Øresund"), ("Strasse", "Straße"), ("It’s a Dream", "its a dream"),
        ("It is a Dream", "It's a Dream"), ("Rocky II", "Rocky 2"),
        ("Ocean's Eleven", "Oceans 11"), ("Louis the Fourteenth", "Louis XIV"), ("A Pink", "Apink"),
        ("The Keeper", "keeper"), ("Mt. Everest", "Mount Everest"), ("St Petersburg", "Saint Petersburg"),
        ("Wall St.", "Wall Street"), ("Rock + Roll", "Rock & Roll"),
        ("1,930", "1930"), ("24.850", "24.85"), ("홍 해인", "홍해인"), ("\u1112\u1162\u110b\u1175\u11ab", "해인"),
        ("Episode X", "episode ten"), ("２０２４", "2024"), ("the 2nd Part", "second part"),
        ("the 1st Part", "first part"), ("3rd Part", "third part"), ("4th Part", "fourth part"),
        ("The Dr. Who", "drwho"),
        ("Rock+Roll", "rock roll"), ("Koelner Dom", "Kölner Dom"),
        ("Louis the 14th", "Louis XIV"), ("C++ Primer", "c++primer"),
    ],
)  # fmt: skip
def test_one_answer(one: str, other: str) -> None:
    """Two ways of writing one answer share a key."""
    assert set(keys(one)) & set(keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("24.85", "2485"), ("-5", "5"), ("C++", "C"), ("C#", "C++"), ("Rocky II", "Rocky III"), ("mix", "1009"),
        ("another", "other"), ("2nd Street", "2 Street"), ("Theo", "O"), ("", ""), ("!", "?"), ("A+", "A"),
        ("C#", "C"), ("Size XL", "Size 40"),
    ],
)  # fmt: skip
def test_two_answers(one: str, other: str) -> None:
    """What a point, a sign or a number tells apart shares no key, and nothing at all has none."""
    assert not set(keys(one)) & set(keys(other))


@given(st.text(st.characters()))
def test_any_text_has_keys(text: str) -> None:
    """No text raises, and a text has a key if anything in it can be compared."""
    assert bool(keys(text)) == bool(spelt(text))
    assert all(words(text)) or not words(text)


def test_words() -> None:
    """Numbers are read inside a text, and a scale with nothing before it stays a word."""
    assert words("The Twenty-Five Guests") == ("25", "guests")
    assert words("a thousand suns") == ("thousand", "suns")
    assert words("Apollo 13") == ("apollo", "13")
    assert words("Twenty-First Night") == ("21th", "night")
    assert words("4th Part") == words("Fourth Part") == ("4th", "part")
    assert words("10thousand won") == ("10", "thousand", "won")
    assert words("version 2.10.5") == words("version 2,10,5") == ("version", "2", "10", "5")


def test_marks() -> None:
    """Numbers and negations decide whatever the letters are."""
    assert marks("Reply 1988") == ("1988",)
    assert marks("Rocky II") == ("2",)
    assert marks("-5 degrees") == ("-5",)
    assert marks("It's Not a Dream") == denials("It's Not a Dream") == ("not",)
