"""What many tests need: a small pack of items, decks dealt from it, a pack in memory to draw from, and golden files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from qot_quiz.core import kinds
from qot_quiz.core.chance import hash64
from qot_quiz.core.draw import Filters, Row, passes
from qot_quiz.core.modes import MODES
from qot_quiz.core.question import DIFFICULTIES, Item, Question, Source
from qot_quiz.core.setup import Rules, Setup

REWRITE = "QOT_QUIZ_REWRITE_GOLDEN"
"""The environment variable that, set to anything, makes tests write golden files anew; read the difference after it."""

TOPICS = {
    "cast": "The cast",
    "broadcast": "The broadcast",
    "dates": "The dates",
    "making": "The making of",
    "story": "The story",
}
"""Titles of the sample's topics."""

PRESS = Source(publisher="Soompi", date="2024-03-09", page="https://press.example/first-night")
ARTICLE = Source(publisher="the article", paragraph=3)


def item(id: str, kind: str, difficulty: str, ask: str, answer: str, *wrong: str, **more: Any) -> Item:
    """Make an item of the topic "cast" that rests on the fact before the slash and has one source.

    Args:
        id: ``fact-id/angle``.
        kind: Its kind.
        difficulty: Its difficulty.
        ask: The question.
        answer: The right answer.
        wrong: Wrong options.
        more: Any other field of `Item`.
    """
    plain = Item(id, id.partition("/")[0], kind, difficulty, "cast", 0, ask, answer, wrong, sources=(PRESS,))
    return msgspec.structs.replace(plain, **more)


KOREAN = {"accept": ("김지원", "Jiwon Kim"), "vague": ("Kim",), "refuse": ("Kim Ji-woo",)}
DATES = ("2 March 2024", "16 March 2024", "23 March 2024", "30 March 2024")

ITEMS = (
    item("lead/actor", "choice", "easy", "Who plays Baek Hyun-woo?", "Kim Soo-hyun",
         "Park Sung-hoon", "Kim Kap-soo", "Jung Jin-young", why="He is the lawyer of the family's firm."),
    item("heroine/actress", "typed", "easy", "Who plays Hong Hae-in?", "Kim Ji-won", **KOREAN),
    item("channel/name", "choice", "easy", "Which channel broadcast the drama?", "tvN",
         "JTBC", "SBS", "ENA", topic="broadcast"),
    item("length/episodes", "choice", "easy", "How many episodes has the drama?", "16",
         "12", "14", "18", "20", ascending=True, wrong_below=2, topic="broadcast", sources=(ARTICLE, PRESS)),
    item("abroad/netflix", "true-false", "easy", "Netflix shows the drama abroad.", "true", topic="broadcast"),
    item("village/name", "typed", "medium", "Which village does Hyun-woo come from?", "Yongdu-ri",
         spoils=1, topic="story", accept=("용두리", "Youngdu-ri"), vague=("Yongdu",)),
    item("script/writer", "choice", "medium", "Who wrote the script?", "Park Ji-eun",
         "Kim Eun-sook", "Park Hye-ryun", "Noh Hee-kyung", topic="making"),
    item("start/date", "choice", "medium", "When was the first episode broadcast?", "9 March 2024",
         *DATES, ascending=True, wrong_below=1, topic="dates"),
    item("brother/actor", "choice", "medium", "Who plays Hong Soo-cheol?", "Kwak Dong-yeon",
         "Park Sung-hoon", "Kim Do-hyun", "Yoon Bomi", spoils=2),
    item("firm/name", "choice", "medium", "Which firm does the Hong family own?", "Queens Group",
         "Kings Group", "Pearl Group", "Haneul Group", topic="story"),
    item("director/name", "choice", "hard", "Who directed the drama beside Jang Young-woo?", "Kim Hee-won",
         "Shin Won-ho", "Lee Eung-bok", "Ahn Gil-ho", topic="making"),
    item("sister/actress", "typed", "hard", "Who plays Cheon Da-hye?", "Lee Joo-bin", vague=("Lee",), topic="story"),
    item("end/date", "choice", "hard", "When was the last episode broadcast?", "28 April 2024",
         "14 April 2024", "20 April 2024", "21 April 2024", "27 April 2024",
         ascending=True, wrong_below=4, topic="dates"),
)  # fmt: skip
"""The sample pack: five easy, five medium and three hard items, one fact each."""

RARER = (
    item("hongs/which", "multi", "easy", "Which of these are Hongs by birth?", "all four",
         "Baek Hyun-woo", "Cheon Da-hye", "Kim Yang-gi", "Jeon Bong-ae",
         answers=("Hong Hae-in", "Hong Soo-cheol", "Hong Beom-jun", "Hong Beom-ja"), why="A family of four."),
    item("run/order", "ordering", "medium", "In which order were these shown, first to last?", "all five",
         answers=("The premiere", "Episode 2", "The finale", "The first special", "The second special"),
         topic="dates", why="Eight weekends and one more."),
    item("finale/rating", "number", "hard", "What percentage of viewers had the finale?", "24.85",
         unit="%", within=4, topic="broadcast", why="A record of the channel."),
    item("specials/date", "date", "hard", "On which date was the first special shown?", "2024-05-04",
         within=7, topic="dates", why="A Saturday."),
)  # fmt: skip
"""One item of each of the rarer kinds."""


def setup(mode: str = "classic", seed: int = 7, length: int | None = None, **more: Any) -> Setup:
    """Set up a game of a mode on the sample pack, up to episode 16; a daily of some day, a party of two.

    Args:
        mode: Its mode, which gives rules and length.
        seed: Its seed.
        length: How many questions, or None for the mode's own number.
        more: Any other field of `Setup`, such as `rules` or `filters`.
    """
    rules = MODES[mode].rules
    plain = Setup("Min", mode, rules, Filters(up_to=16), length or rules.length, seed, True, "sample", "0" * 16)
    needed: dict[str, dict[str, Any]] = {"daily": {"day": "2026-11-22"}, "party": {"players": ("Ann", "Ben")}}
    return msgspec.structs.replace(plain, **{**needed.get(mode, {}), **more})


def deck(*ids: str, seed: int = 7) -> tuple[Question, ...]:
    """Deal the sample's items of these ids, or all of them."""
    by_id = {one.id: one for one in ITEMS}
    chosen = [by_id[id] for id in ids] if ids else ITEMS
    return tuple(kinds.deal(one, seed, place % 4) for place, one in enumerate(chosen))


def lives(count: int) -> Rules:
    """Give the rules of classic with so many hearts."""
    return Rules(lives=count, fifty=1, hints=True)


class Shelf:
    """A pack in memory, as a draw sees one (it fits `Pool`).

    Args:
        items: Its questions.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = {one.id: one for one in items}
        self._ring = sorted(self._items.values(), key=lambda one: hash64(0, "ring", one.id))

    def count(self, filters: Filters) -> tuple[int, int]:
        """Count the questions, and the facts, that pass."""
        passing = [one for name in DIFFICULTIES for one in self._passing(filters, name)]
        return len(passing), len({one.fact_id for one in passing})

    def walk(self, filters: Filters, difficulty: str, point: int) -> Iterator[Row]:
        """Give rows once round the ring, from a point on."""
        passing = self._passing(filters, difficulty)
        behind = [one for one in passing if hash64(0, "ring", one.id) < point]
        for one in [*passing[len(behind) :], *behind]:
            yield Row(one.id, one.fact_id, one.kind, one.topic)

    def item(self, id: str) -> Item | None:
        """Give the question of an id."""
        return self._items.get(id)

    def about(self, fact_id: str) -> list[Item]:
        """Give the questions on a fact."""
        return sorted((one for one in self._items.values() if one.fact_id == fact_id), key=lambda one: one.id)

    def _passing(self, filters: Filters, difficulty: str) -> list[Item]:
        return [one for one in self._ring if one.difficulty == difficulty and passes(one, filters)]


def golden(path: str, now: str) -> str:
    """Give what a golden file says, after writing it anew when `REWRITE` is set.

    Args:
        path: The file.
        now: What the program says now.
    """
    if os.environ.get(REWRITE):
        with open(path, "w", encoding="utf-8") as opened:
            opened.write(now)
    with open(path, encoding="utf-8") as opened:
        return opened.read()
