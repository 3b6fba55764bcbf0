"""Writing rows of delimited text below a header: a column, or as many as needed, for each part of a question."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator

import msgspec

from qot_quiz.core.fact import Fact
from qot_quiz.core.question import Item
from qot_quiz.formats.files.defusing import as_it_was, defused

CARRIED = ("topic", "difficulty", "why", "accept", "vague", "refuse", "unit", "within")
"""Parts of a question, of `leaving.PARTS`, that are written."""

HEAD = ("Kind", "Topic", "Difficulty", "Question")
"""The first columns of every file that is written here; by them a reader knows that its texts are defused."""

KEPT = 1 << 20
"""Bytes of rows that wait in memory, the rest in a temporary file, until it is known how many columns they need."""

GROUPS: dict[str, Callable[[Item], tuple[str, ...]]] = {
    "Answer": lambda item: item.answers or (item.answer,),
    "Wrong": lambda item: item.wrong,
    "Accept": lambda item: item.accept,
    "Vague": lambda item: item.vague,
    "Refuse": lambda item: item.refuse,
    "Unit": lambda item: (item.unit,) if item.unit else (),
    "Within": lambda item: (f"{item.within:g}",) if item.within else (),
    "Explanation": lambda item: (item.why,) if item.why else (),
}
"""The columns behind `HEAD`, each as often as some question needs it; those that none needs are missing."""

ALWAYS = ("Answer",)
"""What makes a header of a row, and is there even in a file without a question."""

Row = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""The cells below `HEAD`, and those below each of `GROUPS`."""


def left_out(item: Item) -> str:
    """Say why a question cannot be written; empty where it can."""
    return "with answers of several parts" if item.parts else ""


def writing(separator: str) -> Callable[[dict[str, object], list[Fact], Iterable[Item]], Iterator[str]]:
    """Make the writer of a format.

    Args:
        separator: The sign between cells.
    """

    def write(pack: dict[str, object], facts: list[Fact], questions: Iterable[Item]) -> Iterator[str]:
        """Write a row for each question; nothing of the pack and its facts is written."""
        return _lines(map(_row, questions), separator)

    return write


def _row(item: Item) -> Row:
    return (item.kind, item.topic, item.difficulty, item.ask), tuple(cells(item) for cells in GROUPS.values())


def _lines(rows: Iterator[Row], separator: str) -> Iterator[str]:
    from tempfile import SpooledTemporaryFile

    widths = [int(name in ALWAYS) for name in GROUPS]
    with SpooledTemporaryFile(KEPT) as waiting:
        for row in rows:
            widths = [max(width, len(cells)) for width, cells in zip(widths, row[1], strict=True)]
            waiting.write(msgspec.json.encode(row) + b"\n")
        names = (_names(name, width) for name, width in zip(GROUPS, widths, strict=True))
        yield line([*HEAD, *(name for group in names for name in group)], separator)
        waiting.seek(0)
        decode = msgspec.json.Decoder(Row).decode
        for data in waiting:
            head, groups = decode(data)
            cells = list(head)
            for width, group in zip(widths, groups, strict=True):
                cells += [*group, *[""] * (width - len(group))]
            # The answer of a number is what a spreadsheet may well count with.
            number = cells[len(HEAD)] if head[0] == "number" else None
            yield line([cell if cell == number else defused(cell) for cell in cells], separator)


def _names(name: str, width: int) -> list[str]:
    return [name] if width == 1 else [f"{name} {place}" for place in range(1, width + 1)]


def line(cells: list[str], separator: str, quoted: bool = False) -> str:
    """Write one row.

    Args:
        cells: Its texts.
        separator: The sign between them.
        quoted: Whether every cell stands in quotes, needed or not.
    """
    from io import StringIO

    out = StringIO()
    csv.writer(
        out, delimiter=separator, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL, lineterminator="\r\n"
    ).writerow(cells)
    return out.getvalue()


def plain(cell: str, names: tuple[str, ...]) -> str:
    """Read a cell as it was before it was defused, in a file that was written here.

    Args:
        cell: What it holds.
        names: The file's columns.
    """
    return as_it_was(cell) if names[: len(HEAD)] == HEAD else cell
