"""Questions that a player flagged, with the reasons, and answers that a player contested with "I was right"."""

from __future__ import annotations

import msgspec

from qot_quiz.store.opening import Store

_WHERE = """
from games cross join moves on moves.game = games.id
where (pack = ?1 or instr('+' || pack || '+', '+' || ?1 || '+') and substr(question, 1, length(?1) + 1) = ?1 || ':')
    and what = '{what}' and question is not null
    and not exists (select 1 from removed where removed.game = games.id)
"""
_FLAGGED = (
    _WHERE.format(what="flagged")
    + """
    and not exists (select 1 from taken_back where taken_back.game = moves.game and taken_back.n = moves.n)
"""
)
_ID = "case when pack = ?1 then question else substr(question, length(?1) + 2) end"
_ORDER = "order by 1, done_at, moves.rowid"
_IDS = f"select distinct {_ID} {_FLAGGED} and player = ?2"
_FLAGS = f"select {_ID}, json_extract(outcome, '$.reason'), player, done_at {_FLAGGED} {_ORDER}"
_CONTESTED = f"""
select {_ID}, json_extract(outcome, '$.given[0]'), json_extract(outcome, '$.question.item.answer'), player, done_at
{_WHERE.format(what="judged")} and json_extract(outcome, '$.regraded') {_ORDER}
"""
_TAKE_BACK = f"""
insert into taken_back (game, n, done_at)
select moves.game, moves.n, ?4 {_FLAGGED} and player = ?2 and {_ID} = ?3
"""


class Flag(msgspec.Struct, frozen=True):
    """A flag that stands.

    Args:
        question_id: The question.
        reason: What the player wrote; perhaps nothing.
        player: Who flagged it.
        at: When, ISO 8601 with offset.
    """

    question_id: str
    reason: str
    player: str
    at: str


class Contested(msgspec.Struct, frozen=True):
    """An answer that the player graded as right against the judge.

    Args:
        question_id: The question.
        typed: What was typed.
        answer: The answer that the pack gives.
        player: Who typed it.
        at: When, ISO 8601 with offset.
    """

    question_id: str
    typed: str
    answer: str
    player: str
    at: str


def flagged(store: Store, player: str, pack: str) -> set[str]:
    """Collect the ids of the questions that a player flagged and did not take back, in games that were not removed.

    Args:
        store: The open store.
        player: Who played.
        pack: The pack's id.

    Raises:
        StoreError: The file cannot be read.
    """
    return {id for (id,) in store.rows(_IDS, (pack, player))}


def flags(store: Store, pack: str, player: str | None = None) -> list[Flag]:
    """List the flags that stand on a pack's questions, by question and time.

    Args:
        store: The open store.
        pack: The pack's id.
        player: Whose flags, or None for everybody's.

    Raises:
        StoreError: The file cannot be read.
    """
    found = [Flag(id, reason or "", name, at) for id, reason, name, at in store.rows(_FLAGS, (pack,))]
    return [flag for flag in found if player in (None, flag.player)]


def contested(store: Store, pack: str) -> list[Contested]:
    """List the answers of a pack that players graded as right themselves, by question and time.

    Args:
        store: The open store.
        pack: The pack's id.

    Raises:
        StoreError: The file cannot be read.
    """
    rows = store.rows(_CONTESTED, (pack,))
    return [Contested(id, typed or "", answer, name, at) for id, typed, answer, name, at in rows]


def take_back(store: Store, player: str, pack: str, question_id: str) -> None:
    """Take back every flag of a player on a question.

    Args:
        store: The open store.
        player: Who flagged it.
        pack: The pack's id.
        question_id: The question.

    Raises:
        StoreError: The file cannot be written.
    """
    store.write((_TAKE_BACK, (pack, player, question_id, store.now())))
