"""What is drawn on a terminal: lines that stay, below them a few that do not, and one of these that follows a clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding

from qot_quiz.ui.keys import Keys

WIDEST = 100
"""Columns that a line of text uses at most: longer ones are hard to read."""

NARROWEST = 20
"""Columns below which lines are cut by the terminal rather than wrapped."""

MARGIN = 2
"""Columns left free on either side."""


class Canvas:
    """Draws with Rich; the scrollback stays readable, since only the last lines are drawn again.

    Args:
        console: Where to draw.
        keys: The owner of the terminal, which knows its size.
    """

    def __init__(self, console: Console, keys: Keys) -> None:
        self._console = console
        self._keys = keys
        self._live = 0
        self._tail = 0
        self._emptied = False

    @property
    def width(self) -> int:
        """Columns that a text may take."""
        return min(self._columns(), WIDEST) - 2 * MARGIN

    def static(self, parts: Iterable[RenderableType]) -> None:
        """Draw lines that stay, in the place of the last lines that do not."""
        self.live(parts)
        self.forget()

    def live(self, parts: Iterable[RenderableType], tail: Sequence[RenderableType] = ()) -> None:
        """Draw lines that do not stay, in the place of the last such lines.

        Args:
            parts: What is drawn.
            tail: What is drawn below it; its first line can be drawn alone by `tick`.
        """
        above, below = self._drawn(parts), self._drawn(tail)
        erase = f"\x1b[{self._live}A\r\x1b[J" if self._live else ""
        self._write(erase + above + below)
        self._tail = below.count("\n")
        self._live = above.count("\n") + self._tail

    def tick(self, part: RenderableType, further: int = 0) -> None:
        """Draw the first line of the tail anew, and nothing else; not where it has left the screen.

        Args:
            part: A text of one line.
            further: Lines by which the cursor stands below the lines drawn here.
        """
        up = self._tail + further
        if self._tail and up < self._keys.size()[1]:
            line = self._drawn([part]).removesuffix("\n")
            self._write(f"\x1b7\x1b[{up}A\r{line}\x1b[K\x1b8")

    def forget(self) -> None:
        """Let the lines that do not stay stand where they are, as after something else was drawn below them."""
        self._live = self._tail = 0

    def empty(self) -> None:
        """Take everything off the screen: what a shell left goes into the scrollback, what was drawn here is gone.

        Erased from the top, the lines of a game do not come back by scrolling.
        """
        rows = self._keys.size()[1]
        away = "" if self._emptied else f"\x1b[{rows};1H" + "\n" * rows
        self._write(f"{away}\x1b[H\x1b[J")
        self._emptied = True
        self.forget()

    def _columns(self) -> int:
        return max(NARROWEST, self._keys.size()[0])

    def _drawn(self, parts: Iterable[RenderableType]) -> str:
        columns = self._columns()
        self._console.width = columns
        with self._console.capture() as drawn:
            for part in parts:
                self._console.print(Padding(part, (0, MARGIN)), width=min(columns, WIDEST))
        return drawn.get()

    def _write(self, text: str) -> None:
        self._console.file.write(text)
        self._console.file.flush()
