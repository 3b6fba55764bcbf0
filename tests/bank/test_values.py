"""Values of facts as texts and points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.bank.scales import scale_of
from qot_quiz.bank.values import digits, is_day, option_of, point_of, text_of


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("date", "2024-03-09", "9 March 2024"),
        ("date", "in May", "in May"),
        ("number", 24.85, "24.85"),
        ("number", 1930, "1930"),
        ("episode", 7, "7"),
        ("person", "Kim Ji-won", "Kim Ji-won"),
        ("text", "2024-03-09", "2024-03-09"),
    ],
)
def test_values_stand_in_stems(key: str, value: str | float, text: str) -> None:
    """A day is written in words, a number in plain digits, anything else as it is."""
    assert text_of(key, value) == text


@pytest.mark.parametrize(
    ("key", "value", "unit", "text"),
    [
        ("date", "2024-03-09", "", "9 March 2024"),
        ("episode", 7, "", "Episode 7"),
        ("number", 24.85, "%", "24.85%"),
        ("number", 1930, "scenes", "1,930 scenes"),
        ("number", 1, "scenes", "1 scene"),
        ("number", 2024, "", "2024"),
        ("place", "Potsdam", "", "Potsdam"),
    ],
)
def test_values_stand_among_options(key: str, value: str | float, unit: str, text: str) -> None:
    """Among options an episode is called one, and a number that counts has its unit; a bare one may be a year."""
    assert option_of(key, value, unit) == text


@given(st.integers(0, 10**12) | st.decimals(0, 10**6, places=3).map(float))
def test_digits_are_the_number(number: float) -> None:
    """Digits hold neither an exponent nor an idle point, and read back as the number."""
    text = digits(number)
    assert float(text) == number
    assert not set(text) - set("0123456789.")
    assert "." not in text or text[-1] not in ".0"


@given(st.dates())
def test_days_rise_as_options(day: object) -> None:
    """A day among options lies on the scale of days."""
    iso = str(day)
    assert is_day(iso)
    scale = scale_of(option_of("date", iso))
    assert int(iso[:4]) < 1000 or (scale and scale[0].startswith("date"))


@pytest.mark.parametrize("value", ["2024-02-30", "20240309", "March", "", 20240309, 2024.0])
def test_other_values_are_no_days(value: str | float) -> None:
    """Only a whole day as ISO text is one."""
    assert not is_day(value)


def test_points_make_equal() -> None:
    """Numbers are equal by value, texts by their folded letters, and never one to the other."""
    assert point_of(16) == point_of(16.0)
    assert point_of("Kim Ji-won") == point_of("kim jiwon")
    assert point_of("16") != point_of(16)
