"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.numbers import forms, read


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("24.85", "", "24.85"), ("24,85", "", "24.85"), ("24.85%", "%", "24.85"), ("24.85 per cent", "%", "24.85"),
        ("24.85퍼센트", "%", "24.85"), ("1,930", "", "1930"), ("1 930", "", "1930"), ("1,234,567.5", "", "1234567.5"),
        ("1.234.567,5", "", "1234567.5"), ("0,850", "", "0.85"), ("1234,567", "", "1234.567"), ("２４", "", "24"),
        ("-3", "", "-3"), ("minus three", "", "-3"), (".5", "", "0.5"), ("twenty-four", "", "24"),
        ("two hundred and three", "", "203"), ("twenty four point eight five", "%", "24.85"), ("16th", "", "16"),
        ("sixteenth", "", "16"), ("ep. 16", "episodes", "16"), ("16 eps", "episodes", "16"), ("ep16", "episode", "16"),
        ("제16회", "episodes", "16"), ("십육 회", "episodes", "16"), ("열여섯", "", "16"), ("두 편", "episodes", "2"),
        ("3 men", "man", "3"), ("one city", "cities", "1"), ("1.5 million", "", "1500000"), ("#8", "", "8"),
        ("5 million won", "million won", "5"), ("5 million", "million won", "5"), ("5,000,000 won", "million won", "5"),
        ("₩500", "won", "500"), ('"16".', "", "16"),
        ("1.500 won", "won", "1500"), ("2.000", "people", "2000"), ("1.500", "km", "1.5"), ("1.50", "won", "1.5"),
        ("S1E7", "episode", "7"), ("s01e07", "episodes", "7"), ("Season 1, episode 7", "episode", "7"),
        ("−3", "", "-3"), ("–3", "", "-3"), ("+3", "", "3"), ("plus three", "", "3"),
        ("2 boxes", "box", "2"), ("1 box", "boxes", "1"), ("2 boxes", "boxes", "2"), ("1 city", "city", "1"),
        ("12부작", "episodes", "12"), ("a dozen", "", "12"), ("two dozen episodes", "episodes", "24"),
        ("2 cities", "city", "2"), ("1 country", "countries", "1"), ("1 song", "songs", "1"), ("2 songs", "song", "2"),
        ("5 new songs", "new song", "5"), ("5,000,000 new songs", "million new songs", "5"),
        ("episode: 16", "episode", "16"), ("₩-500", "won", "-500"), ("16-episode", "episodes", "16"), (",5", "", "0.5"),
        ("two thousand, three hundred", "", "2300"), ("1,5 million", "", "1500000"),
        ("1,500 million", "", "1500000000"),
        ("24-million", "", "24000000"), ("1 500 million", "", "1500000000"), ("1.2345 thousand", "", "1234.5"),
    ],
)  # fmt: skip
def test_read(text: str, unit: str, value: str) -> None:
    """A number is read in digits or words, in any usual dress, with its unit on either side."""
    assert read(text, unit) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("", ""), ("?", ""), ("10²", ""), ("½", ""), ("1,93,0", ""), ("1e5", ""), ("24 minutes", "episodes"),
        ("24%", ""), ("about 24", ""), ("one two", ""), ("million", ""), ("24 or 25", ""), ("episodes", "episodes"),
        ("inf", ""), ("S2E7", "episode"), ("S17", "episode"), ("S1E7", ""), ("$500", "won"), ("dozens", ""),
        ("10₂", ""), ("season 1, 7 days", "days"), ("20?", ""), ("1,234,5", ""), ("two point", ""),
        ("two point ten", ""),
    ],
)  # fmt: skip
def test_no_number(text: str, unit: str) -> None:
    """A text with anything else in it is no number, and is not guessed at."""
    assert read(text, unit) is None


@given(st.integers(0, 10**9), st.sampled_from(["episodes", "%", "day", "million won", ""]))
def test_digits_are_read_back(value: int, unit: str) -> None:
    """Any whole number is read back, with and without commas, before any unit."""
    assert read(str(value), unit) == read(f"{value:,}", unit) == read(f" {value} {unit}", unit) == value


@given(st.text(), st.text(max_size=12))
def test_any_text_can_be_read(text: str, unit: str) -> None:
    """No text and no unit raises."""
    assert read(text, unit) is None or isinstance(read(text, unit), Decimal)


def test_forms_of_a_unit() -> None:
    """A unit is known in the singular, the plural, and in what stands for it."""
    assert {"city", "cities"} <= set(forms("cities"))
    assert {"%", "percent"} <= set(forms("percent")) == set(forms("per cent"))
    assert forms("") == ()
    assert "new song" in forms(" New  Songs ")
