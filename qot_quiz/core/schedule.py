"""When missed facts are due again: FSRS over facts, whatever the wording they were asked in, an answer at a time.

The scheduler is that of the package `fsrs` (https://github.com/open-spaced-repetition/py-fsrs), without its fuzzing.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from fsrs import Scheduler


class Answered(msgspec.Struct, frozen=True):
    """An answer as the schedule sees it.

    Args:
        fact_id: The fact that was asked for.
        question_id: The question that asked for it.
        credit: 0..1.
        helped: Whether a help was used.
        at: When, ISO 8601 with offset.
    """

    fact_id: str
    question_id: str
    credit: float
    helped: bool
    at: str


class Due(msgspec.Struct, frozen=True):
    """A fact that was missed, and when it comes back.

    Args:
        at: When it is due, ISO 8601 in UTC.
        fact_id: The fact.
        question_id: The question that asked for it last.
    """

    at: str
    fact_id: str
    question_id: str


class Card(msgspec.Struct, frozen=True):
    """A fact that was missed, as FSRS keeps it.

    Args:
        state: The number of the state of learning.
        step: The step of learning, or None.
        stability: Days after which nine of ten are still known.
        difficulty: 1..10.
        due: When it is due, ISO 8601 in UTC.
        at: When it was last answered, ISO 8601 in UTC.
    """

    state: int
    step: int | None
    stability: float
    difficulty: float
    due: str
    at: str

    @property
    def due_at(self) -> str:
        """When it is due, in the form of `Due.at`."""
        from datetime import datetime

        return datetime.fromisoformat(self.due).isoformat(timespec="seconds")


def add(card: Card | None, answer: Answered) -> Card | None:
    """Add an answer to what is known of a fact; nothing is known before its first miss.

    From then on every answer to a question on it counts, in whatever mode: a miss as "again", a partly right or helped
    one as "hard", a right one as "good".

    Args:
        card: The fact's card, None before its first miss.
        answer: The next answer.
    """
    if answer.credit and card is None:
        return None
    from datetime import UTC, datetime

    import fsrs  # only where there are new answers

    at = datetime.fromisoformat(answer.at).astimezone(UTC)
    if card is None:
        kept = fsrs.Card(card_id=0, due=at)
    else:
        last = datetime.fromisoformat(card.at)
        kept = fsrs.Card(
            card_id=0,
            state=fsrs.State(card.state),
            step=card.step,
            stability=card.stability,
            difficulty=card.difficulty,
            due=datetime.fromisoformat(card.due),
            last_review=last,
        )
        at = max(at, last)  # a clock that was set back must not make time run backwards
    rating = fsrs.Rating.Again if not answer.credit else fsrs.Rating.Good
    if answer.credit and (answer.credit < 1 or answer.helped):
        rating = fsrs.Rating.Hard
    kept, _ = _scheduler().review_card(kept, rating, at)
    assert kept.stability is not None
    assert kept.difficulty is not None
    return Card(
        state=kept.state.value,
        step=kept.step,
        stability=kept.stability,
        difficulty=kept.difficulty,
        due=kept.due.isoformat(),
        at=at.isoformat(),
    )


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=False)
