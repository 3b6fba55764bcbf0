"""The starter of a new pack: small, commented, and playable as it is."""

from __future__ import annotations

import json
import os
import re
import unicodedata

from qot_quiz.bank.installed import LONGEST
from qot_quiz.bank.locating import BUILT_IN
from qot_quiz.core.clean import fault

STARTER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "starter")
"""The folder of the starter: a sound pack itself, which is given another id and title."""

FILES = ("pack.toml", "questions.toml")
"""Its files; put together in this order they are one file's text."""

ID, TITLE = 'id = "my-drama"', 'title = "My drama"'
"""Its two lines that every new pack has otherwise."""

LONGEST_TITLE = 60
"""Characters of a title that is made from a name."""


def starter(name: str) -> dict[str, str]:
    """Write the files of a new pack.

    Args:
        name: The name of its folder or file, without ending, from which its id and title are made.

    Returns:
        The text of each file by its name.
    """
    texts = {}
    for file in FILES:
        with open(os.path.join(STARTER, file), encoding="utf-8") as opened:
            texts[file] = opened.read()
    # What JSON writes between quotes, TOML reads alike.
    id, title = (json.dumps(text, ensure_ascii=False) for text in (id_of(name), title_of(name)))
    head = texts["pack.toml"].replace(ID, f"id = {id}", 1).replace(TITLE, f"title = {title}", 1)
    return {**texts, "pack.toml": head}


def id_of(name: str) -> str:
    """Make an id from a name: kebab-case, and not the built-in pack's."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    id = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-")
    return f"my-{id}" if id == BUILT_IN else id or "my-pack"


def title_of(name: str) -> str:
    """Make a title from a name; a plain one where the name cannot be shown."""
    title = " ".join(name.replace("-", " ").replace("_", " ").split())[:LONGEST_TITLE].strip()
    return title[:1].upper() + title[1:] if title and fault(title) is None else "My pack"
