"""The page of games in a real browser: it sorts, asks for nothing, complains of nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser import Page, browser, found

from .exports import game, written

HOSTILE = "</script><img src=x onerror=alert(1)>"
GAMES = [
    game(player="하나", points=90, finished_at="2026-11-22T20:00:00.000+01:00", questions=None, mode="survival"),
    game(player="가은", points=1000, finished_at="2026-11-22T19:30:00.000+00:00"),
    game(player="나래", points=400, finished_at="2026-02-03T10:00:00.000+09:00", right=5),
    game(player="bea", points=1900, finished_at="2025-12-31T23:59:59.000-05:00", right=10, questions=20),
    game(player=HOSTILE, points=20, finished_at="2026-11-01T00:00:00.000+01:00", ranked=False),
]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Start one browser for all tests of this file, and hold at the end that it asked for the page alone."""
    program = found()
    if program is None:
        pytest.skip("NOT TESTED: the page of games was opened in no browser, since there is no Chromium here")
    folder = tmp_path_factory.mktemp("chromium")
    with browser(program, folder) as page:
        yield page
        assert page.complaints == []
        assert set(page.requests) == {(folder.parent / "page.html").as_uri()}


@pytest.fixture
def page(chromium: Page, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """Open the page of `GAMES` over file://, on a wide light screen."""
    file = tmp_path_factory.getbasetemp() / "page.html"
    file.write_text(written("html", GAMES), encoding="utf-8")
    chromium.look("light")
    chromium.open(file)
    return chromium


def _head(name: str) -> str:
    return f"[...document.querySelectorAll('.games thead button')].find((one) => one.textContent === '{name}')"


def _column(page: Page, key: str) -> list[str]:
    """Read a column of the rows that can be seen."""
    at = {"player": 2, "points": 3, "right": 4, "questions": 8, "finished": 10}[key]
    cells = f"document.querySelectorAll('.games tbody tr:not([hidden]) > :nth-child({at})')"
    texts: list[str] = page.run(f"[...{cells}].map((one) => one.textContent)")
    return texts


def _sorted(page: Page, name: str) -> str:
    told: str = page.run(f"{_head(name)}.closest('th').getAttribute('aria-sort')")
    return told


def test_clicks_sort(page: Page) -> None:
    """A click sorts numbers as numbers, a second one turns the order, a third brings the first order back."""
    before = _column(page, "points")
    assert _sorted(page, "Points") == "none"
    page.click(_head("Points"))
    assert (_sorted(page, "Points"), _column(page, "points")) == ("descending", ["1,900", "1,000", "400", "90", "20"])
    assert page.run("document.querySelector('[role=status]').textContent") == "sorted by points, descending"
    page.click(_head("Points"))
    assert (_sorted(page, "Points"), _column(page, "points")) == ("ascending", ["20", "90", "400", "1,000", "1,900"])
    page.click(_head("Points"))
    assert (_sorted(page, "Points"), _column(page, "points")) == ("none", before)


def test_moments_names_and_empty_cells_sort(page: Page) -> None:
    """Moments are sorted as such across time zones, Korean names by the alphabet, cells without a value come last."""
    page.click(_head("Finished"))
    assert _column(page, "player") == ["가은", "하나", HOSTILE, "나래", "bea"]
    page.click(_head("Player"))
    assert _sorted(page, "Finished") == "none"
    assert [name for name in _column(page, "player") if name in ("가은", "나래", "하나")] == ["가은", "나래", "하나"]
    page.click(_head("Questions"))
    assert _column(page, "questions") == ["20", "10", "10", "10", ""]
    page.click(_head("Questions"))
    assert _column(page, "questions") == ["10", "10", "10", "20", ""]
    page.click(_head("Right"))
    assert _column(page, "right") == ["10/10", "8/10", "8/10", "8/10", "5/10"]


def test_the_keyboard_sorts(page: Page) -> None:
    """The heads are buttons in the order of the keyboard, pressed with Enter."""
    page.run(f"{_head('Player')}.focus()")
    page.press("Tab")
    assert page.run("document.activeElement.textContent") == "Points"
    page.press("Enter", "\r")
    assert _sorted(page, "Points") == "descending"


def test_what_a_screen_reader_is_told(page: Page) -> None:
    """Pictures have a name and are described, heads say how they are sorted, and no arrow is read out."""
    nodes = page.tell("Accessibility.getFullAXTree")["nodes"]

    def named(role: str) -> dict[str, str]:
        found = [one for one in nodes if one.get("role", {}).get("value") == role]
        return {one["name"]["value"]: one.get("description", {}).get("value", "") for one in found}

    pictures = named("image")
    assert set(pictures) > {"Points over time", "Days played", "Right answers by mode"}
    assert pictures["Right answers by mode"] == "Out of all questions asked. classic 78%; survival 80%."
    assert {"Rank", "Player", "Points", "Finished"} < set(named("button"))
    assert {"banner", "main", "contentinfo"} <= {one.get("role", {}).get("value") for one in nodes}


def test_it_narrows(page: Page) -> None:
    """The rows can be narrowed to players and to a mode; it is said how many are left."""
    page.run("document.querySelector('#player').focus()")
    page.tell("Input.insertText", text="BE")
    assert _column(page, "player") == ["bea"]
    assert page.run("document.querySelector('[role=status]').textContent") == "1 of 5 games"
    page.run("document.querySelector('#player').select()")
    page.tell("Input.insertText", text=" ")
    page.run("mode.value = 'survival'; mode.dispatchEvent(new Event('change'))")
    assert _column(page, "player") == ["하나"]


def test_all_columns(page: Page) -> None:
    """What only a few look for is shown when it is asked for."""
    seen = "[...document.querySelectorAll('.games thead th')].filter((one) => one.offsetWidth > 0).length"
    assert page.run(seen) == 10
    page.click("document.querySelector('#all')")
    assert page.run(seen) == 20


def test_light_dark_and_printed(page: Page) -> None:
    """The page follows the reader's scheme; on paper it is ink on white, without what one presses."""
    colours = "getComputedStyle(document.body).color + ' on ' + getComputedStyle(document.body).backgroundColor"
    assert page.run(colours) == "rgb(43, 33, 24) on rgb(255, 253, 247)"
    page.look("dark")
    assert page.run(colours) == "rgb(243, 234, 219) on rgb(23, 19, 15)"
    page.look("dark", media="print")
    assert page.run(colours) == "rgb(0, 0, 0) on rgb(255, 255, 255)"
    assert page.run("document.querySelector('.controls').offsetHeight") == 0
    assert page.run("getComputedStyle(document.querySelector('.games thead')).display") == "table-header-group"
    # With a box of a button in it, Chromium would not repeat the head on further sheets.
    assert page.run("getComputedStyle(document.querySelector('.games button')).display") == "contents"


def test_a_narrow_screen(page: Page) -> None:
    """On a telephone nothing but the table, which scrolls by itself, is wider than the screen."""
    page.look("light", wide=360)
    assert page.run("document.documentElement.scrollWidth") <= 360
    assert page.run(
        "(() => { const one = document.querySelector('.wide'); return one.scrollWidth > one.clientWidth })()"
    )


def test_without_scripts(page: Page) -> None:
    """Where scripts are off the whole table stands there, and nothing that would not work."""
    page.tell("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.tell("Page.reload")
        page.wait()
    finally:
        page.tell("Emulation.setScriptExecutionDisabled", value=False)
    assert _column(page, "points") == ["90", "1,000", "400", "1,900", "20"]
    assert page.run("document.querySelectorAll('button').length") == 0
    assert page.run("document.querySelector('[role=search]').offsetHeight") == 0


def test_the_policy_holds(page: Page) -> None:
    """Had a text become markup after all, the policy would still keep it from loading and running anything."""
    asked, complained = len(page.requests), len(page.complaints)
    page.run(
        "document.body.insertAdjacentHTML('beforeend', '<img src=\"http://127.0.0.1:9/x\" onerror=\"window.ran=1\">')"
    )
    page.run("new Promise((done) => setTimeout(done, 50))")
    assert page.run("window.ran") is None
    assert len(page.complaints) > complained
    del page.requests[asked:], page.complaints[complained:]
