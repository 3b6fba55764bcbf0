"""How a question's options were drawn and put in order, as digits: each names the next of those that are left."""

from __future__ import annotations

from qot_quiz.core import kinds
from qot_quiz.core.question import Item, Question


class Digits:
    """A number taken apart, digit by digit, each of a radix of its own."""

    def __init__(self, rest: int) -> None:
        self.rest = rest

    def take(self, radix: int) -> int:
        """Take the next digit, 0 to one less than its radix."""
        self.rest, digit = divmod(self.rest, radix)
        return digit


def digits(question: Question) -> list[tuple[int, int]]:
    """List how a question's options were drawn from all that it has: digits, each with its radix."""
    item = question.item
    if _fixed(item) is not None:
        return []
    left, count = _pool(item), len(question.options)
    drawn = [(count, len(left) + 1)] if item.answers else []
    for more, option in zip(range(count, 0, -1), question.options, strict=True):
        at, radix = left.index(option.text), _choices(item, left, more)
        drawn.append((at, radix))
        left = _without(item, left, at)
    return drawn


def question(item: Item | None, digits: Digits) -> Question:
    """Make a question with its options as digits say.

    Args:
        item: The question in the pack, or None where there is none.
        digits: A number whose next digits are those of `digits`.

    Raises:
        LookupError: There is no such question.
    """
    if item is None:
        raise LookupError
    if (fixed := _fixed(item)) is not None:
        return fixed
    left, texts = _pool(item), []
    count = digits.take(len(left) + 1) if item.answers else len(kinds.deal(item, 0, 0).options)
    for more in range(count, 0, -1):
        at = digits.take(_choices(item, left, more))
        texts.append(left[at])
        left = _without(item, left, at)
    made = kinds.restore(item, tuple(texts))
    if made is None or not made.solution:
        raise LookupError(item.id)
    return made


def _fixed(item: Item) -> Question | None:
    """Give the question of an item for which nothing is drawn; None for others."""
    made = kinds.restore(item, ())
    return made if made is not None and made.solution else None


def _rises(item: Item) -> bool:
    """Whether options are always shown in the order of the pool."""
    return item.ascending or bool(item.rising)


def _pool(item: Item) -> list[str]:
    """List all options that an item can have."""
    if item.answers:
        return list(item.rising or (*item.answers, *item.wrong))
    below = item.wrong_below if item.ascending else 0
    return [*item.wrong[:below], item.answer, *item.wrong[below:]]


def _choices(item: Item, left: list[str], more: int) -> int:
    """Count the options that can come next, so that enough are left behind a rising one."""
    return max(1, len(left) - more + 1 if _rises(item) else len(left))


def _without(item: Item, left: list[str], at: int) -> list[str]:
    return left[at + 1 :] if _rises(item) else left[:at] + left[at + 1 :]
