"""A player at a terminal: the program on a pseudo-terminal, seen through a terminal emulator."""

from __future__ import annotations

import os
import shlex
import signal
import sys
import time
from pathlib import Path
from types import TracebackType

import pexpect
import pyte
from running import ROOT

PATIENCE = 20.0
"""Seconds after which something that should have been drawn is given up."""

BEYOND = 60
"""Columns that the emulator has more than the window, to see what is drawn wider than that."""


class Player:
    """Runs one command on a terminal of the given size until the context is left.

    Args:
        folder: Where the terminal's settings before and after are written.
        words: The command line without the program's name.
        columns: Width of the window.
        lines: Its height.
        term: What kind of terminal it is.
    """

    def __init__(
        self, folder: Path, *words: str, columns: int = 80, lines: int = 24, term: str = "xterm-256color"
    ) -> None:
        self.columns = columns
        self.raw = ""
        self._before, self._after = folder / "before", folder / "after"
        command = shlex.join([sys.executable, "-m", "qot_quiz", *words])
        # The shell around the program says what state its terminal was in, and must outlive Ctrl-C to say it twice.
        script = f"trap : INT; stty -g >{self._before}; {command}; code=$?; stty -g >{self._after}; exit $code"
        self._screen = pyte.HistoryScreen(columns + BEYOND, lines, history=2000)
        self._stream = pyte.Stream(self._screen)
        self._child = pexpect.spawn(
            "/bin/sh",
            ["-c", script],
            cwd=str(ROOT),
            dimensions=(lines, columns),
            encoding="utf-8",
            env={**os.environ, "TERM": term},
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Player:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._child.close(force=True)

    @property
    def rows(self) -> list[str]:
        """Every line drawn so far, those scrolled away first."""
        gone = ["".join(row[at].data for at in range(self._screen.columns)) for row in self._screen.history.top]
        return [row.rstrip() for row in [*gone, *self._screen.display]]

    @property
    def text(self) -> str:
        """All that was drawn, as one line with single spaces."""
        return " ".join(" ".join(self.rows).split())

    @property
    def cursor_hidden(self) -> bool:
        """Whether the cursor cannot be seen."""
        return bool(self._screen.cursor.hidden)

    def see(self, text: str, wait: float = PATIENCE) -> bool:
        """Wait until a text is drawn; false when it never is."""
        limit = time.monotonic() + wait
        while text not in self.text:
            if time.monotonic() > limit or not self._more():
                return text in self.text
        return True

    def until(self, *texts: str) -> None:
        """Wait until all these texts are drawn."""
        for text in texts:
            assert self.see(text), f"{text!r} never came:\n" + "\n".join(self.rows)

    def type(self, keys: str) -> None:
        """Send keys."""
        self._child.send(keys)

    def press(self, key: str, text: str) -> None:
        """Press a key until a text is drawn: what is pressed while a question is being drawn is thrown away."""
        for _ in range(10):
            self.type(key)
            if self.see(text, 2):
                return
        raise AssertionError(f"{key!r} did not bring {text!r}:\n" + "\n".join(self.rows))

    def resize(self, columns: int, lines: int) -> None:
        """Change the window's size."""
        self.columns = max(self.columns, columns)
        self._screen.resize(lines, columns + BEYOND)
        self._child.setwinsize(lines, columns)

    def ended(self) -> int:
        """Wait for the end and give the exit code; the terminal must be as it was found."""
        limit = time.monotonic() + 60
        while self._more():
            assert time.monotonic() < limit, "the program does not end:\n" + "\n".join(self.rows)
        self._child.close()
        assert self._after.read_text() == self._before.read_text()
        assert self.raw.rfind("\x1b[?2004h") <= self.raw.rfind("\x1b[?2004l")
        assert not self.cursor_hidden
        assert self._child.exitstatus is not None
        return int(self._child.exitstatus)

    def kill(self) -> None:
        """Kill the program, and the shell around it, as nothing can withstand."""
        os.killpg(self._child.pid, signal.SIGKILL)
        self._child.close(force=True)

    def hang_up(self) -> None:
        """Close the terminal under the program."""
        self._child.close(force=True)

    def _more(self) -> bool:
        """Take up what is drawn next; false at the end."""
        try:
            data = self._child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        # By cells, since one of them may hold a letter with its marks.
        beyond = range(self.columns, self._screen.columns)
        cells = self._screen.buffer
        wide = [row for y, row in enumerate(self._screen.display) if any(cells[y][x].data.strip() for x in beyond)]
        assert not wide, f"wider than {self.columns} columns: {wide}"
        return True
