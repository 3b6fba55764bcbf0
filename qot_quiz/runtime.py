"""The wiring: where files lie, what time it is, which screen plays. The one file that knows every room."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from qot_quiz import voice
from qot_quiz.errors import StoreError, UsageError

if TYPE_CHECKING:
    from qot_quiz.bank.bank import Bank
    from qot_quiz.core.setup import Setup
    from qot_quiz.play import Stage, Stopwatch
    from qot_quiz.store.opening import Store
    from qot_quiz.ui.progress import Bar, Lines

HOME = "QOT_QUIZ_HOME"
"""The environment variable that puts every file of the program below one folder."""

BUILT_IN = "queen-of-tears"
"""The id of the pack that comes with the program."""


def paths() -> dict[str, str]:
    """Name every place where the program keeps files: ``games``, ``backups``, ``packs``, ``cache`` and ``log``.

    Raises:
        StoreError: Nobody has said where, and the user has no home folder.
    """
    home = os.environ.get(HOME)
    if home:
        home = os.path.abspath(home)
        return {name: os.path.join(home, *below) for name, below in _BELOW.items()}
    import platformdirs

    folders = platformdirs.PlatformDirs("qot-quiz", appauthor=False)
    try:
        data, cache, state = folders.user_data_dir, folders.user_cache_dir, folders.user_state_dir
    except RuntimeError as error:
        raise StoreError("You have no home folder on this machine.", f"Set {HOME} to a folder of yours.") from error
    return {
        "games": os.path.join(data, "games.db"),
        "backups": os.path.join(data, "backups"),
        "packs": os.path.join(data, "packs"),
        "cache": cache,
        "log": os.path.join(state, "log"),
    }


def _place(name: str) -> str:
    """Name one of the places; empty where there is none, for what can do without."""
    try:
        return paths()[name]
    except StoreError:
        return ""


_BELOW = {"games": ("games.db",), "backups": ("backups",), "packs": ("packs",), "cache": ("cache",), "log": ("log",)}


def bank(pack: str = BUILT_IN) -> Bank:
    """Open a pack's bank, compiled anew first when its source has changed."""
    from qot_quiz.bank.locating import open_pack

    with progress("Compiling the pack") as report:
        opened = open_pack(pack, _place("cache"), _place("packs"), report)
    _OPENED.append(opened)
    return opened


@contextmanager
def progress(work: str) -> Iterator[Callable[[float], None]]:
    """Show on standard error how far a long work is, where that is a terminal and the work takes its time.

    Args:
        work: What is done, in a few words.

    Yields:
        What is to be told how much is done, 0..1.
    """
    from time import monotonic

    began = monotonic()
    shown: list[Bar | Lines] = []

    def report(part: float) -> None:
        if not shown and sys.stderr is not None and sys.stderr.isatty():
            from qot_quiz.ui import progress

            if monotonic() - began < progress.FIRST_S:
                return
            drawable = os.environ.get("TERM", "dumb") != "dumb"
            if drawable:
                shown.append(progress.Bar(work, sys.stderr, monotonic))
            else:
                shown.append(progress.Lines(work, voice.talk, monotonic))
        for each in shown:
            each.show(part)

    try:
        yield report
    finally:
        for each in shown:
            each.close()


def named(pack: str) -> bool:
    """Whether a pack is meant by its name, as the built-in one and installed ones are, and not by a path."""
    if pack == BUILT_IN:
        return True
    from qot_quiz.bank.installed import is_installed

    packs = _place("packs")
    return bool(packs) and is_installed(packs, pack)


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
        voice.talk(notice)
    return opened


def store_to_play() -> Store:
    """Open the store of games; one in memory, after a warning, when nothing can be kept on this machine."""
    from qot_quiz.store.opening import open_memory

    try:
        return store()
    except StoreError as error:
        voice.talk(f"{error.message} You can play, but nothing will be kept.")
        if error.hint:
            voice.talk(error.hint)
        opened = open_memory()
    _OPENED.append(opened)
    return opened


_OPENED: list[Bank | Store] = []
_KEPT: list[str] = []


def _back_up(path: str) -> None:
    """Keep the day's backup once everything is said and the terminal is given back, so that nobody waits for it."""
    # Whatever stands against it, the games themselves are kept; `doctor` says how old the newest backup is.
    with suppress(StoreError, OSError, KeyboardInterrupt):
        from qot_quiz.store import backup

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


@contextmanager
def terminal_screen(setup: Setup, topics: dict[str, str], no_color: bool, theme: str) -> Iterator[Stage]:
    """Take the terminal for a game and give it back as it was."""
    from qot_quiz.ui.keys import Keys
    from qot_quiz.ui.terminal import Terminal
    from qot_quiz.ui.theme import unknown

    drawing = voice.console(no_color, theme)
    with Keys() as keys:
        if unknown(drawing, theme, os.environ):
            keys.ask_background()
        screen = Terminal(drawing, keys, topics, setup.rules)
        with voice.through(screen.warn):
            yield screen


@contextmanager
def plain_screen(setup: Setup, topics: dict[str, str], say: Callable[[str], None]) -> Iterator[Stage]:
    """Play in sentences with whoever is at standard input."""
    from qot_quiz.ui.plain import Plain
    from qot_quiz.ui.script import Typist

    if sys.stdin is None:
        raise UsageError("There is no input to answer with.", "Play on a terminal, or say --answers FILE.")
    yield Plain(say, Typist(sys.stdin, say), topics, setup.rules, voice.line_width())


@contextmanager
def script_screen(
    answers: Iterable[str], name: str, setup: Setup, topics: dict[str, str], say: Callable[[str], None]
) -> Iterator[Stage]:
    """Play with answers given in advance, and warn of lines that nobody read."""
    from qot_quiz.ui.plain import Plain
    from qot_quiz.ui.script import Script

    script = Script(answers, name)
    yield Plain(say, script, topics, setup.rules)
    if script.unread:
        voice.talk(f"{name}: {script.unread} line(s) were left over.")
