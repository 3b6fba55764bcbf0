"""What a player has chosen up to now, key by key: pure, for the three shapes that are answered by choosing options."""

from __future__ import annotations

import msgspec

from qot_quiz.core import moves
from qot_quiz.core.events import Asked
from qot_quiz.core.lines import LETTERS
from qot_quiz.core.question import Answer, Arrange, PickMany, PickOne

Choice = PickOne | PickMany | Arrange
"""The shapes that show options."""


class Choosing(msgspec.Struct, frozen=True):
    """An answer that is not given yet.

    Args:
        at: The place of the option under the cursor, from 0; None before the first arrow.
        chosen: Keys of the options chosen, in the order of choosing.
        note: Why the last key did nothing, as a reason of `refusals.REFUSALS`; empty when it did something.
    """

    at: int | None = None
    chosen: Answer = ()
    note: str = ""


def press(now: Choosing, key: str, shape: Choice, removed: Answer = ()) -> Choosing | Answer | None:
    """Do what a key says.

    Args:
        now: What is chosen before it.
        key: The key, by the names that `Keys.read` gives.
        shape: How the question asks.
        removed: Keys of options that helps have struck out.

    Returns:
        What is chosen after it; or the finished answer; or None for a key that means nothing here.
    """
    free = [at for at, option in enumerate(shape.options) if option.key not in removed]
    several = not isinstance(shape, PickOne)
    match key:
        case "up":
            return _moved(now, -1, free)
        case "down":
            return _moved(now, 1, free)
        case "left" | "right" if isinstance(shape, Arrange):
            return _shifted(now, shape, -1 if key == "left" else 1, free)
        case "enter":
            return _finished(now, shape, len(free))
        case "space" if several:
            return _moved(now, 1, free) if now.at is None else _taken(now, shape, now.at)
        case "backspace" if several:
            return Choosing(now.at, now.chosen[:-1])
    if len(key) != 1:
        return None
    place = _place(key)
    if place not in free:
        return msgspec.structs.replace(now, note="option" if key.isdecimal() or place >= 0 else "words")
    return _taken(now, shape, place)


def command(key: str, asked: Asked, at: int) -> moves.Command | None:
    """Read a key that commands, whatever the shape; None for any other.

    Args:
        key: The key, by the names that `Keys.read` gives.
        asked: The open question.
        at: The moment on the game's clock, in milliseconds.
    """
    match key:
        case "f":
            return moves.Lifeline(at, "fifty")
        case "?":
            return moves.Lifeline(at, "hint")
        case "w" if asked.walk:
            return moves.Walk(at)
        case "s":
            return moves.Answer(at, ())
        case "q" | "escape":
            return moves.Leave(at)
        case _:
            return None


def without(now: Choosing, shape: Choice, removed: Answer) -> Choosing:
    """Give up the options that a help has struck out."""
    gone = now.at is not None and shape.options[now.at].key in removed
    return Choosing(None if gone else now.at, tuple(key for key in now.chosen if key not in removed))


def _moved(now: Choosing, by: int, free: list[int]) -> Choosing:
    if now.at is None:
        return Choosing(free[0 if by > 0 else -1], now.chosen)
    return Choosing(free[(free.index(now.at) + by) % len(free)], now.chosen)


def _shifted(now: Choosing, shape: Arrange, by: int, free: list[int]) -> Choosing:
    """Move the option under the cursor earlier or later in the order; one that is not in it yet comes next."""
    if now.at is None:
        return _moved(now, 1, free)
    key, order = shape.options[now.at].key, [*now.chosen]
    if key not in order:
        return Choosing(now.at, (*order, key))
    place = order.index(key)
    order.insert(max(0, place + by), order.pop(place))
    return Choosing(now.at, tuple(order))


def _finished(now: Choosing, shape: Choice, most: int) -> Choosing | Answer | None:
    match shape:
        case PickOne(options=options):
            return None if now.at is None else (options[now.at].key,)
        case PickMany(options=options):
            answer = tuple(option.key for option in options if option.key in now.chosen)
            return answer or msgspec.structs.replace(now, note="nothing")
        case Arrange():
            return now.chosen if len(now.chosen) == most else msgspec.structs.replace(now, note="unplaced")


def _taken(now: Choosing, shape: Choice, at: int) -> Choosing | Answer:
    """Pick an option, or choose it with the others, or give it up when it is chosen already."""
    key = shape.options[at].key
    if isinstance(shape, PickOne):
        return (key,)
    if key in now.chosen:
        return Choosing(now.at, tuple(one for one in now.chosen if one != key))
    return Choosing(now.at, (*now.chosen, key))


def _place(key: str) -> int:
    """Find the place that a key names: digits count from 1, and the first letters stand for the first options."""
    return int(key) - 1 if key.isdecimal() else LETTERS.find(key.lower())
