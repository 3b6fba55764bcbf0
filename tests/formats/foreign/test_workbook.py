"""Spreadsheets that are meant to hurt are refused with a reason before they cost anything."""

from __future__ import annotations

import io
import zipfile

import pytest

from formats.sheets import HEADER, book, cells, quiz, sheet
from qot_quiz.formats.foreign.found import Refused
from qot_quiz.formats.foreign.workbook import MOST_OF_FILE
from qot_quiz.formats.kahoot import read

DTD = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def _lying() -> bytes:
    """Make an archive that calls its large sheet a small one."""
    data = book(sheet=b" " * (MOST_OF_FILE * 2))
    size = (MOST_OF_FILE * 2).to_bytes(4, "little")
    return data.replace(size, (100).to_bytes(4, "little"))


def _bzipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/_rels/workbook.xml.rels", "<R/>")
    return out.getvalue()


HOSTILE = {
    "no archive": (b"PK\x03\x04" + b"\0" * 100, "this is no sound .xlsx file"),
    "another archive": (book().replace(b"xl/workbook.xml", b"xl/w0rkbook.xml"), "this archive is no .xlsx workbook"),
    "a bomb": (book(sheet=b" " * (MOST_OF_FILE + 1)), "larger than 8 MiB"),
    "a bomb that lies": (_lying(), "xl/worksheets/sheet1.xml of the workbook is damaged"),
    "many files": (book(**{f"x{number}": "" for number in range(501)}), "more than 500 files"),
    "many tags": (book(sheet="<worksheet>" + "<x/>" * 500_001), "more than 500000 tags"),
    "many tags in all": (
        book(sheet="<w>" + "<x/>" * 300_000 + "</w>", texts="<s>" + "<x/>" * 300_000 + "</s>"),
        "more than 500000 tags",
    ),
    "many styles": (book(styles="<s><cellXfs>" + "<xf/>" * 20_000 + "</cellXfs></s>"), "more than 10000 elements"),
    "deep": (book(sheet="<a>" * 1000), "nested more than 30 deep"),
    "entities": (book(sheet=DTD + "<worksheet>&b;</worksheet>"), "a document type and its entities are not read"),
    "entities elsewhere": (book(texts=DTD + "<sst><si><t>&b;</t></si></sst>"), "a document type and its entities"),
    "bzip2": (_bzipped(), "packed in an unusual way"),
    "no places": (book(places="<R/>"), "no row of it names a Question"),
    "rows in no order": (
        book(sheet='<w><row r="5"><c><v>1</v></c></row><row r="4"/></w>'),
        "its rows in no order",
    ),
    "no XML": (book(sheet="<worksheet"), "this is no XML"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_files_are_refused(name: str) -> None:
    """Each is one refusal, and says why."""
    data, reason = HOSTILE[name]
    (one,) = read(data)
    assert isinstance(one, Refused)
    assert reason in one.reason


def test_what_was_read_before_the_trouble_is_kept() -> None:
    """Rows above the place where a sheet breaks off are questions."""
    sound = sheet(cells(*HEADER), cells("Which?", "a", "b", "c", "d", "20", "1"))
    first, last = read(book(sheet=sound.replace("</sheetData>", "<")))
    assert first.line == 2
    assert isinstance(last, Refused)


def test_a_wide_row_costs_nothing() -> None:
    """Cells far to the right, and such as name no column, are passed over."""
    row = cells("Which?", "a", "b", "c", "d", "20", "1") + '<c r="XFD2"><v>1</v></c><c r="Ä9"><v>2</v></c>'
    (one,) = read(quiz(row))
    assert not isinstance(one, Refused)
