"""Formats are told apart by what stands in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from qot_quiz.core.question import Item
from qot_quiz.formats import FORMATS, READERS, leaving
from qot_quiz.formats.foreign.decode import read_text
from qot_quiz.formats.recognise import recognise

from .reading import FIXTURES, SAMPLES, with_samples, written

OWN = {
    "opentdb.json": "opentdb",
    "own.gift": "gift",
    "own.aiken.txt": "aiken",
    "own.csv": "delimited",
    "own.anki.txt": "delimited",
    "own.moodle.xml": "moodle-xml",
    "own.opentriviaqa.txt": "opentriviaqa",
    "own.red.yaml": "red-yaml",
}

DELIMITED = {"csv", "tsv", "anki"}
"""Names for delimited text of one sort, which is recognised as such and read alike."""


WRITTEN = Item("a", "a", "choice", "easy", "t", 0, "Who?", "I", wrong=("you", "he", "she"))


@pytest.mark.parametrize("name", OWN)
def test_the_fixtures(name: str) -> None:
    """Each file of the project's own is recognised without its name."""
    assert recognise("file", read_text(str(FIXTURES / name))[0]) == OWN[name]


def test_every_format_and_file_is_tried() -> None:
    """No fixture and no format is left out above."""
    assert {file.name for file in FIXTURES.iterdir()} == set(OWN)
    assert set(OWN.values()) == READERS.keys() - DELIMITED


def test_what_we_write() -> None:
    """Every text that the program writes, and reads, is recognised without its name."""
    for format in FORMATS.keys() & READERS.keys():
        text = written(format, leaving(format)([WRITTEN])).decode()
        assert recognise("file", text) == ("delimited" if format in DELIMITED else format)


@pytest.mark.parametrize("text", ["", "\n\n", "A line.", "One line.\nAnother, and more.\nA third."])
def test_what_is_none_of_them(text: str) -> None:
    """A text that is no questions is not taken for any."""
    assert recognise("notes.txt", text) is None


FOLDERS = {
    "gift-pegjs": "gift",
    "pygiftparser": "gift",
    "opentdb": "opentdb",
    "opentriviaqa": "opentriviaqa",
    "red-trivia": "red-yaml",
    "anki-geography": "delimited",
}
ENDS = {".gift": "gift", ".gift.txt": "gift", ".xml": "moodle-xml", ".aiken.txt": "aiken", "examples.txt": "gift"}


def _wanted(file: Path) -> str:
    by_end = [format for end, format in ENDS.items() if file.name.endswith(end)]
    return by_end[0] if by_end else FOLDERS[file.relative_to(SAMPLES).parts[0]]


@with_samples
def test_the_samples() -> None:
    """Every sample is recognised: by its content, but for descriptions that only their name tells to be GIFT."""
    files = [
        file
        for file in SAMPLES.rglob("*.*")
        if file.is_file()
        and file.suffix not in (".md", ".xlsx")
        and not (file.suffix == ".json" and "gift" in str(file))
    ]
    assert len(files) > 60
    wrong = {file.name for file in files if recognise("file", read_text(str(file))[0]) != _wanted(file)}
    assert wrong == {"markdown.gift"}
    assert recognise("markdown.gift", read_text(str(SAMPLES / "gift-pegjs" / "markdown.gift"))[0]) == "gift"
