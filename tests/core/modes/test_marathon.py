"""Marathon: everything once, drawn as the game goes."""

from __future__ import annotations

from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st
from samples import Shelf, setup

from core.packs import PACKS, SEEDS, many, one
from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import marathon
from qot_quiz.core.question import Item, Question
from qot_quiz.core.setup import Rules


def whole(items: list[Item], seed: int, batch: int = 20) -> list[Question]:
    """Draw a whole marathon, taken up anew after every batch."""
    shelf, drawn = Shelf(items), setup("marathon", seed)
    deck: list[Question] = []
    while more := list(islice(marathon.stream(shelf, drawn, deck), batch)):
        deck += more
    return deck


def test_rules() -> None:
    """Hints, no clock, no hearts, drawn as it goes."""
    assert Rules(hints=True, lazy=True) == marathon.RULES


@settings(max_examples=60)
@given(PACKS, SEEDS)
def test_everything_once(items: list[Item], seed: int) -> None:
    """Every question that the filters leave is asked, and none twice, however often the game is taken up again."""
    deck = whole(items, seed)
    assert sorted(question.item.id for question in deck) == sorted(item.id for item in items)


@given(SEEDS, st.integers(1, 30))
def test_facts_stand_apart(seed: int, batch: int) -> None:
    """Questions on one fact are at least twenty apart, across sittings too."""
    items = [one(at, "typed", ("easy", "medium", "hard")[at % 3], at // 2) for at in range(160)]
    deck = whole(items, seed, batch)
    last: dict[str, int] = {}
    gaps = []
    for at, question in enumerate(deck):
        gaps += [at - last[question.item.fact_id]] if question.item.fact_id in last else []
        last[question.item.fact_id] = at
    assert len(gaps) == 80
    assert min(gaps) >= marathon.APART


def test_too_few_facts() -> None:
    """Where one fact is all there is, its questions are asked one after the other."""
    items = [one(at, "typed", "easy", 1) for at in range(5)]
    assert len(whole(items, 3)) == 5


def test_difficulties_are_spread() -> None:
    """Easy, medium and hard come evenly from first to last."""
    deck = whole(many(60, 30, 30), 5)
    for part in (deck[:40], deck[40:80], deck[80:]):
        assert sum(question.item.difficulty == "easy" for question in part) in range(19, 22)


def test_first_deck_is_the_beginning() -> None:
    """The deck that a game begins with is the first of the stream; filters are kept to; the seed decides."""
    items = many(40, 40, 40)
    drawn = setup("marathon", filters=Filters(difficulties=("hard",), up_to=16))
    first = marathon.draw(Shelf(items), drawn, ())
    assert len(first) == marathon.BATCH
    assert list(first) == list(islice(marathon.stream(Shelf(items), drawn, ()), marathon.BATCH))
    assert {question.item.difficulty for question in first} == {"hard"}
    assert whole(items, 1) != whole(items, 2)
