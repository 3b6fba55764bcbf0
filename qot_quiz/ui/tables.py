"""Tables of short texts, lined up with spaces: the same on a terminal and in a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from qot_quiz.core.clean import visible

if TYPE_CHECKING:
    from rich.console import RenderableType

GAP = "  "

CUT = "…"
"""What a cell that was cut ends with."""


class Column(msgspec.Struct, frozen=True):
    """A column of a table.

    Args:
        head: Its heading.
        number: Whether its cells stand flush right.
        spare: 0 when it must be shown; else the columns with higher numbers go first where there is no room.
    """

    head: str
    number: bool = False
    spare: int = 0


def lines(columns: tuple[Column, ...], rows: list[tuple[str, ...]], widest: int | None = None) -> list[str]:
    """Line a table up; wide (Korean) characters count as the two columns that they take.

    Args:
        columns: What the columns are.
        rows: The cells, a text for each column.
        widest: Columns of the screen that the table may take, or None for any width.

    Returns:
        The heading and the rows, without the spare columns for which there is no room; where that is not enough, the
        widest of the others is cut.
    """
    from rich.cells import cell_len, set_cell_size

    cells = [tuple(column.head for column in columns), *(tuple(visible(cell) for cell in row) for row in rows)]
    widths = [max(cell_len(row[at]) for row in cells) for at in range(len(columns))]
    shown = _fitting(columns, widths, widest)
    if widest is not None:
        over = sum(widths[at] for at in shown) + len(GAP) * (len(shown) - 1) - widest
        longest = max(shown, key=lambda at: widths[at])
        widths[longest] = max(widths[longest] - max(over, 0), cell_len(columns[longest].head))

    def padded(cell: str, at: int) -> str:
        if cell_len(cell) > widths[at]:
            cell = set_cell_size(cell, widths[at] - 1).rstrip() + CUT
        space = " " * (widths[at] - cell_len(cell))
        return space + cell if columns[at].number else cell + space

    return [GAP.join(padded(row[at], at) for at in shown).rstrip() for row in cells]


def title(words: str) -> RenderableType:
    """Draw what stands above a table.

    Args:
        words: Parts with dots between them, broken there where the screen is narrower.
    """
    from rich.padding import Padding

    from qot_quiz.ui.breaking import Parted
    from qot_quiz.ui.views import text

    return Padding(Parted.of(text(words, "qot.brand")), 0, expand=False)


def _fitting(columns: tuple[Column, ...], widths: list[int], widest: int | None) -> list[int]:
    shown = list(range(len(columns)))
    while widest is not None and sum(widths[at] for at in shown) + len(GAP) * (len(shown) - 1) > widest:
        spare = max(shown, key=lambda at: columns[at].spare)
        if not columns[spare].spare:
            break
        shown.remove(spare)
    return shown
