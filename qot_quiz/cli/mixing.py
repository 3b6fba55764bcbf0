"""Packs that are named on the command line: one by name or path, or several mixed, each below its own ceiling."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from qot_quiz import runtime, voice
from qot_quiz.cli.options import ALL
from qot_quiz.errors import PackError, UsageError

if TYPE_CHECKING:
    from qot_quiz.bank.bank import Bank
    from qot_quiz.bank.mix import Playable

MOST = 20
"""Packs that can be mixed: each is an open file."""


def bank(packs: tuple[str, ...]) -> Playable:
    """Open the packs that were asked for, several as one.

    Args:
        packs: Names or paths; ``all`` stands for the built-in pack and every installed one that is sound.

    Raises:
        PackError: A pack cannot be read.
        UsageError: There is no such pack, or two call themselves the same.
    """
    banks = list(_every() if ALL in packs else [_named(pack) for pack in dict.fromkeys(packs)])
    if len(banks) == 1:
        return banks[0]
    ids = [bank.meta.id for bank in banks]
    if twice := next((id for at, id in enumerate(ids) if id in ids[:at]), None):
        raise UsageError(f"Two of these packs call themselves {twice}.", "Name one of them.")
    if len(banks) > MOST:
        raise UsageError(f"At most {MOST} packs can be mixed, not {len(banks)}.", "Name them: --pack ONE --pack OTHER")
    from qot_quiz.bank.mix import Mix

    return Mix(tuple(banks))


def limit(bank: Playable, ceilings: dict[str, int]) -> None:
    """Keep every pack of a mixture below its own ceiling.

    Args:
        bank: The mixture.
        ceilings: The spoiler ceiling of every pack by its id.
    """
    from qot_quiz.bank.mix import Mix

    if isinstance(bank, Mix):
        bank.limit(ceilings)


def only(packs: tuple[str, ...]) -> Bank:
    """Open the one pack that a command looks at, the built-in one where none was named.

    Raises:
        PackError: It cannot be read.
        UsageError: There is no such pack.
    """
    return _named(packs[0]) if packs else runtime.bank()


def _named(pack: str) -> Bank:
    """Open one pack; a name comes before a path of this folder, which is then said."""
    if pack != runtime.BUILT_IN and runtime.named(pack) and os.path.exists(pack):
        beside = os.path.join(os.curdir, pack)
        voice.talk(f"This is the installed pack {pack}; --pack {beside} is the one in this folder.")
    return runtime.bank(pack)


def _every() -> list[Bank]:
    """Open every pack there is; a broken one is left out, and named."""
    from qot_quiz.bank import installed

    found = []
    for name in (runtime.BUILT_IN, *installed.names(runtime.paths()["packs"])):
        try:
            found.append(runtime.bank(name))
        except PackError as error:
            voice.talk(f"{error.message} It is left out.")
    return found
