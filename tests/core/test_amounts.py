"""Numbers and days as typed answers."""

from __future__ import annotations

import pytest

from qot_quiz.core.amounts import calendar, foreign, is_number, same_day, same_number


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("ten", ("10",)), ("ep. 10", ("Episode 10",)), ("10화", ("10", "Episode 10")), ("24,85", ("24.85%",)),
        ("2024년", ("2024",)), ("seven days", ("7", "7 days")), ("3rd", ("third",)), ("1 week", ("7 days", "one week")),
        ("1.500", ("1,500 won",)), ("a dozen", ("12 episodes",)), ("12부작", ("12 episodes",)),
    ],
)  # fmt: skip
def test_same_number(typed: str, forms: tuple[str, ...]) -> None:
    """A number is the same in any dress, with any unit that one of the forms names."""
    assert same_number(typed, forms)


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("11", ("10",)),
        ("10 days", ("Episode 10",)),
        ("24", ("24.85",)),
        ("ten", ("Ten Little Indians",)),
        ("x", ("10",)),
    ],
)
def test_another_number(typed: str, forms: tuple[str, ...]) -> None:
    """Another value, or another unit, is another answer."""
    assert same_number(typed, forms) is None


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("$1,500", ("1,500 won",)), ("1500€", ("₩1,500",)), ("＄1,500", ("1,500 won",)), ("$24.85", ("24.85%",)),
        ("16%", ("16 episodes", "16")), ("$5", ("£5",)),
    ],
)  # fmt: skip
def test_another_sign(typed: str, forms: tuple[str, ...]) -> None:
    """The sign of another money or of hundredths makes another amount of a number."""
    assert foreign(typed, forms)


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("₩1,500", ("1,500 won",)), ("24.85%", ("24.85 percent",)), ("$1,500", ("1,500",)), ("1500", ("£1,500",)),
        ("Ke$ha", ("Kesha",)), ("$5", ("five dollars",)), ("1,500 won", ("₩1,500",)),
    ],
)  # fmt: skip
def test_its_own_sign(typed: str, forms: tuple[str, ...]) -> None:
    """The sign of its own unit does not, and where no form has a unit any sign will do."""
    assert not foreign(typed, forms)


def test_same_day() -> None:
    """A day is the same in any order; its year is understood; what may be two days is not certain."""
    assert same_day("March 9", ("9 March 2024",)) == ("9 March 2024", True)
    assert same_day("2024년 3월 9일", ("x", "9 March 2024")) == ("9 March 2024", True)
    assert same_day("9/3", ("9 March 2024",)) == ("9 March 2024", False)
    assert same_day("9/4", ("9 March 2024",)) is None
    assert same_day("9 March 2023", ("9 March 2024",)) is None
    assert same_day("spring", ("9 March 2024",)) is None


def test_is_number() -> None:
    """A form is a number with or without a unit, and not because a number stands in it."""
    assert is_number("24.85%")
    assert is_number("two hundred")
    assert not is_number("Reply 1988")


def test_calendar() -> None:
    """Months and weekdays are written in full."""
    assert calendar("Sat, 9 Mar") == "saturday 9 march"
