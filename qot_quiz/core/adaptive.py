"""Games that follow their player: each next question is one of which about three in four should come out right.

The deck is drawn as for any game of its mode, which proves that there are enough questions. Then, one by one, questions
that suit the player's rating take the places of some that were held for later, so that the rest always goes together.
What comes depends on the seed, the ratings and the answers alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice

import msgspec

from qot_quiz.core import kinds, moves, rating
from qot_quiz.core.chance import hash64
from qot_quiz.core.draw import WINDOW, Hand, Pool, Row
from qot_quiz.core.events import Judged
from qot_quiz.core.game import Game
from qot_quiz.core.kinds.choice import WRONG, place_of
from qot_quiz.core.question import DIFFICULTIES, Item, Question
from qot_quiz.core.rating import Rating
from qot_quiz.core.setup import Setup

TARGET = 0.75
"""The credit to be expected of an answer, on average: neither dull nor discouraging."""

LIVELY = 30
"""Within a game a rating moves as if no more answers had made it: today's form, and the topics chosen, show soon."""

SWAY = 0.2
"""How far a question may lie from the target to make up for those before it."""

NEAR = 0.1
"""Questions whose expected credit is so near to what is wanted are equal: chance keeps topics and kinds mixed."""

GUESS = {"choice": 1 / (WRONG + 1), "true-false": 1 / 2}
"""The chance of a lucky guess by kind, before a question is dealt; 0 for all others."""

Rate = Callable[[str], Rating | None]
"""Tells the rating of a fact by its id; None for one of which too little is known: then its label stands for it."""


class _Offer(msgspec.Struct, frozen=True):
    """A question that could come next.

    Args:
        row: The question.
        expected: The credit to be expected of the player, 0..1.
        place: Its place in the deck, from 1; 0 for one that the deck does not hold.
    """

    row: Row
    expected: float
    place: int = 0


class Follower:
    """Chooses the next question of a game that follows its player (it fits `play.Dealer`).

    Args:
        pool: The pack's questions.
        seen: Ids of those seen before: they come only where the deck holds some, for want of others.
        rate: Tells what is known of a fact.
    """

    def __init__(self, pool: Pool, seen: Collection[str], rate: Rate) -> None:
        self._pool = pool
        self._seen = seen
        self._rate = rate
        self._known: dict[str, Rating | None] = {}

    def __call__(self, game: Game, at: int) -> moves.Swap:
        """Choose the question behind the one just judged, at a moment of the game's clock."""
        return moves.Swap(at, *self.next(game.setup, game.deck, game.records))

    def begin(self, setup: Setup, deck: tuple[Question, ...]) -> tuple[Question, ...]:
        """Choose the first question of a deck that is drawn."""
        place, question = self.next(setup, deck, ())
        return (question, *deck[: place - 1], *deck[place:])

    def next(self, setup: Setup, deck: Sequence[Question], records: Sequence[Judged]) -> tuple[int, Question]:
        """Choose what comes behind the answered questions.

        Args:
            setup: What the game was set up with.
            deck: Its deck, the answered questions first.
            records: The record of every answered question.

        Returns:
            The place in the deck, from 1, of the question that gives way, and the one that comes, dealt.
        """
        number = len(records)
        hand = Hand(self._pool, setup.filters, setup.seed, setup.length, self._seen)
        for question in deck[:number]:
            hand.hold(question.item)
        rest = [question.item for question in deck[number:]]
        player, wanted = self._player(setup, records)
        place, item = self._choose(hand, rest, player, wanted)
        return place, kinds.deal(item, setup.seed, place_of(setup.seed, number))

    def _player(self, setup: Setup, records: Sequence[Judged]) -> tuple[Rating, float]:
        """Rate the player by the answers so far, and tell the credit wanted next, 0..1."""
        milli, plays = setup.level or (rating.PLAYER.milli, 0)
        player, owed = Rating(milli, min(plays, LIVELY)), 0.0
        for record in records:
            fact = self._fact(record.question.item.fact_id, record.question.item.difficulty)
            guess = rating.guess(record.shape)
            owed = max(-SWAY, min(SWAY, owed + TARGET - rating.expected(player, fact, guess)))
            if not record.help:  # a helped answer says nothing of either
                after, _ = rating.add(player, fact, record.verdict.credit, guess)
                player = msgspec.structs.replace(after, plays=min(after.plays, LIVELY))
        return player, TARGET + owed

    def _choose(self, hand: Hand, rest: list[Item], player: Rating, wanted: float) -> tuple[int, Item]:
        """Choose the place of the question that gives way, and the one that comes."""
        held = len(hand.items)
        mine = [
            _Offer(Row(item.id, item.fact_id, item.kind, item.topic), self._expected(player, item, item.difficulty), at)
            for at, item in enumerate(rest, held + 1)
        ]

        def rank(offer: _Offer) -> tuple[bool, float, int]:
            off = abs(offer.expected - wanted)
            return hand.crowded(offer.row.topic), max(NEAR, off), hash64(hand.seed, "follow", str(held), offer.row.id)

        for repeat in (False, True):
            others = self._others(hand, {item.id for item in rest}, player, repeat)
            fitting = [*(offer for offer in mine if hand.fits(offer.row, repeat)), *others]
            for offer in sorted(fitting, key=rank):
                if offer.place:
                    return offer.place, rest[offer.place - held - 1]
                item = self._pool.item(offer.row.id)
                if item is not None and (place := self._giving_way(hand, mine, rest, item)):
                    return place, item
        return held + 1, rest[0]

    def _others(self, hand: Hand, known: Collection[str], player: Rating, repeat: bool) -> Iterator[_Offer]:
        """Offer questions that the deck does not hold, a window of each difficulty from a point of the ring on."""
        for difficulty in DIFFICULTIES:
            point = hash64(hand.seed, "follow", difficulty, str(len(hand.items)))
            walk = self._pool.walk(hand.filters, difficulty, point)
            fitting = (row for row in walk if row.id not in known and hand.fits(row, repeat))
            for row in islice(fitting, WINDOW):
                yield _Offer(row, self._expected(player, row, difficulty))

    def _giving_way(self, hand: Hand, mine: list[_Offer], rest: list[Item], item: Item) -> int:
        """Find the place of the question that gives way to a new one; 0 where that one does not go with the rest."""
        if any(hand.clash(item, other) for other in hand.items):
            return 0
        against = [
            offer
            for offer, other in zip(mine, rest, strict=True)
            if other.fact_id == item.fact_id or hand.clash(item, other)
        ]
        if len(against) > 1:
            return 0
        # A true-false takes the place of another, so that the deck keeps its share of them.
        alike = [offer for offer in mine if offer.row.kind == "true-false"] if item.kind == "true-false" else []
        places = against or alike or mine
        if alike and against and against[0] not in alike:
            return 0
        seen = [offer for offer in places if offer.row.id in self._seen]
        if item.id in self._seen:
            places = seen
        worst = max(seen or places, key=lambda offer: (abs(offer.expected - TARGET), offer.place), default=None)
        return worst.place if worst else 0

    def _expected(self, player: Rating, asked: Row | Item, difficulty: str) -> float:
        return rating.expected(player, self._fact(asked.fact_id, difficulty), GUESS.get(asked.kind, 0.0))

    def _fact(self, fact_id: str, difficulty: str) -> Rating:
        if fact_id not in self._known:
            self._known[fact_id] = self._rate(fact_id)
        return self._known[fact_id] or rating.fact(difficulty)
