"""The look of the game: every colour and every style by name, in one place. Views name styles, never colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console

THEMES = ("auto", "dark", "light")
"""What can be asked for; auto is for the background that the terminal tells, and else for either."""

SIXTEEN = ("standard", "windows")
"""Rich's names of the colour systems whose colours are the terminal's own."""


class Palette(msgspec.Struct, frozen=True, kw_only=True):
    """The colours of a background; the three verdicts differ for every eye, which `tests/ui/test_theme.py` computes.

    Args:
        gold: The queen's: names, keys and points.
        right: A right answer.
        part: A partly right one.
        wrong: A wrong one.
        heart: Lives.
        blue: What is chosen, and a clock.
        quiet: What may be overlooked.
    """

    gold: str
    right: str
    part: str
    wrong: str
    heart: str
    blue: str
    quiet: str


DARK = Palette(
    gold="#d7af5f", right="#5fd7af", part="#ffd75f", wrong="#ff8787", heart="#ff87af", blue="#5fafff", quiet="#a8a8a8"
)
LIGHT = Palette(
    gold="#875f00", right="#005f5f", part="#875f00", wrong="#af005f", heart="#af005f", blue="#005faf", quiet="#585858"
)
"""Both are of the 256 colours, so that terminals with and without more show the same."""

EITHER = Palette(
    gold="#93701d", right="#288463", part="#93701d", wrong="#cd388d", heart="#cb4077", blue="#337ab0", quiet="#767676"
)
EITHER_OF_256 = Palette(
    gold="", right="#00875f", part="", wrong="#d700af", heart="#af5f5f", blue="#5f5fff", quiet="#767676"
)
"""The narrow band that can be read on black and on white, with and without more than 256 colours.

No gold of the 256 is in it: the text's own colour stands for it, and what is gold stays bold where it was.
"""

DARK_OF_16 = Palette(
    gold="bright_yellow",
    right="bright_cyan",
    part="bright_yellow",
    wrong="bright_red",
    heart="bright_magenta",
    blue="bright_cyan",
    quiet="",
)
LIGHT_OF_16 = Palette(gold="magenta", right="blue", part="", wrong="red", heart="magenta", blue="blue", quiet="")
NONE = Palette(gold="", right="", part="", wrong="", heart="", blue="", quiet="")
"""None of the sixteen can be read on black and on white: the text's own colour can."""


def palette(background: str, system: str | None) -> Palette:
    """Choose the colours.

    Args:
        background: ``dark``, ``light``, or ``auto`` for one that nobody knows.
        system: Rich's name of the colour system.
    """
    sixteen = system in SIXTEEN
    match background:
        case "dark":
            return DARK_OF_16 if sixteen else DARK
        case "light":
            return LIGHT_OF_16 if sixteen else LIGHT
        case _:
            return NONE if sixteen else EITHER_OF_256 if system == "256" else EITHER


def styles(colours: Palette) -> dict[str, str]:
    """Name every style; where a palette has no colour, the text's own is left."""
    styles = {
        "brand": ("bold", colours.gold),
        "place": ("", colours.gold),
        "question": ("bold", ""),
        "key": ("bold", colours.gold),
        "option": ("", ""),
        "cursor": ("bold reverse", ""),
        "chosen": ("bold", colours.blue),
        "gone": ("strike", colours.quiet),
        "quiet": ("", colours.quiet),
        "right": ("bold", colours.right),
        "part": ("bold", colours.part),
        "wrong": ("bold", colours.wrong),
        "heart": ("", colours.heart),
        "points": ("", colours.gold),
        "hint": ("italic", ""),
        "clock": ("", colours.blue),
    }
    return {f"qot.{name}": " ".join(filter(None, parts)) or "none" for name, parts in styles.items()}


def dress(console: Console, background: str) -> None:
    """Let a console draw for a background from now on.

    Args:
        console: The console.
        background: ``dark``, ``light``, or ``auto``.
    """
    from rich.theme import Theme

    console.push_theme(Theme(styles(palette(background, console.color_system)), inherit=False))


def dressed(background: str, no_color: bool, drawn: bool) -> Console:
    """Make a console that draws on standard output for a background.

    Args:
        background: One of `THEMES`.
        no_color: Whether no colour is wanted; NO_COLOR is heeded besides.
        drawn: Whether to draw, as on a terminal.
    """
    import os

    from rich.console import Console

    # Left to itself, Rich takes an empty FORCE_COLOR for an order to draw none on a terminal.
    made = Console(highlight=False, markup=False, emoji=False, no_color=no_color or None, force_terminal=drawn)
    known = told(os.environ.get("TERM", ""), os.environ.get("COLORFGBG", "")) if background == THEMES[0] else ""
    dress(made, known or background)
    return made


def ink(console: Console) -> str:
    """Give the colour of keys as ``#rrggbb``, for the line editor; empty where the terminal's own colours are used."""
    color = console.get_style("qot.key").color
    return color.triplet.hex if color is not None and color.triplet is not None else ""


def told(terminal: str, colours: str) -> str:
    """Tell the background from what the surroundings say, without asking the terminal; empty when they do not.

    Args:
        terminal: The variable TERM.
        colours: The variable COLORFGBG, which rxvt, Konsole and others set: numbers of the sixteen colours, the
            background's last.
    """
    if terminal == "linux":
        return "dark"
    last = colours.rpartition(";")[2]
    if not (last.isascii() and last.isdecimal()):
        return ""
    return "light" if int(last) == 7 or 8 < int(last) < 16 else "dark"


def unknown(console: Console, theme: str, surroundings: Mapping[str, str]) -> bool:
    """Say whether the terminal is to be asked for its background: in colour, unless it is known, where it may answer.

    Args:
        console: What draws.
        theme: What was asked for.
        surroundings: The variables of the surroundings.
    """
    name = surroundings.get("TERM", "")
    if theme != "auto" or console.no_color or told(name, surroundings.get("COLORFGBG", "")):
        return False
    return name.startswith("xterm") or console.color_system in ("256", "truecolor")


def shown(reply: str) -> str:
    """Tell the background from a terminal's reply to the question for it (OSC 11, "xterm Control Sequences").

    Args:
        reply: Such as ``11;rgb:ffff/ffff/ffff``, with one to four hexadecimal digits for each colour.

    Returns:
        ``dark`` or ``light``; empty when it is no such reply.
    """
    kind, _, value = reply.partition(":")
    parts = value.split("/")[:3]
    try:
        red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in parts)
    except (ValueError, ZeroDivisionError):
        return ""
    if kind not in ("11;rgb", "11;rgba"):
        return ""
    # Between these two black and white stand out alike; the exponent is near enough to sRGB for that.
    return "light" if 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2 > 0.18 else "dark"
