"""What a person asked for on the command line, as one value."""

from __future__ import annotations

from typing import Any

import msgspec

from qot_quiz.errors import UsageError

ALL = "all"
"""The word for every pack there is."""


class Options(msgspec.Struct, frozen=True):
    """The options of `play`; None and empty mean "not said".

    Args:
        mode: A mode's name.
        difficulty: Names of difficulties, each perhaps several joined by commas.
        topic: Ids or titles of topics, likewise.
        kind: Names of kinds, likewise.
        questions: How many to ask.
        up_to: The spoiler ceiling.
        timer: ``off``, seconds or a factor such as ``x1.5``.
        player: The player's name.
        seed: 0..2^53-1.
        code: A challenge code.
        pack: Names or paths of packs, several of which are mixed; ``all`` for every pack there is.
        plain: Whether to play in sentences.
        no_color: Whether to draw without colour.
        theme: The background that is drawn for.
        answers: A file of answers, ``-`` for standard input.
        json: Whether to print the finished game as JSON.
    """

    mode: str | None = None
    difficulty: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    questions: int | None = None
    up_to: int | None = None
    timer: str | None = None
    player: str | None = None
    seed: int | None = None
    code: str | None = None
    pack: tuple[str, ...] = ()
    plain: bool = False
    no_color: bool = False
    theme: str | None = None
    answers: str | None = None
    json: bool = False

    def but(self, **other: Any) -> Options:
        """Give the same options with some others in place of these."""
        return msgspec.structs.replace(self, **other)

    @property
    def remembers(self) -> bool:
        """Whether remembered defaults are read and written: not for a scripted, seeded or coded game."""
        return self.answers is None and self.seed is None and self.code is None


def one_pack(pack: str | None) -> tuple[str, ...]:
    """Give the packs of a command that takes one, as `Options` names them.

    Raises:
        UsageError: All packs were asked for.
    """
    if pack == ALL:
        raise UsageError("This takes one pack.", "Name it: qot-quiz pack list shows which there are.")
    return () if pack is None else (pack,)


class Boards(msgspec.Struct, frozen=True):
    """Which finished games are meant; None means all.

    Args:
        player: Only this player's.
        mode: Only this mode's.
        difficulty: Only games of this difficulty: ``any``, names joined by commas, or ``adaptive``.
        pack: Only games of this pack.
        since: Only games finished on this ISO date or later.
    """

    player: str | None = None
    mode: str | None = None
    difficulty: str | None = None
    pack: str | None = None
    since: str | None = None


class Sharing(msgspec.Struct, frozen=True):
    """How a finished game is shared.

    Args:
        player: Whose last game is meant where none is named.
        text: Whether as one plain sentence.
        svg: The file for a picture, ``-`` for standard output.
        force: Whether a file that is there is replaced.
        clipboard: Whether it is copied to the terminal's clipboard, too.
        json: Whether to print it as JSON.
    """

    player: str | None = None
    text: bool = False
    svg: str | None = None
    force: bool = False
    clipboard: bool = False
    json: bool = False
