"""The picture of a finished game: one SVG file without fonts, scripts or links, the same in every theme."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from qot_quiz.core.clean import visible
from qot_quiz.core.share import MISS, PART, RIGHT, Card, Row
from qot_quiz.ui import sharing, words

WIDTH, EDGE = 640, 32
"""Pixels of the whole picture, and from its rim to what stands on it."""

STEP, RADIUS = 28, 10
"""Pixels from one shape to the next, and of a shape."""

PAPER, INK, QUIET, GOLD = "#fffdf7", "#2b2118", "#6b5d4d", "#9a6b12"
INKS = {RIGHT: "#1f7a4d", PART: "#9a6b12", MISS: "#a83232"}
"""The colour of each mark; its shape says the same."""

CODE_LINE = 70
"""Characters of a code in a line."""

SMALL = 17
"""The font's size of what was played, and by whom."""

_WIDEST = 0.62  # pixels that a letter takes at most, as words have them, for each pixel of its font's size


def svg(card: Card) -> str:
    """Draw a game as the text of an SVG file.

    Args:
        card: The game.
    """
    parts: list[str] = []
    y = EDGE + 20
    title, *rest = sharing.head(card)
    played = [" · ".join([*rest, card.player])]
    # A long name has a line of its own before it is written so small that nobody reads it.
    if _wide(played[0]) * SMALL > WIDTH - 2 * EDGE:
        played = [" · ".join(rest), card.player]
    for line, size, ink in ((title, 26, GOLD), *((line, SMALL, QUIET) for line in played)):
        parts.append(_text(line, y, size, ink, bold=size > SMALL))
        y += 30
    y += 16
    parts.append(_text(f"{card.right}/{card.asked}", y + 12, 44, INK, bold=True))
    told = " · ".join([words.count(card.points, "point"), f"best streak {card.best_streak}", *sharing.by_word(card)])
    parts.append(_text(told, y + 12, 20, INK, x=EDGE + 26 * len(f"{card.right}/{card.asked}") + 20))
    y += 52
    for row in card.rows:
        if row.player:
            told = f"{row.player} · {row.right}/{len(row.marks)} · {words.count(row.points, 'point')}"
            parts.append(_text(told, y, 16, INK))
            y += 22
        for drawn in _shapes(row, y):
            parts.append(drawn)
        y += STEP * -(-len(row.marks) // sharing.ROW) + 14
    if card.code:
        for line in (sharing.PLAY.strip(), *_broken(card.code)):
            parts.append(_text(line, y, 12, QUIET, family="monospace"))
            y += 18
    return _page(card, "\n".join(parts), y + EDGE - 18)


def _page(card: Card, drawn: str, height: int) -> str:
    told = _escaped(sharing.sentence(card))
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" \
viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="title told">
<title id="title">{_escaped(" · ".join(sharing.head(card)))}</title>
<desc id="told">{told}</desc>
<rect x="1" y="1" width="{WIDTH - 2}" height="{height - 2}" rx="18" fill="{PAPER}" stroke="{GOLD}" stroke-width="2"/>
{drawn}
</svg>
"""


def _text(
    line: str, y: int, size: int, ink: str, *, x: int = EDGE, bold: bool = False, family: str = "sans-serif"
) -> str:
    """Draw a line, smaller where a long name would not fit."""
    line = visible(line)
    fitting = (WIDTH - EDGE - x) / max(1, _wide(line))
    weight = ' font-weight="bold"' if bold else ""
    style = f'font-family="{family}" font-size="{min(size, round(fitting, 1)):g}"{weight} fill="{ink}"'
    return f'<text x="{x}" y="{y}" {style}>{_escaped(line)}</text>'


def _wide(line: str) -> float:
    """Tell how wide a line is at most, for each pixel of its font's size; a Korean syllable is as wide as high."""
    return sum(1 if cell_len(char) > 1 else _WIDEST for char in visible(line))


def _shapes(row: Row, y: int) -> Iterator[str]:
    """Draw the marks of a row: a disc, a half one, a ring."""
    for down, marks in enumerate(sharing.lines_of(row.marks)):
        for across, mark in enumerate(marks):
            at, high, ink = EDGE + RADIUS + across * STEP, y + down * STEP, INKS[mark]
            fill = ink if mark == RIGHT else "none"
            yield f'<circle cx="{at}" cy="{high}" r="{RADIUS - 1}" fill="{fill}" stroke="{ink}" stroke-width="2"/>'
            if mark == PART:
                half = f"M{at} {high - RADIUS + 1}a{RADIUS - 1} {RADIUS - 1} 0 0 0 0 {2 * RADIUS - 2}z"
                yield f'<path d="{half}" fill="{ink}"/>'


def _broken(code: str) -> Iterator[str]:
    """Break a code between its groups into lines of equal groups."""
    while len(code) > CODE_LINE:
        at = code.rindex("-", 0, CODE_LINE) + 1
        yield code[:at]
        code = code[at:]
    yield code


def _escaped(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(text, {'"': "&quot;", "'": "&#39;"})
