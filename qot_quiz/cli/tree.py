"""The commands and options that there are, as Typer's own declarations have them: for completion and the manual."""

from __future__ import annotations

from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from qot_quiz.cli.app import narrowed


def command(path: tuple[str, ...]) -> TyperCommand | TyperGroup:
    """Build the parser of a command, or of a group of commands.

    Args:
        path: The words that name it, none for the program itself.

    Raises:
        KeyError: There is no such command.
    """
    found = get_command(narrowed(list(path)))
    for word in path:
        if not isinstance(found, TyperGroup):
            raise KeyError(word)
        found = found.commands[word]
    assert isinstance(found, TyperCommand | TyperGroup)
    return found


def commands_of(path: tuple[str, ...]) -> dict[str, str]:
    """Name the commands of the program or of a group, each with the first sentence of its help.

    Args:
        path: As for `command`.
    """
    found = command(path)
    return {name: one.get_short_help_str(200) for name, one in getattr(found, "commands", {}).items()}


def options_of(path: tuple[str, ...]) -> dict[str, str]:
    """Name the options of a command by their long names, each with its help.

    Args:
        path: As for `command`.
    """
    options = [one for one in command(path).params if isinstance(one, TyperOption)]
    return {**{one.opts[0]: one.help or "" for one in options}, "--help": "Show what there is."}
