"""What is drawn anew in a window of another size, on terminals that break their lines anew and on others."""

from __future__ import annotations

import io

import pyte
import pytest
from rich.console import Console
from rich.text import Text

from qot_quiz.ui.canvas import Canvas

FORMER = [f"a former line, the {number}th of them" for number in range(1, 31)]
ASK = "Which of all the channels that there are broadcast this drama at the weekends of two months?"
OPTIONS = ["tvN", "JTBC", "a channel whose name is so long that no narrow window holds it in one line", "SBS"]


class Window:
    """A terminal: a screen of some size, what is drawn on it, and keys that tell the size.

    Args:
        columns: Columns of the window.
        rows: Its lines.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.pauses = 0
        self._size = columns, rows
        self._file = io.StringIO()
        self._told = 0
        self._screen = pyte.HistoryScreen(columns, rows, history=1000)
        self.write("\n".join([*FORMER, ""]))
        console = Console(file=self._file, force_terminal=True, legacy_windows=False)
        self.canvas = Canvas(console, self)  # type: ignore[arg-type]

    def size(self) -> tuple[int, int]:
        """Give columns and lines."""
        return self._size

    def write(self, text: str) -> None:
        """Draw."""
        pyte.Stream(self._screen).feed(text.replace("\n", "\r\n"))

    def resize(self, columns: int, rows: int, reflows: bool) -> None:
        """Take another size, with the lines broken anew, or cut."""
        lines = self.all()
        self._size = columns, rows
        self._screen = pyte.HistoryScreen(columns, rows, history=1000)
        self.write("\n".join([*(line if reflows else line[:columns] for line in lines), ""]))

    def draw(self) -> None:
        """Draw a question, as screens do."""
        self.canvas.begin([Text(""), Text("Question 1"), Text(ASK)])
        self.canvas.live([Text(option) for option in OPTIONS], [Text("keys")], 0)
        self.shown()

    def again(self) -> None:
        """Draw it anew."""
        self.canvas.rewind()
        self.draw()

    def shown(self) -> list[str]:
        """Give the lines of the window."""
        drawn = self._file.getvalue()
        self.write(drawn[self._told :])
        self._told = len(drawn)
        return [line.rstrip() for line in self._screen.display]

    def all(self) -> list[str]:
        """Give the lines of the scrollback and of the window, up to the cursor."""
        shown = self.shown()[: self._screen.cursor.y]
        above = ["".join(line[x].data for x in range(self._screen.columns)) for line in self._screen.history.top]
        return [*(line.rstrip() for line in above), *shown]


def whole(lines: list[str]) -> str:
    """Give what was drawn as one line."""
    return " ".join(" ".join(lines).split())


SMALLEST = 1, 1
"""A window in which nothing can be said."""

SIZES: list[list[tuple[int, int]]] = [
    [(100, 24)],
    [(80, 40)],
    [(60, 24)],
    [(80, 14)],
    [(40, 12), (80, 24), (50, 20)],
    [(34, 30), (120, 50), (44, 16), (44, 15), (100, 30)],
]


@pytest.mark.parametrize("reflows", [True, False])
@pytest.mark.parametrize("sizes", SIZES)
def test_drawn_anew(sizes: list[tuple[int, int]], reflows: bool) -> None:
    """The question stands whole at the end of every window, once where that became larger, and above it all stays."""
    window = Window(80, 24)
    window.draw()
    before = (80, 24)
    for size in sizes:
        copies = whole(window.all()).count("Question 1")
        window.resize(*size, reflows)
        window.again()
        assert whole(window.shown()).endswith(whole(["Question 1", ASK, *OPTIONS, "keys"]))
        larger = size[0] >= before[0] and size[1] >= before[1]
        assert whole(window.all()).count("Question 1") <= (copies if larger or not reflows else copies + 1)
        if reflows:
            assert whole(window.all()).startswith(whole(FORMER))
        before = size
    if not reflows:
        assert all(line[:34] in window.all() or line in window.all() for line in FORMER)


def test_a_question_that_left_the_screen_stays() -> None:
    """What was drawn before `begin` is not reached, and neither is anything after a pause."""
    window = Window(80, 24)
    window.draw()
    window.canvas.static([Text("a verdict")])
    window.draw()
    window.again()
    assert whole(window.all()).count("Question 1") == 2
    window.write("a shell was here\n")
    window.pauses += 1
    window.again()
    assert whole(window.all()).count("Question 1") == 3
    assert "a shell was here" in window.all()


@pytest.mark.parametrize("size", [(20, 6), (29, 30), (100, 7), SMALLEST])
def test_too_small(size: tuple[int, int]) -> None:
    """A window too small for the game says so in a sentence, and the question comes back with a larger one."""
    window = Window(80, 24)
    window.draw()
    window.resize(*size, False)
    window.again()
    assert "Question" not in whole(window.shown())
    if size != SMALLEST:
        assert whole(window.shown()).endswith("too small: the game needs 30 by 8. --plain reads in any window.")
    window.resize(80, 24, False)
    window.again()
    assert whole(window.shown()).endswith(whole(["Question 1", ASK, *OPTIONS, "keys"]))
    assert "too small" not in whole(window.shown())


def test_no_spaces_behind_lines() -> None:
    """No line ends with spaces, which a narrower window would break into lines of their own."""
    window = Window(80, 24)
    assert window.canvas.drawn([Text("short"), Text("")]) == "  short\n"
