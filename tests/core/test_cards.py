"""Cards: an answer at a time, they say what the schedule says of a whole history."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from qot_quiz.core.cards import Card, add
from qot_quiz.core.schedule import Answered, schedule

START = datetime.fromisoformat("2026-03-01T12:00:00+09:00")
GIVEN = st.tuples(st.integers(-60, 60 * 24 * 40), st.sampled_from([0.0, 0.0, 0.5, 1.0]), st.booleans())


@settings(deadline=None)
@given(st.lists(GIVEN, max_size=25))
def test_cards_equal_the_schedule(given: list[tuple[int, float, bool]]) -> None:
    """Whatever was answered, with whatever clock, the card of a fact is due when the schedule says so."""
    at, answers = START, []
    card: Card | None = None
    for minutes, credit, helped in given:
        at += timedelta(minutes=minutes)
        answers.append(Answered("fact", "fact/a", credit, helped, at.isoformat(timespec="milliseconds")))
        card = add(card, answers[-1])
    assert [due.at for due in schedule(answers)] == ([card.due_at] if card else [])


def test_nothing_before_the_first_miss() -> None:
    """A fact that was never missed has no card."""
    assert add(None, Answered("fact", "fact/a", 1, False, START.isoformat())) is None
    assert add(None, Answered("fact", "fact/a", 0, False, START.isoformat())) is not None
