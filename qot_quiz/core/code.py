"""Challenge codes: a deck as text, by its questions' positions in the pack and the order of their options.

A code says nothing that a seed would have to say again: whoever plays it gets the same questions with the same options,
whatever either player has seen, and whichever way later versions of the program draw.
"""

from __future__ import annotations

import unicodedata
from typing import Protocol

import msgspec

from qot_quiz.core import crockford, kinds, turns
from qot_quiz.core.chance import SEEDS, hash64
from qot_quiz.core.draw import Filters
from qot_quiz.core.question import DIFFICULTIES, Item, Question
from qot_quiz.core.setup import Setup

NAME, VERSION = "QT", "1"
"""What every code begins with, and the form of those that this program writes."""

MOST = 20
"""Questions of the longest game that has a code."""

MODES = ("classic", "blitz", "survival", "ladder", "daily", "review", "party")
"""The modes that have codes, each by its place: new ones are added behind, none is taken out."""

DIGEST = 6
"""Hexadecimal characters of the pack's digest in a code: another version passes for this one once in 16 million."""

_MODES, _DIFFICULTIES = 16, 2 ** len(DIFFICULTIES)


class Shelf(Protocol):
    """A pack as codes see it: its questions by their positions."""

    def count(self, filters: Filters) -> tuple[int, int]:
        """How many questions, and how many different facts, pass the filters."""

    def at(self, position: int) -> Item | None:
        """Fetch the question at a position in pack order, counted from 0, or None."""

    def position(self, id: str) -> int | None:
        """Tell the position of a question in pack order, counted from 0, or None."""


class Pack(msgspec.Struct, frozen=True):
    """The pack that a code belongs to.

    Args:
        shelf: Its questions.
        digest: The digest of its canonical content, in hexadecimal characters.
        episodes: How many episodes its questions may speak of.
    """

    shelf: Shelf
    digest: str
    episodes: int

    @property
    def size(self) -> int:
        """The number of its questions."""
        return self.shelf.count(Filters(up_to=self.episodes))[0]


class Coded(msgspec.Struct, frozen=True):
    """What a code says.

    Args:
        text: The code as it is written.
        mode: The mode of the game.
        difficulties: The difficulties that it was drawn from, empty for all.
        up_to: Its spoiler ceiling.
        deck: Its questions with their options.
        seed: The seed of its helps, which follows from the code; 0..2^53-1.
    """

    text: str
    mode: str
    difficulties: tuple[str, ...]
    up_to: int
    deck: tuple[Question, ...]
    seed: int


class Unreadable(Exception):
    """A text that is no code of this pack.

    Args:
        reason: A reason of `crockford.Mistyped`, or ``name`` (it is no code at all), ``version`` (of another version of
            the program), ``pack`` (of another pack, or another version of it) or ``sense`` (no game has it).
        group: The group in which the mistake is, from 1; None where that cannot be told.
    """

    def __init__(self, reason: str, group: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.group = group


def write(setup: Setup, deck: tuple[Question, ...], pack: Pack) -> str:
    """Write the code of a game.

    Args:
        setup: What the deck was drawn by.
        deck: Its questions; of a party those without the tie-break.
        pack: The pack.

    Returns:
        The code; empty where a game has none: one of more than `MOST` questions, or whose deck is drawn as it goes.
    """
    asked = deck[: turns.regular(setup)] if setup.players else deck
    asked = tuple({question.item.id: question for question in asked}.values())
    if setup.mode not in MODES or setup.rules.lazy or not 1 <= len(asked) <= MOST:
        return ""
    size = pack.size
    chosen = setup.filters.difficulties
    mask = sum((name in chosen) << at for at, name in enumerate(DIFFICULTIES)) % (_DIFFICULTIES - 1)
    digits = [
        (int(pack.digest[:DIGEST], 16), 16**DIGEST),
        (MODES.index(setup.mode), _MODES),
        (mask, _DIFFICULTIES),
        (setup.filters.up_to, pack.episodes + 1),
        (len(asked) - 1, MOST),
    ]
    for question in asked:
        position = pack.shelf.position(question.item.id)
        if position is None:
            return ""
        digits += [(position, size), *_drawn(question)]
    number = 0
    for digit, radix in reversed(digits):
        number = number * radix + digit
    return f"{NAME}{VERSION}-{crockford.write(number)}"


def read(text: str, pack: Pack) -> Coded:
    """Read a code.

    Args:
        text: What somebody typed or pasted: small letters, missing hyphens and other dashes do not matter.
        pack: The pack that is to be played.

    Raises:
        Unreadable: It is no code of this pack.
    """
    number = _number(text)
    digits = _Digits(number)
    if digits.take(16**DIGEST) != int(pack.digest[:DIGEST], 16):
        raise Unreadable("pack")
    mode, mask, up_to = digits.take(_MODES), digits.take(_DIFFICULTIES), digits.take(pack.episodes + 1)
    count, size = digits.take(MOST) + 1, pack.size
    deck = [_question(pack.shelf.at(digits.take(size)), digits) for _ in range(count)]
    # All three difficulties are written as none, and nothing is left behind the last question.
    sound = mode < len(MODES) and mask < _DIFFICULTIES - 1 and not digits.rest
    shown = all(question.item.spoils <= up_to for question in deck)
    if not sound or not shown or len({question.item.id for question in deck}) < count:
        raise Unreadable("sense")
    written = f"{NAME}{VERSION}-{crockford.write(number)}"
    names = tuple(name for at, name in enumerate(DIFFICULTIES) if mask >> at & 1)
    return Coded(written, MODES[mode], names, up_to, tuple(deck), hash64(0, "code", written) % SEEDS)


def sound(text: str) -> bool:
    """Say whether a text is a code without a slip, of whatever pack."""
    try:
        _number(text)
    except Unreadable:
        return False
    return True


def _number(text: str) -> int:
    """Read the number in a code."""
    dashes = (" " if unicodedata.category(char)[0] in "PZ" else char for char in unicodedata.normalize("NFKC", text))
    groups = "".join(dashes).upper().split()
    if not groups or not groups[0].startswith(NAME):
        raise Unreadable("name")
    version, first = groups[0][len(NAME) : len(NAME) + 1], groups[0][len(NAME) + 1 :]
    if version not in (VERSION, "I", "L"):
        raise Unreadable("version" if version.isdecimal() else "name")
    try:
        return crockford.read([first, *groups[1:]] if first else groups[1:])
    except crockford.Mistyped as slip:
        raise Unreadable(slip.reason, slip.group) from slip


class _Digits:
    """A number taken apart, digit by digit, each of a radix of its own."""

    def __init__(self, rest: int) -> None:
        self.rest = rest

    def take(self, radix: int) -> int:
        """Take the next digit, 0 to one less than its radix."""
        self.rest, digit = divmod(self.rest, radix)
        return digit


def _drawn(question: Question) -> list[tuple[int, int]]:
    """List how a question's options were drawn from all that it has: digits, each with its radix."""
    item = question.item
    if _fixed(item) is not None:
        return []
    left, count = _pool(item), len(question.options)
    digits = [(count, len(left) + 1)] if item.answers else []
    for more, option in zip(range(count, 0, -1), question.options, strict=True):
        at, radix = left.index(option.text), _choices(item, left, more)
        digits.append((at, radix))
        left = _without(item, left, at)
    return digits


def _question(item: Item | None, digits: _Digits) -> Question:
    """Draw a question's options as its digits say."""
    if item is None:
        raise Unreadable("sense")
    if (fixed := _fixed(item)) is not None:
        return fixed
    left, texts = _pool(item), []
    count = digits.take(len(left) + 1) if item.answers else len(kinds.deal(item, 0, 0).options)
    for more in range(count, 0, -1):
        at = digits.take(_choices(item, left, more))
        texts.append(left[at])
        left = _without(item, left, at)
    question = kinds.restore(item, tuple(texts))
    if question is None or not question.solution:
        raise Unreadable("sense")
    return question


def _fixed(item: Item) -> Question | None:
    """Give the question of an item for which nothing is drawn; None for others."""
    question = kinds.restore(item, ())
    return question if question is not None and question.solution else None


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
