"""The installed packs: one folder each, in which a pointer names the copy that counts."""

from __future__ import annotations

import os
from collections.abc import Callable

from qot_quiz.bank.bank import Bank
from qot_quiz.errors import PackError

POINTER = "current"
"""The file that names the folder of the copy that counts: replacing it is the one step that changes a pack."""

COPY = "copy-"
"""What the name of a copy's folder begins with."""

BANK = "bank.db"
"""The compiled bank beside the TOML files of a copy."""

EVERY = "all"
"""The word for every pack there is, which no pack may be called."""

LONGEST = 64
"""Characters of an installed pack's id."""

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_HEX = frozenset("0123456789abcdef")


def is_name(word: str) -> bool:
    """Tell whether a word can be the name of an installed pack: kebab-case, and so never a path."""
    return 0 < len(word) <= LONGEST and _LETTERS.issuperset(word) and all(word.split("-"))


def is_installed(packs: str, name: str) -> bool:
    """Tell whether a pack of that name is installed, sound or not.

    Args:
        packs: The folder of the installed packs.
        name: What was typed.
    """
    return is_name(name) and os.path.isdir(os.path.join(packs, name))


def names(packs: str) -> list[str]:
    """List the names of the installed packs, sound or not, in alphabetical order.

    Args:
        packs: The folder of the installed packs; it need not be there.
    """
    try:
        found = os.listdir(packs)
    except OSError:
        return []
    return sorted(name for name in found if is_installed(packs, name))


def source(packs: str, name: str) -> str:
    """Name the folder of the TOML files of an installed pack.

    Args:
        packs: The folder of the installed packs.
        name: The name of one.

    Raises:
        PackError: Its files are not as the program left them.
    """
    folder = os.path.join(packs, name)
    copy = current(folder)
    if copy is None:
        raise PackError(f"The installed pack {name} is damaged.", again(name))
    return os.path.join(folder, copy)


def current(folder: str) -> str | None:
    """Read which copy of a pack counts; None where nothing sound says so.

    Args:
        folder: The folder of one installed pack.
    """
    try:
        with open(os.path.join(folder, POINTER), "rb") as opened:
            word = opened.read(LONGEST).decode("ascii", "replace").strip()
    except OSError:
        return None
    # The name of a folder right here, whatever somebody wrote into the file.
    sound = word.startswith(COPY) and _HEX.issuperset(word[len(COPY) :])
    return word if sound and os.path.isdir(os.path.join(folder, word)) else None


def open_installed(packs: str, name: str, cache: str, report: Callable[[float], None] | None = None) -> Bank:
    """Open the bank of an installed pack.

    Args:
        packs: The folder of the installed packs.
        name: The name of one.
        cache: The folder for compiled packs, where the bank beside the pack is torn or of an older form.
        report: Is told how much is done, 0..1, where a large pack is compiled.

    Raises:
        PackError: The pack cannot be read, breaks a rule, or calls itself by another name.
    """
    from qot_quiz.bank.locating import open_source

    while True:
        folder = source(packs, name)
        try:
            bank = open_source(folder, cache, os.path.join(folder, BANK), report=report)
        except PackError as error:
            if source(packs, name) != folder:
                continue  # it has been replaced in this very moment
            raise PackError(f"The installed pack {name}: {error.message}", again(name)) from error
        if bank.meta.id == name:
            return bank
        bank.close()
        raise PackError(f"The installed pack {name} calls itself {bank.meta.id}.", again(name))


def again(name: str) -> str:
    """Say how a damaged pack is mended."""
    return f"Install it again with qot-quiz pack add --force, or take it away: qot-quiz pack remove {name}."
