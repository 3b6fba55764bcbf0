"""The standard streams: who sits at them, what they can show, and what is said on them beside a game."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qot_quiz.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

REPLACED = "qot-quiz"
"""The name under which `ui.signs.replaced` is known to encoders."""

COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python makes of LC_CTYPE where the locale is C (PEP 538)."""

MOST_ANSWERS = 1_000_000
"""Bytes of the largest answers file."""


def bear_any_text() -> None:
    """Let no text be an error, whatever the locale: what cannot be read or written is put in other characters."""
    import codecs

    def replaced(error: UnicodeError) -> tuple[str, int]:
        from qot_quiz.ui.signs import replaced  # few need it

        return replaced(error)

    codecs.register_error(REPLACED, replaced)
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, REPLACED), (sys.stderr, REPLACED)):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)
    if _named_c():
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure") and stream.isatty():
                stream.reconfigure(encoding="ascii", errors=REPLACED)


def _named_c() -> bool:
    """Whether the locale is C by its name, and UTF-8 only because Python takes it so (PEP 538, PEP 540).

    Where no locale is named at all, as in a container, Python is followed: the terminal is the one outside, which
    nowadays reads UTF-8. A pipe is UTF-8 in any case, since there signs are data, and ASCII would lose names.
    """
    named = os.environ.get
    if not sys.flags.utf8_mode or named("PYTHONUTF8") or named("PYTHONIOENCODING"):
        return False
    kind = named("LC_CTYPE", "")  # where LC_ALL does not stand before it, Python has put its own choice there
    locale = named("LC_ALL") or (kind if kind not in COERCED else "") or named("LANG")
    return locale in ("C", "POSIX")


def interactive() -> bool:
    """Whether a person sits at a terminal that can be drawn on."""
    if not seen() or os.environ.get("TERM", "dumb") == "dumb":
        return False
    from qot_quiz.ui import keys  # which few commands in a pipe need

    return keys.available()


def person() -> bool:
    """Whether a person sits at a terminal, however simple, and can be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and seen()


def drawn(plain: bool) -> bool:
    """Whether a screen is drawn: on a terminal that allows it, unless sentences are wanted."""
    return not plain and interactive()


def seen() -> bool:
    """Whether what is written is seen on a terminal; a program may also have been started with no output at all."""
    return sys.stdout is not None and sys.stdout.isatty()


def colored() -> bool:
    """Whether colour is wanted wherever the output goes, as force-color.org has it; NO_COLOR goes before it."""
    return bool(os.environ.get("FORCE_COLOR")) and not os.environ.get("NO_COLOR")


def pictured() -> bool:
    """Whether what is read may hold pictures and colour: on a terminal that is not dumb, or where colour is wanted."""
    return colored() or (seen() and os.environ.get("TERM", "dumb") != "dumb")


def console(no_color: bool = False, theme: str = "auto") -> Console:
    """Make the console that draws on standard output.

    Args:
        no_color: Whether no colour is wanted.
        theme: One of `theme.THEMES`.
    """
    from qot_quiz.ui.theme import dressed

    return dressed(theme, no_color, seen() or colored())


def announce(line: str, no_color: bool = False) -> None:
    """Draw a line above a game, broken at its words where the terminal is narrower."""
    from rich.padding import Padding

    from qot_quiz.ui.breaking import Parted
    from qot_quiz.ui.views import text

    console(no_color).print(Padding(Parted.of(text(line)), (0, 2)))


def line_width(aside: bool = False) -> int:
    """Tell how many columns a line of plain text may take: those of a narrow terminal, 79 elsewhere.

    Args:
        aside: Whether it goes to standard error, which may be another terminal than standard output.
    """
    from qot_quiz.ui.wrapping import NARROWEST, WIDEST

    if aside and sys.stderr is not None and sys.stderr.isatty():
        columns = os.get_terminal_size(sys.stderr.fileno()).columns or WIDEST
    elif seen():
        import shutil

        columns = shutil.get_terminal_size().columns
    else:
        return WIDEST
    return max(NARROWEST, min(WIDEST, columns - 1))


@contextmanager
def through(screen: Callable[[str], None]) -> Iterator[None]:
    """Let a screen draw what is said on a terminal, as long as the block lasts, lest it draw over that.

    Args:
        screen: Draws a sentence that stays.
    """
    _SCREENS.append(screen)
    try:
        yield
    finally:
        _SCREENS.pop()


_SCREENS: list[Callable[[str], None]] = []


def talk(sentence: str) -> None:
    """Say something beside the data: on standard error, and on the screen that is drawn there or elsewhere."""
    from qot_quiz.core.clean import said

    if _SCREENS:
        _SCREENS[-1](said(sentence))
    if sys.stderr is None or (_SCREENS and sys.stderr.isatty()):
        return  # without the stream print would turn to standard output, and spoil the data there
    for line in _at_words(said(sentence), sys.stderr.isatty(), aside=True):
        print(line, file=sys.stderr, flush=True)


def tell(line: str, whole: bool = False) -> None:
    """Write a line of data on standard output, whatever text from outside it holds.

    A terminal gets it broken at its words; a pipe gets it whole, for other programs to search.

    Args:
        line: The line.
        whole: Whether a terminal gets it whole, too, as what is to be copied from there.
    """
    from qot_quiz.core.clean import visible

    for part in [visible(line)] if whole else broken(line):
        print(part, flush=True)


def broken(line: str) -> list[str]:
    """Give a line of data as standard output gets it: broken at its words for a terminal."""
    from qot_quiz.core.clean import visible

    return _at_words(visible(line), seen())


def _at_words(line: str, shown: bool, aside: bool = False) -> list[str]:
    """Break a line at its words where it is shown on a terminal."""
    if not shown:
        return [line]
    from qot_quiz.ui.wrapping import wrapped

    return wrapped(line, line_width(aside))


def pour(parts: Iterable[str | bytes]) -> None:
    """Write data for other programs on standard output: UTF-8 with its own line ends, whatever the locale, or bytes."""
    stream = sys.stdout
    if stream is None:
        return
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", newline="")
    for part in parts:
        if isinstance(part, str):
            stream.write(part)
        else:
            stream.flush()
            stream.buffer.write(part)
    stream.flush()


def pour_json(value: object) -> None:
    """Write a value for other programs on standard output, as one line of JSON that no terminal obeys."""
    import msgspec

    from qot_quiz.core.clean import escaped

    try:
        text = msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # a file's name that is no text, which only escapes can tell
        from json import dumps

        text = dumps(msgspec.to_builtins(value), separators=(",", ":"))
    pour([escaped(text), "\n"])


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
