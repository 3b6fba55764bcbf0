"""The schedule of a review worked out at once from the raw rows of all answers, to compare what is kept with."""

from __future__ import annotations

from collections.abc import Iterable

from qot_quiz.core.schedule import Answered, Due
from qot_quiz.store.opening import Store

# The cross join keeps this order: the player's games by one index, then each game's verdicts by another.
_ANSWERS = """
select moves.game, json_extract(outcome, '$.number'), json_extract(outcome, '$.question.item.fact_id'), question,
    json_extract(outcome, '$.verdict.credit'), json_array_length(outcome, '$.help'), done_at
from games cross join moves on moves.game = games.id
where player = ? and pack = ? and what = 'judged' and question is not null
    and coalesce(json_extract(outcome, '$.counts'), 1)
    and not exists (select 1 from removed where removed.game = games.id)
order by moves.done_at, moves.rowid
"""


def answers(store: Store, player: str, pack: str) -> list[Answered]:
    """List a player's answers, the earliest first; one that was graded anew counts as it was graded last.

    Args:
        store: The open store.
        player: Who played.
        pack: The pack's id.

    Raises:
        StoreError: The file cannot be read.
    """
    found: dict[tuple[str, int], Answered] = {}
    for game, number, fact_id, question_id, credit, helps, at in store.rows(_ANSWERS, (player, pack)):
        found[game, number] = Answered(fact_id, question_id, credit, bool(helps), at)
    return list(found.values())


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

    from fsrs import Card, Rating, Scheduler

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
