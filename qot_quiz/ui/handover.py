"""The keyboard goes to the player whose turn it is, and nobody sees the question before."""

from __future__ import annotations

from rich.text import Text

from qot_quiz.core import moves
from qot_quiz.core.events import HandOver
from qot_quiz.play import Clock
from qot_quiz.ui import keyline, views
from qot_quiz.ui.canvas import Canvas
from qot_quiz.ui.pressing import AGAIN, Pressing


def call(canvas: Canvas, event: HandOver) -> None:
    """Call a player to the keyboard."""
    canvas.live([Text(""), *views.called(event), keyline.called()])


def ready(canvas: Canvas, pressing: Pressing, event: HandOver, clock: Clock) -> moves.Command:
    """Wait until the player sits at the keyboard, or somebody leaves.

    Args:
        canvas: Where the call stands.
        pressing: Where keys come from.
        event: Who is called.
        clock: The game's clock.
    """
    while True:
        match pressing.key():
            case "enter" | "space":
                return moves.Ready(clock())
            case "q" | "escape":
                return moves.Leave(clock())
            case again if again in AGAIN:
                pressing.settle()
                canvas.empty()
                call(canvas, event)
