"""Scales: which options have an order of their own."""

from __future__ import annotations

import pytest

from qot_quiz.bank.scales import rising


@pytest.mark.parametrize(
    "texts",
    [
        ["31 March 2024", "6 April 2024", "27 April 2024"],
        ["9 March", "10 March", "6 April"],
        ["March 2024", "April 2024", "January 2025"],
        ["January", "March", "December"],
        ["Saturday 9 March 2024", "Sunday, 10 March 2024"],
        ["1999", "2003", "2024"],
        ["1 day", "6 days", "10 days"],
        ["Episode 2", "episode 10", "Episode 16"],
        ["Twelve", "Fourteen", "Sixteen"],
        ["two days", "three days"],
        ["9.5 %", "20.7 %", "24.85 %"],
        ["900", "1,000", "12,500"],
        ["-5 degrees", "-3 degrees", "2 degrees"],
        ["Monday", "Wednesday", "Sunday"],
    ],
)
def test_dates_and_numbers_rise(texts: list[str]) -> None:
    """Options of one scale come out in their order, whatever order they were given in."""
    given = list(reversed(texts))
    points = rising(given)
    assert points is not None
    assert [text for _, text in sorted(zip(points, given, strict=True))] == texts


@pytest.mark.parametrize(
    "texts",
    [
        ["Kim A-ra", "The Keeper"],
        ["9 March 2024", "10 March"],
        ["6 days", "6 weeks"],
        ["Episode 3", "Special 4"],
        ["1 to 3", "4 to 6"],
        ["Monday", "9 March"],
        ["9 March 2024", "the ninth"],
    ],
)
def test_other_options_have_no_order(texts: list[str]) -> None:
    """Names, ranges and mixed forms are on no scale."""
    assert rising(texts) is None
