"""The wiring: where files lie, what time it is, which screen plays. The one file that knows every room."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from qot_quiz.errors import StoreError, UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from qot_quiz.bank.bank import Bank
    from qot_quiz.core.setup import Setup
    from qot_quiz.play import Screen, Stopwatch
    from qot_quiz.store.opening import Store

HOME = "QOT_QUIZ_HOME"
"""The environment variable that puts every file of the program below one folder."""

MOST_ANSWERS = 1_000_000
"""Bytes of the largest answers file."""

BUILT_IN = "queen-of-tears"
"""The id of the pack that comes with the program."""


def paths() -> dict[str, str]:
    """Name every place where the program keeps files: ``games``, ``backups``, ``packs``, ``cache`` and ``log``."""
    home = os.environ.get(HOME)
    if home:
        home = os.path.abspath(home)
        return {name: os.path.join(home, *below) for name, below in _BELOW.items()}
    import platformdirs

    folders = platformdirs.PlatformDirs("qot-quiz", appauthor=False)
    return {
        "games": os.path.join(folders.user_data_dir, "games.db"),
        "backups": os.path.join(folders.user_data_dir, "backups"),
        "packs": os.path.join(folders.user_data_dir, "packs"),
        "cache": folders.user_cache_dir,
        "log": os.path.join(folders.user_state_dir, "log"),
    }


_BELOW = {"games": ("games.db",), "backups": ("backups",), "packs": ("packs",), "cache": ("cache",), "log": ("log",)}


def bank(pack: str = BUILT_IN) -> Bank:
    """Open a pack's bank, compiled anew first when its source has changed."""
    from qot_quiz.bank.locating import open_pack

    places = paths()
    opened = open_pack(pack, places["cache"], places["packs"])
    _OPENED.append(opened)
    return opened


def named(pack: str) -> bool:
    """Whether a pack is meant by its name, as the built-in one and installed ones are, and not by a path."""
    if pack == BUILT_IN:
        return True
    from qot_quiz.bank.installed import is_installed

    return is_installed(paths()["packs"], pack)


def store() -> Store:
    """Open the store of games.

    Raises:
        StoreError: It cannot be used on this machine, or belongs to a newer program.
    """
    from qot_quiz.store.opening import open_store

    opened = open_store(paths()["games"])
    _OPENED.append(opened)
    _KEPT.append(opened.path)
    for notice in opened.notices:
        talk(notice)
    return opened


def store_to_play() -> Store:
    """Open the store of games; one in memory, after a warning, when nothing can be kept on this machine."""
    from qot_quiz.store.opening import open_memory

    try:
        return store()
    except StoreError as error:
        talk(f"{error.message} You can play, but nothing will be kept.")
        if error.hint:
            talk(error.hint)
        opened = open_memory()
    _OPENED.append(opened)
    return opened


_OPENED: list[Bank | Store] = []
_KEPT: list[str] = []


def _back_up(path: str) -> None:
    """Keep the day's backup once everything is said and the terminal is given back, so that nobody waits for it."""
    from qot_quiz.store import backup

    # Whatever stands against it, the games themselves are kept; `doctor` says how old the newest backup is.
    with suppress(StoreError, KeyboardInterrupt):
        backup.back_up(path, paths()["backups"], backup.today())


def close() -> None:
    """Keep the day's backup, and close every file that this process has opened, so that each is one tidy file again."""
    while _KEPT:
        _back_up(_KEPT.pop())
    while _OPENED:
        _OPENED.pop().close()


def now() -> str:
    """Tell the local time in ISO 8601 with its offset."""
    from datetime import datetime

    return datetime.now().astimezone().isoformat(timespec="milliseconds")


def clock(at: int = 0) -> Stopwatch:
    """Make a game's clock.

    Args:
        at: Milliseconds that it shows at the start.
    """
    from time import monotonic_ns

    from qot_quiz.play import Stopwatch

    return Stopwatch(lambda: monotonic_ns() // 1_000_000, at)


def seed() -> int:
    """Draw a fresh seed, 0..2^53-1."""
    return int.from_bytes(os.urandom(7), "big") >> 3


def interactive() -> bool:
    """Whether a person sits at a terminal that can be drawn on."""
    from qot_quiz.ui import keys

    return keys.available() and seen() and os.environ.get("TERM", "dumb") != "dumb"


def person() -> bool:
    """Whether a person sits at a terminal, however simple, and can be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and seen()


def drawn(plain: bool) -> bool:
    """Whether a screen is drawn: on a terminal that allows it, unless sentences are wanted."""
    return not plain and interactive()


def seen() -> bool:
    """Whether what is written is seen on a terminal; a program may also have been started with no output at all."""
    return sys.stdout is not None and sys.stdout.isatty()


def console(no_color: bool = False) -> Console:
    """Make the console that draws on standard output."""
    from rich.console import Console

    from qot_quiz.ui.theme import THEME

    return Console(theme=THEME, highlight=False, markup=False, emoji=False, no_color=no_color or None)


def tell_safely(line: str) -> None:
    """Write a line of data that holds text from outside."""
    from qot_quiz.core.clean import visible

    tell(visible(line))


def announce(line: str, no_color: bool = False) -> None:
    """Draw a line above a game, broken at its words where the terminal is narrower."""
    from rich.padding import Padding

    from qot_quiz.ui.views import text

    console(no_color).print(Padding(text(line), (0, 2)))


def line_width() -> int:
    """Tell how many columns a line of plain text may take: those of a narrow terminal, 79 elsewhere."""
    from qot_quiz.ui.plain import NARROWEST, WIDEST

    if not seen():
        return WIDEST
    import shutil

    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns - 1))


def talk(sentence: str) -> None:
    """Say something beside the data, on standard error."""
    from qot_quiz.core.clean import visible

    if sys.stderr is None:  # print would turn to standard output, and spoil the data there
        return
    lines = [visible(sentence)]
    if sys.stderr.isatty():
        from qot_quiz.ui.plain import wrapped

        lines = wrapped(lines[0], line_width())
    for line in lines:
        print(line, file=sys.stderr, flush=True)


def tell(line: str) -> None:
    """Write a line of data on standard output."""
    print(line, flush=True)


def pour(parts: Iterable[str]) -> None:
    """Write data for other programs on standard output: UTF-8 with its own line ends, whatever the locale."""
    stream = sys.stdout
    if stream is None:
        return
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", newline="")
    for part in parts:
        stream.write(part)
    stream.flush()


@contextmanager
def terminal_screen(setup: Setup, topics: dict[str, str], no_color: bool) -> Iterator[Screen]:
    """Take the terminal for a game and give it back as it was."""
    from qot_quiz.ui.keys import Keys
    from qot_quiz.ui.terminal import Terminal

    drawing = console(no_color)
    with Keys() as keys:
        yield Terminal(drawing, keys, topics, setup.rules)


@contextmanager
def plain_screen(setup: Setup, topics: dict[str, str], say: Callable[[str], None]) -> Iterator[Screen]:
    """Play in sentences with whoever is at standard input."""
    from qot_quiz.ui.plain import Plain
    from qot_quiz.ui.script import Typist

    if sys.stdin is None:
        raise UsageError("There is no input to answer with.", "Play on a terminal, or say --answers FILE.")
    yield Plain(say, Typist(sys.stdin, say), topics, setup.rules, line_width())


@contextmanager
def script_screen(
    answers: Iterable[str], name: str, setup: Setup, topics: dict[str, str], say: Callable[[str], None]
) -> Iterator[Screen]:
    """Play with answers given in advance, and warn of lines that nobody read."""
    from qot_quiz.ui.plain import Plain
    from qot_quiz.ui.script import Script

    script = Script(answers, name)
    yield Plain(say, script, topics, setup.rules)
    if script.unread:
        talk(f"{name}: {script.unread} line(s) were left over.")


def read_answers(file: str) -> list[str]:
    """Read the lines of an answers file; ``-`` is standard input.

    Raises:
        UsageError: The file cannot be read, or is not UTF-8.
    """
    try:
        if file == "-":
            data = sys.stdin.buffer.read(MOST_ANSWERS + 1) if sys.stdin is not None else b""
        else:
            with open(file, "rb") as opened:
                data = opened.read(MOST_ANSWERS + 1)
        if len(data) > MOST_ANSWERS:
            raise UsageError(f"The answers file {file} is larger than {MOST_ANSWERS} bytes.", "No game takes so many.")
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"The answers file {file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UsageError(f"{file}, line {line}: this is not UTF-8.", "Save the file as UTF-8.") from error
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n") if text else []


def log_bug(error: BaseException) -> str:
    """Write what is known of a bug into a log file, and name it; empty when nothing can be written."""
    import traceback

    folder = paths()["log"]
    file = os.path.join(folder, "bug.txt")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with open(file, "w", encoding="utf-8", errors="backslashreplace") as opened:
            opened.write("".join(traceback.format_exception(error)))
    except OSError:
        return ""
    return file
