"""The commands as Typer sees them, beside those that are called without it."""

from __future__ import annotations

import inspect

import pytest
from running import Quiz
from typer.core import TyperOption

from qot_quiz import runtime
from qot_quiz.__main__ import BARE
from qot_quiz.cli import app, choices, commands, tree
from qot_quiz.cli.groups import GROUPS
from qot_quiz.cli.lookups import lookups
from qot_quiz.cli.options import Options

COMMANDS = [*app.app.registered_commands, *lookups.registered_commands]


@pytest.mark.parametrize("word", [word for word in BARE if word])
def test_every_bare_command_is_a_parsed_one_too(word: str) -> None:
    """A command that skips Typer calls the very function that Typer's signature calls."""
    known = {one.name or one.callback.__name__ for one in COMMANDS if one.callback is not None}
    known |= set(GROUPS)
    assert word in known
    assert callable(getattr(commands, BARE[word]))


def test_bare_and_parsed_do_the_same(quiz: Quiz) -> None:
    """With and without Typer a command says the same."""
    for word in ("rules", "paths", "settings", "facts"):
        assert quiz(word) == quiz(word, "--")


def test_every_option_of_play_reaches_the_game() -> None:
    """Each field of the options is an option of the command line, and the other way round."""
    assert set(inspect.signature(app.play).parameters) == set(Options.__struct_fields__)


def test_typer_does_not_print_errors_itself(quiz: Quiz) -> None:
    """No usage line and no frame stands around a wrong command line."""
    err = quiz("play", "--nothing").err
    assert "Usage" not in err
    assert "Error" not in err
    assert "─" not in err


def test_every_value_is_named_by_a_word() -> None:
    """What an option or an argument takes is called by a word of its own, not by a type."""
    paths = [
        (),
        *((name,) for name in tree.commands_of(())),
        *((name, one) for name in GROUPS for one in tree.commands_of((name,))),
    ]
    for path in paths:
        for one in tree.command(path).params:
            flag = isinstance(one, TyperOption) and one.is_flag
            assert flag or (one.metavar or "").removesuffix("...").isupper(), (path, one.name)


def test_the_help_names_the_topics() -> None:
    """All topics of the built-in pack are named where one is asked for; none of them spoils anything."""
    bank = runtime.bank()
    shown, every = choices.shown_topics(bank, 0), choices.topics(bank)
    runtime.close()
    assert shown == every
    for path in (("play",), ("party",)):
        assert set(tree.options_of(path)["--topic"].split(": ")[1].rstrip(".").split(", ")) == set(every)
