"""A menu: one thing of several, picked by its number at once, or by arrows and Enter."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console, RenderableType
from rich.text import Text

from qot_quiz.ui import keyline, views
from qot_quiz.ui.breaking import Hanging
from qot_quiz.ui.canvas import Canvas
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.leaving import Declined
from qot_quiz.ui.pressing import AGAIN, Pressing

NUMBERED = 9
"""Things that have a number: one key picks them."""

AIR = 6
"""Lines that stand around a menu where there is room: its question, its keys, and air."""


class Menu:
    """Draws what can be picked, and reads the keys.

    Args:
        console: Where to draw.
        keys: The owner of the terminal, entered.
        question: What is asked.
        choices: What is offered: a name for each, and the words shown.
        away: The name that Escape and `q` pick; None where they pick nothing.
        at: The place of the one that Enter alone picks, from 0.
    """

    def __init__(
        self,
        console: Console,
        keys: Keys,
        question: str,
        choices: Mapping[str, str],
        away: str | None = None,
        at: int = 0,
    ) -> None:
        self._canvas = Canvas(console, keys)
        self._pressing = Pressing(keys)
        self._question = question
        self._names, self._shown = [*choices], [*choices.values()]
        self._away = away
        self._at = at

    def pick(self) -> str:
        """Wait until one is picked, and give its name; what was picked stays on the screen, the others do not.

        Raises:
            Declined: The player wants none of them.
            Leaving: As `Keys.read` does.
        """
        at = drawn = self._at
        self._head()
        self._choices(at)
        while True:
            key = self._pressing.key()
            if key in ("q", "escape"):
                return self._left()
            if key in ("enter", "space"):
                return self._picked(at)
            if len(key) == 1 and "1" <= key <= str(min(NUMBERED, len(self._names))):
                return self._picked(int(key) - 1)
            if key in AGAIN:
                self._pressing.settle()
                self._canvas.rewind()
                self._head()
                drawn = -1
            at = moved(at, key, len(self._names))
            if at != drawn:
                self._choices(at)
                drawn = at

    def _head(self) -> None:
        self._canvas.begin([Text(""), views.text(self._question, "qot.brand")])

    def _choices(self, at: int) -> None:
        lines: list[RenderableType] = []
        for place, words in enumerate(self._shown):
            front = Text(f"{views.CURSOR if place == at else ' '} ")
            front.append(f"{place + 1} " if place < NUMBERED else "  ", "qot.key")
            lines.append(Hanging.of(front, views.text(words, "qot.cursor" if place == at else "qot.option")))
        air = [Text("")] if len(lines) + AIR < self._canvas.rows else []
        keys = keyline.menu(min(NUMBERED, len(self._names)), "back" if self._away is None else self._said(self._away))
        self._canvas.live([*air, *lines], [*air, keys], at + len(air))

    def _said(self, name: str) -> str:
        shown = self._shown[self._names.index(name)]
        return shown[:1].lower() + shown[1:]

    def _picked(self, at: int) -> str:
        front = Text(f"{views.CURSOR} ")
        self._canvas.static([Hanging.of(front, views.text(self._shown[at], "qot.option"))])
        return self._names[at]

    def _left(self) -> str:
        if self._away is None:
            self._canvas.static([])
            raise Declined
        return self._picked(self._names.index(self._away))


def moved(at: int, key: str, count: int) -> int:
    """Move the cursor as a key says, round at either end; keys that mean nothing leave it where it is.

    Args:
        at: Its place, from 0.
        key: The key, by the names that `Keys.read` gives.
        count: How many places there are.
    """
    match key:
        case "up":
            return (at - 1) % count
        case "down":
            return (at + 1) % count
        case "home":
            return 0
        case "end":
            return count - 1
        case _:
            return at
