"""Takes the pictures that README.md shows from the real program's screens: `python .readme/pictures.py`."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby

import pexpect
import pyte
from rich.color import Color
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PROGRAM = (sys.executable, "-m", "qot_quiz")
PLAYER = "Ann"
GAME = ("play", "--kind", "choice", "--player", PLAYER, "--up-to", "0", "--seed")
"""A game of which no question gives anything of the drama away; its seed follows."""

SEEDS = tuple(map(str, range(26, 35)))
"""The seeds of the games that the statistics tell of, that of the pictures first."""

COLUMNS, LINES = 76, 70
PATIENCE_S = 30
WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)

SIXTEEN = [(0, 0, 0)] * 16
"""The colours of a terminal's own palette, which the two themes here do without."""

BACKGROUNDS = {
    "dark": TerminalTheme((30, 30, 30), (224, 224, 224), SIXTEEN[:8], SIXTEEN[8:]),
    "light": TerminalTheme((246, 246, 246), (36, 36, 36), SIXTEEN[:8], SIXTEEN[8:]),
}


class Terminal:
    """The program on a pseudo-terminal, seen through an emulator.

    Args:
        words: The command line without the program's name.
        home: The folder of its files.
        theme: The background that it draws for.
    """

    def __init__(self, words: tuple[str, ...], home: str, theme: str) -> None:
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.Stream(self._screen)
        self._child = pexpect.spawn(
            PROGRAM[0],
            [*PROGRAM[1:], *words, "--theme", theme],
            cwd=ROOT,
            dimensions=(LINES, COLUMNS),
            encoding="utf-8",
            env=_surroundings(home),
        )

    def until(self, text: str) -> None:
        """Wait until a text is drawn."""
        limit = time.monotonic() + PATIENCE_S
        while text not in "\n".join(self._screen.display):
            assert time.monotonic() < limit, f"{text!r} never came:\n" + "\n".join(self._screen.display)
            self._read(0.1)

    def press(self, key: str, text: str) -> None:
        """Press a key once what is drawn has come to rest, and wait for a text."""
        self._read(1)
        self._child.send(key)
        self.until(text)

    def rows(self, first: str, beyond: str = "") -> list[Text]:
        """Give what is drawn, without the empty rows at the end.

        Args:
            first: How the first row begins: the last one that does, or the top where none does.
            beyond: How the row behind the last one begins, if not all are wanted.
        """
        self._read(1)
        rows = [_row(self._screen.buffer[at]) for at in range(LINES)]
        begins = [at for at, row in enumerate(rows) if first and row.plain.strip().startswith(first)]
        ends = [at for at, row in enumerate(rows) if beyond and row.plain.strip().startswith(beyond)]
        rows = rows[begins[-1] if begins else 0 : ends[0] if ends else LINES]
        while rows and not rows[-1].plain.strip():
            rows.pop()
        return rows

    def close(self) -> None:
        """Take the terminal away."""
        self._child.close(force=True)

    def _read(self, quiet: float) -> None:
        """Take up what is drawn until nothing more comes for so many seconds."""
        try:
            while True:
                self._stream.feed(self._child.read_nonblocking(65536, timeout=quiet))
        except (pexpect.TIMEOUT, pexpect.EOF):
            return


def _surroundings(home: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return {**kept, "QOT_QUIZ_HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}


def _row(cells: dict[int, pyte.screens.Char]) -> Text:
    """Turn a row of the emulator into styled text."""
    row = Text()
    for style, run in groupby((cells[at] for at in range(COLUMNS)), _style):
        row.append("".join(cell.data for cell in run), style)
    row.rstrip()
    return row


def _style(cell: pyte.screens.Char) -> Style:
    color = None if cell.fg == "default" else Color.parse(f"#{cell.fg}")
    return Style(color=color, bold=cell.bold, italic=cell.italics, underline=cell.underscore)


def _called(home: str, *words: str, typed: str = "") -> str:
    """Run the program without a terminal."""
    done = subprocess.run(
        [*PROGRAM, *words],
        input=typed,
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
        env=_surroundings(home),
    )
    return done.stdout


def _solutions(seed: str) -> list[str]:
    """Find out what is right in a game."""
    with tempfile.TemporaryDirectory() as home:
        game = json.loads(_called(home, *GAME, seed, "--json", "--answers", "-", typed="s\n" * 10))
    return [answer["solution"] for answer in game["answers"]]


@contextmanager
def _terminal(words: tuple[str, ...], home: str, theme: str) -> Iterator[Terminal]:
    terminal = Terminal(words, home, theme)
    try:
        yield terminal
    finally:
        terminal.close()


def _played(home: str, theme: str) -> Iterator[tuple[str, list[Text]]]:
    """Play the game of the pictures with one mistake, and yield a waiting question, a verdict and the end."""
    letters = "abcd"
    keys = [str(letters.index(solution) + 1) for solution in _solutions(SEEDS[0])]
    keys[6] = "1" if keys[6] != "1" else "2"
    with _terminal((*GAME, SEEDS[0]), home, theme) as terminal:
        for number, key in enumerate(keys, 1):
            terminal.until(f"Question {number} of 10")
            if number == 4:
                terminal.press("\x1b[B", "›")
                yield "question", terminal.rows("Question 4 of 10")
            terminal.press(key, "Enter result" if number == len(keys) else "Enter next")
            if number == 4:
                yield "verdict", terminal.rows("Question 4 of 10")
            terminal.press("\r", "Enter done" if number == len(keys) else f"Question {number + 1} of 10")
        yield "end", terminal.rows("9 of 10")


def _studied(home: str, theme: str) -> Iterator[tuple[str, list[Text]]]:
    """Play some games that are not alike, and yield the statistics."""
    _called(home, "settings", "set", "player", PLAYER)
    _called(home, "settings", "set", "up-to", "0")
    for round, seed in enumerate(SEEDS[1:], 1):
        solutions = _solutions(seed)
        # Every game goes a little better than the one before.
        missed = [number for number in range(10) if number * 7 % 10 < 6 - round // 2]
        lines = ["s" if number in missed else solution for number, solution in enumerate(solutions)]
        _called(home, *GAME, seed, "--answers", "-", typed="\n".join([*lines, ""]))
    with _terminal(("stats",), home, theme) as terminal:
        terminal.until("To review next")
        yield "stats", terminal.rows("", "By episode")


def _save(name: str, theme: str, rows: list[Text]) -> None:
    console = Console(
        record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor", highlight=False
    )
    for row in (Text(), *rows, Text()):
        console.print(row, no_wrap=True, overflow="ignore", crop=False)
    svg = console.export_svg(title="qot-quiz", theme=BACKGROUNDS[theme], unique_id=f"qot-{name}-{theme}")
    with open(os.path.join(HERE, f"{name}-{theme}.svg"), "w", encoding="utf-8") as file:
        file.write(WEB_FONTS.sub("", svg))


def main() -> None:
    """Take every picture for dark and for light pages."""
    for theme in BACKGROUNDS:
        with tempfile.TemporaryDirectory() as home:
            for taken in (_played, _studied):
                for name, rows in taken(home, theme):
                    _save(name, theme, rows)


if __name__ == "__main__":
    main()
