"""What is offered for a word that is being typed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from running import ROOT, Quiz
from typer.core import TyperArgument, TyperGroup, TyperOption

from qot_quiz.cli import tree
from qot_quiz.cli.candidates import ARGUMENTS, GROUPS, OPTIONS, SHORT
from qot_quiz.cli.offering import offered

BARE = {("facts",)}
"""Commands of whose arguments nothing is known."""

LATE = """
[pack]
id = "late"
title = "Late"
licence = "MIT"
episodes = 3
[[topic]]
id = "meeting"
title = "The meeting"
[[topic]]
id = "wedding"
title = "The wedding"
""" + "".join(
    f"""
[[question]]
id = "{topic}"
topic = "{topic}"
kind = "true-false"
ask = "There is a {topic}."
answer = true
why = "The {topic} is shown."
difficulty = "easy"
spoils = {spoils}
"""
    for topic, spoils in (("meeting", 0), ("wedding", 2))
)
"""A pack of which one topic is itself a spoiler."""


def _paths() -> list[tuple[str, ...]]:
    """List the words of every command, groups and the program itself included."""
    found: list[tuple[str, ...]] = [()]
    for path in found:
        command = tree.command(path)
        if isinstance(command, TyperGroup):
            found += [(*path, name) for name in command.commands]
    return found


def _offers(*words: str) -> list[str]:
    """Give what is offered for the last of these words."""
    return list(offered(words[:-1], words[-1]) or {})


def test_every_option_that_takes_a_value_is_known() -> None:
    """The table has the options that take values, under the short names that Typer knows, and no others."""
    options = [one for path in _paths() for one in tree.command(path).params if isinstance(one, TyperOption)]
    taking = [one for one in options if not one.is_flag]
    assert {name.removeprefix("--") for one in taking for name in one.opts if name.startswith("--")} == set(OPTIONS)
    assert {name: one.opts[0].removeprefix("--") for one in taking for name in one.opts[1:]} == SHORT


def test_every_command_with_arguments_is_known() -> None:
    """The table has the commands that take arguments, and groups are those under which there are commands."""
    taking = {path for path in _paths() if any(isinstance(one, TyperArgument) for one in tree.command(path).params)}
    assert taking - BARE == set(ARGUMENTS)
    assert {path[:1] for path in _paths() if len(path) > 1} == set(GROUPS)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("pl", ["play"]),
        ("scores re", ["rename", "remove"]),
        ("play --dif", ["--difficulty"]),
        ("play --seed 7 --se", []),
        ("play -t cast --to", ["--topic"]),
        ("scores export --fo", ["--format", "--force"]),
        ("play --mode su", ["survival"]),
        ("play --mode=su", ["--mode=survival"]),
        ("play --mode dai", []),
        ("scores --mode dai", ["daily"]),
        ("play -d hard,e", ["hard,easy"]),
        ("play -d easy,ea", []),
        ("play --kind t", ["true-false", "typed"]),
        ("play --theme l", ["light"]),
        ("play --timer o", ["off"]),
        ("play --questions ", []),
        ("settings set mo", ["mode"]),
        ("settings set mode bl", ["blitz"]),
        ("settings set up-to ", []),
        ("settings unset di", ["difficulty"]),
        ("scores export games.csv --format j", ["json", "jsonl"]),
        ("pack import --format mood", ["moodle-xml"]),
        ("pack export queen-of-tears --format to", ["toml"]),
        ("pack check q", ["queen-of-tears"]),
        ("play --pack a", ["all"]),
        ("stats --pack a", []),
        ("completion f", ["fish"]),
        ("play -- --mo", []),
        ("nothing ", []),
        ("nothing --x", []),
    ],
)
@pytest.mark.usefixtures("ready")
def test_names(line: str, found: list[str]) -> None:
    """Commands, options and the names that the program gives are offered where they can stand."""
    try:
        assert _offers(*line.split(" ")) == found
    except KeyError:  # which the answer to a shell takes for "nothing"
        assert found == []


@pytest.mark.parametrize("line", ["play --answers x", "pack add ", "pack check /", "scores import a", "play --pack ./"])
def test_files_are_left_to_the_shell(line: str) -> None:
    """Where a path is meant, the shell completes it."""
    *before, typed = line.split(" ")
    assert offered(tuple(before), typed) is None


def test_topics_keep_to_the_ceiling(quiz: Quiz, tmp_path: Path) -> None:
    """No topic is offered that holds nothing below what the player has watched; a game apart shows least."""
    (tmp_path / "late.toml").write_text(LATE)
    assert quiz("pack", "add", "late.toml").code == 0
    assert quiz("settings", "set", "player", "Ann").code == 0
    assert quiz("settings", "set", "up-to", "3", "--pack", "late").code == 0
    asked = ("play", "--pack", "late", "-t", "")
    assert _offers(*asked) == ["meeting", "wedding"]
    assert _offers("settings", "set", "topic", "--pack", "late", "w") == ["wedding"]
    for more in (("--up-to", "1"), ("-p", "Ben"), ("--seed", "7"), ("--answers", "-"), ("--code", "QT1")):
        assert _offers(asked[0], *more, *asked[1:]) == ["meeting"], more
    assert _offers("party", "Ann", *asked[1:]) == ["meeting", "wedding"]
    assert _offers("party", "Ann", "Ben", *asked[1:]) == ["meeting"]
    assert "meeting" in _offers("play", "--pack", "all", "-t", "")
    assert "cast" in _offers("play", "-t", "")
    assert _offers("play", "--pack", str(ROOT / "questions"), "-t", "") == []


def test_players_and_packs_are_those_of_this_machine(quiz: Quiz) -> None:
    """Players are offered whose names begin so, whatever their script; a party's are offered once each."""
    for name in ("Ann Lee", "김수현"):
        assert quiz("settings", "set", "player", name).code == 0
        assert quiz("settings", "set", "up-to", "3").code == 0
    assert _offers("play", "--player", "ann") == ["Ann Lee"]
    assert _offers("stats", "-p", "\u1100\u1175") == []
    assert _offers("stats", "-p", "\u1100\u1175\u11b7") == ["김수현"]
    assert _offers("party", "Ann Lee", "") == ["김수현"]
    assert _offers("scores", "rename", "A") == ["Ann Lee"]
    assert quiz("pack", "new", "my-drama").code == 0
    assert quiz("pack", "add", "./my-drama").code == 0
    assert _offers("pack", "remove", "") == ["my-drama"]
    assert _offers("play", "--pack", "") == ["queen-of-tears", "my-drama", "all"]
    assert _offers("play", "--pack", "my-drama", "--topic", "") != []


def test_a_name_that_no_terminal_should_see_is_not_offered(quiz: Quiz, ready: Path) -> None:
    """A name with control characters or line ends, out of a foreign file, is left out."""
    assert quiz("settings", "set", "player", "Ann").code == 0
    with sqlite3.connect(ready / "games.db") as games:
        for name in ("A\x1b]52;c;x\x07", "A\nB", "A\u202eB"):
            games.execute("insert into ceilings (player, pack, up_to) values (?, 'queen-of-tears', 1)", (name,))
    games.close()
    assert _offers("play", "-p", "A") == ["Ann"]
