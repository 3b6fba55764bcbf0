"""The README and the real commands say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from running import ROOT, Quiz

from qot_quiz.cli.app import app
from qot_quiz.cli.groups import GROUPS
from qot_quiz.cli.lookups import lookups

README = ROOT / "README.md"
NAME = "qot-quiz"
OUTSIDE = {"--version", "-V", "--debug", "--upgrade-deps"}
"""Options that are looked at before any command is, and one of Python's own venv."""

FENCED = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
OPTION = re.compile(r"(?<![\w-])--?[a-zA-Z][\w-]*")
WORD = re.compile(r"[a-z][\w-]*")


def _commands() -> set[tuple[str, ...]]:
    """List every command by its words, groups included."""
    found: set[tuple[str, ...]] = {()}
    for one in (*app.registered_commands, *lookups.registered_commands):
        assert one.callback is not None
        found.add((one.name or one.callback.__name__,))
    for name, group in GROUPS.items():
        found |= {(name,), *((name, one.name) for one in group.registered_commands if one.name)}
    return found


def _codes() -> list[str]:
    """List the pieces of code of the README: lines of its blocks, and what stands inside a sentence."""
    text = README.read_text(encoding="utf-8")
    lines = [line for block in FENCED.findall(text) for line in block.splitlines()]
    return [*lines, *INLINE.findall(FENCED.sub("", text))]


def _calls() -> Iterator[str]:
    """Give each call of the program that the README shows, its remark and a pipe's other end cut off."""
    for code in _codes():
        for call in re.split(r"\s#\s|\s\|\s(?=\S+\s)|&&|;|\s[<>]", code.strip().removeprefix("$ ")):
            # Variables may stand before the name, and a way of running what is not installed.
            found = re.match(
                rf"(?:[A-Z_]+=\S+\s+|uvx\s+|pipx\s+run\s+|python3?\s+-m\s+)*(?:{NAME}|qot_quiz)(?:\s+(.*))?$", call
            )
            if found:
                yield found[1] or ""


def _command(call: str) -> tuple[str, ...]:
    """Find the command of a call: as many of its first words as name one."""
    words = call.split()
    commands = _commands()
    first = tuple(words[:1]) if words and WORD.fullmatch(words[0]) else ()
    assert first in commands, f"README: {NAME} {call}"
    return tuple(words[:2]) if tuple(words[:2]) in commands else first


def _options(quiz: Quiz, command: tuple[str, ...]) -> set[str]:
    return set(OPTION.findall(quiz(*command, "-h").out)) | OUTSIDE


def test_every_command_shown_exists(quiz: Quiz) -> None:
    """Each call in the README names a command that is there, with options that it has."""
    calls = list(_calls())
    assert calls
    for call in calls:
        # Words behind a wrong option would be arguments or values: only the options can be checked by name.
        unknown = set(OPTION.findall(re.sub(r'"[^"]*"|\'[^\']*\'', "", call))) - _options(quiz, _command(call))
        assert not unknown, f"README: {NAME} {call}"


def test_every_option_shown_exists(quiz: Quiz) -> None:
    """An option that the README names by itself is one of some command."""
    known = {option for command in _commands() for option in _options(quiz, command)}
    shown = {option for code in _codes() if code.startswith("-") for option in OPTION.findall(code)}
    assert shown <= known


@pytest.mark.parametrize("command", sorted(_commands() - {()}), ids=" ".join)
def test_every_command_is_shown(command: tuple[str, ...]) -> None:
    """Each command that exists is in the README."""
    shown = [WORD.findall(call) for call in _calls()]
    assert any(words[:1] == [command[0]] and set(command) <= set(words) for words in shown), " ".join(command)


def test_the_example_of_a_script_plays(quiz: Quiz) -> None:
    """The game that the README plays through a pipe comes to its end."""
    call = "play -n 3 --answers - --seed 7 --json"
    assert call in list(_calls())
    assert quiz(*call.split(), typed="1\n2\n3\n").json["asked"] == 3


def test_the_pictures_are_there(quiz: Quiz) -> None:
    """Each picture comes for dark and for light pages, with words for who cannot see it, and spoils nothing."""
    text = README.read_text(encoding="utf-8")
    shown = re.findall(r'srcset="(\S+)-dark\.svg">\s+<img src="(\S+)-light\.svg" alt="[^"]{20,}">', text)
    assert 2 * len(shown) == text.count(".readme/")
    assert {dark for dark, _ in shown} == {light for _, light in shown}
    held = {path.name for path in (ROOT / ".readme").glob("*.svg")}
    assert held == {f"{name.removeprefix('.readme/')}-{theme}.svg" for name, _ in shown for theme in ("dark", "light")}
    for name in held:
        ElementTree.parse(ROOT / ".readme" / name)


def test_the_exit_codes_are_shown() -> None:
    """The README tells what each exit code means."""
    text = README.read_text(encoding="utf-8")
    (told,) = re.findall(r"^- Exit codes: (.*?)(?=^-|^$)", text, re.MULTILINE | re.DOTALL)
    assert {int(code) for code in re.findall(r"\d+", told)} == {0, 1, 2, 3, 129, 130, 141, 143}
