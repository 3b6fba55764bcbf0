"""Lines of text that a player types in the midst of a game, with the keys that matter below them."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console, RenderableType

from qot_quiz.ui import theme, views
from qot_quiz.ui.breaking import Hanging
from qot_quiz.ui.canvas import Canvas
from qot_quiz.ui.keys import Keys

PROMPT = " › "
"""What stands in front of a typed line."""


class Writing:
    """Lets a player type lines; each leaves the screen with its Enter.

    Args:
        console: Where to draw.
        keys: The owner of the terminal.
        canvas: What is drawn above the line.
    """

    def __init__(self, console: Console, keys: Keys, canvas: Canvas) -> None:
        self._console = console
        self._keys = keys
        self._canvas = canvas

    def line(
        self,
        commands: dict[str, str],
        redraw: Callable[[], None],
        below: Callable[[str], list[RenderableType]],
        tick: Callable[[int], float | None] | None = None,
        refused: str = "",
    ) -> str | None:
        """Let the player type a line, or press one of the keys that command on an empty one; None when time is over.

        Args:
            commands: Keys that are commands on an empty line, and what they stand for.
            redraw: Draws all that stands above the line anew.
            below: What stands below the line, given what is typed.
            tick: Draws the clock above the line, as `typed.read_text` says.
            refused: What was typed and would not do.
        """
        # questionary costs 100 ms: the question is on the screen by now
        from qot_quiz.ui.typed import Pressed, Typed, read_text

        def drawn(text: str) -> str:
            return "" if self._canvas.small else self._canvas.drawn(below(text))

        answer = read_text(
            self._keys,
            PROMPT,
            commands,
            self._console.no_color,
            ink=theme.ink(self._console),
            redraw=redraw,
            tick=tick,
            below=drawn,
            refused=refused,
        )
        if isinstance(answer, Typed):
            return answer.text
        return answer.token if isinstance(answer, Pressed) else None


def kept(line: str) -> RenderableType:
    """Draw a line that was typed, as it stood on the screen."""
    return Hanging.of(views.text(f"{views.CURSOR} ", "qot.key"), views.text(line))
