"""The standard streams: who sits at them, what they can show, and what is said on them beside a game."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from qot_quiz.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

MOST_ANSWERS = 1_000_000
"""Bytes of the largest answers file."""


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
    from rich.console import Console

    from qot_quiz.ui.theme import THEMES, dress, told

    # Left to itself, Rich takes an empty FORCE_COLOR for an order to draw none on a terminal.
    made = Console(
        highlight=False, markup=False, emoji=False, no_color=no_color or None, force_terminal=seen() or colored()
    )
    known = told(os.environ.get("TERM", ""), os.environ.get("COLORFGBG", "")) if theme == THEMES[0] else ""
    dress(made, known or theme)
    return made


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
    from qot_quiz.core.clean import said

    if sys.stderr is None:  # print would turn to standard output, and spoil the data there
        return
    lines = [said(sentence)]
    if sys.stderr.isatty():
        from qot_quiz.ui.plain import wrapped

        lines = wrapped(lines[0], line_width())
    for line in lines:
        print(line, file=sys.stderr, flush=True)


def tell(line: str) -> None:
    """Write a line of data on standard output, whatever text from outside it holds."""
    from qot_quiz.core.clean import visible

    print(visible(line), flush=True)


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
