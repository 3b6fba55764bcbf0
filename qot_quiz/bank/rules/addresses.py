"""The address of a page that a source names: whether it leads where it seems to lead."""

from __future__ import annotations

import re
import unicodedata

from qot_quiz.core.clean import quoted
from qot_quiz.core.lookalikes import skeleton

_PAGE = re.compile(r"(?i:https?)://([^\s/?#]+)([/?#][^\s]*)?")
_PLACE = re.compile(r"[^.:]+(\.[^.:]+)+\.?(:[0-9]{0,5})?")
_LETTERS = ("L", "M", "N")
_SIGNS = "-_.:@"


def fault(page: str) -> str:
    """Say what is wrong with an address; nothing where it is sound.

    What a browser reads otherwise than a person does is refused: a user before the host (RFC 3986, section 7.6), a sign
    that is no part of a name, and letters drawn like Latin ones (Unicode Technical Standard 39).

    Args:
        page: The address.
    """
    found = _PAGE.fullmatch(page)
    host = found[1] if found is not None else ""
    name, at, leads = host.rpartition("@")
    if not _PLACE.fullmatch(leads):
        return f"the source's page {quoted(page)} is no web address"
    if any(unicodedata.category(sign)[0] not in _LETTERS and sign not in _SIGNS for sign in host):
        return f"the source's page {quoted(page)} has a sign in its host that no host's name has"
    if at:
        return f"the source's page {quoted(page)} leads to {quoted(leads)}, not to {quoted(name)}"
    if any(not label.isascii() and skeleton(label).isascii() for label in host.split(".")):
        return f"the source's page {quoted(page)} has letters in its host that only look like Latin ones"
    return ""
