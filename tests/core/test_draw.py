"""Drawing: the shares of a deck, what must not meet in one, and that the seed alone decides."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import Shelf, item, setup

from core.packs import PACKS, SEEDS, many, one
from qot_quiz.core.draw import Filters, Hand, Without, deal, shares
from qot_quiz.core.leaks import gives_away
from qot_quiz.core.modes import MODES
from qot_quiz.core.question import DIFFICULTIES, Item, Question

LAW = settings(max_examples=300)

MODE = st.sampled_from([name for name in MODES if name != "marathon"])
"""A marathon asks everything, so that nothing of this holds there."""

LENGTH = st.none() | st.integers(1, 30)


def drawn(items: list[Item], mode: str, seed: int, length: int | None, seen: tuple[str, ...] = ()) -> list[Question]:
    """Draw a deck of questions up to episode 5."""
    return list(MODES[mode].draw(Shelf(items), setup(mode, seed, length, filters=Filters(up_to=5)), seen))


@LAW
@given(PACKS, MODE, SEEDS, LENGTH)
def test_what_never_meets(items: list[Item], mode: str, seed: int, length: int | None) -> None:
    """No fact comes twice, no stem gives away another's answer, and nothing lies above the ceiling."""
    deck = [question.item for question in drawn(items, mode, seed, length)]
    assert len({item.fact_id for item in deck}) == len(deck)
    assert not any(gives_away(*pair) for pair in combinations(deck, 2))
    assert all(item.spoils <= 5 for item in deck)
    assert mode == "party" or len(deck) <= (length or MODES[mode].rules.length or len(deck))


@LAW
@given(PACKS, MODE, SEEDS, LENGTH)
def test_few_true_false(items: list[Item], mode: str, seed: int, length: int | None) -> None:
    """One question in ten is true-false at most (one in a shorter deck), in survival at every point of the deck."""
    kinds = [question.item.kind for question in drawn(items, mode, seed, length)]
    size = None if mode == "blitz" else length or MODES[mode].rules.length
    size = 2 * size if mode == "party" and size else size  # so many of each of the two players
    for at in range(1, len(kinds) + 1):
        assert kinds[:at].count("true-false") <= max(1, (size or at) // 10)


def test_true_false_when_asked_for() -> None:
    """Who asks for true-false alone gets a whole deck of it."""
    pool = Shelf([*many(9, 9, 9), *many(9, 9, 9, "true-false", first=50)])
    filters = Filters(kinds=("true-false",))
    for mode, length in (("classic", 10), ("survival", 27)):
        deck = MODES[mode].draw(pool, setup(mode, filters=filters), ())
        assert [question.item.kind for question in deck] == ["true-false"] * length


@LAW
@given(PACKS, MODE, SEEDS, LENGTH)
def test_seed_alone_decides(items: list[Item], mode: str, seed: int, length: int | None) -> None:
    """The same pack in any order, the same seed: the same deck with the same options in the same places."""
    assert drawn(items, mode, seed, length) == drawn(items[::-1], mode, seed, length)


def test_seeds_differ() -> None:
    """Other seeds draw other decks, and every question even of a pack with more than a window's rows comes up."""
    items = many(150, 0, 0)
    decks = [tuple(question.item.id for question in drawn(items, "classic", seed, 10)) for seed in range(200)]
    assert len(set(decks)) == 200
    assert {id for deck in decks for id in deck} == {item.id for item in items}


PROGRAM = """
from samples import ITEMS, Shelf, setup
from qot_quiz.core.modes import MODES
for name, mode in MODES.items():
    for seed in range(5):
        for question in mode.draw(Shelf(ITEMS), setup(name, seed), {"lead/actor", "end/date"}):
            print(question.item.id, [option.text for option in question.options], question.solution)
"""


def test_hash_seed_of_python_does_not_matter() -> None:
    """Another process with another hash seed of Python draws the same decks."""
    tests = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    path = os.pathsep.join((tests, os.path.dirname(tests)))
    said = set()
    for hash_seed in "0123":
        env = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": hash_seed, "PYTHONIOENCODING": "utf-8"}
        run = subprocess.run([sys.executable, "-c", PROGRAM], env=env, capture_output=True, check=True)
        said.add(run.stdout)
    assert len(said) == 1
    assert len(said.pop().splitlines()) >= 5 * len(MODES)


@given(st.integers(1, 500), st.sets(st.sampled_from(DIFFICULTIES)))
def test_shares_add_up(size: int, chosen: set[str]) -> None:
    """The parts make the whole, only of what was chosen, each within one of its exact share."""
    parts = shares(size, tuple(chosen))
    weights = {"easy": 4, "medium": 4, "hard": 2}
    whole = sum(weights[name] for name in parts)
    assert set(parts) == (chosen or set(DIFFICULTIES))
    assert sum(parts.values()) == size
    assert all(abs(part - size * weights[name] / whole) < 1 for name, part in parts.items())


@pytest.mark.parametrize(
    ("size", "difficulties", "parts"),
    [
        (10, (), {"easy": 4, "medium": 4, "hard": 2}),
        (5, (), {"easy": 2, "medium": 2, "hard": 1}),
        (1, (), {"easy": 1, "medium": 0, "hard": 0}),
        (10, ("hard",), {"hard": 10}),
        (10, ("hard", "easy"), {"easy": 7, "hard": 3}),
    ],
)
def test_shares(size: int, difficulties: tuple[str, ...], parts: dict[str, int]) -> None:
    """An unfiltered ten is 4 easy, 4 medium, 2 hard; others come near to that."""
    assert shares(size, difficulties) == parts


@pytest.mark.parametrize(
    ("ask", "answer", "kind", "given_away"),
    [
        ("Who wrote it with PARK Ji eun?", "Park Ji-eun", "choice", True),
        ("Who wrote it?", "Park Ji-eun", "choice", False),
        ("When did tvN show it?", "tvN", "choice", True),
        ("When did tvNX show it?", "tvN", "choice", False),
        ("Is it true?", "true", "true-false", False),
    ],
)
def test_gives_away(ask: str, answer: str, kind: str, given_away: bool) -> None:
    """A stem that states an answer in any spelling gives it away; very short answers and truth values are let be."""
    stem = item("stem/x", "typed", "easy", ask, "another")
    other = item("other/x", kind, "easy", "Which?", answer)
    assert gives_away(stem, other) == gives_away(other, stem) == given_away


@pytest.mark.parametrize(
    ("ask", "given_away"),
    [
        ("What was shown on 9 March 2024?", True),
        ("What was shown on March 9?", True),
        ("What came after the night of 9 MARCH?", True),
        ("What was shown on 19 March 2024?", False),
        ("What was shown on 9 April and in March?", False),
        ("How many things were shown in March?", False),
    ],
)
def test_gives_away_a_date(ask: str, given_away: bool) -> None:
    """A stem that names a day gives away the question that asks for it, with the year or without."""
    stem = item("one/a", "typed", "easy", ask, "nothing")
    assert gives_away(stem, item("other/a", "date", "easy", "On which date?", "2024-03-09")) == given_away


@pytest.mark.parametrize(("ask", "given_away"), [("Are Birch and Cedar trees?", True), ("Is Birch a tree?", False)])
def test_gives_away_several(ask: str, given_away: bool) -> None:
    """A stem that names all right things of a multi gives it away; one of them alone does not."""
    several = item("other/a", "multi", "easy", "Which?", "both", "x", "y", "z", answers=("Birch", "Cedar"))
    assert gives_away(item("one/a", "typed", "easy", ask, "nothing"), several) == given_away


def test_no_fact_of_a_group_is_asked_beside_it() -> None:
    """A question on a fact behind an option that a group question shows is not drawn with it; others are."""
    group = item(
        "group/which", "multi", "easy", "Which are trees?", "both", "Coal", "Iron", "Salt",
        answers=("Birch", "Cedar"), rests_on=("birch", "bark"),
    )  # fmt: skip
    asks_birch = item("birch/name", "typed", "easy", "What has a white skin?", "Birch")
    names_birch = item("bark/colour", "typed", "easy", "Which colour has the skin of the Birch?", "White")
    apart = item("bark/use", "typed", "easy", "What is tanned with bark?", "Leather")
    unrelated = item("tree/tall", "typed", "easy", "What grows tall?", "Birch")
    for other, both in ((asks_birch, False), (names_birch, False), (apart, True), (unrelated, True)):
        assert len(drawn([group, other], "classic", 5, 2)) == (2 if both else 1), other.id


def test_hand_ends() -> None:
    """A pick says so when nothing is left that fits, and one seen before comes only to repeat."""
    items = many(2, 0, 0)
    hand = Hand(Shelf(items), Filters(), 3, 10, {items[0].id})
    assert hand.pick("easy")
    assert not hand.pick("easy")
    assert hand.pick("easy", repeat=True)
    assert not hand.pick("easy", repeat=True)
    assert [item.id for item in hand.items] == [items[1].id, items[0].id]


def test_flagged_are_never_drawn() -> None:
    """Questions that a player has flagged stay away even when nothing else is left."""
    items = many(4, 0, 0)
    pool = Without(Shelf(items), {items[1].id, items[2].id})
    for seen in ((), [row.id for row in pool.walk(Filters(), "easy", 0)]):
        deck = MODES["classic"].draw(pool, setup(), seen)
        assert {question.item.id for question in deck} == {items[0].id, items[3].id}
    assert pool.item(items[0].id) == items[0]
    assert pool.count(Filters()) == (4, 4)


def test_window_does_not_end_the_walk() -> None:
    """Hundreds of rows that do not fit lie before the one that does, and it is found."""
    giving = [one(n, "choice", "easy", 3 * n + 1, names=0) for n in range(200)]
    hand = Hand(Shelf([*giving, one(500, "choice", "easy", 1000)]), Filters(), 1, 10)
    hand.items.append(one(900, "typed", "hard", 24))
    assert hand.items[0].answer == "Alder"
    assert hand.pick("easy")
    assert hand.items[1].id == "fact-1000/500"


@given(SEEDS, st.integers(1, 12))
def test_places_are_balanced(seed: int, blocks: int) -> None:
    """In a deck of choices the right option stands in each of four places equally often."""
    deck = deal(many(4 * blocks, 0, 0), seed)
    places = [question.solution[0] for question in deck]
    assert [places.count(key) for key in "abcd"] == [blocks] * 4


@given(SEEDS)
def test_topics_are_spread(seed: int) -> None:
    """Three of nine questions at most are on one topic while others are left; a topic asked for fills the deck."""
    topics = ["cast", "cast", "cast", "cast", "story", "music"]
    items = [msgspec.structs.replace(one, topic=topics[at % len(topics)]) for at, one in enumerate(many(24, 24, 24))]
    counts = Counter(q.item.topic for q in MODES["classic"].draw(Shelf(items), setup(seed=seed, length=9), ()))
    assert max(counts.values()) == 3
    alone = setup(seed=seed, length=9, filters=Filters(up_to=16, topics=("cast",)))
    assert len(MODES["classic"].draw(Shelf(items), alone, ())) == 9
