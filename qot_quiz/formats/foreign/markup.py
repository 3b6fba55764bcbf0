"""Turning the HTML of a question into plain text."""

from __future__ import annotations

import re

from qot_quiz.formats.foreign.found import Unfit

_KNOWN = (
    "a abbr audio b big blockquote br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 hr i iframe img li math "
    "object ol p pre s script small span strong style sub sup svg table tbody td th thead tr tt u ul video"
)
_TAG = re.compile(rf"</?(?:{'|'.join(_KNOWN.split())})(?:\s[^<>]*)?/?>", re.IGNORECASE)

UNSHOWN = ("audio", "embed", "iframe", "img", "math", "object", "svg", "video")
"""Elements that say something which no text can."""

UNREAD = ("script", "style")
"""Elements whose text is not for readers."""

BREAKING = ("br", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "p", "pre", "td", "th", "tr")
"""Elements that part words."""

RAISED = {"sup": "^", "sub": "_"}
"""What stands for a raised or lowered sign, since 10<sup>3</sup> is not 103."""


def marked_up(text: str) -> bool:
    """Tell whether a text holds a tag of HTML; a mere < or & does not make it one."""
    return _TAG.search(text) is not None


def unmarked(text: str) -> str:
    """Turn HTML into text, its paragraphs parted by line feeds.

    Args:
        text: HTML of any quality.

    Raises:
        Unfit: It needs a picture, a sound or a formula.
    """
    from html import unescape

    out: list[str] = []
    at, silent = 0, ""
    for found in _TAG.finditer(text):
        out.append("" if silent else unescape(text[at : found.start()]))
        at = found.end()
        name = re.split(r"[\s/>]", found[0].strip("</"), maxsplit=1)[0].casefold()
        if name in UNSHOWN:
            raise Unfit(f"it needs a <{name}>, which is no text")
        if name in UNREAD:
            silent = "" if found[0].startswith("</") else name
        elif not found[0].startswith("</") and name in RAISED:
            out.append(RAISED[name])
        elif name in BREAKING:
            out.append("\n")
    out.append("" if silent else unescape(text[at:]))
    return re.sub(r"\n\s*", "\n", "".join(out).replace("\xa0", " ")).strip()
