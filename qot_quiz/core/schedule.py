"""When missed facts are due again: FSRS over facts, whatever the wording they were asked in.

The scheduler is that of the package `fsrs` (https://github.com/open-spaced-repetition/py-fsrs), without its fuzzing.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


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


def schedule(answers: Iterable[Answered]) -> list[Due]:
    """Work out when every fact that was ever missed is due.

    A fact comes in with its first miss; from then on every answer to a question on it counts, in whatever mode: a miss
    as "again", a partly right or helped one as "hard", a right one as "good".

    Args:
        answers: All answers of one player, the earliest first.

    Returns:
        The facts by the moment at which they are due.
    """
    from datetime import UTC, datetime

    from fsrs import Card, Rating, Scheduler  # 12 ms that only a review spends

    scheduler = Scheduler(enable_fuzzing=False)
    cards: dict[str, Card] = {}
    asked: dict[str, str] = {}
    for answer in answers:
        if answer.credit and answer.fact_id not in cards:
            continue
        at = datetime.fromisoformat(answer.at).astimezone(UTC)
        card = cards.get(answer.fact_id) or Card(card_id=len(cards), due=at)
        if card.last_review is not None:
            at = max(at, card.last_review)  # a clock that was set back must not make time run backwards
        rating = Rating.Again if not answer.credit else Rating.Good
        if answer.credit and (answer.credit < 1 or answer.helped):
            rating = Rating.Hard
        cards[answer.fact_id], _ = scheduler.review_card(card, rating, at)
        asked[answer.fact_id] = answer.question_id
    return sorted(
        (Due(card.due.isoformat(timespec="seconds"), fact_id, asked[fact_id]) for fact_id, card in cards.items()),
        key=lambda due: (due.at, due.fact_id),
    )
