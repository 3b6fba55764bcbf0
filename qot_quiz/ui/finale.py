"""The end of a game on a terminal: points counted up while nobody presses a key, and what can be asked for next."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from qot_quiz.core.after import After
from qot_quiz.core.events import Ended
from qot_quiz.core.setup import Rules
from qot_quiz.ui import closing, ending
from qot_quiz.ui.canvas import Canvas
from qot_quiz.ui.leaving import Interrupted, Terminated
from qot_quiz.ui.pressing import AGAIN, Pressing
from qot_quiz.ui.views import text

FRAMES, FRAME = 14, 0.035
"""Pictures in which points are counted up, and seconds between two of them."""

AROUND = 6
"""Lines of the end besides: the points, what stands around the missed questions, and where the cursor is."""

KEYS = {"enter": "", "escape": "", **{key: wish for key, wish in ending.WISHES.items() if key}}
"""The keys that are understood, with what they ask for."""


class Finale:
    """Draws the end of a game.

    Args:
        canvas: Where it is drawn.
        pressing: Where keys come from.
        ended: The end.
        after: What is told and offered.
        rules: The rules of the game.
    """

    def __init__(self, canvas: Canvas, pressing: Pressing, ended: Ended, after: After, rules: Rules) -> None:
        self._canvas = canvas
        self._pressing = pressing
        self._ended = ended
        self._after = after
        self._rules = rules
        self._missed = ending.missed(ended)
        self._hidden = 0
        self._below = 0
        self._risen = False

    def play(self, counting: bool) -> str:
        """Draw the end and wait for what is asked for, if anything is offered.

        Args:
            counting: Whether points may be counted up; any key stops that, and does what it does.

        Returns:
            What the player asks for; empty for nothing.
        """
        self._draw()
        if not self._offered():
            self._canvas.forget()
            return ""
        key = self._count() if counting and not self._ended.podium else self._pressing.key()
        while True:
            wish = KEYS.get(key)
            if wish == ending.MORE and self._hidden:
                self._canvas.live([])
                self._hidden = 0
                self._canvas.static([Text(""), *closing.missed(self._missed)])
                self._prompt()
            elif wish == "" or any(key == offered for offered, _ in self._offered()):
                self._canvas.static([Text("")])
                return wish or ""
            elif key in AGAIN:
                self._pressing.settle()
                self._canvas.rewind()
                self._risen = False
                self._draw()
            key = self._pressing.key()

    def _draw(self) -> None:
        points = [] if self._ended.podium else [self._counted(1)]
        top: list[RenderableType] = [Text(""), closing.headline(self._ended, self._rules), *points]
        rest: list[RenderableType] = [*closing.brought(self._ended, self._after)]
        if not self._offered() and not self._canvas.small:
            # Nobody is waited for, and so what matters most comes last, where it stays in sight.
            self._canvas.begin([*self._fitting(rest), *top])
        else:
            self._canvas.begin(top)
            rest += self._fitting(rest)
        if self._canvas.small:
            self._prompt()
            return
        self._canvas.static(rest)
        self._below = self._canvas.height(rest)
        self._prompt()

    def _fitting(self, above: list[RenderableType]) -> list[RenderableType]:
        """List as much of what was missed as the window holds below the result; all where it could not be asked for."""
        whole = closing.missed(self._missed)
        offered = ending.offered(self._after, len(self._missed), len(self._missed))
        besides = [closing.headline(self._ended, self._rules), *above, closing.keys(offered)]
        room = self._canvas.rows - AROUND - self._canvas.height(besides)
        heights = [self._canvas.height(whole[at : at + 2]) for at in range(0, len(whole), 2)]
        shown = len(heights)
        while offered and shown and sum(heights[:shown]) > room:
            shown -= 1
        self._hidden = len(heights) - shown
        if not shown:
            return []
        more = [text(f"and {self._hidden} more", "qot.quiet")] if self._hidden else []
        return [Text(""), text("What was missed:", "qot.question"), *whole[: 2 * shown], *more]

    def _prompt(self) -> None:
        offered = self._offered()
        self._canvas.live([], [Text(""), closing.keys(offered)] if offered else [Text("")])

    def _offered(self) -> list[tuple[str, str]]:
        return ending.offered(self._after, len(self._missed), self._hidden)

    def _count(self) -> str:
        """Count the points up until that is done or a key is pressed, and give the first key.

        The cursor stays on their line: after a change of the window's width nothing else would find it again.
        """
        key = ""
        self._risen = bool(self._ended.standing.points) and self._canvas.rise(self._below + 1)
        self._pressing.before_pause(self._counted_up)
        try:
            for frame in range(FRAMES if self._risen else 0):
                self._canvas.redraw(self._counted(frame / FRAMES))
                if (key := self._pressing.key(FRAME)) != "timeout":
                    break
        except (Interrupted, Terminated):
            self._counted_up()
            raise
        finally:
            self._pressing.before_pause(None)
        if key != "resize":
            self._counted_up()
        return self._pressing.key() if key in ("", "timeout") else key

    def _counted_up(self) -> None:
        """Leave the whole sum, and the cursor below all that was drawn."""
        if self._risen:
            self._canvas.redraw(self._counted(1))
            self._canvas.sink(self._below + 1)
            self._risen = False

    def _counted(self, share: float) -> Text:
        """Draw points and stars at a moment of the counting, which slows down towards its end."""
        share = 1 - (1 - share) ** 2
        stars = self._after.stars
        return closing.counted(round(self._ended.standing.points * share), stars and int(stars * share))
