"""Questions of the shapes that the sample pack has not: several to pick, an order, a number and a day."""

from __future__ import annotations

from qot_quiz.core import kinds
from qot_quiz.core.question import Item, Question, Source

ITEMS = (
    Item(
        id="family/actors",
        fact_id="family",
        kind="multi",
        difficulty="medium",
        topic="cast",
        spoils=1,
        ask="Which of these actors play a member of the Hong family?",
        answer="",
        answers=("Kim Ji-won", "Kwak Dong-yeon", "Kim Kap-soo"),
        wrong=("Park Sung-hoon", "Lee Joo-bin", "Jung Jin-young", "Na Young-hee"),
        why="Three generations of it live in one house.",
        sources=(Source("Soompi", date="2024-03-09"),),
    ),
    Item(
        id="story/order",
        fact_id="story",
        kind="ordering",
        difficulty="medium",
        topic="story",
        spoils=3,
        ask="In which order do these moments come, first to last?",
        answer="",
        answers=(
            "Hyun-woo tells his family that he wants a divorce",
            "Hae-in learns of her illness",
            "They fly to Germany",
            "The papers come to light",
        ),
        why="The journey was filmed in Potsdam.",
    ),
    Item(
        id="rating/finale",
        fact_id="rating",
        kind="number",
        difficulty="hard",
        topic="broadcast",
        spoils=0,
        ask="What percentage of homes watched the last episode?",
        answer="24.85",
        unit="%",
        within=3,
        why="No drama of the channel had more.",
    ),
    Item(
        id="first/day",
        fact_id="first",
        kind="date",
        difficulty="easy",
        topic="broadcast",
        spoils=0,
        ask="On which date was the first episode shown in 2024?",
        answer="2024-03-09",
        within=7,
    ),
)
"""One question of each."""


def deck(*ids: str, seed: int = 7) -> tuple[Question, ...]:
    """Deal the questions of these ids, or all of them."""
    by_id = {one.id: one for one in ITEMS}
    return tuple(kinds.deal(by_id[id], seed, 0) for id in ids or by_id)
