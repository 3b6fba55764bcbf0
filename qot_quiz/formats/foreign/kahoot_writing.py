"""Writing Kahoot's spreadsheet: a copy of the layout of its own template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from qot_quiz.core.chance import shuffled
from qot_quiz.core.question import Item
from qot_quiz.errors import QuizError
from qot_quiz.formats.foreign.mixing import mixed

CARRIED = ()
"""Parts of a question, of `leaving.PARTS`, that are written."""

LONGEST_ASK, LONGEST_ANSWER = 120, 75
"""Characters of a question and of an answer."""

MOST_OPTIONS, MOST_RIGHT = 4, 3
"""Answers to choose from, and right ones among them where one should be wrong."""

SECONDS = {"easy": 20, "medium": 30, "hard": 60}
"""The time limit of each difficulty, of those that the template allows."""

LAST_LINE_BEFORE = 7
"""Rows above the header."""

HEADER = (
    "",
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, MOST_OPTIONS + 1)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)

WIDTHS = {"A": 5, "B": 50, **dict.fromkeys("CDEF", 24), "G": 14, "H": 18}

_HIDDEN = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def left_out(item: Item) -> str:
    """Say why a question cannot be written; empty where it can."""
    if item.kind not in ("choice", "true-false", "multi"):
        return item.kind
    if len(item.ask) > LONGEST_ASK:
        return f"longer than {LONGEST_ASK} characters"
    if len(item.answers) > MOST_RIGHT:
        return f"of more than {MOST_RIGHT} right answers"
    right = item.answers or (item.answer,)
    # With fewer wrong ones it would be another question; where it had fewer from the start, it is still the same.
    fewest = min(MOST_OPTIONS - len(right), len(item.wrong))
    if any(len(text) > LONGEST_ANSWER for text in right) or len(_fitting(item)) < fewest:
        return f"with answers longer than {LONGEST_ANSWER} characters"
    return ""


def lessened(item: Item) -> str:
    """Say what of a question is carried only in part: all but a few of its wrong options go."""
    return "wrong options beyond four answers" if len(item.wrong) > len(_wrong(item)) else ""


def workbook(questions: Iterable[Item]) -> bytes:
    """Make the spreadsheet.

    Args:
        questions: Those of which `left_out` has nothing to say.

    Raises:
        QuizError: openpyxl is not installed.
    """
    from io import BytesIO

    try:
        from openpyxl import Workbook
    except ImportError as error:
        hint = "Install it with: pip install 'qot-quiz[kahoot]'"
        raise QuizError("Kahoot's spreadsheet needs the library openpyxl, which is not installed.", hint) from error
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.append(())
    sheet.append((None, _cell(sheet, "Quiz template")))
    for _ in range(LAST_LINE_BEFORE - 2):
        sheet.append(())
    sheet.append([_cell(sheet, text) if text else None for text in HEADER])
    for number, item in enumerate(questions, 1):
        cells = (_cell(sheet, cell) if isinstance(cell, str) and cell else cell or None for cell in _row(item))
        sheet.append([number, *cells])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _row(item: Item) -> Iterator[str | int]:
    """Give the cells of a question, behind its number."""
    options: tuple[str, ...] = ("True", "False")
    if item.kind == "true-false":
        right = [1 if item.answer == "true" else 2]
    else:
        options, right = _options(item)
    yield item.ask
    yield from (*options, *[""] * (MOST_OPTIONS - len(options)))
    yield SECONDS.get(item.difficulty, SECONDS["medium"])
    # A single number is a number, as in the template; several are a text.
    yield right[0] if len(right) == 1 else ",".join(map(str, right))


def _options(item: Item) -> tuple[tuple[str, ...], list[int]]:
    from msgspec.structs import replace

    if item.answers:
        options = tuple(shuffled(0, "written" + item.id, (*item.answers, *_wrong(item))))
        return options, [at for at, text in enumerate(options, 1) if text in item.answers]
    options = mixed(replace(item, wrong=_wrong(item)))
    return options, [options.index(item.answer) + 1]


def _fitting(item: Item) -> list[str]:
    return [text for text in item.wrong if len(text) <= LONGEST_ANSWER]


def _wrong(item: Item) -> tuple[str, ...]:
    """Choose wrong options that fit, in the order in which the pack has them."""
    most = MOST_OPTIONS - len(item.answers or (item.answer,))
    kept = set(shuffled(0, "kept" + item.id, _fitting(item))[:most])
    return tuple(text for text in item.wrong if text in kept)


def _cell(sheet: Any, text: str) -> Any:
    """Make a cell of a text that stays one, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell

    # Without that, a sign written as _x0041_ would be shown as A.
    cell = WriteOnlyCell(sheet, value=_HIDDEN.sub("_x005F_", text))
    cell.data_type = "s"
    return cell
