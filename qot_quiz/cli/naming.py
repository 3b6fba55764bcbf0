"""Names that people type: matched against those that exist, with a guess at what was meant."""

from __future__ import annotations

from collections.abc import Mapping

from qot_quiz.core.clean import quoted
from qot_quiz.errors import UsageError

LONGEST = 40
"""Characters of the longest player name."""

LISTED = 20
"""Names that are listed to whoever has said none of them."""


def find(word: str, names: Mapping[str, str], what: str) -> str:
    """Find what a word names.

    Args:
        word: What was typed.
        names: Every name with its title; both count, whatever their case.
        what: What such a name is called, for the message.

    Returns:
        The name.

    Raises:
        UsageError: There is no such name; the hint says which ones are near, or which ones there are.
    """
    wanted = word.strip().casefold()
    for name, title in names.items():
        if wanted in (name.casefold(), title.casefold()):
            return name
    raise unknown(word, names, what)


def unknown(word: str, names: Mapping[str, str], what: str) -> UsageError:
    """Say that there is no such name, and which ones are near, or which ones there are.

    Args:
        word: What was typed.
        names: Every name with its title.
        what: What such a name is called.
    """
    from difflib import get_close_matches

    wanted = word.strip().casefold()
    folded = {name.casefold(): name for name in names}
    near = [folded[one] for one in get_close_matches(wanted, folded, n=1, cutoff=0.5)]
    near += [name for name, title in names.items() if wanted and wanted in title.casefold()]
    more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
    hint = f"Did you mean {quoted(near[0])}?" if near else f"There is: {', '.join([*names][:LISTED])}{more}."
    return UsageError(f"There is no {what} {quoted(word)}.", hint)


def split(words: tuple[str, ...], names: Mapping[str, str], what: str) -> tuple[str, ...]:
    """Find what repeated and comma-separated words name, each once, in the order of `names`."""
    found = {find(word, names, what) for part in words for word in part.split(",") if word.strip()}
    return tuple(name for name in names if name in found)


def sound(name: str) -> bool | str:
    """Say whether a player's name will do: True, or why not."""
    try:
        player(name)
    except UsageError as error:
        return error.message
    return True


def player(name: str) -> str:
    """Check a player's name.

    Returns:
        The name in composed form, without space at its ends.

    Raises:
        UsageError: The name is empty, too long, or holds characters that no terminal should see.
    """
    import unicodedata

    from qot_quiz.core.clean import fault

    name = unicodedata.normalize("NFC", name).strip()
    if not name or len(name) > LONGEST:
        raise UsageError(f"A player's name has 1 to {LONGEST} characters.", "Choose another name.")
    if wrong := fault(name):
        raise UsageError(f"This player's name holds a character that cannot be shown: {wrong}.", "Leave it out.")
    return name
