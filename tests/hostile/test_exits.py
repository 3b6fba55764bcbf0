"""A home full of hostile texts: no exit lets one through, and none is taken for what it is not."""

from __future__ import annotations

import csv
import html.parser
import io
import re
import sqlite3
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playing_on import Player
from running import PASSED, Quiz, answers_file

from hostile.corpus import ESCAPES, FORMULAS, HOSTILE, MARKUP
from hostile.shown import check, foreign

PACK = """
[pack]
id = "one"
title = "One"
[[topic]]
id = "all"
title = "All"
[[question]]
id = "capital"
kind = "typed"
difficulty = "easy"
ask = "What is the capital of Korea?"
answer = "Seoul"
why = "It lies on the Han."
"""

EXITS = (
    ("scores",),
    ("scores", "--json"),
    ("scores", "export", "-", "--format", "json"),
    ("scores", "export", "-", "--format", "jsonl"),
    ("scores", "export", "-", "--format", "md"),
    ("scores", "export", "-", "--format", "html"),
    ("share",),
    ("share", "--text"),
    ("share", "--json"),
    ("share", "--svg", "-"),
    ("stats",),
    ("stats", "--json"),
    ("facts", "--flagged", "--pack", "one.toml"),
    ("facts", "--flagged", "--pack", "one.toml", "--json"),
    ("pack", "reports", "one.toml"),
    ("pack", "reports", "one.toml", "--json"),
    ("settings",),
    ("settings", "--json"),
    ("doctor",),
    ("doctor", "--json"),
    ("resume",),
    ("play",),
    ("daily",),
    (),
)
"""Commands that show what is kept."""

WRITTEN = {**MARKUP, **FORMULAS}
"""Texts that are honest as far as any entrance can tell."""


@pytest.fixture
def full(quiz: Quiz, ready: Path) -> Quiz:
    """Fill the home with games of hostile names, answers, flags and reasons, past every check at the entrances."""
    Path("one.toml").write_text(PACK, encoding="utf-8")
    for text in HOSTILE.values():
        line = text[:2000].encode("utf-8", "replace").decode()
        check(quiz("play", "--pack", "one.toml", "--json", typed=f"={line}\ns\nu\n!{line}\n\n"))
    games = answers_file(Path(), *PASSED)
    for _ in range(2):
        assert quiz("play", "--json", "--answers", games).code == 0
    with sqlite3.connect(ready / "games.db") as kept:
        texts = [text[:5000].encode("utf-8", "replace").decode() for text in HOSTILE.values()]
        rows = kept.execute("select game_id from results").fetchall()
        for at, (game,) in enumerate(rows):
            kept.execute("update results set player = ? where game_id = ?", (texts[at % len(texts)], game))
            kept.execute("update games set player = ? where id = ?", (texts[at % len(texts)], game))
        for name in ("player", "mode", "topic", "timer"):
            kept.execute(
                "insert or replace into settings values (?, ?)", (name, ESCAPES["OSC clipboard 8 bit"] + "\u202e")
            )
    kept.close()
    return quiz


@pytest.mark.parametrize("words", EXITS, ids=" ".join)
def test_what_is_shown(full: Quiz, words: tuple[str, ...]) -> None:
    """No text that came in at any entrance, or was put into the file itself, is obeyed by a terminal."""
    check(full(*words, typed="q\n"))


def test_no_formula_in_csv(full: Quiz) -> None:
    """No cell of a sheet begins with what a spreadsheet would run, and no text makes cells of its own."""
    out = full("scores", "export", "-", "--format", "csv").out
    rows = list(csv.reader(io.StringIO(out, newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.strip()[:1] in tuple("=+-@＝＋－＠")]
    assert {f"'{text}" for name, text in FORMULAS.items() if name != "cells"} <= set(cells)


class _Tags(html.parser.HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.run = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        """Note what is read, and what is run."""
        if self.cdata_elem is None:
            self.text += data
        else:
            self.run += data


def test_no_tag_in_html(full: Quiz) -> None:
    """No text of a page makes a tag or an attribute; each is read as it was written."""
    page = _Tags()
    page.feed(full("scores", "export", "-", "--format", "html").out)
    assert not page.tags & {"img", "b", "u"}
    assert "alert(1)" not in page.run
    assert not [name for name in page.attributes if name.startswith("on") or name in ("src", "href")]
    assert all(text in page.text for text in MARKUP.values())


def test_no_element_in_a_picture(full: Quiz) -> None:
    """No text of a picture makes an element; the file stays well formed."""
    games = full("scores", "--json").json_lines["games"]
    for game in games:
        drawn = full("share", game["game_id"], "--svg", "-")
        root = ElementTree.fromstring(drawn.out)
        assert {one.tag.rpartition("}")[2] for one in root.iter()} <= {
            "svg",
            "title",
            "desc",
            "rect",
            "text",
            "circle",
            "path",
        }
        assert not [name for one in root.iter() for name in one.attrib if name.startswith("on") or "href" in name]


def test_no_sign_of_markdown(full: Quiz) -> None:
    """No text of a table makes a cell, a link, a tag or a line of its own."""
    head, _, *rows = full("scores", "export", "-", "--format", "md").out.splitlines()
    bars = re.compile(r"(?<!\\)\|")
    assert {len(bars.findall(row)) for row in rows} == {len(bars.findall(head))}
    assert not [row for row in rows if re.search(r"(?<!\\)[<>`*\[\]]", row)]


@pytest.mark.parametrize("words", [("scores",), ("stats", "--up-to", "0"), ("play", "--seed", "7"), ()], ids=" ".join)
def test_what_is_drawn_on_a_terminal(full: Quiz, tmp_path: Path, words: tuple[str, ...]) -> None:
    """On a terminal, too, only the program's own colours and movements are sent; a menu lists every player so."""
    with Player(tmp_path, *words) as player:
        if words[:1] == ("play",):
            player.press("\x1b", "The game is kept")
        elif not words:
            player.until("Leave")
            player.press("\x1b[A\x1b[A\r", "Somebody else plays")
            player.press("\x1b[B\r", "Who plays?")
            player.press("\x1b[A\x1b[A", "<U+")
            player.press("\x1b", "Leave")
            player.type("q")
        assert player.ended() in (0, 1)
        assert not foreign(player.raw)
        assert not [name for name, text in ESCAPES.items() if text in player.raw]
