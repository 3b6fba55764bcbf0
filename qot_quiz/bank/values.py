"""The value of a fact: as a text for stems and options, and as a point that can be compared."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from qot_quiz.bank.authored import AuthoredFact, Scalar
from qot_quiz.core.dates import MONTHS
from qot_quiz.core.text import fold

SCALES = ("date", "number", "episode")
"""Keys whose values have an order."""


def key_of(fact: AuthoredFact) -> str:
    """Name the key under which a fact holds its value, empty for a fact without one."""
    return next(iter(fact.value), "")


def values_of(fact: AuthoredFact) -> tuple[Scalar, ...]:
    """List what a fact holds: one value, or several."""
    value = next(iter(fact.value.values()), ())
    return value if isinstance(value, tuple) else (value,)


def text_of(key: str, value: Scalar) -> str:
    """Write a value as it stands in a stem or an explanation.

    Args:
        key: The key of the fact's value.
        value: What it holds.

    Returns:
        A day as "9 March 2024", a number in plain digits, any other value as it is.
    """
    if isinstance(value, str):
        return _day(value) if key == "date" else value
    return digits(value)


def option_of(key: str, value: Scalar, unit: str = "") -> str:
    """Write a value as it stands among options.

    Args:
        key: The key of the fact's value.
        value: What it holds.
        unit: What a number counts; a bare number when empty.

    Returns:
        The text of `text_of`, with "Episode" before an episode and its unit behind a number.
    """
    text = text_of(key, value)
    if key == "episode":
        return f"Episode {text}"
    if key != "number" or not unit or isinstance(value, str):
        return text
    # A bare number may be a year; with a unit it is a count.
    grouped = f"{Decimal(text):,}"
    return f"{grouped}%" if unit == "%" else f"{grouped} {unit.removesuffix('s') if value == 1 else unit}"


def digits(number: float) -> str:
    """Write a number in plain digits, without an exponent or a needless point.

    Args:
        number: Any finite number.
    """
    text = f"{Decimal(repr(number)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def point_of(value: Scalar) -> float | str:
    """Reduce a value to what makes it equal to another: a number, or folded letters."""
    return fold(value) if isinstance(value, str) else float(value)


def is_day(value: Scalar) -> bool:
    """Tell whether a value is a whole day as ISO text."""
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _day(iso: str) -> str:
    if not is_day(iso):
        return iso
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
