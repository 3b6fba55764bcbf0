"""When facts come back: only missed ones, later and later while they are right, soon again after a miss."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import scheduled
from hypothesis import given, settings
from hypothesis import strategies as st

from qot_quiz.core.schedule import Answered, Card, Due, add

START = datetime.fromisoformat("2026-03-01T12:00:00+09:00")


def schedule(answers: Sequence[Answered]) -> list[Due]:
    """Add answer after answer, and list what is due by its moment."""
    cards: dict[str, Card | None] = {}
    last: dict[str, str] = {}
    for one in answers:
        cards[one.fact_id] = add(cards.get(one.fact_id), one)
        last[one.fact_id] = one.question_id
    return sorted(
        (Due(card.due_at, fact, last[fact]) for fact, card in cards.items() if card),
        key=lambda due: (due.at, due.fact_id),
    )


def answer(day: float, credit: float, fact: str = "fact", *, helped: bool = False, angle: str = "a") -> Answered:
    """Answer a question on a fact so many days after the start."""
    return Answered(fact, f"{fact}/{angle}", credit, helped, (START + timedelta(days=day)).isoformat())


def due_after(*answers: Answered) -> float:
    """Tell how many days after the last answer the one fact is due."""
    (due,) = schedule(answers)
    return (datetime.fromisoformat(due.at) - datetime.fromisoformat(answers[-1].at)) / timedelta(days=1)


def test_what_was_never_missed() -> None:
    """Facts that were always right are no matter of review; neither is what was right before the first miss."""
    assert schedule([answer(0, 1), answer(1, 0.5)]) == []
    assert due_after(answer(0, 1), answer(1, 0)) == due_after(answer(1, 0))


def test_a_miss_is_due_at_once() -> None:
    """What was missed is due within minutes."""
    assert 0 < due_after(answer(0, 0)) < 0.01


def test_right_answers_space_it_out() -> None:
    """Each right answer moves the fact further away, by days and then by weeks."""
    answers, gaps = [answer(0, 0)], []
    day = 0.0
    for _ in range(6):
        gaps.append(due_after(*answers))
        day += gaps[-1]
        answers.append(answer(day, 1))
    assert gaps[2:] == sorted(gaps[2:])
    assert gaps[-1] > 14


def test_a_new_miss_brings_it_back() -> None:
    """A fact that is forgotten is due at once again."""
    history = [answer(0, 0), answer(0.1, 1), answer(1, 1), answer(10, 1)]
    assert due_after(*history) > 3
    assert due_after(*history, answer(30, 0)) < 0.1


def test_a_helped_answer_counts_less() -> None:
    """A helped or partly right answer moves the fact less far than a plainly right one."""
    before = [answer(0, 0), answer(0.1, 1), answer(1, 1)]
    plain = due_after(*before, answer(5, 1))
    assert due_after(*before, answer(5, 1, helped=True)) < plain
    assert due_after(*before, answer(5, 0.5)) < plain


def test_facts_not_wordings() -> None:
    """Two wordings are one fact, named with the one asked last; facts come by the moment at which they are due."""
    due = schedule([answer(0, 0), answer(0.1, 1, angle="b"), answer(0.2, 0, "other")])
    assert [(one.fact_id, one.question_id) for one in due] == [("fact", "fact/b"), ("other", "other/a")]
    assert due == sorted(due, key=lambda one: one.at)
    assert all(isinstance(one, Due) and one.at.endswith("+00:00") for one in due)


def test_a_clock_that_was_set_back() -> None:
    """Answers whose times run backwards are taken as given at once, and nothing breaks."""
    assert due_after(answer(5, 0), answer(4, 1)) > 0


GIVEN = st.tuples(st.integers(-60, 60 * 24 * 40), st.sampled_from([0.0, 0.0, 0.5, 1.0]), st.booleans())


@settings(deadline=None)
@given(st.lists(GIVEN, max_size=25))
def test_an_answer_at_a_time(history: list[tuple[int, float, bool]]) -> None:
    """Whatever was answered, with whatever clock, a fact is due when `fsrs` says so of the whole history."""
    at, answers = START, []
    card: Card | None = None
    for minutes, credit, helped in history:
        at += timedelta(minutes=minutes)
        answers.append(Answered("fact", "fact/a", credit, helped, at.isoformat(timespec="milliseconds")))
        card = add(card, answers[-1])
    assert [due.at for due in scheduled.schedule(answers)] == ([card.due_at] if card else [])


def test_nothing_before_the_first_miss() -> None:
    """A fact that was never missed has no card."""
    assert add(None, Answered("fact", "fact/a", 1, False, START.isoformat())) is None
    assert add(None, Answered("fact", "fact/a", 0, False, START.isoformat())) is not None
