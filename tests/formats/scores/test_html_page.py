"""Games as one HTML page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.clean import visible
from qot_quiz.core.past import Result
from qot_quiz.formats.scores.columns import COLUMNS

from .exports import GAME, game, games, written

VOID = {"meta"}


class Page(HTMLParser):
    """Reads a page: its cells by row, its elements with their attributes; refuses what is not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and begin a row or a cell."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Gather the text of a cell."""
        if self._open and self._open[-1] in ("th", "td"):
            self.rows[-1][-1] += data


@given(st.lists(st.lists(games(), max_size=3), max_size=2))
def test_rows(batches: list[list[Result]]) -> None:
    """Each game is one row of cells whose texts are those stored, whatever signs they hold."""
    header, *rows = Page(written("html", *batches)).rows
    assert header == list(COLUMNS)
    results = [one for batch in batches for one in batch]
    assert [(row[2], row[11]) for row in rows] == [(visible(one.player), visible(one.board)) for one in results]
    assert [row[5] for row in rows] == ["" if one.questions is None else str(one.questions) for one in results]
    assert [row[20] for row in rows] == ["true" if one.ranked else "false" for one in results]


def test_table() -> None:
    """The table has a caption and heads for its columns, so that a screen reader can tell them."""
    page = Page(written("html", [GAME]))
    heads = [attributes for tag, attributes in page.elements if tag == "th"]
    assert len(heads) == len(COLUMNS)
    assert {one["scope"] for one in heads} == {"col"}
    assert {"caption", "thead", "tbody"} <= {tag for tag, _ in page.elements}
    assert ("html", {"lang": "en"}) in page.elements


def test_nothing_is_loaded_or_run() -> None:
    """The page is one file: no script, no address, and a policy that forbids all of them."""
    text = written("html", [GAME, game(player="<script>alert(1)</script>", board='" onclick="x')])
    page = Page(text)
    assert not {"script", "img", "link", "iframe", "a"} & {tag for tag, _ in page.elements}
    assert not {"src", "href", "onclick"} & {name for _, attributes in page.elements for name in attributes}
    assert not re.search(r"https?:|url\(|@import", text)
    assert any("default-src 'none'" in (attributes.get("content") or "") for _, attributes in page.elements)


def test_light_and_dark() -> None:
    """The page takes its colours from the reader's own scheme, and names none."""
    text = written("html")
    assert '<meta name="color-scheme" content="light dark">' in text
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb\(", text)
