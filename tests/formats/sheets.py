"""Spreadsheets made by hand, as other programs write them and as hostile people would."""

from __future__ import annotations

import io
import zipfile

WORKBOOK = '<workbook xmlns:r="r"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
PLACES = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
NAMES = {
    "workbook": "xl/workbook.xml",
    "places": "xl/_rels/workbook.xml.rels",
    "sheet": "xl/worksheets/sheet1.xml",
    "texts": "xl/sharedStrings.xml",
    "styles": "xl/styles.xml",
}

HEADER = ("Question", "Answer 1", "Answer 2", "Answer 3", "Answer 4", "Time limit (sec)", "Correct answer(s)")
"""The columns of Kahoot's template, in fewer words."""


def book(**parts: str | bytes) -> bytes:
    """Make a workbook.

    Args:
        parts: Files by a key of `NAMES`, or by their own name.
    """
    out = io.BytesIO()
    files = {"workbook": WORKBOOK, "places": PLACES, "sheet": sheet(cells(*HEADER)), **parts}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(NAMES.get(name, name), content)
    return out.getvalue()


def sheet(*rows: str) -> str:
    """Make a sheet of rows."""
    return f"<worksheet><sheetData>{''.join(f'<row>{row}</row>' for row in rows)}</sheetData></worksheet>"


def cells(*texts: str) -> str:
    """Make cells of texts; what begins with < is a cell already."""
    return "".join(text if text.startswith("<") else f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)


def quiz(*rows: str, **parts: str | bytes) -> bytes:
    """Make a workbook of Kahoot's layout with these rows of cells below its header, which is row 1."""
    return book(sheet=sheet(cells(*HEADER), *rows), **parts)
