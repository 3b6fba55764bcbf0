"""What judging a typed answer costs against a thousand accepted forms: milliseconds, printed and never asserted.

Run by hand: `python tests/bench/judging.py [FORMS]`, 1,000 when no number is named. "first" is the first judgement of a
question in a process, which reads all its forms; "again" is any further one.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from random import Random

import msgspec

from qot_quiz.core import amounts, listing, names, politeness, readings, slips, syllables, wording
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
    """Empty every cache, as in a new process."""
    for module in (amounts, listing, names, politeness, readings, slips, syllables, wording):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def timed(call: Callable[[], object]) -> float:
    """Give the milliseconds of one call."""
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Judge every kind of answer, on a name and on a general answer, and print a line for each."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    name = item(count)
    general = msgspec.structs.replace(name, type="work")
    judge("warm", name)  # rapidfuzz is loaded once for all
    judge("warmth", general)
    tell(f"{count:,} accepted forms; milliseconds: first, again (median of {ROUNDS})")
    for what, one in (("a name", name), ("a title", general)):
        for kind, typed in TYPED.items():
            forget()
            first = timed(partial(judge, typed, one))
            again = statistics.median(timed(partial(judge, typed, one)) for _ in range(ROUNDS))
            tell(f"  {what}, {kind:20} {first:8.3f} {again:8.3f}   {judge(typed, one).reason}")


def tell(line: str) -> None:
    """Print a line."""
    print(line, flush=True)  # noqa: T201 - a script's own words


if __name__ == "__main__":
    main()
