"""Writes the manual page from the program's own help: `python .readme/manual.py`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from textwrap import wrap

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from qot_quiz.__main__ import VERSION
from qot_quiz.cli import tree

HERE = os.path.dirname(os.path.abspath(__file__))
PAGE = os.path.join(HERE, "qot-quiz.1")
README = os.path.join(os.path.dirname(HERE), "README.md")

LINE = 78
"""Characters of a line of the source, as roff's linters like it."""

ALWAYS = (
    ("-h, --help", "Show what there is; behind a command, what that takes."),
    ("-V, --version", "Tell the version."),
    ("--debug", "Anywhere: show the traceback of an error."),
)

VARIABLES = (
    ("QOT_QUIZ_HOME", "A folder below which every file of the program is kept."),
    ("NO_COLOR", "Where it is set, nothing is coloured."),
    ("FORCE_COLOR", "Where it is set, what is read is coloured even through a pipe."),
)


def page(day: str) -> str:
    """Write the whole page.

    Args:
        day: The date that the page bears, 2026-11-22.
    """
    return "\n".join([f'.TH QOT\\-QUIZ 1 "{day}" "qot\\-quiz {VERSION}" "User Commands"', *_body(), ""])


def _body() -> Iterator[str]:
    program = tree.command(())
    about, _, alone = (program.help or "").partition(". ")
    yield from (".SH NAME", f"qot\\-quiz \\- {_text(about[0].lower() + about[1:])}", ".SH SYNOPSIS")
    yield _synopsis((), program)
    for path in _paths(()):
        found = tree.command(path)
        # Some groups show something by themselves.
        if not isinstance(found, TyperGroup) or found.invoke_without_command:
            yield from (".br", _synopsis(path, found))
    yield from (".SH DESCRIPTION", _text(f"{about}. {alone}"))
    yield _text("It plays offline, keeps every step before it is shown, and shows nothing beyond what was watched.")
    yield from (".SH COMMANDS",)
    for path in _paths(()):
        yield from _told(path, tree.command(path))
    yield from (".SH OPTIONS", *_taken(program), *_list(ALWAYS), ".SH ENVIRONMENT", *_list(VARIABLES))
    yield from (".SH FILES", ".B qot\\-quiz paths", _text("names them, and"), ".B qot\\-quiz doctor")
    yield _text("looks through them and repairs them.")
    yield from (".SH EXIT STATUS", *_list(_codes()))


def _paths(group: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command, a group before what is in it."""
    for name in tree.commands_of(group):
        yield (*group, name)
        yield from _paths((*group, name))


def _synopsis(path: tuple[str, ...], found: TyperCommand | TyperGroup) -> str:
    arguments = [one for one in found.params if isinstance(one, TyperArgument)]
    options = any(isinstance(one, TyperOption) for one in found.params)
    words = [f"\\fB{_plain(' '.join(('qot-quiz', *path)))}\\fR", *(["[\\fIOPTIONS\\fR]"] if options else [])]
    return " ".join([*words, *(_argument(one) for one in arguments)])


def _argument(one: TyperArgument) -> str:
    name = (one.metavar or one.name or "").removesuffix("...").upper()
    shown = f"\\fI{_plain(name)}\\fR" + ("..." if one.nargs == -1 else "")
    return shown if one.required else f"[{shown}]"


def _told(path: tuple[str, ...], found: TyperCommand | TyperGroup) -> Iterator[str]:
    """Tell what a command does and takes."""
    yield from (f".SS {_plain(' '.join(path))}", _text(found.help or ""))
    yield from _taken(found)


def _taken(found: TyperCommand | TyperGroup) -> Iterator[str]:
    """Tell what a command takes."""
    for one in found.params:
        if isinstance(one, TyperArgument) and one.help:
            yield from (".TP", _argument(one), _text(one.help))
        elif isinstance(one, TyperOption):
            names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in sorted(one.opts, key=len))
            value = "" if one.is_flag else f" \\fI{_plain(one.metavar or '')}\\fR"
            yield from (".TP", f"{names}{value}", _text(one.help or ""))


def _list(rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, meaning in rows:
        yield from (".TP", f"\\fB{_plain(name)}\\fR", _text(meaning))


def _codes() -> tuple[tuple[str, str], ...]:
    """Take the exit codes from where the README tells them."""
    with open(README, encoding="utf-8") as file:
        (told,) = re.findall(r"^- Exit codes: (.*?)(?=^-|^$)", file.read(), re.MULTILINE | re.DOTALL)
    parts = re.split(r",\s+(?=\d)", " ".join(told.split()).rstrip("."))
    codes = [re.fullmatch(r"(\d+(?: and \d+)*) (.*)", one) for one in parts]
    return tuple((code[1], f"{code[2][0].upper()}{code[2][1:]}.") for code in codes if code)


def _plain(text: str) -> str:
    """Write a text so that roff obeys nothing in it, and keeps hyphens that are typed."""
    return text.replace("\\", "\\e").replace("-", "\\-")


def _text(text: str) -> str:
    """Write sentences for roff, each on a line of its own, as it likes to have them."""
    lines = re.sub(r"(?<=[.?!]) (?=[A-Z])", "\n", " ".join(text.split())).replace("\\", "\\e").split("\n")
    # An option or a date in a sentence is to be copied as it is.
    lines = [re.sub(r"(?<!\w)--?(?=\w)|(?<=\d)-(?=\d)", lambda found: "\\-" * len(found[0]), line) for line in lines]
    lines = [part for line in lines for part in wrap(line, LINE, break_long_words=False, break_on_hyphens=False)]
    return "\n".join(f"\\&{line}" if line[:1] in (".", "'") else line for line in lines)


if __name__ == "__main__":
    with open(PAGE, "w", encoding="utf-8") as written:
        written.write(page(date.today().isoformat()))
