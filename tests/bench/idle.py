"""What a waiting program costs: wake-ups and CPU of each screen while nobody presses a key, printed, never asserted.

Run by hand on Linux: `python tests/bench/idle.py [SECONDS]`. The goal is nothing at all without a clock, and at most
two wake-ups a second with one.
"""

from __future__ import annotations

import os
import pty
import select
import shutil
import sys
import tempfile
import time

from care import PROGRAM, SCREENS, Homes, Screen, say, surroundings

SECONDS = 10.0
SETTLED = 3.0
"""Seconds after which a screen that was come to is drawn, its points counted up, and its libraries loaded."""

PATIENCE = 20.0


class Watched:
    """A screen on a fresh pseudo-terminal of 30 lines by 100 columns.

    Args:
        screen: The screen.
        home: Where its games lie.
    """

    def __init__(self, screen: Screen, home: str) -> None:
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            environment = {**surroundings(home), "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
            os.execve(sys.executable, [*PROGRAM, *screen.words], environment)
        self._drawn = b""
        limit = time.monotonic() + PATIENCE
        while screen.until.split()[0].encode() not in self._drawn:
            if time.monotonic() > limit:
                sys.exit(f"{screen.until!r} never came: {self._drawn!r}")
            self.wait(0.1)
        self.wait(SETTLED)
        os.write(self._fd, screen.keys.encode().decode("unicode_escape").encode())
        self.wait(SETTLED if screen.keys else 0)

    def wait(self, seconds: float) -> None:
        """Take up what is drawn for so many seconds."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._fd], [], [], left)[0]:
                self._drawn += os.read(self._fd, 65536)

    def spent(self) -> tuple[int, float]:
        """Count the times at which the program was woken, and the milliseconds of CPU that it has had."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:
            woken = next(int(line.split()[1]) for line in status if line.startswith("voluntary_ctxt"))
        with open(f"/proc/{self.pid}/schedstat", encoding="ascii") as ran:
            return woken, int(ran.read().split()[0]) / 1e6

    def end(self) -> None:
        """Hang up and wait."""
        os.close(self._fd)
        os.waitpid(self.pid, 0)


def main(seconds: float) -> None:
    """Measure every screen and print."""
    with tempfile.TemporaryDirectory() as folder:
        homes = Homes(folder)
        for number, screen in enumerate(SCREENS):
            home = os.path.join(folder, f"trial-{number}")
            shutil.copytree(homes.path(screen.home), home)
            watched = Watched(screen, home)
            before = watched.spent()
            watched.wait(seconds)
            woken, ran = (now - then for now, then in zip(watched.spent(), before, strict=True))
            watched.end()
            say(f"{screen.name:26} {woken / seconds:5.2f} wake-ups and {ran / seconds:5.2f} ms of CPU a second")


if __name__ == "__main__":
    main(float(sys.argv[1]) if sys.argv[1:] else SECONDS)
