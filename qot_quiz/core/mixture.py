"""Names in a game that mixes packs: every id says which pack it is from, so that history counts for that pack."""

from __future__ import annotations

PLUS = "+"
"""What stands between the packs in the name of a mixture; no pack's own id holds it."""

MARK = ":"
"""What stands between a pack and an id of it; ids are kebab-case with a slash and never hold it."""


def mixture(packs: tuple[str, ...]) -> str:
    """Name a mixture by the ids of its packs, in alphabetical order."""
    return PLUS.join(sorted(packs))


def packs_of(pack: str) -> tuple[str, ...]:
    """Name the packs of a mixture, or the one pack that it is."""
    return tuple(pack.split(PLUS))


def within(pack: str, id: str) -> str:
    """Name a pack's question or fact as a mixture does."""
    return pack + MARK + id


def parted(id: str) -> tuple[str, str]:
    """Tell the pack and the id behind a mixture's name of a question or fact; the pack is empty where there is none."""
    pack, mark, own = id.partition(MARK)
    return (pack, own) if mark else ("", id)


def is_mixture(pack: str) -> bool:
    """Tell whether a pack's id names several."""
    return PLUS in pack
