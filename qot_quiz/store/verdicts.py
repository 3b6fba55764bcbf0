"""Verdicts read from the moves in the order in which they were stored, for the folds that the store keeps."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime

import msgspec

from qot_quiz.core.mixture import packs_of, parted
from qot_quiz.core.question import Difficulty
from qot_quiz.core.setup import Setup
from qot_quiz.store.opening import Row, Store
from qot_quiz.store.troubles import unreadable

STRETCH = 50_000
"""Moves folded in one transaction: other processes wait no longer for the file, and memory does not grow."""

_JUDGED = """
select game, n, outcome, done_at from moves
where rowid > ? and rowid <= ? and what = 'judged' and question is not null order by rowid
"""
_GAME = """
select player, pack, setup, exists (select 1 from removed where removed.game = games.id) from games where id = ?
"""
_FORMER = "select outcome from moves where game = ? and what = 'judged' and n < ? order by n desc limit 1"


class _Item(msgspec.Struct, frozen=True):
    id: str
    fact_id: str
    kind: str
    difficulty: Difficulty
    topic: str
    spoils: int


class _Question(msgspec.Struct, frozen=True):
    item: _Item


class _Shape(msgspec.Struct, frozen=True):
    type: str
    options: tuple[msgspec.Raw, ...] = ()


class _Credit(msgspec.Struct, frozen=True):
    credit: float


class _Judged(msgspec.Struct, frozen=True):
    question: _Question
    shape: _Shape
    verdict: _Credit
    help: tuple[str, ...]
    took_ms: int
    regraded: bool = False
    counts: bool = True


class _Former(msgspec.Struct, frozen=True):
    verdict: _Credit


class Verdict(msgspec.Struct, frozen=True):
    """A verdict as the folds read it.

    Args:
        player: Whose game it is.
        counts: Whether it counts in the statistics of a single player: neither practice nor a party does.
        item: Of the question: ids, kind, difficulty, topic, and the episode that must have been seen.
        credit: 0..1.
        former: The credit before it was graded anew, or None.
        helped: Whether a help was used.
        took_ms: Milliseconds from asking to answering.
        guess: The chance of a lucky guess, 0..1.
        at: When it was stored, ISO 8601 with offset.
    """

    player: str
    counts: bool
    item: _Item
    credit: float
    former: float | None
    helped: bool
    took_ms: int
    guess: float
    at: str


_judged = msgspec.json.Decoder(_Judged)
_former = msgspec.json.Decoder(_Former)
_setup = msgspec.json.Decoder(Setup)


def verdicts(connection: sqlite3.Connection, path: str, pack: str, after: int, until: int) -> Iterator[Verdict]:
    """Yield the verdicts on questions of a pack, in games that were not removed; games that mix packs count, too.

    Args:
        connection: The open file.
        path: Where it lies, for messages.
        pack: The pack's id.
        after: The row of `moves` before the first.
        until: The last row.

    Raises:
        StoreError: A game cannot be read.
    """
    games: dict[str, tuple[str, bool] | None] = {}
    for game_id, n, outcome, at in connection.execute(_JUDGED, (after, until)):
        try:
            if game_id not in games:
                games[game_id] = _game(connection, game_id, pack)
            game = games[game_id]
            if game is None:
                continue
            judged = _judged.decode(outcome)
            datetime.fromisoformat(at)  # who folds this reckons with it
            item = judged.question.item
            from_pack, own = parted(item.id)
            if not judged.counts or from_pack not in ("", pack):
                continue
            if from_pack:
                item = msgspec.structs.replace(item, id=own, fact_id=parted(item.fact_id)[1])
            former = None
            if judged.regraded:
                (before,) = connection.execute(_FORMER, (game_id, n)).fetchone()
                former = _former.decode(before).verdict.credit
        except (msgspec.DecodeError, TypeError, ValueError) as error:  # a flipped bit can turn a text into a number
            raise unreadable(game_id, path) from error
        shape = judged.shape
        yield Verdict(
            player=game[0],
            counts=game[1],
            item=item,
            credit=judged.verdict.credit,
            former=former,
            helped=bool(judged.help),
            took_ms=judged.took_ms,
            guess=1 / len(shape.options) if shape.type == "pick-one" and shape.options else 0.0,
            at=at,
        )


def _game(connection: sqlite3.Connection, game_id: str, pack: str) -> tuple[str, bool] | None:
    """Give a game's player and whether it counts; None for a game that was removed, or of another pack."""
    player, of, setup, removed = connection.execute(_GAME, (game_id,)).fetchone()
    if removed or pack not in packs_of(of):
        return None
    drawn = _setup.decode(setup)
    return player, not (drawn.practice or drawn.players)


def keep_up(
    store: Store, last: str, key: Row, fold: Callable[[sqlite3.Connection, int, int], None], most: int | None = None
) -> None:
    """Bring a kept fold up to the newest move, stretch by stretch, each as one transaction.

    Args:
        store: The open store.
        last: A question for the last row that the fold holds, with a mark for each part of the key.
        key: What names the fold.
        fold: Adds the rows after one and up to another to the fold, and keeps that it holds them; from row 0 on it
            begins anew.
        most: Moves that are added at most, in one stretch; None for all.

    Raises:
        StoreError: A game cannot be read, or the file cannot be written.
    """
    while True:
        (newest,) = store.rows("select coalesce(max(rowid), 0) from moves")[0]
        if store.rows(last, key) == [(newest,)]:
            return
        with store.transaction() as connection:
            # Another process may have been faster, or may have removed a game.
            row = connection.execute(last, key).fetchone()
            held = row[0] if row else 0
            fold(connection, held, min(held + (STRETCH if most is None else most), newest))
        if most is not None:
            return
