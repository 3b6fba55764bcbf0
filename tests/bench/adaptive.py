"""How near games that follow their player come to three right answers in four: printed, and held by a smaller test.

Run by hand: `python tests/bench/adaptive.py [GAMES [PACK]]`, 200 games of ten for each player on the folder
``questions`` when nothing is named. Each player has a true strength, each fact a true difficulty somewhere around that
of its label, and an answer is right by the chance that both give it. The players share what is learnt about the facts.

Since nothing seen comes back before everything was seen, a pack that is played through is asked as it is, whoever
plays: the second table shows the same players on a pack that lasts longer than they play.
"""

from __future__ import annotations

import os
import sys
import tempfile
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from random import Random
from statistics import fmean

import msgspec

from qot_quiz.bank.bank import Bank
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.core import moves, rating
from qot_quiz.core.adaptive import Follower
from qot_quiz.core.chance import hash64
from qot_quiz.core.draw import Filters, Pool, Row
from qot_quiz.core.game import Game, begin
from qot_quiz.core.modes import MODES
from qot_quiz.core.question import DIFFICULTIES, Item
from qot_quiz.core.rating import PLAYS, Rating
from qot_quiz.core.setup import Setup
from qot_quiz.core.steps import step

QUESTIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "questions")
STRENGTHS = (1100, 1300, 1400, 1500, 1600, 1700, 1900, 2300)
GAMES = 200
TIMES = 20
SPREAD = 100
"""Points by which true difficulties differ from those of their labels (standard deviation)."""


class Told(msgspec.Struct, frozen=True):
    """How a player fared.

    Args:
        strength: The true strength.
        early: The share of right answers in the first ten games, 0..1.
        late: The share in the second half of all games.
        expected: The mean chance of a right answer there.
        error: How far the rating was from the strength in that half, on average.
        kinds: How many kinds of question a game had there, on average.
        fixed: The share of right answers in games that do not follow the player.
    """

    strength: int
    early: float
    late: float
    expected: float
    error: float
    kinds: float
    fixed: float


class Copies:
    """A pack's questions many times over (it fits `Pool`).

    Args:
        items: The questions.
        times: How many times over.
    """

    def __init__(self, items: Iterable[Item], times: int) -> None:
        replace = msgspec.structs.replace
        copies = [
            replace(item, id=f"{number}-{item.id}", fact_id=f"{number}-{item.fact_id}")
            for item in items
            for number in range(times)
        ]
        self._items = {item.id: item for item in copies}
        self._rings = {
            name: sorted((hash64(0, "ring", item.id), item.id) for item in copies if item.difficulty == name)
            for name in DIFFICULTIES
        }

    def count(self, filters: Filters) -> tuple[int, int]:
        """Count all: nothing is filtered here."""
        return len(self._items), len({item.fact_id for item in self._items.values()})

    def walk(self, filters: Filters, difficulty: str, point: int) -> Iterator[Row]:
        """Walk once round the ring."""
        ring = self._rings[difficulty]
        start = bisect(ring, (point, ""))
        for _, id in chain(islice(ring, start, None), islice(ring, start)):
            item = self._items[id]
            yield Row(id, item.fact_id, item.kind, item.topic)

    def item(self, id: str) -> Item | None:
        """Fetch a question."""
        return self._items.get(id)

    def about(self, fact_id: str) -> list[Item]:
        """Fetch the questions on a fact."""
        return [item for item in self._items.values() if item.fact_id == fact_id]


class World:
    """Players, and facts of which their answers tell ever more.

    Args:
        pool: The questions.
        seed: Decides all that is left to chance.
    """

    def __init__(self, pool: Pool, seed: int) -> None:
        self.pool = pool
        self.chance = Random(seed)
        self.facts: dict[str, Rating] = {}
        self.true: dict[str, float] = {}

    def rate(self, fact: str) -> Rating | None:
        """Tell the rating of a fact that was asked for often enough."""
        known = self.facts.get(fact)
        return known if known is not None and known.plays >= PLAYS else None

    def play(self, player: Rating, strength: int, seen: set[str], follows: bool) -> tuple[Game, Rating, list[float]]:
        """Play a game of ten: the game, the rating after it, and the chances of its answers to be right."""
        of = MODES["classic"]
        level = (player.milli, player.plays) if follows else None
        seed = self.chance.getrandbits(53)
        setup = Setup("", "classic", of.rules, Filters(up_to=16), 10, seed, False, "p", "0", level=level)
        deck = of.draw(self.pool, setup, seen)
        follower = Follower(self.pool, frozenset(seen), self.rate)
        game, _ = begin(setup, follower.begin(setup, deck) if follows else deck)
        chances: list[float] = []
        while not game.over:
            chances.append(self._chance(game, strength))
            right = self.chance.random() < chances[-1]
            game, _ = step(game, moves.Answer(game.now, game.question.solution if right else ()))
            player = self._learn(game, player)
            seen.add(game.question.item.id)
            if game.short:
                game, _ = step(game, follower(game, game.now))
            game, _ = step(game, moves.Next(game.now))
        return game, player, chances

    def _chance(self, game: Game, strength: int) -> float:
        """Tell the chance that the open question is answered right."""
        item = game.question.item
        if item.fact_id not in self.true:
            self.true[item.fact_id] = self.chance.gauss(rating.STARTS[item.difficulty], SPREAD)
        truth = Rating(round(self.true[item.fact_id] * 1000))
        guess = 1 / len(game.question.options) if item.kind in ("choice", "true-false") else 0.0
        return rating.expected(Rating(strength * 1000), truth, guess)

    def _learn(self, game: Game, player: Rating) -> Rating:
        """Add the last answer to the ratings, as the store does."""
        record = game.records[-1]
        item = record.question.item
        fact = self.facts.get(item.fact_id) or rating.fact(item.difficulty)
        player, self.facts[item.fact_id] = rating.add(player, fact, record.verdict.credit, rating.guess(record.shape))
        return player


def simulate(pool: Pool, strengths: Sequence[int] = STRENGTHS, games: int = GAMES, seed: int = 7) -> list[Told]:
    """Let players play, all of them a game in turn.

    Args:
        pool: The questions.
        strengths: The players' true strengths, in points.
        games: How many games each plays.
        seed: Decides all that is left to chance.
    """
    world = World(pool, seed)
    players = [rating.PLAYER] * len(strengths)
    seen: list[set[str]] = [set() for _ in strengths]
    shares: list[list[float]] = [[] for _ in strengths]
    chances: list[list[float]] = [[] for _ in strengths]
    errors: list[list[float]] = [[] for _ in strengths]
    kinds: list[list[int]] = [[] for _ in strengths]
    for _ in range(games):
        for at, strength in enumerate(strengths):
            game, players[at], chance = world.play(players[at], strength, seen[at], follows=True)
            shares[at].append(game.standing.right / game.standing.asked)
            chances[at].append(fmean(chance))
            errors[at].append(abs(players[at].points - strength))
            kinds[at].append(len({record.question.item.kind for record in game.records}))
    half = games // 2
    told = []
    for at, strength in enumerate(strengths):
        plain = [world.play(players[at], strength, set(), follows=False)[0].standing.right for _ in range(30)]
        told.append(
            Told(
                strength,
                fmean(shares[at][:10]),
                fmean(shares[at][half:]),
                fmean(chances[at][half:]),
                fmean(errors[at][half:]),
                fmean(kinds[at][half:]),
                fmean(plain) / 10,
            )
        )
    return told


def main() -> None:
    """Print a line for each player, on the pack and on one that lasts longer."""
    games = int(sys.argv[1]) if sys.argv[1:] else GAMES
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, "pack.db")
        compile_pack(sys.argv[2] if sys.argv[2:] else QUESTIONS, target)
        bank = Bank(target)
        tables = {
            "the pack": simulate(bank, games=games),
            f"a pack {TIMES} times as large": simulate(Copies(bank.questions(), TIMES), games=games),
        }
        bank.close()
    for name, told in tables.items():
        sys.stdout.write(f"{games} games of each player on {name}\n")
        table(told)


def table(told: list[Told]) -> None:
    """Print how each player fared."""
    head = (
        "strength",
        "first 10 games",
        "later games",
        "chance there",
        "rating off by",
        "kinds a game",
        "any difficulty",
    )
    sys.stdout.write("  ".join(f"{name:>14}" for name in head) + "\n")
    for one in told:
        shares = (one.early, one.late, one.expected)
        parts = [f"{one.strength:14}", *(f"{100 * share:13.1f}%" for share in shares)]
        parts += [f"{one.error:14.0f}", f"{one.kinds:14.1f}", f"{100 * one.fixed:13.1f}%"]
        sys.stdout.write("  ".join(parts) + "\n")


if __name__ == "__main__":
    main()
