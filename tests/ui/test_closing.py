"""The end of a game as drawn."""

from __future__ import annotations

import msgspec
import pytest
import shaped
from played import RULES, ended, judged, right
from rich.text import Text
from samples import ITEMS

from qot_quiz.core.after import After
from qot_quiz.core.events import Ended, Seat, Standing
from qot_quiz.ui import closing, ending


def plain(lines: list[Text]) -> list[str]:
    """Give the texts without styles."""
    return [line.plain for line in lines]


def test_headline() -> None:
    """A perfect game has a sign before its words; others have the words."""
    assert closing.headline(ended(), RULES).plain == "✦ A perfect game: all 4 right!"
    assert closing.headline(ended(misses=1), RULES).plain == "3 of 4 right."


@pytest.mark.parametrize(
    ("points", "stars", "told"), [(1930, 2, "★★☆  1,930 points"), (1, 0, "☆☆☆  1 point"), (0, None, "0 points")]
)
def test_points_and_stars(points: int, stars: int | None, told: str) -> None:
    """Stars are signs before the points, those not earned as empty ones; where nobody gets any there are none."""
    assert closing.counted(points, stars).plain == told


def test_what_it_brought() -> None:
    """A sign for each question, the streak, and the notes in their order, a best one in the style of joy."""
    lines = closing.brought(ended(misses=1, regrade=True), After(("Place 1 of 2.", "★ A new best.")))
    streak = "Best streak 4, not ranked, as an answer counts by your word"
    assert plain(lines) == ["✔✔✔✔", streak, "Place 1 of 2.", "★ A new best."]
    assert [str(span.style) for span in lines[-1].spans] == ["qot.brand"]
    long = ended()
    many = msgspec.structs.replace(long, records=long.records * 26)
    assert plain(closing.brought(many, After())) == ["Best streak 4"]


def test_missed() -> None:
    """What was missed stands with the right answer and what was given, or that nothing was."""
    assert plain(closing.missed(ending.missed(ended(misses=1)))) == [
        "1. Who plays Hong Hae-in?",
        "   ✔ Kim Ji-won · you said: nobody",
    ]
    assert plain(closing.missed(ending.missed(shaped.ended())))[-3:] == [
        "   ✔ 24.85% · passed",
        "4. On which date was the first episode shown in 2024?",
        "   ✔ 9 March 2024 · passed",
    ]


def test_podium() -> None:
    """Each player has a place, points and signs; what was missed names who did."""
    one, other = judged("lead/actor", right(ITEMS[0])), judged("abroad/netflix", "b")
    records = (msgspec.structs.replace(one, player="Ann"), msgspec.structs.replace(other, player="김수현"))
    seats = (Seat("Ann", 1, Standing(100, right=1, asked=1)), Seat("김수현", 2, Standing(asked=1)))
    over = Ended("finished", Standing(), False, records, podium=seats)
    assert closing.headline(over, RULES).plain == "Ann has won!"
    assert plain(closing.brought(over, After())) == [
        "1st Ann, 100 points, 1 of 1 right",
        "    ✔",
        "2nd 김수현, 0 points, 0 of 1 right",
        "    ✘",
    ]
    assert plain(closing.missed(ending.missed(over))) == ["1. Netflix shows the drama abroad. (김수현)", "   ✔ True"]


def test_keys() -> None:
    """Each key stands before what it does."""
    pairs = ending.offered(After(practice=2, again=True), 3, 1)
    assert closing.keys(pairs).plain == ("Enter done  p practise 2 of these  n another game  m all 3 that were missed")
