"""What is drawn on a terminal: lines that stay, below them a few that do not, and one of these that follows a clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from rich.console import Console, RenderableType
from rich.padding import Padding

from qot_quiz.ui.keys import Keys

WIDEST = 100
"""Columns that a line of text uses at most: longer ones are hard to read."""

NARROWEST = 20
"""Columns below which lines are cut by the terminal rather than wrapped."""

MARGIN = 2
"""Columns left free on either side."""

LEAST = 2
"""Lines in which something is chosen, in a window of whatever height."""

BEFORE, BEHIND = "↑", "↓"
"""What stands in the margin where there is more above and below."""


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
        self._kept = 0
        self._emptied = False

    @property
    def width(self) -> int:
        """Columns that a text may take."""
        return min(self._columns(), WIDEST) - 2 * MARGIN

    @property
    def rows(self) -> int:
        """Lines of the window."""
        return self._keys.size()[1]

    def begin(self, parts: Sequence[RenderableType]) -> None:
        """Draw lines that stay, an empty one first, and are to be seen as long as something is chosen below them."""
        self._kept = -1  # the empty line may leave the window
        self.static(parts)

    def static(self, parts: Sequence[RenderableType]) -> None:
        """Draw lines that stay, in the place of the last lines that do not."""
        drawn = self._lines(parts)
        self._kept += len(drawn)
        self._write(self._erased() + "".join(drawn))
        self.forget()

    def live(
        self, parts: Sequence[RenderableType], tail: Sequence[RenderableType] = (), focus: int | None = None
    ) -> None:
        """Draw lines that do not stay, in the place of the last such lines.

        Where the window cannot hold them below what stays since `begin`, those parts are drawn that stand around the
        focus. Without one, all goes into the scrollback once; drawn again, it shows as much as the window holds.

        Args:
            parts: What is drawn.
            tail: What is drawn below it; its first line can be drawn alone by `tick`.
            focus: The place of the part that must be seen, from 0; None where the end matters most.
        """
        drawn, below = [self._lines([part]) for part in parts], self._lines(tail)
        most = self.rows - 1
        if focus is not None:
            drawn = _around(drawn, focus, max(most - self._kept - len(below), LEAST))
        lines = [*chain.from_iterable(drawn), *below]
        if self._live or focus is not None:
            lines = lines[-most:]
        self._write(self._erased() + "".join(lines))
        self._live, self._tail = min(len(lines), most), min(len(below), most)

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

    def rise(self, further: int) -> bool:
        """Put the cursor on the line that `tick` would draw, for `redraw`; False where that has left the screen."""
        up = self._tail + further
        if seen := 0 < up < self.rows:
            self._write(f"\x1b[{up}A\r")
        return seen

    def redraw(self, part: RenderableType) -> None:
        """Draw the line on which the cursor stands anew, a text of one line; the cursor stays at its beginning.

        A terminal that breaks its lines anew for another width moves the cursor with its line.
        """
        self._write(self._drawn([part]).removesuffix("\n") + "\x1b[K\r")

    def sink(self, further: int) -> None:
        """Put the cursor back to where it was before `rise`, which was told the same."""
        self._write(f"\x1b[{self._tail + further}B\r")

    def clear(self) -> None:
        """Take the line on which the cursor stands, and all below it, off the screen."""
        self._write("\r\x1b[J")
        self.forget()

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

    def _lines(self, parts: Iterable[RenderableType]) -> list[str]:
        return self._drawn(parts).splitlines(keepends=True)

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


def _around(parts: list[list[str]], focus: int, room: int) -> list[list[str]]:
    """Leave the parts that so many lines hold: the one in the focus, the one behind it, and what stands around them."""
    if sum(map(len, parts)) <= room:
        return parts
    first = last = focus
    taken = len(parts[focus])
    # The next part comes first, so that nobody walks down blindly; then what was passed, then what is still to come.
    for at in (focus + 1, *range(focus - 1, -1, -1), *range(focus + 2, len(parts))):
        if at not in (first - 1, last + 1) or at >= len(parts) or taken + len(parts[at]) > room:
            continue
        first, last, taken = min(first, at), max(last, at), taken + len(parts[at])
    shown = [list(part) for part in parts[first : last + 1]]
    if _any(parts[:first]):
        shown[0][0] = shown[0][0].replace(" ", BEFORE, 1)
    if _any(parts[last + 1 :]):
        shown[-1][-1] = shown[-1][-1].replace(" ", BEHIND, 1)
    return shown


def _any(parts: list[list[str]]) -> bool:
    """Whether parts hold more than air."""
    return any(line.strip() for part in parts for line in part)
