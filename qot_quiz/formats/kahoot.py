"""Kahoot: its spreadsheet for questions, read and written (the columns and limits are those of its own template)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from qot_quiz.core.clean import quoted
from qot_quiz.core.fact import Fact
from qot_quiz.core.question import Item
from qot_quiz.formats.foreign.found import Entry, Found, Refused, Unfit, entry
from qot_quiz.formats.foreign.kahoot_writing import CARRIED, left_out, lessened, workbook
from qot_quiz.formats.foreign.options import chosen
from qot_quiz.formats.foreign.tidy import Tidy
from qot_quiz.formats.foreign.workbook import Cell, Row, Workbook

__all__ = ["CARRIED", "left_out", "lessened", "read", "write"]

LOOKED_AT = 40
"""Rows among which the header is looked for: the template has it in the eighth."""

NO_HEADER = (
    "no row of it names a Question, two Answers and the Correct answer as Kahoot's template does: "
    "save a sheet of another layout as CSV"
)
TIMES = "time limits were left out"

_NAMES = {
    "ask": re.compile(r"question\b(?!\s*(?:type|image)).*"),
    "answer": re.compile(r"answer\s*([1-9])\b.*"),
    "time": re.compile(r"time\s*limit.*"),
    "right": re.compile(r"correct\s+answer.*"),
}


class Layout(msgspec.Struct, frozen=True):
    """Where the columns are, counted from 0; -1 for no time limit."""

    ask: int
    answers: tuple[int, ...]
    time: int
    right: int
    names: dict[int, str]


def read(data: bytes) -> Iterator[Entry]:
    """Read a row for each question; the line of an entry is its row.

    Args:
        data: The file.
    """
    last = 1
    try:
        for rows in Workbook(data).sheets():
            layout: Layout | None = None
            for row in rows:
                last = row.line
                if layout is None:
                    layout = _layout(row)
                    if layout is None and row.line > LOOKED_AT:
                        break
                elif any(at in row.cells for at in (layout.ask, layout.right, *layout.answers)):
                    yield entry(row.line, partial(_question, row, layout))
            if layout is not None:
                return
        raise Unfit(NO_HEADER)
    except Unfit as unfit:
        yield Refused(last, unfit.reason)


def _layout(row: Row) -> Layout | None:
    """Take a row for the header if it names all that a question needs."""
    found: dict[str, list[int]] = {name: [] for name in _NAMES}
    for at, cell in sorted(row.cells.items()):
        plain = " ".join(cell.text.casefold().split())
        for name, form in _NAMES.items():
            if form.fullmatch(plain):
                found[name].append(at)
    if len(found["ask"]) != 1 or len(found["answer"]) < 2 or len(found["right"]) != 1:
        return None
    names = {at: cell.text for at, cell in row.cells.items()}
    return Layout(found["ask"][0], tuple(found["answer"]), (*found["time"], -1)[0], found["right"][0], names)


def _question(row: Row, layout: Layout) -> Found:
    tidy = Tidy()
    ask = tidy(_text(row, layout.ask), "question")
    texts = {number: tidy(_text(row, at), "answer") for number, at in enumerate(layout.answers, 1) if at in row.cells}
    if len(texts) < 2:
        raise Unfit("it has not two answers")
    right = _right(row.cells.get(layout.right, Cell("")).text, texts)
    if layout.time in row.cells:
        tidy.note(TIMES)
    known = {layout.ask, layout.time, layout.right, *layout.answers}
    for at in row.cells.keys() - known:
        # The template numbers its rows in a column without a name.
        if at in layout.names:
            tidy.note(f"the column {layout.names[at].strip()[:40]} was left out")
    if len(right) == 1:
        return chosen(row.line, ask, list(texts.values()), list(texts).index(right[0]), tidy)
    return Found(
        line=row.line,
        kind="multi",
        ask=ask,
        answer=tuple(texts[number] for number in right),
        wrong=tuple(text for number, text in texts.items() if number not in right),
        notes=tidy.notes,
    )


def _text(row: Row, at: int) -> str:
    cell = row.cells.get(at, Cell(""))
    if cell.trouble:
        raise Unfit(cell.trouble)
    return cell.text


def _right(told: str, texts: dict[int, str]) -> list[int]:
    """Read the numbers of the right answers."""
    if not told:
        raise Unfit("it does not say which answer is right")
    numbers = [part for part in re.split(r"[,;\s]+", told.strip()) if part]
    if not all(len(part) == 1 and part in "123456789" and int(part) in texts for part in numbers):
        # A comma between two numbers is a point to a spreadsheet of many countries.
        hint = ": make it a text such as 1,3" if re.fullmatch(r"\d\.\d", told) else ""
        raise Unfit(f"its correct answers {quoted(told[:20])} are not numbers of its answers{hint}")
    return sorted({int(part) for part in numbers})


def write(pack: dict[str, object], facts: list[Fact], questions: Iterable[Item]) -> Iterator[bytes]:
    """Write the spreadsheet, a row for each question.

    Args:
        pack: What the pack says of itself.
        facts: Its facts, which are not written.
        questions: Choices, statements, and questions of few right answers.

    Raises:
        QuizError: The library that writes spreadsheets is not installed.
    """
    yield workbook(questions)
