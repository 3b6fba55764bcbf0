"""Tables of short texts: drawn by Rich on a terminal, lined up with spaces elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qot_quiz.core.clean import visible

if TYPE_CHECKING:
    from rich.table import Table

Rows = list[tuple[str, ...]]
"""The cells of a table, row by row."""

GAP = "  "


def lines(headers: tuple[str, ...], rows: Rows, numbers: frozenset[int]) -> list[str]:
    """Line a table up with spaces; wide (Korean) characters count as the two columns that they take.

    Args:
        headers: The heads of the columns.
        rows: The cells.
        numbers: Which columns, from 0, stand flush right.
    """
    from rich.cells import cell_len

    cells = [headers, *(tuple(visible(cell) for cell in row) for row in rows)]
    widths = [max(cell_len(row[column]) for row in cells) for column in range(len(headers))]

    def padded(cell: str, column: int) -> str:
        space = " " * (widths[column] - cell_len(cell))
        return space + cell if column in numbers else cell + space

    return [GAP.join(padded(cell, column) for column, cell in enumerate(row)).rstrip() for row in cells]


def table(headers: tuple[str, ...], rows: Rows, numbers: frozenset[int]) -> Table:
    """Make a table for a terminal.

    Args:
        headers: The heads of the columns.
        rows: The cells.
        numbers: Which columns, from 0, stand flush right.
    """
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="qot.quiet")
    for column, header in enumerate(headers):
        drawn.add_column(header, justify="right" if column in numbers else "left", no_wrap=True, overflow="ellipsis")
    for row in rows:
        drawn.add_row(*(Text(visible(cell)) for cell in row))
    return drawn
