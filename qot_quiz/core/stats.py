"""Statistics as folds over answers: each has a zero, and a step that adds one answer; nothing is judged again."""

from __future__ import annotations

import msgspec

from qot_quiz.core import rating
from qot_quiz.core.daystreak import Played
from qot_quiz.core.rating import Rating

MOST_MS = 120_000
"""An answer that took longer counts as so long: who went away for a coffee was not thinking all the while."""


class Answer(msgspec.Struct, frozen=True):
    """An answer as statistics see it.

    Args:
        player: Who gave it.
        fact_id: The fact that was asked for.
        question_id: The question that asked for it.
        topic: Its topic's id.
        kind: Its kind.
        difficulty: Its difficulty.
        spoils: The episode that must have been seen, 0 for none.
        credit: 0..1.
        took_ms: Milliseconds from asking to answering.
        guess: The chance of a lucky guess, 0..1.
        helped: Whether a help was used.
        former: The credit that it had before it was graded anew; None for an answer that is new.
    """

    player: str
    fact_id: str
    question_id: str
    topic: str
    kind: str
    difficulty: str
    spoils: int
    credit: float
    took_ms: int
    guess: float = 0.0
    helped: bool = False
    former: float | None = None


class Tally(msgspec.Struct, frozen=True):
    """Answers counted.

    Args:
        asked: All of them.
        right: Those with credit 1.
        missed: Those with credit 0; the others were partly right.
        took_ms: Milliseconds spent on all of them together, on none more than `MOST_MS`.
    """

    asked: int = 0
    right: int = 0
    missed: int = 0
    took_ms: int = 0

    @property
    def mean_ms(self) -> int:
        """Milliseconds spent on an answer, on average."""
        return round(self.took_ms / self.asked) if self.asked else 0


TALLY = Tally()
"""The tally of no answers."""


def count(tally: Tally, answer: Answer) -> Tally:
    """Add an answer to a tally; one graded anew takes the place of what it was."""
    right, missed = tally.right + (answer.credit == 1), tally.missed + (answer.credit == 0)
    if answer.former is None:
        return Tally(tally.asked + 1, right, missed, tally.took_ms + min(answer.took_ms, MOST_MS))
    return Tally(tally.asked, right - (answer.former == 1), missed - (answer.former == 0), tally.took_ms)


def both(one: Tally, other: Tally) -> Tally:
    """Add two tallies of different answers."""
    return Tally(
        one.asked + other.asked, one.right + other.right, one.missed + other.missed, one.took_ms + other.took_ms
    )


def percent(part: int, whole: int) -> int:
    """Tell a share in whole per cent, rounded half up; 0 of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else 0


class Run(msgspec.Struct, frozen=True):
    """Fully right answers in a row, from game to game.

    Args:
        now: How many there are up to the last answer.
        best: The most there ever were.
        before: How many there were before the last answer, which may yet be graded anew.
    """

    now: int = 0
    best: int = 0
    before: int = 0


RUN = Run()
"""The run before the first answer."""


def run(before: Run, answer: Answer) -> Run:
    """Add an answer to a run: a right one lengthens it, a miss ends it, a part leaves it as it is (`core.score`)."""
    since = before.now if answer.former is None else before.before
    now = since + 1 if answer.credit == 1 else since if answer.credit else 0
    return Run(now, max(before.best, now), since)


def rate(player: Rating, fact: Rating, answer: Answer) -> tuple[Rating, Rating]:
    """Add an answer to the ratings of its player and its fact; one that was helped says nothing of either."""
    if answer.helped:
        return player, fact
    if answer.former is None:
        return rating.add(player, fact, answer.credit, answer.guess)
    return rating.mend(player, fact, answer.credit - answer.former)


class Game(msgspec.Struct, frozen=True):
    """A finished game as a trend sees it.

    Args:
        game_id: Its id.
        mode: Its mode.
        board: Its board.
        finished_at: ISO 8601 with offset.
        asked: Questions judged.
        right: Questions with credit 1.
        points: Its points.
    """

    game_id: str
    mode: str
    board: str
    finished_at: str
    asked: int
    right: int
    points: int


class FactTally(msgspec.Struct, frozen=True):
    """A player's answers on a fact.

    Args:
        fact_id: The fact.
        question_id: The question that asked for it last.
        tally: The answers.
    """

    fact_id: str
    question_id: str
    tally: Tally


class RatedFact(msgspec.Struct, frozen=True):
    """A fact's rating from the answers of all players of this file.

    Args:
        fact_id: The fact.
        question_id: The question that asked for it last.
        rating: Its rating.
    """

    fact_id: str
    question_id: str
    rating: Rating


class PlayedFact(msgspec.Struct, frozen=True):
    """What all players of this file made of a fact.

    Args:
        fact_id: The fact.
        rating: Its rating.
        asked: All answers on it, those with a help among them, which do not rate it.
        right: Those with credit 1.
    """

    fact_id: str
    rating: Rating
    asked: int
    right: int


class Statistics(msgspec.Struct, frozen=True):
    """What a player's answers come to.

    Args:
        whole: All answers.
        topics: By the topic's id.
        kinds: By kind.
        difficulties: By difficulty.
        episodes: By the episode that must have been seen, 0 for none.
        run: Right answers in a row.
        rating: The player's.
        games: The last finished games, the earliest first.
    """

    whole: Tally
    topics: dict[str, Tally]
    kinds: dict[str, Tally]
    difficulties: dict[str, Tally]
    episodes: dict[int, Tally]
    run: Run
    rating: Rating
    games: tuple[Game, ...]


class Days(msgspec.Struct, frozen=True):
    """The dailies that a player finished as the ranked try.

    Args:
        played: The days.
        scores: Of those whose score may be shown, questions right and asked by the day.
    """

    played: tuple[Played, ...]
    scores: dict[str, tuple[int, int]]


def change(games: tuple[Game, ...]) -> int | None:
    """Tell how many more the last game had right than the one before it that compares.

    Args:
        games: Finished games, the earliest first.

    Returns:
        The difference to the last earlier game on the same board with as many questions, or None when there is none.
    """
    if not games:
        return None
    *earlier, last = games
    for game in reversed(earlier):
        if (game.board, game.asked) == (last.board, last.asked):
            return last.right - game.right
    return None
