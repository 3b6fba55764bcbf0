"""The folds kept for statistics of a pack under a spoiler ceiling: brought up to the newest answer, or made anew."""

from __future__ import annotations

import sqlite3

from qot_quiz.core import rating, stats
from qot_quiz.core.rating import Rating
from qot_quiz.core.stats import Answer, Run, Tally
from qot_quiz.store.opening import Store
from qot_quiz.store.verdicts import Verdict, keep_up, verdicts

_LAST = "select last from stats_upto where pack = ? and up_to = ?"
_PARTS = ("stats_tallies", "stats_facts", "stats_players", "stats_ratings")

_TALLY = """
select asked, right, missed, took_ms from stats_tallies
where pack = ? and up_to = ? and player = ? and topic = ? and kind = ? and difficulty = ? and spoils = ?
"""
_FACT = """
select asked, right, missed, took_ms, question from stats_facts
where pack = ? and up_to = ? and player = ? and fact = ?
"""
_PLAYER = "select now, best, before, milli, plays from stats_players where pack = ? and up_to = ? and player = ?"
_RATING = "select milli, plays, question from stats_ratings where pack = ? and up_to = ? and fact = ?"

_KEEP_TALLY = f"replace into stats_tallies values ({', '.join('?' * 11)})"
_KEEP_FACT = """
replace into stats_facts (pack, up_to, player, fact, asked, right, missed, took_ms, question, mean_ms)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_KEEP_PLAYER = f"replace into stats_players values ({', '.join('?' * 8)})"
_KEEP_RATING = """
replace into stats_ratings (pack, up_to, fact, milli, plays, question) values (?, ?, ?, ?, ?, ?)
"""


def fold(store: Store, pack: str, up_to: int, most: int | None = None) -> None:
    """Bring the statistics of a pack under a ceiling up to the newest answer.

    Args:
        store: The open store.
        pack: The pack's id.
        up_to: The spoiler ceiling: no answer above it enters.
        most: Moves that are added at most; None for all.

    Raises:
        StoreError: A game cannot be read, or the file cannot be written.
    """

    def further(connection: sqlite3.Connection, after: int, until: int) -> None:
        key = (pack, up_to)
        if not after:
            for table in _PARTS:
                connection.execute(f"delete from {table} where pack = ? and up_to = ?", key)
        folds = _Folds(connection, key)
        for one in verdicts(connection, store.path, pack, after, until):
            if one.counts and one.item.spoils <= up_to:
                folds.add(_answer(one))
        folds.keep()
        connection.execute("replace into stats_upto (pack, up_to, last) values (?, ?, ?)", (*key, until))

    keep_up(store, _LAST, (pack, up_to), further, most)


def rebuild(store: Store) -> None:
    """Forget every kept fold, so that each is made anew from the moves when it is next read.

    Args:
        store: The open store.

    Raises:
        StoreError: The file cannot be written; then everything is as it was.
    """
    store.write(("delete from stats_upto", ()), ("delete from cards_upto", ()))


def _answer(one: Verdict) -> Answer:
    item = one.item
    return Answer(
        player=one.player,
        fact_id=item.fact_id,
        question_id=item.id,
        topic=item.topic,
        kind=item.kind,
        difficulty=item.difficulty,
        spoils=item.spoils,
        credit=one.credit,
        took_ms=one.took_ms,
        guess=one.guess,
        helped=one.helped,
        former=one.former,
    )


class _Folds:
    """The folds that a stretch of answers touches, read when first needed.

    Args:
        connection: The file, held for writing.
        key: The pack and the ceiling.
    """

    def __init__(self, connection: sqlite3.Connection, key: tuple[str, int]) -> None:
        self._connection = connection
        self._key = key
        self._tallies: dict[tuple[str, str, str, str, int], Tally] = {}
        self._facts: dict[tuple[str, str], tuple[Tally, str]] = {}
        self._players: dict[str, tuple[Run, Rating]] = {}
        self._ratings: dict[str, tuple[Rating, str]] = {}

    def add(self, answer: Answer) -> None:
        """Add an answer to every fold that it belongs to."""
        group = (answer.player, answer.topic, answer.kind, answer.difficulty, answer.spoils)
        fact = (answer.player, answer.fact_id)
        self._tallies[group] = stats.count(self._tally(group), answer)
        self._facts[fact] = stats.count(self._fact(fact), answer), answer.question_id
        run, player = self._player(answer.player)
        rated, thing = stats.rate(player, self._rating(answer), answer)
        self._players[answer.player] = stats.run(run, answer), rated
        self._ratings[answer.fact_id] = thing, answer.question_id

    def keep(self) -> None:
        """Write what has changed."""
        run, key = self._connection.executemany, self._key
        run(_KEEP_TALLY, ((*key, *group, *_counts(tally)) for group, tally in self._tallies.items()))
        run(
            _KEEP_FACT,
            ((*key, *fact, *_counts(tally), asked, tally.mean_ms) for fact, (tally, asked) in self._facts.items()),
        )
        run(
            _KEEP_PLAYER,
            (
                (*key, player, row.now, row.best, row.before, rated.milli, rated.plays)
                for player, (row, rated) in self._players.items()
            ),
        )
        run(
            _KEEP_RATING,
            ((*key, fact, rated.milli, rated.plays, asked) for fact, (rated, asked) in self._ratings.items()),
        )

    def _tally(self, group: tuple[str, str, str, str, int]) -> Tally:
        if group in self._tallies:
            return self._tallies[group]
        row = self._connection.execute(_TALLY, (*self._key, *group)).fetchone()
        return Tally(*row) if row else stats.TALLY

    def _fact(self, fact: tuple[str, str]) -> Tally:
        if fact in self._facts:
            return self._facts[fact][0]
        row = self._connection.execute(_FACT, (*self._key, *fact)).fetchone()
        return Tally(*row[:4]) if row else stats.TALLY

    def _player(self, player: str) -> tuple[Run, Rating]:
        if player in self._players:
            return self._players[player]
        row = self._connection.execute(_PLAYER, (*self._key, player)).fetchone()
        return (Run(*row[:3]), Rating(*row[3:])) if row else (stats.RUN, rating.PLAYER)

    def _rating(self, answer: Answer) -> Rating:
        if answer.fact_id in self._ratings:
            return self._ratings[answer.fact_id][0]
        row = self._connection.execute(_RATING, (*self._key, answer.fact_id)).fetchone()
        return Rating(*row[:2]) if row else rating.fact(answer.difficulty)


def _counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.asked, tally.right, tally.missed, tally.took_ms
