"""What is drawn on a terminal: lines that stay, below them a few that do not, and one of these that follows a clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, takewhile

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from qot_quiz.ui import room
from qot_quiz.ui.keys import Keys

WIDEST = 100
"""Columns that a line of text uses at most: longer ones are hard to read."""

NARROWEST = 20
"""Columns below which lines are cut by the terminal rather than wrapped."""

MARGIN = 2
"""Columns left free on either side."""

LEAST = 2
"""Lines in which something is chosen, in a window of whatever height."""

ERASED = "\x1b[K\x1b[C\x1b[J\r"
"""Erases a line and all below it, but not at once: some terminals take a window erased whole into their scrollback."""

MARK = "\x1f"
"""What ends a part in what Rich has drawn; cleaned texts have no such character."""

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
        self._stays = self._live = self._tail = self._risen = 0
        self._pauses = 0
        self._emptied = False
        self._ready: dict[int, tuple[RenderableType, list[str]]] = {}

    @property
    def width(self) -> int:
        """Columns that a text may take."""
        return min(self._columns(), WIDEST) - 2 * MARGIN

    @property
    def rows(self) -> int:
        """Lines of the window."""
        return self._keys.size()[1]

    @property
    def small(self) -> bool:
        """Whether the window is too small for a game; a sentence about it stands there, where `live` was to draw."""
        return room.small(self._keys.size())

    def begin(self, parts: Sequence[RenderableType]) -> None:
        """Draw lines that stay, an empty one first, and are to be seen as long as something is chosen below them."""
        erased, self._stays = self._erased(), 0
        self._live = self._tail = 0
        self._write(erased)
        self.static([] if self.small else parts)

    def static(self, parts: Sequence[RenderableType]) -> None:
        """Draw lines that stay, in the place of the last lines that do not."""
        drawn = self._lines(parts)
        self._write(self._erased() + "".join(drawn))
        self._stays += len(drawn)
        self._live = self._tail = 0

    def rewind(self) -> None:
        """Take what was drawn since `begin` off the screen, to be drawn anew in a window of another size.

        As many lines are erased as were written. A terminal that breaks them anew for a narrower window has more of
        them by now, of which the first stay; what stood above them is never reached. Nothing is erased after a pause.
        """
        self._look()
        up = self._stays + self._live - self._risen
        self._write((f"\x1b[{up}A\r" if up > 0 else "\r") + ERASED)
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
        if self.small:
            parts, tail, focus = [Text(room.said(self._keys.size()), "qot.question")], (), None
        self._lines([*parts, *tail])
        drawn, below = [self._lines([part]) for part in parts], self._lines(tail)
        most = self.rows - 1
        if focus is not None:
            kept = max(0, self._stays - 1)  # the empty line may leave the window
            drawn = _around(drawn, focus, max(most - kept - len(below), LEAST))
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
            line = self._drawn(part).removesuffix("\n")
            self._write(f"\x1b7\x1b[{up}A\r{line}\x1b[K\x1b8")

    def rise(self, further: int) -> bool:
        """Put the cursor on the line that `tick` would draw, for `redraw`; False where that has left the screen."""
        up = self._tail + further
        if seen := 0 < up < self.rows:
            self._write(f"\x1b[{up}A\r")
            self._risen = up
        return seen

    def redraw(self, part: RenderableType) -> None:
        """Draw the line on which the cursor stands anew, a text of one line; the cursor stays at its beginning.

        A terminal that breaks its lines anew for another width moves the cursor with its line.
        """
        self._write(self._drawn(part).removesuffix("\n") + "\x1b[K\r")

    def sink(self, further: int) -> None:
        """Put the cursor back to where it was before `rise`, which was told the same."""
        self._write(f"\x1b[{self._tail + further}B\r")
        self._risen = 0

    def height(self, parts: Iterable[RenderableType]) -> int:
        """Tell how many lines some parts take."""
        return len(self._lines(parts))

    def drawn(self, parts: Iterable[RenderableType]) -> str:
        """Draw some parts as a text, with its escape sequences, for others to put on the screen."""
        return "\n".join(line.removesuffix("\n") for line in self._lines(parts))

    def forget(self) -> None:
        """Let all lines stand where they are, as after something else was drawn below them."""
        self._stays = self._live = self._tail = self._risen = 0

    def empty(self) -> None:
        """Take everything off the screen: what a shell left goes into the scrollback, what was drawn here is gone.

        Erased from the top, the lines of a game do not come back by scrolling.
        """
        rows = self.rows
        away = "" if self._emptied else f"\x1b[{rows};1H" + "\n" * rows
        self._write(f"{away}\x1b[H{ERASED}")
        self._emptied = True
        self.forget()

    def _erased(self) -> str:
        """Write what takes the lines that do not stay off the screen."""
        self._look()
        return f"\x1b[{self._live}A\r\x1b[J" if self._live else ""

    def _look(self) -> None:
        """Forget what was drawn before a pause: whoever had the terminal meanwhile has left the cursor elsewhere."""
        if self._pauses != self._keys.pauses:
            self._pauses = self._keys.pauses
            self.forget()

    def _lines(self, parts: Iterable[RenderableType]) -> list[str]:
        """Draw parts without the spaces behind them, which a window made narrower would break into further lines.

        Each is drawn once only, although it is measured before it is written, and all in one go: a verdict must not
        wait, and Rich takes as long to begin as to draw a line.
        """
        parts = [*parts]
        if new := {id(part): part for part in parts if id(part) not in self._ready}:
            marked = chain.from_iterable((part, Text(MARK)) for part in new.values())
            lines = iter(self._drawn(Group(*marked)).splitlines())
            for key, part in new.items():
                own = takewhile(lambda line: MARK not in line, lines)
                self._ready[key] = part, [line.rstrip(" ") + "\n" for line in own]
        return [line for part in parts for line in self._ready[id(part)][1]]

    def _columns(self) -> int:
        return max(NARROWEST, self._keys.size()[0])

    def _drawn(self, part: RenderableType) -> str:
        columns = self._columns()
        self._console.width = columns
        with self._console.capture() as drawn:
            self._console.print(Padding(part, (0, MARGIN)), width=min(columns, WIDEST))
        return drawn.get()

    def _write(self, text: str) -> None:
        self._ready.clear()
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
