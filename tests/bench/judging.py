"""What judging a typed answer costs against a thousand accepted forms: milliseconds, printed and never asserted.

Run by hand: `python tests/bench/judging.py [FORMS]`, 1,000 when no number is named. "process" is the first judgement
of a process, which also makes the tables of syllables where it needs them; "question" is the first one of a question,
which reads all its forms; "again" is any further one. rapidfuzz is loaded before all of them.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from random import Random
from types import ModuleType

import msgspec

from qot_quiz.core import amounts, index, listing, names, politeness, readings, slips, syllables, wording
from qot_quiz.core.judging import judge
from qot_quiz.core.question import Item

ROUNDS = 200
TYPED = {
    "the answer itself": "Hong Hae-in",
    "an accepted form": "the Karolus 500",
    "a romanisation": "Hong Hae-een",
    "a slip": "Hong Hae-inn",
    "close": "Hogn Hae-i",
    "somebody else": "Baek Hyun-woo",
    "nothing like it": "an entirely different answer",
    "long": "x" * 200,
}


def item(count: int) -> Item:
    """Make a question of which so many forms count, in Latin letters but for one in Hangul."""
    chance = Random(1)
    made = (f"The {''.join(chance.choices('aeiourlnst', k=chance.randint(4, 12))).title()} Hall" for _ in range(count))
    accept = ("홍해인", "Karolus 500", *made)[:count]
    return Item(
        "bench/one", "bench", "typed", "easy", "cast", 0, "Who is it?", "Hong Hae-in",
        accept=accept, vague=("Hong",), rivals=("Hong Hae-na", "홍해나", "Hong Soo-cheol", "홍수철"), type="character",
    )  # fmt: skip


def forget() -> None:
    """Empty every cache that belongs to a question."""
    clear(amounts, index, listing, names, politeness, readings, slips, wording)


def forget_all() -> None:
    """Empty every cache, as in a new process."""
    forget()
    clear(syllables)


def clear(*modules: ModuleType) -> None:
    """Empty the caches of some modules."""
    for module in modules:
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def timed(call: Callable[[], object]) -> float:
    """Give the milliseconds of one call."""
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def median(call: Callable[[], object], before: Callable[[], object]) -> float:
    """Give the median milliseconds of a call, each behind another one that is not measured."""
    found: list[float] = []
    for _ in range(ROUNDS):
        before()
        found.append(timed(call))
    return sorted(found)[ROUNDS // 2]


def main() -> None:
    """Judge every kind of answer, on a name and on a general answer, and print a line for each."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    name = item(count)
    general = msgspec.structs.replace(name, type="work")
    judge("warm", name)  # rapidfuzz is loaded once for all
    judge("warmth", general)
    tell(f"{count:,} accepted forms; milliseconds: process, question, again (medians of {ROUNDS})")
    for what, one in (("a name", name), ("a title", general)):
        for kind, typed in TYPED.items():
            found = [median(partial(judge, typed, one), before) for before in (forget_all, forget, lambda: None)]
            tell(f"  {what}, {kind:20} {' '.join(f'{cost:8.3f}' for cost in found)}   {judge(typed, one).reason}")


def tell(line: str) -> None:
    """Print a line."""
    print(line, flush=True)  # noqa: T201 - a script's own words


if __name__ == "__main__":
    main()
