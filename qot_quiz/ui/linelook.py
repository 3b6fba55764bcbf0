"""What a typed line looks like: its colours, what stands below it, and how it is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Always
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, Window
from questionary import Style


def style(ink: str) -> Style:
    """Give the theme's colour of keys to the prompt, and none to what is typed.

    Args:
        ink: The colour as ``#rrggbb``, or nothing.
    """
    return Style([("question", f"bold {ink}"), ("answer", "nobold noinherit")])


def above(app: Application[Any], below: Callable[[], ANSI]) -> None:
    """Put the line above what stands below it: the library's own toolbar asks the terminal where the cursor is.

    Args:
        app: What draws the line.
        below: Gives what stands below it.
    """
    line = app.layout
    line.current_window.dont_extend_height = Always()  # what was once drawn below leaves no gap behind the line
    app.layout = Layout(HSplit([line.container, Window(FormattedTextControl(below))]), line.current_window)


def sink(app: Application[Any]) -> None:
    """Put the cursor below the line and what stands under it: whoever has the terminal next writes where it is.

    Args:
        app: What draws the line.
    """
    drawn = app.renderer.last_rendered_screen
    if drawn is not None:
        down = drawn.height - drawn.get_cursor_position(app.layout.current_window).y
        app.output.write_raw("\r" + "\n" * down)
        app.output.flush()
