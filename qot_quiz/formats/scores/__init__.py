"""Finished games in other formats: one module each, loaded by name; three of them can be read back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

import msgspec

from qot_quiz.errors import UsageError

Writer = Callable[[Iterable[list[str]]], Iterator[str]]
"""Turns batches of games into the text of a file.

A game is the text of a JSON array as SQLite's ``json_array`` writes it: its rank within its board or null, then its
values in the order of ``core.past.KEYS``.
"""


class Format(msgspec.Struct, frozen=True):
    """A format that finished games are written in.

    Args:
        module: The module whose `write` is its `Writer`.
        endings: The endings of a file's name that ask for it, in lower case.
    """

    module: str
    endings: tuple[str, ...]


SCORES = {
    "csv": Format("qot_quiz.formats.scores.csv_text", (".csv",)),
    "json": Format("qot_quiz.formats.scores.json_text", (".json",)),
    "jsonl": Format("qot_quiz.formats.scores.jsonl_text", (".jsonl", ".ndjson")),
    "md": Format("qot_quiz.formats.scores.markdown_text", (".md", ".markdown")),
    "html": Format("qot_quiz.formats.scores.html_page", (".html", ".htm")),
}
"""Every format by the name that ``--format`` uses."""


def asked_for(file: str) -> str:
    """Tell which format a file's name asks for.

    Args:
        file: A file's name, or ``-`` for standard output, which gets CSV (README, "For scripts").

    Returns:
        A name of `SCORES`.

    Raises:
        UsageError: Its ending is none of theirs.
    """
    if file == "-":
        return "csv"
    ending = os.path.splitext(file)[1].lower()
    for name, format in SCORES.items():
        if ending in format.endings:
            return name
    known = ", ".join(format.endings[0] for format in SCORES.values())
    raise UsageError(f"The ending of {file} is none that is known.", f"Use {known}, or name a format with --format.")


def writer(name: str) -> Writer:
    """Load the writer of a format.

    Args:
        name: A name of `SCORES`.
    """
    from importlib import import_module

    write: Writer = import_module(SCORES[name].module).write
    return write
