"""The system calls of a run, and runs in which one of them fails: strace lists the calls, and strace breaks them."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from running import ROOT

LIMIT_S = 60
"""Seconds after which a run hangs."""

KILL = "kill"
FULL, BROKEN, READ_ONLY, STAYS_FULL = "ENOSPC", "EIO", "EROFS", "ENOSPC from then on"

_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)$")
_WORKING_FOLDER = re.compile(r"AT_FDCWD<[^>]*>")
_CHANGES = re.compile(
    r"write|pwrite64|writev|pwritev2?|fsync|fdatasync|f?truncate|fallocate|rename(at2?)?|unlink(at)?|rmdir|mkdir(at)?|"
    r"(sym)?link(at)?|f?chmod(at)?|f?chown(at)?|utimensat|copy_file_range|sendfile|sync_file_range"
)
_BUILT_IN = "/home/cache/questions-"
"""The pack that comes with the program, which lies compiled in a home where a command reads every pack."""

_GROWS = frozenset(["pwrite64", "pwritev", "fallocate", "mkdir"])
_WRITES = frozenset(["write", "pwrite64", "writev", "pwritev", "pwritev2"])


class Call(NamedTuple):
    """One system call of a run.

    Args:
        name: Its name.
        number: Which of the calls of that name it is, from 1.
        text: How strace tells it, from the arguments on.
        changes: Whether it can change a file, or what is known of it to the disk.
        shown: Whether it writes to standard output.
    """

    name: str
    number: int
    text: str
    changes: bool
    shown: bool

    @property
    def faults(self) -> tuple[str, ...]:
        """What can go wrong with it: a process that dies before a call that changes nothing dies before the next."""
        if self.shown:
            return (KILL,)
        if not self.changes:
            return (BROKEN,)
        # What fails for good fails wherever the program calls it: reading and speaking must not be meant, too.
        stays = (STAYS_FULL,) if self.name in _GROWS else ()
        return (KILL, FULL, BROKEN, READ_ONLY, *stays)


class Run(NamedTuple):
    """What a run under strace came to.

    Args:
        code: Its exit code; negative for the signal that ended it.
        out: What it wrote on standard output.
        err: What it wrote on standard error.
        lines: The calls that strace told.
    """

    code: int
    out: str
    err: str
    lines: list[str]

    @property
    def failed(self) -> str:
        """The call that was made to fail, or nothing when the run did not come so far."""
        return next((line for line in self.lines if line.endswith(("(INJECTED)", "= ?"))), "")

    def shown_before(self, *words: str) -> str:
        """Give what stood on standard output when any of some words were first said on standard error."""
        out, err = 0, 0
        whole = self.err.encode()
        for line in self.lines:
            found = re.match(r"^(?:\d+ +)?write\(([12])<.* = (\d+)$", line)
            if found is None:
                continue
            if found[1] == "1":
                out += int(found[2])
            elif any(word.encode() in whole[: err + int(found[2])] for word in words):
                break
            else:
                err += int(found[2])
        return self.out.encode()[:out].decode("utf-8", "replace")


@functools.cache
def missing() -> str:
    """Say why no calls can be broken on this machine; empty when they can."""
    if not sys.platform.startswith("linux"):
        return "calls are broken with strace, which only Linux has"
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-qq", "-o", os.devnull, "-e", "inject=fsync:error=EIO", "true"],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if tried.returncode == 0 else f"strace cannot trace here: {tried.stderr.strip()}"


def calls(place: Path, words: tuple[str, ...]) -> tuple[Run, list[Call]]:
    """Run a command whole, and list the calls that touch a place or write to standard output.

    Args:
        place: A folder with the run's home in it.
        words: The command line without the program's name.
    """
    done = _traced(place, words, "--seccomp-bpf", "-e", "trace=%file,%desc")
    return done, list(_found(place, done.lines))


def broken(place: Path, words: tuple[str, ...], call: Call, fault: str) -> Run:
    """Run a command in which one call fails.

    Args:
        place: A folder with the run's home in it.
        words: The command line without the program's name.
        call: Which call.
        fault: What goes wrong with it, one of `Call.faults`.
    """
    # The call that the process dies in is not carried out, either.
    error = {KILL: "EIO:signal=KILL", STAYS_FULL: "ENOSPC"}.get(fault, fault)
    when = f"{call.number}+" if fault == STAYS_FULL else str(call.number)
    inject = f"inject={call.name}:error={error}:when={when}"
    # Signals are not delivered at calls that a filter in the kernel has picked, which else is much faster.
    filtered = () if fault == KILL else ("--seccomp-bpf",)
    return _traced(place, words, *filtered, "-e", f"trace={call.name},write", "-e", inject)


def environment(place: Path) -> dict[str, str]:
    """Give the surroundings of a run whose every file lies in a place."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "LANG") if name in os.environ}
    own = {"HOME": str(place), "QOT_QUIZ_HOME": str(place / "home"), "TMPDIR": str(place)}
    return {**kept, **own, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}


def _traced(place: Path, words: tuple[str, ...], *options: str) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "log")
        strace = ["strace", "-f", "-qq", "-y", "-s", "0", "-o", log, *options]
        done = subprocess.run(
            [*strace, sys.executable, "-m", "qot_quiz", *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=ROOT,
            env=environment(place),
            encoding="utf-8",
            timeout=LIMIT_S,
            check=False,
        )
        lines = Path(log).read_text(encoding="utf-8", errors="replace").splitlines()
    return Run(done.returncode, done.stdout, done.stderr, lines)


def _found(place: Path, lines: list[str]) -> Iterator[Call]:
    counted: dict[str, int] = {}
    for line in lines:
        if (parts := _LINE.match(line)) is None:
            continue
        name, text = parts[1], parts[2]
        counted[name] = counted.get(name, 0) + 1
        if _BUILT_IN in text or "F_UNLCK" in text:
            continue  # giving a lock back fails on no disk, and where it is made to, others wait for it
        shown = name in _WRITES and text.startswith("1<")
        if shown or (f"{place}/" in _WORKING_FOLDER.sub("", text) and not text.startswith(("0<", "2<"))):
            made = name in ("open", "openat", "creat") and "O_CREAT" in text
            yield Call(name, counted[name], text, made or bool(_CHANGES.fullmatch(name)), shown)
