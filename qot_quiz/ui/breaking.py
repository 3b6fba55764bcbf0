"""Texts that stay readable where a narrow window breaks them.

They are to be drawn inside a `Padding`, as screens do: `Console.print` joins bare texts and breaks them as one.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions
from rich.containers import Lines
from rich.segment import Segment
from rich.text import Text

from qot_quiz.ui.wrapping import BOND, bound

GAP = "  "
"""What parts two pairs."""

NEWLINE = Text("\n")


class Bound(Text):
    """A text that is broken at its words, but not between those that are read as one."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segment]:
        """Draw the text, broken to the width that there is; whole where it is not to be broken."""
        lines = [self] if options.no_wrap else _broken(self, console, options.max_width)
        yield from NEWLINE.join(lines).render(console, end=self.end)


class Hanging(Text):
    """A text whose further lines begin where its own words do, behind the sign and number in front of them."""

    hang = 0

    @classmethod
    def of(cls, front: Text, words: Text) -> Hanging:
        """Put a front before words.

        Args:
            front: Signs and numbers, each a column wide.
            words: What may be broken.
        """
        made = cls()
        made.append_text(front).append_text(words)
        made.hang = len(front)
        return made

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segment]:
        """Draw the text, broken to the width that there is."""
        front, words = self.divide([self.hang])
        lines = _broken(words, console, max(1, options.max_width - self.hang))
        fronts = [front, *[Text(" " * self.hang)] * (len(lines) - 1)]
        whole = NEWLINE.join(front + line for front, line in zip(fronts, lines, strict=True))
        yield from whole.render(console, end=self.end)


class Parted(Text):
    """Parts in a row that is broken between them as long as each has room; what stood between two is gone there."""

    gap = " · "

    @classmethod
    def of(cls, words: Text) -> Parted:
        """Take the parts of a text."""
        made = cls()
        made.append_text(words)
        return made

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segment]:
        """Draw as many parts on each line as there is room for."""
        lines: list[Text] = []
        between = Text()
        for part in self.split(self.gap, include_separator=True):
            words, gap = part.divide([len(part) - len(self.gap) * part.plain.endswith(self.gap)])
            if lines and lines[-1].cell_len + between.cell_len + words.cell_len <= options.max_width:
                lines[-1].append_text(between).append_text(words)
            else:
                lines += _broken(words, console, options.max_width)
            between = gap
        yield from NEWLINE.join(lines).render(console, end=self.end)


class Paired(Parted):
    """Pairs of a key and what it does, in a row that is broken between pairs only."""

    gap = GAP

    def pair(self, key: str, key_style: str, does: str, style: str) -> None:
        """Add a pair."""
        self.append(GAP if self else "").append(key, key_style).append(f" {does}", style)


def _broken(words: Text, console: Console, width: int) -> Lines:
    """Break a text to so many columns."""
    whole = words.copy()
    whole.plain = bound(words.plain, width)  # as long as before, so that every style stays where it was
    lines = whole.wrap(console, width)
    for line in lines:
        line.plain = line.plain.replace(BOND, " ")
    return lines
