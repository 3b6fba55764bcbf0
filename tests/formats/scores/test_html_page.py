"""Games as one HTML page."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.clean import visible
from qot_quiz.core.past import Result
from qot_quiz.formats.scores.columns import COLUMNS
from qot_quiz.formats.scores.page.cells import CELLS

from .exports import GAME, game, games, written

VOID = {"meta", "input"}
HOSTILE = '</title></script><script>alert(1)</script><img src=x onerror=alert(1)>" onclick="alert(1)" \'\u202e$rows'


class Page(HTMLParser):
    """Reads a page: the cells of its table of games by row, its elements; refuses what is not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self._open: list[str] = []
        self._in_games = self._in_cell = False
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and begin a row or a cell."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
        if tag == "table":
            self._in_games = ("class", "games") in attrs
        if self._in_games and tag == "tr":
            self.rows.append([])
        if self._in_games and tag in ("th", "td"):
            self.rows[-1].append("")
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self._open.pop() == tag
        if tag in ("th", "td"):
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        """Gather the text of a cell, and that of every kind of element."""
        if self._in_games and self._in_cell:
            self.rows[-1][-1] += data
        if self._open:
            self.texts[self._open[-1]] = self.texts.get(self._open[-1], "") + data


def _column(key: str) -> int:
    return [cell.key for cell in CELLS].index(key)


@given(st.lists(st.lists(games(), min_size=1, max_size=3), min_size=1, max_size=2))
def test_rows(batches: list[list[Result]]) -> None:
    """Each game is one row of cells whose texts are those stored, whatever signs they hold."""
    page = Page(written("html", *batches))
    header, *rows = page.rows
    assert header == [cell.head for cell in CELLS]
    results = [one for batch in batches for one in batch]
    told = [(row[_column("player")], row[_column("board")], row[_column("game_id")]) for row in rows]
    # Boards stay together, even where a batch of another one came between.
    assert sorted(told) == sorted((visible(one.player), visible(one.board), one.game_id) for one in results)
    points = {row[_column("game_id")]: row[_column("points")] for row in rows}
    assert {one.game_id: f"{one.points:,}" for one in results} == points
    assert not {"img", "iframe", "a", "link"} & {tag for tag, _ in page.elements}
    assert sum(tag == "script" for tag, _ in page.elements) == 1


def test_every_value_is_told() -> None:
    """Whatever another export tells of a game stands in the page as well."""
    assert {cell.key for cell in CELLS} | {"asked"} == set(COLUMNS)
    _, row = Page(written("html", [game(code="QT1-7K3M", right=8, asked=10)])).rows
    told = dict(zip((cell.key for cell in CELLS), row, strict=True))
    assert told == {
        "rank": "1",
        "player": "Ann",
        "points": "1,930",
        "right": "8/10",
        "best_streak": "5",
        "mode": "classic",
        "difficulty": "any",
        "questions": "10",
        "took_ms": "1:01",
        "finished_at": "22 Nov 2026, 20:18",
        "ranked": "yes",
        "board": "1/classic/any/10",
        "pack": "queen-of-tears",
        "up_to": "16",
        "started_at": "22 Nov 2026, 20:15",
        "seed": str(2**53 - 1),
        "code": "QT1-7K3M",
        "ruleset": "1",
        "pack_digest": GAME.pack_digest,
        "game_id": GAME.game_id,
    }


def test_a_screen_reader_finds_its_way() -> None:
    """There are a language, landmarks, headings without gaps, a caption, heads of columns and rows, told pictures."""
    page = Page(written("html", [GAME, game(game_id="1" * 32, finished_at="2026-11-23T20:18:01+01:00")]))
    tags = [tag for tag, _ in page.elements]
    assert ("html", {"lang": "en"}) in page.elements
    assert [tags.count(tag) for tag in ("header", "main", "footer", "h1", "caption")] == [1] * 5
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    scopes = [attributes.get("scope") for tag, attributes in page.elements if tag == "th"]
    assert set(scopes) == {"col", "row"}
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in page.elements:
        for key in ("aria-labelledby", "aria-describedby"):
            assert attributes.get(key, ids[0]) in ids, (tag, attributes)
    pictures = [attributes for tag, attributes in page.elements if tag == "svg"]
    assert len(pictures) == tags.count("figure") == tags.count("details") == 5
    assert all(one["role"] == "img" and one["aria-labelledby"] and one["aria-describedby"] for one in pictures)


def test_only_what_was_written_with_the_program_runs() -> None:
    """A policy allows one style and one script by their hashes, and no request; a hostile name stays a text."""
    text = written("html", [game(player=HOSTILE, mode=HOSTILE, difficulty=HOSTILE, board=HOSTILE, pack=HOSTILE)])
    page = Page(text)
    policy = next(at["content"] or "" for tag, at in page.elements if tag == "meta" and "http-equiv" in at)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for kind, tag in (("style-src", "style"), ("script-src", "script")):
        digest = b64encode(sha256(page.texts[tag].encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in policy
        assert sum(name == tag for name, _ in page.elements) == 1
    assert not {"src", "href", "onclick", "onerror", "style"} & {name for _, at in page.elements for name in at}
    assert not re.search(r"https?:|url\(|@import", text)
    assert page.rows[1][_column("player")] == visible(HOSTILE)
    assert "alert" not in page.texts["script"]


def _themes() -> dict[str, dict[str, str]]:
    style = files("qot_quiz.formats.scores.page").joinpath("page.css").read_text(encoding="utf-8")
    light, dark, ink = (
        dict(re.findall(r"--(\w+): (#\w{6})", block)) for block in re.findall(r":root \{(.*?)\}", style, re.S)
    )
    return {"light": light, "dark": {**light, **dark}, "print": {**light, **ink}}


def _luminance(colour: str) -> float:
    """Tell how light a colour is, by WCAG 2.2, "relative luminance"."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("theme", "ink", "paper"),
    [*product(("light", "dark", "print"), ("ink", "quiet", "gold"), ("paper", "card", "over"))],
)
def test_contrast(theme: str, ink: str, paper: str) -> None:
    """Every colour of text is told from every ground that it may stand on by 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    colours = _themes()[theme]
    darker, lighter = sorted((_luminance(colours[ink]), _luminance(colours[paper])))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_no_games() -> None:
    """Without a game the page says so, and has neither figures nor a table."""
    page = Page(written("html"))
    assert "No finished game is there yet: " in page.texts["p"]
    assert not {"table", "figure", "time"} & {tag for tag, _ in page.elements}


def test_a_page_of_too_many_games(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not every game is listed the page says how many are, and the figures still count every one."""
    monkeypatch.setattr("qot_quiz.formats.scores.page.listing.LISTED", 3)
    text = written("html", [game(game_id=f"{number:032x}", points=9 - number) for number in range(5)])
    page = Page(text)
    assert [row[_column("points")] for row in page.rows[1:]] == ["9", "8", "7"]
    assert "Listed are the best 3 of all 5 games" in page.texts["p"]
    assert page.texts["dd"].startswith("5")
