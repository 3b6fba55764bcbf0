"""Words of a text as the checks compare them."""

from __future__ import annotations

import re
from functools import lru_cache

from qot_quiz.core.text import fold

_SPLIT = re.compile(r"[\s/–—]+")
_GENITIVE = re.compile(r"['’]s\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|\*[^*]*\*")


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Split a text into folded words, without genitive endings and empty ones.

    Args:
        text: Any text.
    """
    folded = (fold(word) for word in _SPLIT.split(_GENITIVE.sub("", text)))
    return tuple(word for word in folded if word)


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
