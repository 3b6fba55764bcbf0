"""Foreign formats: one module each, loaded by name; each turns a pack's parts into text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from qot_quiz.core.fact import Fact
from qot_quiz.core.question import Item

Writer = Callable[[dict[str, object], list[Fact], Iterable[Item]], Iterator[str]]
"""Turns what a pack says of itself, its facts and its questions into the text of a file."""

FORMATS = {"json": "qot_quiz.formats.json_text"}
"""Every format that can be written, with its module."""


def writer(name: str) -> Writer:
    """Load the writer of a format.

    Args:
        name: A name of `FORMATS`.
    """
    from importlib import import_module

    write: Writer = import_module(FORMATS[name]).write
    return write
