"""The parser's own words: the help as wide as the window, every command in its whole sentence, and mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qot_quiz.cli.flags import HELP

if TYPE_CHECKING:
    from typer.models import CommandInfo

WIDEST, MARGIN = 80, 2
"""Columns of the window that the help uses at most, and of these the ones left free."""

NARROWEST = 20
"""Columns that the help takes even in a narrower window, where its lines could not be broken any more."""


def whole(commands: list[CommandInfo]) -> list[CommandInfo]:
    """Let a list of commands tell each in its whole sentence; Typer cuts the ones that are not given for the list.

    Args:
        commands: The commands, each with a docstring of one sentence.
    """
    for one in commands:
        one.short_help = getattr(one.callback, "__doc__", None)
    return commands


def layout(words: list[str]) -> dict[str, int]:
    """Say how wide a help may be, as Typer's settings have it: by itself it takes fifty columns of whatever window.

    Args:
        words: The command line without the program's name.
    """
    if not any(option in words for option in HELP["help_option_names"]):
        return {}
    from shutil import get_terminal_size

    return {"terminal_width": max(NARROWEST, min(WIDEST, get_terminal_size().columns) - MARGIN)}


def mistake(message: str) -> str:
    """Say what the parser says in the words and signs of every other message."""
    import re

    text = re.sub(r"'([^']*)'", r'"\1"', " ".join(message.split())).removesuffix(".")
    return f"{text}.".replace("?.", "?").replace("a valid int", "a whole number")
