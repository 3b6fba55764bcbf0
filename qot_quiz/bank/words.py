"""Words of a text as the checks compare them."""

from __future__ import annotations

import re
from functools import lru_cache

from qot_quiz.core.text import fold

_SPLIT = re.compile(r"[\s/–—]+")
_GENITIVE = re.compile(r"['’]s\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|\*[^*]*\*")


_PLAIN = {code: " " if chr(code).isspace() or code == ord("/") else None for code in range(128)}
_PLAIN |= {ord(char): char.lower() for char in map(chr, range(128)) if char.isalnum()} | {ord("&"): "and"}
"""What becomes of each character of a plain text, so that one pass over it does what folding each word does."""


def split(text: str) -> tuple[str, ...]:
    """Split a text into folded words, without genitive endings and empty ones.

    Args:
        text: Any text.
    """
    text = _GENITIVE.sub("", text)
    if text.isascii():
        return tuple(text.translate(_PLAIN).split())
    folded = (fold(word) for word in _SPLIT.split(text))
    return tuple(word for word in folded if word)


words = lru_cache(maxsize=8192)(split)
"""Does the same for texts that come again and again."""


def mentions(text: str, phrase: str) -> bool:
    """Tell whether whole words of a text make up a phrase, however either is spaced or hyphened.

    Args:
        text: Where to look.
        phrase: What to look for.
    """
    target = "".join(words(phrase))
    parts = words(text)
    for start in range(len(parts)):
        joined = ""
        for part in parts[start:]:
            joined += part
            if not target.startswith(joined):
                break
            if joined == target:
                return True
    return False


def unquoted(text: str, names: tuple[str, ...]) -> str:
    """Take quotations and names out of a text, since their words are not the author's own.

    Args:
        text: Any text.
        names: Shown spellings of names and titles.
    """
    text = _QUOTED.sub(" ", text)
    for name in names:
        if name.casefold() in text.casefold():
            text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return text
