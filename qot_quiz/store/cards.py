"""The kept schedule of what was missed: a card for each fact, brought up to the newest answer when it is read."""

from __future__ import annotations

import sqlite3

import msgspec

from qot_quiz.core.schedule import Answered, Card, Due, add
from qot_quiz.store.opening import Store
from qot_quiz.store.verdicts import keep_up, verdicts

_LAST = "select last from cards_upto where pack = ?"
_DUE = "select due, fact, question from cards where pack = ? and player = ? order by due, fact"
_KNOWN = "select card, before from cards where pack = ? and player = ? and fact = ?"
_KEEP = "replace into cards (pack, player, fact, question, due, card, before) values (?, ?, ?, ?, ?, ?, ?)"
_DROP = "delete from cards where pack = ? and player = ? and fact = ?"

_decode = msgspec.json.Decoder(Card).decode


class _Known(msgspec.Struct, frozen=True):
    """A fact's card, the one before its last answer, and the question that asked for it last."""

    card: Card | None = None
    before: Card | None = None
    question: str = ""


def due(store: Store, player: str, pack: str) -> list[Due]:
    """List every fact that a player has missed by the moment at which it is due.

    Args:
        store: The open store.
        player: Who played.
        pack: The pack's id.

    Raises:
        StoreError: The file cannot be read or written.
    """
    fold(store, pack)
    return [Due(*row) for row in store.rows(_DUE, (pack, player))]


def fold(store: Store, pack: str, most: int | None = None) -> None:
    """Bring the schedule of a pack up to the newest answer.

    Args:
        store: The open store.
        pack: The pack's id.
        most: Moves that are added at most; None for all.

    Raises:
        StoreError: A game cannot be read, or the file cannot be written.
    """

    def further(connection: sqlite3.Connection, after: int, until: int) -> None:
        _fold(connection, store.path, pack, after, until)

    keep_up(store, _LAST, (pack,), further, most)


def _fold(connection: sqlite3.Connection, path: str, pack: str, after: int, until: int) -> None:
    if not after:
        connection.execute("delete from cards where pack = ?", (pack,))
    touched: dict[tuple[str, str], _Known] = {}
    for one in verdicts(connection, path, pack, after, until):
        key = (one.player, one.item.fact_id)
        known = touched[key] if key in touched else _read(connection, pack, key)
        answer = Answered(one.item.fact_id, one.item.id, one.credit, one.helped, one.at)
        before = known.card if one.former is None else known.before
        touched[key] = _Known(add(before, answer), before, one.item.id)
    for (player, fact), known in touched.items():
        if known.card is None:
            connection.execute(_DROP, (pack, player, fact))
            continue
        texts = [msgspec.json.encode(card).decode() if card else None for card in (known.card, known.before)]
        connection.execute(_KEEP, (pack, player, fact, known.question, known.card.due_at, *texts))
    connection.execute("replace into cards_upto (pack, last) values (?, ?)", (pack, until))


def _read(connection: sqlite3.Connection, pack: str, key: tuple[str, str]) -> _Known:
    row = connection.execute(_KNOWN, (pack, *key)).fetchone()
    return _Known(_decode(row[0]), _decode(row[1]) if row[1] else None) if row else _Known()
