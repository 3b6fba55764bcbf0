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

    @property
    def rows(self) -> int:
        """Lines of the window."""
        return self._keys.size()[1]

    def static(self, parts: Sequence[RenderableType]) -> None:
        """Draw lines that stay, in the place of the last lines that do not."""
        self._write(self._erased() + self._drawn(parts))
        self.forget()

    def live(
        self, parts: Sequence[RenderableType], tail: Sequence[RenderableType] = (), focus: int | None = None
    ) -> None:
        """Draw lines that do not stay, in the place of the last such lines.

        What is taller than the window goes into the scrollback once; drawn again, it shows as much as the window holds.

        Args:
            parts: What is drawn.
            tail: What is drawn below it; its first line can be drawn alone by `tick`.
            focus: The place of the part that must be seen, from 0; None where the end matters most.
        """
        above, below = self._drawn(parts), self._drawn(tail)
        drawn, most = (above + below).splitlines(keepends=True), self.rows - 1
        self._tail = below.count("\n")
        if self._live and (hidden := len(drawn) - most) > 0:
            first = hidden if focus is None else min(hidden, self.height(parts[:focus]))
            drawn = drawn[first : first + most]
            self._tail = max(0, self._tail - hidden + first)
        self._write(self._erased() + "".join(drawn))
        self._live = min(len(drawn), most)

    def tick(self, part: RenderableType, further: int = 0) -> None:
        """Draw the first line of the tail anew, and nothing else; not where it has left the screen.

        Args:
            part: A text of one line.
            further: Lines by which the cursor stands below the lines drawn here.
        """
        up = self._tail + further
        if self._tail and up < self.rows:
            line = self._drawn([part]).removesuffix("\n")
            self._write(f"\x1b7\x1b[{up}A\r{line}\x1b[K\x1b8")

    def height(self, parts: Iterable[RenderableType]) -> int:
        """Tell how many lines some parts take."""
        return self._drawn(parts).count("\n")

    def forget(self) -> None:
        """Let the lines that do not stay stand where they are, as after something else was drawn below them."""
        self._live = self._tail = 0

    def empty(self) -> None:
        """Take everything off the screen: what a shell left goes into the scrollback, what was drawn here is gone.

        Erased from the top, the lines of a game do not come back by scrolling.
        """
        rows = self.rows
        away = "" if self._emptied else f"\x1b[{rows};1H" + "\n" * rows
        self._write(f"{away}\x1b[H\x1b[J")
        self._emptied = True
        self.forget()

    def _erased(self) -> str:
        """Write what takes the lines that do not stay off the screen."""
        return f"\x1b[{self._live}A\r\x1b[J" if self._live else ""

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
