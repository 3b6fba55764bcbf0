"""What a guesser who knows nothing earns at the choices of a pack: shares printed, and held by a test of the bank.

Run by hand: `python tests/bench/guessing.py [PACK]`, the folder ``questions`` when none is named. Every choice is dealt
with the options of twenty fixed seeds, in the order of the pack, as a game deals its deck.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence

from qot_quiz.bank.bank import Bank
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.words import words
from qot_quiz.core.kinds import deal
from qot_quiz.core.kinds.choice import place_of
from qot_quiz.core.question import Item, Question

SEEDS = range(1, 21)
QUESTIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "questions")


def _longest(ask: str, texts: Sequence[str]) -> int:
    return max(range(len(texts)), key=lambda at: len(texts[at]))


def _echoing(ask: str, texts: Sequence[str]) -> int:
    stem = set(words(ask))
    return max(range(len(texts)), key=lambda at: len(stem & set(words(texts[at]))))


GUESSERS: dict[str, Callable[[str, Sequence[str]], int]] = {
    "longest": _longest,
    "first": lambda ask, texts: 0,
    "last": lambda ask, texts: len(texts) - 1,
    "overlap": _echoing,
}
"""Ways to guess, each naming the place of the option it takes; of equal ones the first."""


def choices(path: str = QUESTIONS) -> list[Item]:
    """Read the choice questions of a pack, in its order.

    Args:
        path: The folder of the pack.
    """
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, "pack.db")
        compile_pack(path, target)
        bank = Bank(target)
        items = [item for item in bank.questions() if item.kind == "choice"]
        bank.close()
    return items


def shares(items: list[Item]) -> dict[str, float]:
    """Tell how often each guesser is right, in per cent of all options dealt.

    Args:
        items: Choice questions, in the order of their pack.
    """
    right = Counter(name for question in _dealt(items) for name, guess in GUESSERS.items() if _hits(question, guess))
    return {name: 100 * right[name] / max(1, len(items) * len(SEEDS)) for name in GUESSERS}


def _dealt(items: list[Item]) -> list[Question]:
    return [deal(item, seed, place_of(seed, number)) for seed in SEEDS for number, item in enumerate(items)]


def _hits(question: Question, guess: Callable[[str, Sequence[str]], int]) -> bool:
    taken = guess(question.item.ask, [option.text for option in question.options])
    return (question.options[taken].key,) == question.solution


def main() -> None:
    """Print the shares of all choices, and of those whose options rise and do not."""
    items = choices(*sys.argv[1:2])
    parts = {
        "all": items,
        "rising": [item for item in items if item.ascending],
        "others": [item for item in items if not item.ascending],
    }
    sys.stdout.write(f"{'':8}{'choices':>8}" + "".join(f"{name:>9}" for name in GUESSERS) + "\n")
    for name, some in parts.items():
        told = "".join(f"{share:9.1f}" for share in shares(some).values())
        sys.stdout.write(f"{name:8}{len(some):8}{told}\n")


if __name__ == "__main__":
    main()
