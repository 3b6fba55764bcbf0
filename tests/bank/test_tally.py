"""The tally: sums that agree with counting one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.bank.tally import count, tally_of, values
from qot_quiz.core.draw import Filters
from qot_quiz.core.question import DIFFICULTIES, Item

TOPICS = ("a", "b", "c")
KINDS = ("choice", "typed")

items = st.lists(
    st.builds(
        Item,
        id=st.just("x"),
        fact_id=st.sampled_from("pqrst"),
        kind=st.sampled_from(KINDS),
        difficulty=st.sampled_from(DIFFICULTIES),
        topic=st.sampled_from(TOPICS),
        spoils=st.integers(0, 3),
        ask=st.just("?"),
        answer=st.just("!"),
    )
)
filters = st.builds(
    Filters,
    difficulties=st.sets(st.sampled_from(DIFFICULTIES)).map(tuple),
    topics=st.sets(st.sampled_from((*TOPICS, "unknown"))).map(tuple),
    kinds=st.sets(st.sampled_from(KINDS)).map(tuple),
    up_to=st.integers(0, 3),
)


def passing(found: list[Item], wanted: Filters) -> list[Item]:
    """Filter items one by one."""
    return [
        item
        for item in found
        if item.spoils <= wanted.up_to
        and item.difficulty in (wanted.difficulties or DIFFICULTIES)
        and item.topic in (wanted.topics or TOPICS)
        and item.kind in (wanted.kinds or KINDS)
    ]


@given(items, filters)
def test_sums_agree_with_counting(found: list[Item], wanted: Filters) -> None:
    """Questions and different facts are counted as if one by one."""
    left = passing(found, wanted)
    assert count(tally_of(found), wanted) == (len(left), len({item.fact_id for item in left}))


@given(items, filters)
def test_values_add_up(found: list[Item], wanted: Filters) -> None:
    """The questions of all values of a column are the passing ones."""
    for column in ("difficulty", "topic", "kind"):
        sums: dict[str, int] = {}
        for name, questions in values(tally_of(found), column, wanted):
            sums[name] = sums.get(name, 0) + questions
        left = [getattr(item, column) for item in passing(found, wanted)]
        assert sums == {name: left.count(name) for name in set(left)}
