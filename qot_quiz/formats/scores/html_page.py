"""Games as one HTML page that loads nothing, runs nothing, and reads well in light and in dark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from qot_quiz.core.clean import visible
from qot_quiz.formats.scores.columns import COLUMNS, NUMERIC, values, word

# The policy forbids every request, so that not even a mistake in this page could make one.
HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Queen of Tears Quiz: scores</title>
<style>
:root { color-scheme: light dark; }
body { margin: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: CanvasText; background: Canvas; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: .25rem .75rem; text-align: left; white-space: nowrap; border-bottom: 1px solid GrayText; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
</style>
</head>
<body>
<h1 id="scores">Queen of Tears Quiz: scores</h1>
<div class="wide" role="region" aria-labelledby="scores" tabindex="0">
<table>
<caption>Finished games by board, the best of each first</caption>
<thead>
"""

TAIL = "</tbody>\n</table>\n</div>\n</body>\n</html>\n"


def write(batches: Iterable[list[str]]) -> Iterator[str]:
    """Write the page, a row for each game.

    Args:
        batches: Games as `formats.scores.Writer` says.
    """
    yield HEAD
    heads = (f'<th scope="col"{_class(right)}>{name}</th>' for name, right in zip(COLUMNS, NUMERIC, strict=True))
    yield f"<tr>{''.join(heads)}</tr>\n</thead>\n<tbody>\n"
    for rows in batches:
        yield "".join(map(_row, rows))
    yield TAIL


def _row(row: str) -> str:
    cells = zip(values(row), NUMERIC, strict=True)
    return "<tr>" + "".join(f"<td{_class(right)}>{_text(value)}</td>" for value, right in cells) + "</tr>\n"


def _text(value: object) -> str:
    return escape(visible(value)) if isinstance(value, str) else word(value)


def _class(right: bool) -> str:
    return ' class="number"' if right else ""
