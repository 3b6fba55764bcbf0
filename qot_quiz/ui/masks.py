"""Masked letters, for the eye and for the ear."""

from __future__ import annotations

from itertools import groupby

from qot_quiz.ui import words


def counted(mask: str) -> str:
    """Write masked letters; while none is shown, with how many there are, as crosswords do: ``___ __-___ (3, 2-3)``."""
    if any(char.isalnum() for char in mask):
        return mask
    lengths = "".join(str(len([*run])) if char == "_" else "".join(run) for char, run in groupby(mask))
    return f"{mask} ({lengths.replace(' ', ', ')})"


def aloud(mask: str) -> str:
    """Write masked letters for the ear: ``K__ J_-w__`` as ``K 2 blanks, J blank hyphen w 2 blanks``.

    Where nothing but their number is shown, that is told: ``______ ____`` as ``2 words, of 6 and 4 letters``.
    """
    if not mask.strip("_- "):
        lengths = [" hyphen ".join(str(len(part)) for part in word.split("-")) for word in mask.split()]
        number = f"{len(lengths)} words, of" if len(lengths) > 1 else "one word of"
        return f"{number} {words.listed(lengths)} {'letter' if lengths == ['1'] else 'letters'}"
    said: list[str] = []
    for char, run in groupby(mask):
        length = len([*run])
        match char:
            case "_":
                said.append(words.count(length, "blank") if length > 1 else "blank")
            case " ":
                said[-1] += ","
            case _:
                said += ["hyphen" if char == "-" else char] * length
    return " ".join(said)
