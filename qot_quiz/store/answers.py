"""Every answer that a player gave, for the schedule of a review."""

from __future__ import annotations

from qot_quiz.core.schedule import Answered
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
