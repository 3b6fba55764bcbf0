"""The look: read by every eye on every background, in as many colours as a terminal has."""

from __future__ import annotations

import io
import os
import select
from collections.abc import Iterable
from itertools import combinations

import pytest
from colours import BLINDNESS, contrast, difference, seen
from msgspec import structs
from pty_job import Job
from rich.color import Color, ColorSystem
from rich.console import Console
from terminal_game import ASKS, PROGRAM, end

from qot_quiz.ui import theme
from qot_quiz.ui.theme import Palette

CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3: the least contrast of text."""

DISTINCT = 10
"""CIEDE2000: ten times a difference that is just seen where two colours touch is told across a screen."""

BLACKS = ("#000000", "#1e1e1e", "#282c34", "#002b36", "#2e3440")
"""Backgrounds of terminals: black, and those of widespread dark schemes."""

WHITES = ("#ffffff", "#f5f5f5", "#fdf6e3", "#eee8d5")
"""Likewise white and light ones."""

SIXTEEN = {
    "xterm": {
        "red": "#cd0000",
        "blue": "#0000ee",
        "magenta": "#cd00cd",
        "bright_red": "#ff0000",
        "bright_yellow": "#ffff00",
        "bright_magenta": "#ff00ff",
        "bright_cyan": "#00ffff",
    },
    "vga": {
        "red": "#aa0000",
        "blue": "#0000aa",
        "magenta": "#aa00aa",
        "bright_red": "#ff5555",
        "bright_yellow": "#ffff55",
        "bright_magenta": "#ff55ff",
        "bright_cyan": "#55ffff",
    },
}
"""What xterm and the Linux console show for the sixteen names."""

TEXT = {"#000000": "#ffffff", "#ffffff": "#000000"}
"""The text's own colour on a background that nobody knows."""

MANY = [
    (theme.DARK, BLACKS),
    (theme.LIGHT, WHITES),
    (theme.EITHER, TEXT),
    (theme.EITHER_OF_256, TEXT),
]
FEW = [(theme.DARK_OF_16, "#000000", "#ffffff"), (theme.LIGHT_OF_16, "#ffffff", "#000000")]


@pytest.mark.parametrize(("palette", "backgrounds"), MANY)
def test_contrast(palette: Palette, backgrounds: Iterable[str]) -> None:
    """Every colour stands out from its background, and from every other that it may meet."""
    for colour in filter(None, structs.astuple(palette)):
        assert min(contrast(colour, background) for background in backgrounds) >= CONTRAST, colour


def test_left_out_of_the_256() -> None:
    """A colour is left out where none of the 256 that stands out from black and white is near it, and only there."""
    readable = [
        colour
        for colour in (Color.from_ansi(number).get_truecolor().hex for number in range(16, 256))
        if min(contrast(colour, background) for background in TEXT) >= CONTRAST
    ]
    for colour, of_256 in zip(structs.astuple(theme.EITHER), structs.astuple(theme.EITHER_OF_256), strict=True):
        near = [one for one in readable if difference(seen(one), seen(colour)) < 2 * DISTINCT]
        assert of_256 in near or (of_256, near) == ("", [])


@pytest.mark.parametrize("shown", SIXTEEN.values(), ids=SIXTEEN)
@pytest.mark.parametrize(("palette", "background", "text"), FEW)
def test_contrast_of_sixteen(palette: Palette, background: str, text: str, shown: dict[str, str]) -> None:
    """The sixteen colours of a terminal stand out as well, and the verdicts in them differ."""
    for colour in structs.astuple(palette):
        assert contrast(shown.get(colour, text), background) >= CONTRAST, colour
    verdicts = [shown.get(colour, text) for colour in (palette.right, palette.part, palette.wrong)]
    assert min(_apart(verdicts)) >= DISTINCT


@pytest.mark.parametrize(("palette", "backgrounds"), MANY)
def test_verdicts_differ(palette: Palette, backgrounds: Iterable[str]) -> None:
    """Right, part and wrong differ for people who see all colours, and for those who do not."""
    for background in backgrounds:
        verdicts = [colour or TEXT[background] for colour in (palette.right, palette.part, palette.wrong)]
        assert min(_apart(verdicts)) >= DISTINCT


def _apart(colours: list[str]) -> list[float]:
    return [
        difference(seen(one, blindness), seen(other, blindness))
        for blindness in ("", *BLINDNESS)
        for one, other in combinations(colours, 2)
    ]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_differences(one: tuple[float, float, float], other: tuple[float, float, float], apart: float) -> None:
    """The measure gives the numbers of its authors' own table."""
    assert round(difference(one, other), 4) == apart


def test_red_and_green_are_one_to_some() -> None:
    """The simulation shows what it is there for: a red and a green that only some can tell."""
    red, green = "#b04000", "#707000"
    assert difference(seen(red), seen(green)) > 2 * DISTINCT
    assert difference(seen(red, "deuteranopia"), seen(green, "deuteranopia")) < DISTINCT


@pytest.mark.parametrize(("palette", "backgrounds"), [MANY[0], MANY[1], MANY[3]])
def test_the_256(palette: Palette, backgrounds: Iterable[str]) -> None:
    """What a terminal of 256 colours shows is the very colour that was checked, or a grey that stands out as well."""
    for colour in filter(None, structs.astuple(palette)):
        shown = Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex
        assert min(contrast(shown, background) for background in backgrounds) >= CONTRAST, colour
        assert shown == colour or len({*shown[1::2]}) == 1


def test_palettes_by_what_a_terminal_has() -> None:
    """Colours that depend on the terminal's own are left out where the background is not known."""
    assert theme.palette("dark", "truecolor") == theme.palette("dark", "256") == theme.DARK
    assert theme.palette("light", "standard") == theme.LIGHT_OF_16
    assert theme.palette("auto", "truecolor") == theme.EITHER
    assert set(structs.astuple(theme.palette("auto", "standard"))) == {""}


@pytest.mark.parametrize(
    ("terminal", "colours", "background"),
    [
        ("linux", "", "dark"),
        ("xterm-256color", "15;0", "dark"),
        ("rxvt", "0;default;15", "light"),
        ("rxvt", "0;7", "light"),
        ("rxvt", "12;8", "dark"),
        ("xterm", "", ""),
        ("xterm", "15;default", ""),
    ],
)
def test_what_the_surroundings_tell(terminal: str, colours: str, background: str) -> None:
    """TERM and COLORFGBG tell a background where they can, and nothing where they cannot."""
    assert theme.told(terminal, colours) == background


@pytest.mark.parametrize(
    ("reply", "background"),
    [
        ("11;rgb:ffff/ffff/ffff", "light"),
        ("11;rgb:fd/f6/e3", "light"),
        ("11;rgb:2e2e/3434/4040", "dark"),
        ("11;rgba:0000/0000/0000/8000", "dark"),
        ("11;rgb:zz/00/00", ""),
        ("11;rgb:ff//ff", ""),
        ("11;rgb:ff", ""),
        ("10;rgb:ffff/ffff/ffff", ""),
        ("", ""),
    ],
)
def test_what_a_terminal_tells(reply: str, background: str) -> None:
    """A reply of any precision is read, and what is no reply is not."""
    assert theme.shown(reply) == background


def _console(no_color: bool = False) -> Console:
    return Console(file=io.StringIO(), force_terminal=True, color_system="256", no_color=no_color)


def test_who_is_asked() -> None:
    """A terminal is asked where colours depend on its answer, and where it is of a kind that answers."""
    kind = {"TERM": "screen-256color"}
    assert theme.unknown(_console(), "auto", kind)
    assert not theme.unknown(_console(), "light", kind)
    assert not theme.unknown(_console(no_color=True), "auto", kind)
    assert not theme.unknown(_console(), "auto", {**kind, "COLORFGBG": "0;15"})
    assert not theme.unknown(_console(), "auto", {"TERM": "linux"})


def test_a_late_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The question is painted before the terminal has answered; its answer is no key, and colours what comes next."""
    program = PROGRAM.replace("RULES", "Rules()").replace("PACK", "tests.samples").replace("CLOCK", "0")
    program = program.replace('dress(console, "dark")', "dress(console, 'auto'); keys.ask_background()")
    monkeypatch.setenv("COLORTERM", "")
    with Job(program.replace("*IDS", "'channel/name', 'lead/actor'").replace(", MORE", ""), 80, 24) as job:
        job.until(ASKS.decode())
        assert b"\x1b]11;?\x1b\\" in job.output
        either, light = _code(theme.EITHER_OF_256.quiet), _code(theme.LIGHT.gold)
        assert either in job.output
        assert light not in job.output
        job.type(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\1")
        job.until(ASKS.decode(), len(job.output))
        job.type(b"\r")
        job.until("Question 2")
        while select.select([job.master], [], [], 0.2)[0]:
            job.output += os.read(job.master, 65536)
        assert light in job.output.rpartition(b"Question 2")[0].rpartition(b"Question 1")[2]
        assert [command.split()[0] for command in end(job, "q")] == ["Answer", "Next", "Leave"]


def _code(colour: str) -> bytes:
    number = Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).number
    return f"38;5;{number}m".encode()
