"""The address of a page that a source names: whether it leads where it seems to lead."""

from __future__ import annotations

import re
import unicodedata

from qot_quiz.core.lookalikes import skeleton

_PAGE = re.compile(r"https?://([^\s/?#]+\.[^\s/?#]+)([/?#][^\s]*)?")
_LETTERS = ("L", "M", "N")
_SIGNS = "-.:@"


def fault(page: str) -> str:
    """Say what is wrong with an address; nothing where it is sound.

    What a browser reads otherwise than a person does is refused: a user before the host (RFC 3986, section 7.6), a sign
    that is no part of a name, and letters drawn like Latin ones (Unicode Technical Standard 39).

    Args:
        page: The address.
    """
    found = _PAGE.fullmatch(page)
    if found is None:
        return f"the source's page {page!r} is no web address"
    host = found[1]
    if any(unicodedata.category(sign)[0] not in _LETTERS and sign not in _SIGNS for sign in host):
        return f"the source's page {page!r} has a sign in its host that no host's name has"
    name, at, leads = host.rpartition("@")
    if at:
        return f"the source's page {page!r} leads to {leads!r}, not to {name!r}"
    if any(not label.isascii() and skeleton(label).isascii() for label in host.split(".")):
        return f"the source's page {page!r} has letters in its host that only look like Latin ones"
    return ""
