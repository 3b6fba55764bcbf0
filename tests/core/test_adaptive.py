"""Games that follow their player: what comes next, that the deck stays sound, and that it comes out near the target."""

from __future__ import annotations

import os
import runpy
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from statistics import fmean
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import ITEMS, RARER, Shelf, setup

from core.packs import PACKS, SEEDS, many
from qot_quiz.core import kinds, moves, rating
from qot_quiz.core.adaptive import GUESS, TARGET, Follower
from qot_quiz.core.draw import WINDOW, Filters, Row
from qot_quiz.core.game import Game, begin
from qot_quiz.core.leaks import gives_away
from qot_quiz.core.modes import MODES
from qot_quiz.core.question import DIFFICULTIES, Item
from qot_quiz.core.rating import PLAYER, Rating
from qot_quiz.core.replay import reopen, replay
from qot_quiz.core.setup import Setup
from qot_quiz.core.steps import step
from qot_quiz.core.verdict import Verdict

BENCH = os.path.join(os.path.dirname(__file__), "..", "bench", "adaptive.py")
ANSWERS = st.lists(st.booleans(), max_size=12)
LEVEL = (PLAYER.milli, PLAYER.plays)


def unrated(fact: str) -> None:
    """Know nothing of any fact."""


class Sitting:
    """Plays a game as the loop does, and keeps what a journal would.

    Args:
        items: The pack.
        of: What the game is set up with.
        seen: Ids seen before.
        rate: Tells what is known of a fact.
    """

    def __init__(self, items: list[Item], of: Setup, seen: frozenset[str] = frozenset(), rate: Any = unrated) -> None:
        shelf = Shelf(items)
        self.follower = Follower(shelf, seen, rate)
        self.plain = MODES[of.mode].draw(shelf, of, seen)
        self.deck = self.follower.begin(of, self.plain) if self.plain else ()
        self.steps: list[tuple[moves.Command, Verdict | None]] = []
        if self.deck:
            self.game: Game = begin(of, self.deck)[0]

    def do(self, command: moves.Command) -> None:
        """Do a command, and choose the next question when that is due."""
        self.game, _ = step(reopen(self.game), command)
        judged = isinstance(command, moves.Answer | moves.Regrade)
        self.steps.append((command, self.game.records[-1].verdict if judged and self.game.records else None))
        if self.game.short:
            self.do(self.follower(self.game, self.game.now))

    def play(self, answers: list[bool]) -> list[Item]:
        """Answer right or pass, go on, and give the questions asked."""
        for right in answers:
            if self.game.over:
                break
            self.do(moves.Answer(self.game.now, self.game.question.solution if right else ()))
            self.do(moves.Next(self.game.now))
        return [question.item for question in self.game.deck[: self.game.number]]


def follows(length: int | None = None, mode: str = "classic", seed: int = 7, **more: Any) -> Setup:
    """Set up a game that follows a player of whom nothing is known."""
    return setup(mode, seed, length, **{"level": LEVEL, **more})


def hardness(items: list[Item]) -> float:
    """Tell the mean difficulty, from 0 (easy) to 2."""
    return sum(DIFFICULTIES.index(item.difficulty) for item in items) / len(items)


@settings(max_examples=150, deadline=None)
@given(PACKS, SEEDS, st.integers(1, 12), ANSWERS, st.sets(st.integers(0, 59)))
def test_the_deck_stays_as_sound_as_it_was_drawn(
    items: list[Item], seed: int, length: int, answers: list[bool], seen: set[int]
) -> None:
    """Whatever is answered: as many questions, no fact twice, nothing given away, few true-false, no spoilers."""
    known = frozenset(item.id for at, item in enumerate(items) if at in seen)
    sitting = Sitting(items, follows(length, seed=seed, filters=Filters(up_to=5)), known)
    if not sitting.deck:
        return
    sitting.play(answers)
    deck = [question.item for question in sitting.game.deck]
    assert len(deck) == len(sitting.plain)
    assert len({item.fact_id for item in deck}) == len(deck)
    assert not any(gives_away(*pair) for pair in combinations(deck, 2))
    assert sum(item.kind == "true-false" for item in deck) <= max(1, length // 10)
    assert all(item.spoils <= 5 for item in deck)
    assert sum(item.id in known for item in deck) <= sum(question.item.id in known for question in sitting.plain)


@settings(max_examples=60, deadline=None)
@given(PACKS, SEEDS, ANSWERS)
def test_a_replayed_game_is_the_same(items: list[Item], seed: int, answers: list[bool]) -> None:
    """The stored moves alone bring the game back: nothing is chosen again."""
    sitting = Sitting(items, follows(seed=seed))
    if not sitting.deck:
        return
    sitting.play(answers)
    assert replay(sitting.game.setup, sitting.deck, sitting.steps) == sitting.game


def test_the_same_data_bring_the_same_game() -> None:
    """Seed, ratings and answers decide; another seed brings other questions."""
    items = many(60, 60, 60)
    games = [Sitting(items, follows(seed=seed)).play([True, False] * 4) for seed in (1, 1, 2)]
    assert games[0] == games[1] != games[2]


def test_it_follows_the_answers_of_the_running_game() -> None:
    """Who answers right is soon asked harder questions than who misses, both from the same beginning."""
    items = many(80, 80, 80)
    right, wrong = (Sitting(items, follows()).play([answer] * 9) for answer in (True, False))
    assert right[0] == wrong[0]
    assert hardness(right[5:]) > hardness(wrong[5:]) + 1


def test_it_begins_at_the_level_of_the_player() -> None:
    """A strong player's questions are harder than a weak one's, and a veteran's level moves within a game, too."""
    items = many(80, 80, 80)

    def play(points: int, plays: int, right: bool) -> float:
        return hardness(Sitting(items, follows(level=(points * 1000, plays))).play([right] * 9))

    assert play(1300, 400, right=False) < play(1700, 400, right=False) < play(1700, 400, right=True)


def test_a_rated_fact_counts_as_it_is_rated() -> None:
    """Questions that nobody can answer are avoided whatever their label says."""
    items = many(40, 0, 0)
    bad = {item.fact_id for item in items[:36]}

    def rate(fact: str) -> Rating | None:
        return Rating(2600_000, 80) if fact in bad else None

    asked = Sitting(items, follows(3, level=(1400_000, 100)), rate=rate).play([True] * 2)
    assert [item.fact_id in bad for item in asked] == [False] * 3


def test_a_choice_costs_the_same_in_a_pack_of_any_size() -> None:
    """For each question a window of each difficulty is walked, and no row more: no pack is looked through."""

    class Counted(Shelf):
        """A pack that counts the rows it gives."""

        rows = 0

        def walk(self, filters: Filters, difficulty: str, point: int) -> Iterator[Row]:
            """Walk, and count."""
            for row in super().walk(filters, difficulty, point):
                self.rows += 1
                yield row

    of = follows()
    for size in (150, 600):
        shelf = Counted(many(size, size, size))
        deck = MODES["classic"].draw(shelf, of, ())
        shelf.rows = 0
        Follower(shelf, (), unrated).next(of, deck, ())
        assert shelf.rows <= len(DIFFICULTIES) * (WINDOW + len(deck))


def test_nothing_seen_comes_while_something_new_fits() -> None:
    """Even where only hard questions are new, they come first, as in every game."""
    items = many(40, 0, 40)
    seen = frozenset(item.id for item in items if item.difficulty == "easy")
    assert {item.difficulty for item in Sitting(items, follows(), seen).play([False] * 9)} == {"hard"}


def test_blitz_follows_too() -> None:
    """A deck of many questions follows the answers, with true-false in their share at every point."""
    items = [*many(60, 60, 60), *many(40, 40, 40, "true-false", first=300)]
    asked = Sitting(items, follows(None, "blitz")).play([False] * 40)
    assert hardness(asked[20:]) < 0.5
    kinds_of = [item.kind for item in asked]
    assert all(kinds_of[:at].count("true-false") <= max(1, at // 10) for at in range(1, len(asked) + 1))


def test_options_stand_in_each_place_equally_often() -> None:
    """Any four choices in a row from the first on have their right option in four different places."""
    sitting = Sitting(many(60, 60, 60), follows(8))
    sitting.play([True, False] * 4)
    places = [question.solution[0] for question in sitting.game.deck]
    assert set(places[:4]) == set(places[4:]) == set("abcd")


def test_a_regrade_counts_for_the_next_question() -> None:
    """The next question is chosen anew when a verdict changes before it is asked."""
    items = many(60, 60, 60, "typed")
    sitting = Sitting(items, follows())
    sitting.do(moves.Answer(0, ("nothing of the kind",)))
    chosen = sitting.game.deck[1]
    sitting.do(moves.Regrade(0))
    swaps = [command for command, _ in sitting.steps if isinstance(command, moves.Swap)]
    assert len(swaps) == 2
    assert swaps[0].question == chosen
    assert swaps[1].question == sitting.game.deck[1]


def test_the_last_question_ends_the_game() -> None:
    """Behind the last verdict nothing is chosen any more."""
    sitting = Sitting(many(20, 20, 20), follows(3))
    sitting.play([True] * 3)
    assert (sitting.game.over, sitting.game.standing.asked) == (True, 3)


@pytest.mark.parametrize("item", [*ITEMS, *RARER], ids=lambda item: item.id)
def test_the_chance_of_a_guess_is_that_of_the_dealt_question(item: Item) -> None:
    """What is reckoned with before a question is dealt is what its answer is rated with after."""
    assert GUESS.get(item.kind, 0.0) == rating.guess(kinds.shape(kinds.deal(item, 7, 0)))


def test_three_in_four() -> None:
    """The words of the menu and of the README say what the target is."""
    assert Fraction(TARGET) == Fraction(3, 4)


def test_middling_players_come_out_near_the_target() -> None:
    """Simulated players between easy and hard have about 75 % right, and ratings near their true strengths."""
    bench = runpy.run_path(BENCH)
    plain = [item for item in many(60, 60, 60) for item in (item, msgspec.structs.replace(item, kind="typed"))]
    pool = bench["Copies"]([msgspec.structs.replace(item, id=f"{item.id}{item.kind}") for item in plain], 3)
    told = bench["simulate"](pool, (1500, 1600, 1700), 40)
    assert fmean(one.late for one in told) == pytest.approx(TARGET, abs=0.05)
    for one in told:
        assert one.expected == pytest.approx(TARGET, abs=0.05)
        assert one.error < 100
