"""Programs under a pseudo-terminal, each the foreground job of a small job-control shell."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from types import TracebackType

_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

KEY_READER = """
import os
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.leaving import Leaving
code = 0
try:
    with Keys() as keys:
        os.write(1, b"READY")
        while True:
            BODY
except Leaving as leaving:
    code = leaving.exit_code
os._exit(code)
"""
"""A program that does BODY for ever with `keys` and leaves with the exit code of its leaving."""

KEY_ECHO = KEY_READER.replace("BODY", """os.write(1, f"<{keys.read()}>".encode())""")
"""A program that names each key it reads."""

LINE_READER = """
import os
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.leaving import Leaving
from qot_quiz.ui.typed import read_text
def paint():
    os.write(1, b"Who is she?\\r\\n")
code = 0
try:
    with Keys() as keys:
        paint()
        while True:
            got = read_text(keys, "name: ", {"escape": "leave", "?": "hint"}, ARGUMENTS)
            os.write(1, f"[{got!r}]\\r\\n".encode())
            AFTER
except Leaving as leaving:
    code = leaving.exit_code
os._exit(code)
"""
"""A program that asks for line after line with ARGUMENTS, shows what it got, and does AFTER."""

LINE_ECHO = LINE_READER.replace("ARGUMENTS", "redraw=paint").replace("AFTER", "")
"""A program that asks for line after line, and can draw its question again."""

# The shell: leads the session, gives its one job the terminal, and tells when that stops and ends.
_SHELL = """
import fcntl, os, signal, sys, termios
terminal = os.open(sys.argv[1], os.O_RDWR)
fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGTTOU):
    signal.signal(number, signal.SIG_IGN)
job = os.fork()
if job == 0:
    os.setpgid(0, 0)
    os.tcsetpgrp(terminal, os.getpid())
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGTTOU):
        signal.signal(number, signal.SIG_DFL)
    for descriptor in (0, 1, 2):
        os.dup2(terminal, descriptor)
    os.close(terminal)
    os.execv(sys.executable, [sys.executable, "-c", sys.argv[2]])
def take_terminal(number, frame):
    os.tcsetpgrp(terminal, os.getpgrp())
    print("taken", 0, flush=True)
signal.signal(signal.SIGUSR1, take_terminal)
print("job", job, flush=True)
while True:
    status = os.waitpid(job, os.WUNTRACED)[1]
    if os.WIFSTOPPED(status):
        print("stopped", os.WSTOPSIG(status), flush=True)
    else:
        print("ended", os.waitstatus_to_exitcode(status), flush=True)
        break
"""


class Job:
    """Runs Python source on a terminal until the context is left.

    Args:
        source: The program.
        columns: Columns of the terminal.
        lines: Lines of the terminal.
    """

    def __init__(self, source: str, columns: int = 100, lines: int = 30) -> None:
        self.output = b""
        self._told = b""
        self._over = False
        self.master, self.slave = pty.openpty()
        self.resize(columns, lines)
        self.found = self.modes()
        env = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": _ROOT}
        self._shell = subprocess.Popen(
            [sys.executable, "-S", "-c", _SHELL, os.ttyname(self.slave), source],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            env=env,
            start_new_session=True,
        )
        self.pid = self._tells("job")

    def __enter__(self) -> Job:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if not self._over:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        self._shell.communicate()
        self.hang_up()

    def modes(self) -> list[object]:
        """Give the terminal's settings now."""
        return list(termios.tcgetattr(self.slave))

    def left_as_found(self) -> bool:
        """Say whether the terminal's settings and modes are those of the start."""
        marked = 0 <= self.output.rfind(b"\x1b[?2004h") < self.output.rfind(b"\x1b[?2004l")
        hidden = self.output.rfind(b"\x1b[?25l") > self.output.rfind(b"\x1b[?25h")
        return self.modes() == self.found and marked and not hidden

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal's window another size."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def type(self, data: bytes) -> None:
        """Send bytes as the keyboard would, and take up what is drawn meanwhile."""
        while data:
            readable, writable, _ = select.select([self.master], [self.master], [], 20)
            if readable:
                self.output += os.read(self.master, 65536)
            if writable:
                data = data[os.write(self.master, data[:512]) :]

    def until(self, text: str, since: int = 0) -> None:
        """Wait until a text is drawn, after the given number of bytes of output."""
        limit = time.monotonic() + 20
        while text.encode() not in self.output[since:]:
            assert time.monotonic() < limit, f"{text!r} never came: {self.output[since:]!r}"
            if select.select([self.master], [], [], 0.1)[0]:
                self.output += os.read(self.master, 65536)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def to_background(self) -> None:
        """Let the shell take the terminal back, as after Ctrl-Z."""
        os.kill(self._shell.pid, signal.SIGUSR1)
        self._tells("taken")

    def stopped(self) -> int:
        """Wait until the program is stopped, and give the signal that did it."""
        return self._tells("stopped")

    def ended(self) -> int:
        """Wait until the program has ended, take up what it drew last, and give its exit code."""
        code = self._tells("ended")
        self._over = True
        while self.master >= 0 and select.select([self.master], [], [], 0)[0]:
            self.output += os.read(self.master, 65536)
        return code

    def hang_up(self) -> None:
        """Take the terminal away."""
        if self.master >= 0:
            os.close(self.slave)
            os.close(self.master)
            self.master = self.slave = -1

    def _tells(self, what: str) -> int:
        assert self._shell.stdout is not None
        limit = time.monotonic() + 20
        while True:
            line, end, rest = self._told.partition(b"\n")
            if end:
                self._told = rest
                word, number = line.decode().split()
                assert word == what, f"{word} {number}, not {what}: {self.output!r}"
                return int(number)
            assert time.monotonic() < limit, f"not {what}: {self.output!r}"
            # What the program draws must be taken up, or it waits for that for ever.
            told = self._shell.stdout.fileno()
            ready = select.select([told] if self.master < 0 else [told, self.master], [], [], 0.1)[0]
            if self.master in ready:
                self.output += os.read(self.master, 65536)
            if told in ready:
                self._told += os.read(told, 4096)
