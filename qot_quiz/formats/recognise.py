"""Telling by its content in which format a file of questions is written."""

from __future__ import annotations

import os
import re

from qot_quiz.formats.delimited import anki_header, separator_of

LOOKED_AT = 1 << 16
"""Characters at the beginning of a file that are looked at."""

ENDINGS = {
    ".gift": "gift",
    ".csv": "delimited",
    ".tsv": "delimited",
}
"""Endings of names that decide where the content does not."""

# The first sign of what stands between braces tells GIFT from a mere brace in a text.
_GIFT = re.compile(r"(?<!\\)\{\s*(?:[=~#>}]|T\b|F\b|TRUE\b|FALSE\b|%)", re.IGNORECASE)

_LISTED = re.compile(r"^[^\s#-].*:[ \t]*\n[ \t]*- ", re.MULTILINE)
_AIKEN = re.compile(r"^[ \t]*[A-Z][.)].*\n(?:[ \t]*\n)*[ \t]*ANSWER:[ \t]*[A-Z][ \t]*$", re.MULTILINE)


def recognise(name: str, text: str) -> str | None:
    """Tell the format of a file.

    Args:
        name: The file's name; its ending decides where the content might be several things.
        text: The file's text.

    Returns:
        A name of `formats.READERS`, or None for a file that is none of them.
    """
    begun = text[:LOOKED_AT].lstrip()
    if re.match(r'\{\s*"|\[\s*[\{\]]', begun):
        return "opentdb"
    if re.match(r"<\?xml|<quiz|<question\b|<!DOCTYPE", begun):
        return "moodle-xml"
    if re.match("#Q[ \t]", begun) or ("\n#Q " in begun and "\n^ " in begun):
        return "opentriviaqa"
    if _AIKEN.search(begun):
        return "aiken"
    if re.match(r"(AUTHOR|DESCRIPTION|CONFIG):", begun) or len(_LISTED.findall(begun)) > len(_GIFT.findall(begun)):
        return "red-yaml"
    ending = ENDINGS.get(os.path.splitext(name)[1].lower())
    if ending is not None:
        return ending
    if begun.startswith(("::", "$CATEGORY:")) or _GIFT.search(begun):
        return "gift"
    rows = text[:LOOKED_AT].split("\n")
    first, told = anki_header(rows)
    if "separator" in told or separator_of(rows, first) is not None:
        return "delimited"
    return None
