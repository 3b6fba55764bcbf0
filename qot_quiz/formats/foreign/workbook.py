"""Reading the sheets of an .xlsx file of any origin row by row, within limits (ECMA-376, part 1, SpreadsheetML).

openpyxl, which writes such files well, makes an object of every style of a file before it gives a cell: a hostile file
of 42 kB costs it 2.7 seconds and 120 MB. Here only texts and numbers are looked at, by the one careful reader of XML.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

import msgspec

from qot_quiz.formats.foreign.found import Refused, Unfit
from qot_quiz.formats.foreign.xml_tree import Node, branches

MOST_FILES = 500
"""Files of the archive: a sheet with a picture has fifteen."""

MOST_OF_FILE = 8 << 20
"""Bytes of one file once it is unpacked: ten thousand questions."""

MOST_TAGS = 500_000
"""Tags of all files that are read: what takes time is not their bytes."""

MOST_SHEETS = 4
"""Sheets that are looked at."""

MOST_COLUMNS = 30
"""Columns that are looked at."""

AS_SHOWN = ("", "general", "0", "@", "#")
"""Forms of a number that show it as it is kept."""

_SIGNATURE = b"PK\x01\x02"
_REFERENCE = re.compile(r"([A-Z]{1,3})[1-9][0-9]{0,6}")
_HIDDEN = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Cell(msgspec.Struct, frozen=True):
    """What a cell says, or why that cannot be told.

    Args:
        text: A text, or a number in plain digits.
        trouble: Why the text is not what the sheet shows, empty where it is.
    """

    text: str
    trouble: str = ""


class Row(msgspec.Struct, frozen=True):
    """A row: its number, counted from 1, and its cells by column, counted from 0; empty ones are missing."""

    line: int
    cells: dict[int, Cell]


def is_archive(data: bytes) -> bool:
    """Tell whether some bytes are a ZIP archive, as every .xlsx file is."""
    return data.startswith(b"PK\x03\x04")


class Workbook:
    """The sheets of a file.

    Args:
        data: The file.

    Raises:
        Unfit: It is no workbook, or too large a one.
    """

    def __init__(self, data: bytes) -> None:
        if data.count(_SIGNATURE) > MOST_FILES:
            raise Unfit(f"the archive holds more than {MOST_FILES} files")
        try:
            self._archive = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OverflowError, OSError, NotImplementedError) as error:
            raise Unfit("this is no sound .xlsx file") from error
        self._kept = {info.filename: info for info in self._archive.infolist()}
        if "xl/workbook.xml" not in self._kept:
            raise Unfit("this archive is no .xlsx workbook: unpack it")
        self._tags = 0
        self._texts = self._shared() if "xl/sharedStrings.xml" in self._kept else []
        self._forms = self._number_forms() if "xl/styles.xml" in self._kept else []

    def sheets(self) -> Iterator[Iterator[Row]]:
        """Give the rows of each sheet, in the order of the sheets."""
        places = {
            node.attributes.get("Id", ""): node.attributes.get("Target", "")
            for node in self._branches("xl/_rels/workbook.xml.rels", "Relationship")
        }
        for sheet in list(self._branches("xl/workbook.xml", "sheet"))[:MOST_SHEETS]:
            named = next((text for key, text in sheet.attributes.items() if key.rpartition(":")[2] == "id"), "")
            target = places.get(named, "")
            path = target[1:] if target.startswith("/") else f"xl/{target}"
            if path in self._kept:
                yield self._rows(path)

    def _text(self, path: str) -> str:
        """Unpack one file."""
        info = self._kept.get(path)
        if info is None:
            raise Unfit(f"the workbook has no {path}")
        if info.file_size > MOST_OF_FILE:
            raise Unfit(f"{path} of the workbook is larger than {MOST_OF_FILE >> 20} MiB")
        if info.flag_bits & 1 or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Unfit("the workbook is encrypted, or packed in an unusual way")
        try:
            # What the archive tells of a size may not be true.
            with self._archive.open(info) as file:
                data = file.read(MOST_OF_FILE + 1)
            if len(data) > MOST_OF_FILE:
                raise Unfit(f"{path} of the workbook is larger than {MOST_OF_FILE >> 20} MiB")
            return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
        except (BadZipFile, zlib.error, EOFError, ValueError, OSError, RuntimeError, OverflowError) as error:
            raise Unfit(f"{path} of the workbook is damaged") from error

    def _branches(self, path: str, branch: str) -> Iterator[Node]:
        text = self._text(path)
        self._tags += text.count("<")
        if self._tags > MOST_TAGS:
            raise Unfit(f"the workbook has more than {MOST_TAGS} tags")
        for node in branches(text, branch):
            if isinstance(node, Refused):
                raise Unfit(f"{path} of the workbook: {node.reason}")
            yield node

    def _shared(self) -> list[str]:
        return [_said(node) for node in self._branches("xl/sharedStrings.xml", "si")]

    def _number_forms(self) -> list[bool]:
        """Tell of each style whether it shows a number as it is kept."""
        named = {"0": "general", "1": "0", "49": "@"}
        for node in self._branches("xl/styles.xml", "numFmt"):
            named[node.attributes.get("numFmtId", "")] = node.attributes.get("formatCode", "").casefold()
        groups = self._branches("xl/styles.xml", "cellXfs")
        styles = [style.attributes.get("numFmtId", "0") for group in groups for style in group.all("xf")]
        return [named.get(style, style) in AS_SHOWN for style in styles]

    def _rows(self, path: str) -> Iterator[Row]:
        before = 0
        for node in self._branches(path, "row"):
            told = node.attributes.get("r", "")
            line = int(told) if told.isdecimal() and len(told) < 8 else before + 1
            if line <= before:
                raise Unfit(f"{path} of the workbook has its rows in no order")
            before = line
            cells: dict[int, Cell] = {}
            at = -1
            for cell in node.all("c"):
                found = _REFERENCE.fullmatch(cell.attributes.get("r", ""))
                at = _column(found[1]) if found else at + 1
                if at < MOST_COLUMNS and (said := self._cell(cell)).text.strip():
                    cells[at] = said
            if cells:
                yield Row(line, cells)

    def _cell(self, node: Node) -> Cell:
        type = node.attributes.get("t", "n")
        value = next((child.text for child in node.all("v")), "").strip(" \t\n") if type != "str" else ""
        match type:
            case "s":
                known = value.isascii() and value.isdecimal() and len(value) < 8 and int(value) < len(self._texts)
                return Cell(self._texts[int(value)]) if known else Cell(value or "?", "the file is damaged there")
            case "inlineStr":
                return Cell("".join(_said(child) for child in node.all("is")))
            case "str":
                return Cell(_seen("".join(child.text for child in node.all("v"))))
            case "b":
                return Cell("TRUE" if value == "1" else "FALSE" if value else "")
            case "e":
                return Cell(value or "?", "the sheet shows an error there")
            case "n":
                return self._number(value, node.attributes.get("s", "0"))
            case _:
                return Cell(value, "the sheet shows a date there: make it a text")

    def _number(self, value: str, style: str) -> Cell:
        known = style.isascii() and style.isdecimal() and len(style) < 6 and int(style) < len(self._forms)
        try:
            number = float(value)
        except ValueError:
            return Cell(value, "this is no number")
        whole = abs(number) < 1e15 and number == int(number)
        text = str(int(number)) if whole else repr(number)
        if known and not self._forms[int(style)]:
            return Cell(text, f"the sheet shows the number {text} in a form of its own: make it a text")
        return Cell(text)


def _column(letters: str) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def _said(node: Node) -> str:
    """Give the text of a string, whose pieces may have looks of their own."""
    parts = [child for child in node.children if child.tag in ("t", "r")]
    return _seen("".join(part.text if part.tag == "t" else "".join(t.text for t in part.all("t")) for part in parts))


def _seen(text: str) -> str:
    """Put the signs back that are written as ``_x000D_``."""
    return _HIDDEN.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")
