"""Names that look like one another: in small and capital letters, or with letters of another script."""

from __future__ import annotations

import unicodedata

_DRAWN_AS = str.maketrans(
    "авекмнорстухіјѕԁԛԝɡһαβεζηικμνορτυχоıɑ01|ӏ",
    "abekmhopctyxijsdqwghabezhikmnoptyxoiaoiii",
)
"""Small letters and signs that are drawn like a Latin letter, in one case or the other."""


def skeleton(name: str) -> str:
    """Reduce a name to what an eye sees of it; names with one skeleton are easily taken for each other.

    Args:
        name: A name; what it is reduced to is for comparing alone.

    Returns:
        Its letters in compatible, decomposed and small form, those of other scripts as the Latin ones that they look
        like: a few of the pairs of Unicode Technical Standard 39, section 4 (https://www.unicode.org/reports/tr39/).
    """
    letters = unicodedata.normalize("NFKD", name).casefold().translate(_DRAWN_AS)
    return " ".join(letters.replace("l", "i").split())
