"""Games as one HTML page that loads nothing: figures, and a table that can be sorted and narrowed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from html import escape
from string import Template

from qot_quiz.core.past import Result
from qot_quiz.formats.scores.columns import values
from qot_quiz.formats.scores.page import cells, figures
from qot_quiz.formats.scores.page.listing import Listing
from qot_quiz.formats.scores.page.tally import Tally

TEMPLATES = os.path.join(os.path.dirname(__file__), "page")

EMPTY = "<p>No finished game is there yet: <code>qot-quiz play</code> starts one.</p>"

LEFT = (
    '<p class="left">Listed are the best {listed:,} of all {games:,} games, some of each board; the figures count '
    "every one. <code>qot-quiz scores export</code> writes all of them into a <code>.csv</code>, and "
    "<code>--player</code>, <code>--mode</code> or <code>--since</code> make a page of fewer.</p>"
)
"""What is said where the table cannot list every game."""

AT_ONCE = 500
"""Rows that are written at once."""


def write(batches: Iterable[list[str]]) -> Iterator[str]:
    """Write the page: figures of all games, and the table of as many as a browser can sort.

    Args:
        batches: Games as `formats.scores.Writer` says.
    """
    tally, listing = Tally(), Listing()
    for rows in batches:
        for row in rows:
            game = Result(*values(row)[1:])
            tally.add(game)
            listing.add(game.board, row)
    before, after = _frame(tally).split("$body")
    yield before
    yield from _body(tally, listing.rows()) if tally.all.games else (EMPTY,)
    yield after


def _frame(tally: Tally) -> str:
    """Fill in everything that stands around the games."""
    style, script = _template("page.css"), _template("page.js")
    # Nothing may be loaded, and nothing run but the one script, whatever a text in the page should turn out to be.
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    period = figures.period(tally) if tally.all.games else ""
    return Template(_template("page.html")).safe_substitute(
        policy=policy, style=style, script=script, period=escape(period)
    )


def _body(tally: Tally, rows: list[str]) -> Iterator[str]:
    left = LEFT.format(listed=len(rows), games=tally.all.games) if len(rows) < tally.all.games else ""
    before, after = Template(_template("games.html")).safe_substitute(left=left, heads=cells.heads()).split("$summary")
    yield before
    yield figures.summary(tally)
    between, after = after.split("$figures")
    yield between
    yield from figures.figures(tally)
    between, after = after.split("$rows")
    yield between
    for at in range(0, len(rows), AT_ONCE):
        yield "".join(map(cells.line, rows[at : at + AT_ONCE]))
    yield after


def _template(name: str) -> str:
    with open(os.path.join(TEMPLATES, name), encoding="utf-8") as file:
        return file.read()


def _hash(text: str) -> str:
    """Name a style or script by its content, as Content Security Policy Level 3, section 2.3.1, does."""
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
