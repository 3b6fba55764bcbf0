"""Foreign formats: one module each, loaded by name; each turns a pack's parts into text, or a text into questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from qot_quiz.core.fact import Fact
from qot_quiz.core.question import Item

if TYPE_CHECKING:
    from qot_quiz.formats.foreign.found import Reader, SheetReader
    from qot_quiz.formats.foreign.leaving import Leaving

Writer = Callable[[dict[str, object], list[Fact], Iterable[Item]], Iterator[str | bytes]]
"""Turns what a pack says of itself, its facts and its questions into the text, or the bytes, of a file."""

FORMATS = {
    "json": "qot_quiz.formats.json_text",
    "opentdb": "qot_quiz.formats.opentdb",
    "gift": "qot_quiz.formats.gift",
    "moodle-xml": "qot_quiz.formats.moodle_xml",
    "aiken": "qot_quiz.formats.aiken",
    "csv": "qot_quiz.formats.csv_text",
    "tsv": "qot_quiz.formats.tsv_text",
    "anki": "qot_quiz.formats.anki",
    "kahoot": "qot_quiz.formats.kahoot",
}
"""Every format that can be written, with its module."""

READERS = {
    "opentdb": "qot_quiz.formats.opentdb",
    "gift": "qot_quiz.formats.gift",
    "aiken": "qot_quiz.formats.aiken",
    "csv": "qot_quiz.formats.csv_text",
    "tsv": "qot_quiz.formats.tsv_text",
    "anki": "qot_quiz.formats.anki",
    "delimited": "qot_quiz.formats.delimited",
    "moodle-xml": "qot_quiz.formats.moodle_xml",
    "opentriviaqa": "qot_quiz.formats.opentriviaqa",
    "red-yaml": "qot_quiz.formats.red_yaml",
}
"""Every format of text that questions can be imported from, with its module; `formats.recognise` tells them apart."""

SHEETS = {
    "kahoot": "qot_quiz.formats.kahoot",
}
"""Every layout of a spreadsheet that questions can be imported from, with its module."""


def writer(name: str) -> Writer:
    """Load the writer of a format.

    Args:
        name: A name of `FORMATS`.
    """
    from importlib import import_module

    write: Writer = import_module(FORMATS[name]).write
    return write


def reader(name: str) -> Reader:
    """Load the reader of a format.

    Args:
        name: A name of `READERS`.
    """
    from importlib import import_module

    read: Reader = import_module(READERS[name]).read
    return read


def sheet_reader(name: str) -> SheetReader:
    """Load the reader of a spreadsheet's layout.

    Args:
        name: A name of `SHEETS`.
    """
    from importlib import import_module

    read: SheetReader = import_module(SHEETS[name]).read
    return read


def leaving(name: str) -> Leaving:
    """Load what a format cannot carry; the program's own carries everything.

    Args:
        name: A name of `FORMATS`.
    """
    from importlib import import_module

    from qot_quiz.formats.foreign.leaving import PARTS, Leaving

    module = import_module(FORMATS[name])
    left_out = getattr(module, "left_out", lambda item: "")
    return Leaving(left_out, getattr(module, "CARRIED", PARTS), getattr(module, "lessened", lambda item: ""))
