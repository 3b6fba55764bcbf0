"""The picture of a finished game."""

from __future__ import annotations

from xml.etree import ElementTree

import msgspec
from carded import CARD, TEN

from qot_quiz.core.share import Row
from qot_quiz.ui import sharecard, sharing

SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg: str) -> ElementTree.Element:
    """Read a picture as XML."""
    return ElementTree.fromstring(svg)


def texts(picture: ElementTree.Element) -> list[str]:
    """List what is written on a picture."""
    return [each.text or "" for each in picture.iter(f"{SVG}text")]


def test_what_is_written() -> None:
    """The picture says what was played, by whom, what it came to, and how to play it."""
    assert texts(drawn(sharecard.svg(CARD))) == [
        "Queen of Tears Quiz",
        "daily 2026-11-22 · up to ep 16 · Ann",
        "8/10",
        "1,930 points · best streak 5",
        "qot-quiz play --code",
        "QT1-7K3M-9TQX",
    ]


def test_every_mark_has_its_shape() -> None:
    """A right answer is a disc, a part a half one, a miss a ring: told apart without colour."""
    picture = drawn(sharecard.svg(CARD))
    circles = list(picture.iter(f"{SVG}circle"))
    assert ["right" if one.get("fill") != "none" else "other" for one in circles] == [
        "right" if mark == "right" else "other" for mark in TEN
    ]
    assert len(list(picture.iter(f"{SVG}path"))) == TEN.count("part")
    assert len({one.get("stroke") for one in circles}) == 3


def test_screen_readers_hear_the_sentence() -> None:
    """The picture carries its title and the plain sentence."""
    picture = drawn(sharecard.svg(CARD))
    assert picture.get("role") == "img"
    assert picture.findtext(f"{SVG}title") == "Queen of Tears Quiz · daily 2026-11-22 · up to ep 16"
    assert picture.findtext(f"{SVG}desc") == sharing.sentence(CARD)


def test_hostile_names_stay_text() -> None:
    """Markup and control characters in names are text on the picture."""
    evil = msgspec.structs.replace(CARD, player="<script>\x00\"&'", rows=(Row("</text>]]>", 0, ("miss",)),))
    svg = sharecard.svg(evil)
    assert "<script" not in svg
    assert "daily 2026-11-22 · up to ep 16 · <script><U+0000>\"&'" in texts(drawn(svg))


def test_it_needs_nothing_from_elsewhere() -> None:
    """No script, style sheet, font or link stands in the picture."""
    svg = sharecard.svg(CARD)
    assert svg.count("http") == 1  # the name of SVG itself
    assert [part for part in ("href", "url(", "<style", "<script", "@import") if part in svg] == []


def test_a_long_name_stays_readable() -> None:
    """A name that is too long for the line of what was played has one of its own, and is not made tiny."""
    long = msgspec.structs.replace(CARD, player="아주 긴 이름을 가진 사람과 그 친구들 모두")
    picture = drawn(sharecard.svg(long))
    assert texts(picture)[1:3] == ["daily 2026-11-22 · up to ep 16", long.player]
    sizes = [float(each.get("font-size", "0")) for each in picture.iter(f"{SVG}text")]
    assert sizes[1:3] == [17, 17]
    assert float(picture.get("height", "0")) == float(drawn(sharecard.svg(CARD)).get("height", "0")) + 30


def test_all_fits_on_the_picture() -> None:
    """A long Korean name and a long code are made to fit, and the picture is as high as what stands on it."""
    code = "QT1" + "-7K3M" * 25
    wide = msgspec.structs.replace(CARD, player="홍" * 40, rows=(Row("", 0, TEN * 12),), code=code)
    picture = drawn(sharecard.svg(wide))
    lines = texts(picture)
    assert "".join(lines[-2:]) == code
    name = next(each for each in picture.iter(f"{SVG}text") if "홍" in (each.text or ""))
    assert 80 * 0.5 * float(name.get("font-size", "0")) < sharecard.WIDTH
    heights = [float(each.get("y") or each.get("cy") or 0) for each in picture.iter() if each.tag != f"{SVG}rect"]
    assert max(heights) < float(picture.get("height", "0"))
    across = [float(each.get("cx", "0")) for each in picture.iter(f"{SVG}circle")]
    assert max(across) + sharecard.RADIUS < sharecard.WIDTH - sharecard.EDGE / 2
