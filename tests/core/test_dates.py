"""Days of the calendar as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.dates import MONTHS, Ambiguous, read


@pytest.mark.parametrize(
    "text",
    [
        "March 9", "9 March 2024", "9th of March", "Mar 9, 2024", "Saturday, 9 March", "2024-03-09", "2024.3.9",
        "2024. 3. 9.", "20240309", "2024년 3월 9일", "3월 9일", "3월9일(토)", "24년 3월 9일", "March ninth", "9mar2024",
        "the ninth of March", "March 9 24", "9 March '24", "2024 March 9", "9-March-2024",
        "March 9th, twenty twenty-four", "２０２４−０３−０９", "9 March ’24",
    ],
)  # fmt: skip
def test_read(text: str) -> None:
    """A day is read in any usual order; a missing year is the one given, and so is the century of a short one."""
    assert read(text, 2024) == "2024-03-09"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("13/4", "2024-04-13"),
        ("4/13", "2024-04-13"),
        ("3/3/2024", "2024-03-03"),
        ("13/4/'24", "2024-04-13"),
        ("13/4/2023", "2023-04-13"),
        ("2024 March 24", "2024-03-24"),
        ("thirty-first of March", "2024-03-31"),
        ("twenty twenty-four, March 24", "2024-03-24"),
        ("20241125", "2024-11-25"),
        ("9 March one thousand", "1000-03-09"),
        ("0001-03-09", "0001-03-09"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_one_way_round(text: str, iso: str) -> None:
    """What can be read in one way only is read so: one number can be the month, or the year stands first."""
    assert read(text, 2024) == iso


def test_the_century_of_a_short_year() -> None:
    """Two digits are a year of the century that was asked about."""
    assert (read("9 March 24", 1000), read("9 March 24", 1999)) == ("1024-03-09", "1924-03-09")


@pytest.mark.parametrize("text", ["3/9", "9/3/2024", "9.3.24", "09-03-2024"])
def test_either_way_round(text: str) -> None:
    """Two numbers that could be day and month either way are asked back, with both readings."""
    with pytest.raises(Ambiguous) as either:
        read(text, 2024)
    assert set(either.value.readings) == {"2024-03-09", "2024-09-03"}


@pytest.mark.parametrize(
    "text",
    [
        "", "?", "March", "March 2024", "2024", "9", "31 April", "30/2", "29 February 2023", "24 March 9",
        "9 March 20245", "9 March 2024 at 9", "March 9 or 10", "3월 32일", "Saturday", "2024/13/1",
        "0/0", "March April 9", "2024년 3월 9", "x월 9일", "3월 009일", "March nine twenty", "2024-0003-09",
        "0000-03-09", "'월 9일",
    ],
)  # fmt: skip
def test_no_day(text: str) -> None:
    """What the calendar does not have, or has anything else around it, is no day."""
    assert read(text, 2024) is None


@pytest.mark.parametrize(("year", "leap"), [(2024, True), (2023, False), (2000, True), (1900, False), (2028, True)])
def test_the_leap_day(year: int, leap: bool) -> None:
    """The 29th of February is a day in leap years alone, whether the year is typed or given."""
    day = f"{year}-02-29" if leap else None
    assert read(f"29 February {year}", 1) == read("29 Feb", year) == read(f"{year}년 2월 29일", 1) == day


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_days_are_read_back(day: date) -> None:
    """Every day is read back as ISO text, in English and in Korean."""
    iso = day.isoformat()
    assert read(iso, 1) == iso
    assert read(f"{day.day} {MONTHS[day.month - 1]} {day.year}", 1) == iso
    assert read(f"{day.year}년 {day.month}월 {day.day}일", 1) == iso


@given(st.text(), st.integers(1, 9999))
def test_any_text_can_be_read(text: str, year: int) -> None:
    """No text raises anything but the word that it is ambiguous."""
    try:
        found = read(text, year)
    except Ambiguous:
        return
    assert found is None or date.fromisoformat(found)
