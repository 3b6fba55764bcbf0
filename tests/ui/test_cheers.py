"""Moments of joy in words."""

from __future__ import annotations

import msgspec
import pytest
from played import RULES, ended, judged, right
from samples import ITEMS

from qot_quiz.core.events import Ended, Judged, Standing
from qot_quiz.ui import cheers


def _in_a_row(length: int, **changes: object) -> Judged:
    record = judged("lead/actor", right(ITEMS[0]), rules=RULES)
    standing = msgspec.structs.replace(record.standing, streak=length)
    return msgspec.structs.replace(record, standing=standing, **changes)


@pytest.mark.parametrize(
    ("length", "told"), [(1, ""), (4, ""), (5, "Five in a row!"), (6, ""), (10, "10 in a row!"), (100, "100 in a row!")]
)
def test_streak(length: int, told: str) -> None:
    """Every fifth right answer in a row is cheered, and no other."""
    assert cheers.streak(_in_a_row(length)) == told


def test_only_the_answer_that_made_it() -> None:
    """A part leaves a row as long as it was, and is not cheered for it; nor is what does not count."""
    part = msgspec.structs.replace(_in_a_row(5).verdict, credit=0.5)
    assert cheers.streak(_in_a_row(5, verdict=part)) == ""
    assert cheers.streak(_in_a_row(5, counts=False)) == ""


def test_perfect() -> None:
    """A game is perfect when all of it was asked and right; a short climb that was walked away from is not."""
    assert cheers.perfect(ended())
    assert not cheers.perfect(ended(misses=1))
    assert not cheers.perfect(Ended("walked", Standing(100, right=2, asked=2), True, ()))
    assert not cheers.perfect(Ended("finished", Standing(), True, ()))


@pytest.mark.parametrize(("asked", "perfect"), [(1, False), (2, False), (3, True)])
def test_no_perfect_game_of_one(asked: int, perfect: bool) -> None:
    """One or two questions make no game to be cheered as perfect."""
    assert cheers.perfect(Ended("finished", Standing(right=asked, asked=asked), True, ())) == perfect


def test_nothing_is_perfect_by_ones_own_word() -> None:
    """A game whose answers are all right, one of them by the player's word, is not cheered as a perfect one."""
    assert cheers.perfect(ended())
    assert not cheers.perfect(ended(misses=1, regrade=True))
    assert cheers.by_word(ended(misses=1, regrade=True)) == 1
