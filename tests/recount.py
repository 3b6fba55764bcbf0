"""The rules once more: what a game should have come to, worked out from nothing but what its players did.

Written from README.md ("Points", "Modes"), and on purpose without a line of the program's own sums.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import NamedTuple

from deeds import Asking, credit

from qot_quiz.core.question import Item

BASE = {"easy": 100, "medium": 200, "hard": 300}
FACTORS = {"fifty": Fraction(1, 2), "hint": Fraction(3, 4)}
HEARTS = {"survival": 3, "ladder": 1}
OPEN_ENDED = ("survival", "ladder", "blitz", "marathon")
"""Modes that are won, and not merely finished, when nothing is left to ask."""

SAFE = (8, 4)
ROUNDS = 5
"""Rounds after which a tie-break may stay undecided."""


class Row(NamedTuple):
    """What one answer comes to."""

    player: str
    credit: Fraction
    sums: tuple[tuple[str, int], ...]
    points: int
    streak: int
    help: tuple[str, ...]
    took: int


@dataclass
class Seat:
    """How one player stands."""

    points: int = 0
    streak: int = 0
    best: int = 0


@dataclass
class Account:
    """What a game comes to.

    Args:
        rows: Its answers in order, those cut off by the end of time left out.
        points: The points of all players together, after what a ladder takes away.
        best_streak: The longest streak of any player.
        how: How it ends; empty when it should still go on.
        podium: Each player's place.
    """

    rows: list[Row]
    points: int
    best_streak: int
    how: str
    podium: dict[str, int]

    @property
    def right(self) -> int:
        """Count the fully right answers."""
        return sum(row.credit == 1 for row in self.rows)


@dataclass(frozen=True)
class Terms:
    """What a game was agreed to be.

    Args:
        mode: Its mode.
        size: Questions in its whole deck, those of a tie-break among them.
        players: Who takes turns.
        length: Questions for each of them.
        same: Whether all are asked the same, one after the other.
        ask_ms: Thinking time for each question.
        game_ms: Thinking time for all of them.
    """

    mode: str
    size: int
    players: tuple[str, ...] = ()
    length: int = 0
    same: bool = False
    ask_ms: int | None = None
    game_ms: int | None = None


def recount(terms: Terms, askings: list[Asking], walked: bool) -> Account:
    """Work out what a game comes to.

    Args:
        terms: What it was agreed to be.
        askings: Its questions in order, up to the last that was settled.
        walked: Whether the player then walked away.
    """
    seats = {name: Seat() for name in terms.players or ("",)}
    rows: list[Row] = []
    how = ""
    for asking in askings:
        assert not how, f"asked on after the end ({how}): {asking.item.id}"
        assert asking.player == turn(terms, rows), f"question {len(rows) + 1} went to {asking.player!r}"
        spent = sum(row.took for row in rows)
        allowed = terms.ask_ms if terms.game_ms is None else terms.game_ms - spent
        row = settled(asking, allowed, terms.ask_ms, seats[asking.player].streak)
        if terms.game_ms is not None and late(asking, allowed):
            how = "time"
        else:
            rows.append(row)
            seat = seats[row.player]
            seat.points, seat.streak = seat.points + row.points, row.streak
            seat.best = max(seat.best, row.streak)
            how = ending(terms, rows)
    points = sum(seat.points for seat in seats.values())
    if how == "lost" and terms.mode == "ladder":
        kept = next((step for step in SAFE if step < len(rows)), 0)
        points = sum(row.points for row in rows[:kept])
    best = max(seat.best for seat in seats.values())
    return Account(rows, points, best, how or ("walked" if walked else ""), podium(terms, rows))


def settled(asking: Asking, allowed: int | None, limit: int | None, streak: int) -> Row:
    """Settle one question: credit, points, streak, helps and time."""
    out_of_time = late(asking, allowed)
    took = allowed if out_of_time and allowed is not None else asking.deeds[-1].at
    in_time = [deed for deed in asking.deeds if allowed is None or deed.at <= allowed]
    help = tuple(deed.what for deed in in_time if deed.what in FACTORS)
    worth = Fraction(1) if asking.regraded else Fraction(0) if out_of_time else credit(asking)
    factors = [] if limit is None else [("speed", 1 - Fraction(took, 2 * limit))]
    factors += [("streak", 1 + Fraction(min(streak, 5), 10)), *((name, FACTORS[name]) for name in help)]
    exact = BASE[asking.item.difficulty] * worth
    total = half_up(exact)
    sums = [("base", total)]
    for name, factor in factors:
        exact *= factor
        if half_up(exact) != total:
            sums.append((name, half_up(exact) - total))
        total = half_up(exact)
    after = streak + 1 if worth == 1 else streak if worth else 0
    return Row(asking.player, worth, tuple(sums), total, after, help, took)


def late(asking: Asking, allowed: int | None) -> bool:
    """Say whether the time was over before the answer came."""
    return allowed is not None and any(deed.at > allowed for deed in asking.deeds)


def half_up(exact: Fraction) -> int:
    """Round to whole points, a half up."""
    return floor(exact + Fraction(1, 2))


def turn(terms: Terms, rows: list[Row]) -> str:
    """Say who answers next."""
    players, done = terms.players, len(rows)
    if not players:
        return ""
    if done < terms.length * len(players):
        return players[done // terms.length if terms.same else done % len(players)]
    tied, part, _ = contest(terms, rows)
    return tied[len(part)]


def contest(terms: Terms, rows: list[Row]) -> tuple[list[str], list[Row], int]:
    """Say between whom the first place lies, what they did in the round that is not over, and how many were."""
    regular, part = rows[: terms.length * len(terms.players)], rows[terms.length * len(terms.players) :]
    sums = {name: sum(row.points for row in regular if row.player == name) for name in terms.players}
    tied = [name for name in terms.players if sums[name] == max(sums.values())]
    rounds = 0
    while len(tied) > 1 and len(part) >= len(tied):
        whole, part = part[: len(tied)], part[len(tied) :]
        tied, rounds = [row.player for row in whole if row.credit == 1] or tied, rounds + 1
    return tied, part, rounds


def ending(terms: Terms, rows: list[Row]) -> str:
    """Say how the game ends after its last answer; empty when it goes on."""
    hearts = HEARTS.get(terms.mode)
    if hearts is not None and sum(not row.credit for row in rows) == hearts:
        return "lost"
    if terms.players and len(rows) >= terms.length * len(terms.players):
        tied, part, rounds = contest(terms, rows)
        undecided = len(tied) > 1 and not part and terms.size - len(rows) < len(tied)
        assert not undecided or rounds >= ROUNDS, "a tie-break was broken off"
        return "finished" if undecided or len(tied) == 1 else ""
    if len(rows) < terms.size:
        return ""
    return "won" if terms.mode in OPEN_ENDED else "finished"


def podium(terms: Terms, rows: list[Row]) -> dict[str, int]:
    """Give each player's place: who won the tie-break first, then by points, equals together."""
    tied = contest(terms, rows)[0] if len(rows) >= terms.length * len(terms.players) else []
    sums = {name: sum(row.points for row in rows if row.player == name) for name in terms.players}
    marks = {name: (name in tied, 0 if name in tied else sums[name]) for name in terms.players}
    return {name: 1 + sum(other > mark for other in marks.values()) for name, mark in marks.items()}


def crowded(items: list[Item], apart: int) -> Iterator[Item]:
    """Yield the questions that came too soon after another on their fact although others were left.

    Args:
        items: All questions of a game in order.
        apart: How far two on one fact should stand from each other.
    """
    for at, item in enumerate(items):
        recent = {other.fact_id for other in items[max(0, at - apart + 1) : at]}
        if item.fact_id in recent and any(other.fact_id not in recent for other in items[at:]):
            yield item
