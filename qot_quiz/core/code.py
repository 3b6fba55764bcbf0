"""Challenge codes: a deck as text, by its questions' positions in the pack and the order of their options.

Whoever plays a code gets the same questions with the same options, whatever either player has seen, and however a later
version of the program draws: the deck is not drawn again.
"""

from __future__ import annotations

import unicodedata
from typing import Protocol

import msgspec

from qot_quiz.core import arranged, crockford, turns
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

LONGEST = 1000
"""Characters of a text that is looked at at all."""

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
        group: The group in which the mistake is, as it was typed; empty where that cannot be told.
    """

    def __init__(self, reason: str, group: str = "") -> None:
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
        The code; empty where a game has none: one of more than `MOST` questions, or whose deck is drawn as it goes,
        or follows its player.
    """
    asked = deck[: turns.regular(setup)] if setup.players else deck
    asked = tuple({question.item.id: question for question in asked}.values())
    if setup.mode not in MODES or setup.rules.lazy or setup.level is not None or not 1 <= len(asked) <= MOST:
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
        digits += [(position, size), *arranged.digits(question)]
    number = 0
    for digit, radix in reversed(digits):
        number = number * radix + digit
    return _written(number)


def read(text: str, pack: Pack) -> Coded:
    """Read a code.

    Args:
        text: What somebody typed or pasted: small letters, missing hyphens and other dashes do not matter.
        pack: The pack that is to be played.

    Raises:
        Unreadable: It is no code of this pack.
    """
    number = _number(text)
    if number < len(crockford.ALPHABET):  # a single character of data does not even hold the digest
        raise Unreadable("length")
    digits = arranged.Digits(number)
    if digits.take(16**DIGEST) != int(pack.digest[:DIGEST], 16):
        raise Unreadable("pack")
    mode, mask, up_to = digits.take(_MODES), digits.take(_DIFFICULTIES), digits.take(pack.episodes + 1)
    count, size = digits.take(MOST) + 1, pack.size
    try:
        deck = [arranged.question(pack.shelf.at(digits.take(size)), digits) for _ in range(count)]
    except LookupError as error:
        raise Unreadable("sense") from error
    # All three difficulties are written as none, and nothing is left behind the last question.
    sound = mode < len(MODES) and mask < _DIFFICULTIES - 1 and not digits.rest
    shown = all(question.item.spoils <= up_to for question in deck)
    if not sound or not shown or len({question.item.id for question in deck}) < count:
        raise Unreadable("sense")
    written = _written(number)
    names = tuple(name for at, name in enumerate(DIFFICULTIES) if mask >> at & 1)
    return Coded(written, MODES[mode], names, up_to, tuple(deck), hash64(0, "code", written) % SEEDS)


def tidy(text: str) -> str:
    """Write a code of whatever pack in its one form; an empty text where it is none."""
    try:
        return _written(_number(text))
    except Unreadable:
        return ""


def _written(number: int) -> str:
    return f"{NAME}{VERSION}-{crockford.write(number)}"


def _number(text: str) -> int:
    """Read the number in a code."""
    if len(text) > LONGEST:
        raise Unreadable("length")
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
