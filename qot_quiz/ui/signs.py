"""The signs that screens draw, and what stands for each where a terminal or a pipe cannot carry it."""

from __future__ import annotations

from unicodedata import east_asian_width, normalize

TWINS = {
    "✔": "+",
    "✘": "x",
    "◐": "~",
    "○": "o",
    "●": "#",
    "♥": "*",
    "♡": ".",
    "★": "*",
    "☆": ".",
    "✦": "*",
    "□": "?",
    "·": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "×": "x",
    "…": ".",
    "›": ">",
    "↑": "^",
    "↓": "v",
    "←": "<",
    "→": ">",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "█": "#",
    "▓": "+",
    "▒": ":",
    "░": ".",
    "▁": "1",
    "▂": "2",
    "▃": "3",
    "▄": "4",
    "▅": "5",
    "▆": "6",
    "▇": "7",
}
"""A plain character for each sign, as wide as the sign, so that what is lined up stays so."""

UNKNOWN = "?"
"""What stands for a column of any other text."""


def twin(character: str) -> str:
    """Give plain characters for one that cannot be carried: its twin, its letter without accents, or UNKNOWN.

    Args:
        character: Any character.
    """
    if character in TWINS:
        return TWINS[character]
    bare = normalize("NFKD", character)[0]
    if bare.isascii() and bare.isprintable():
        return bare
    return UNKNOWN * (2 if east_asian_width(character) in "WF" else 1)


def replaced(error: UnicodeError) -> tuple[str, int]:
    """Go on after characters that an encoding lacks, as a handler of `codecs.register_error`.

    Args:
        error: What the encoder met.

    Raises:
        UnicodeError: It is of another kind.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(twin, error.object[error.start : error.end])), error.end


def legible(text: str, encoding: str) -> str:
    """Give a text as an encoding can carry it."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError as error:
        known, after = replaced(error)
        return text[: error.start] + known + legible(text[after:], encoding)
    return text
