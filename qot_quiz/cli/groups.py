"""The groups of commands as Typer sees them: scores, settings and packs; every body is a call of `commands`."""

from __future__ import annotations

from typing import Annotated

import typer

from qot_quiz.cli import commands
from qot_quiz.cli.flags import HELP, LOOK, Json, Labelled, Pack, Played, Since, Whose
from qot_quiz.cli.options import Boards

scores = typer.Typer(help="The boards: shown, exported, imported.", context_settings=HELP, **LOOK)
settings = typer.Typer(help="Show, set and forget what is remembered.", context_settings=HELP, **LOOK)
pack = typer.Typer(
    help="Packs of your own: begun, checked, added, removed, imported, exported (some of it spoils).",
    context_settings=HELP,
    **LOOK,
)

Key = Annotated[
    str,
    typer.Argument(
        help="player, up-to, mode, difficulty, topic, kind, questions, timer or theme.",
        metavar="KEY",
    ),
]

GROUPS = {"scores": scores, "settings": settings, "pack": pack}
"""Every group by the word that it begins with."""


def _boards(
    player: str | None, mode: str | None, difficulty: list[str] | None, pack: str | None, since: str | None
) -> Boards:
    return Boards(player, mode, ",".join(difficulty) if difficulty else None, pack, since)


@scores.callback(invoke_without_command=True)
def scores_show(
    context: typer.Context,
    player: Whose = None,
    mode: Played = None,
    difficulty: Labelled = None,
    pack: Pack = None,
    since: Since = None,
    json: Json = False,
) -> int:
    """Show the boards, best first."""
    if context.invoked_subcommand:
        return 0
    return commands.scores(_boards(player, mode, difficulty, pack, since), json)


@scores.command("export")
def scores_export(
    file: Annotated[str, typer.Argument(help="Where to write; - for standard output.", metavar="FILE")],
    format: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help="csv, json, jsonl, md or html; else by the ending.", show_default=False
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    player: Whose = None,
    mode: Played = None,
    difficulty: Labelled = None,
    pack: Pack = None,
    since: Since = None,
) -> int:
    """Write the finished games to a file."""
    return commands.scores_export(file, format, force, _boards(player, mode, difficulty, pack, since))


@scores.command("import")
def scores_import(
    file: Annotated[str, typer.Argument(help="A CSV, JSON or JSON Lines export from another machine.", metavar="FILE")],
) -> int:
    """Merge the games of another machine; none counts twice."""
    return commands.scores_import(file)


@scores.command("rename")
def scores_rename(
    old: Annotated[str, typer.Argument(help="The name as it is.", metavar="OLD")],
    new: Annotated[str, typer.Argument(help="The name as it shall be.", metavar="NEW")],
) -> int:
    """Give a player another name."""
    return commands.scores_rename(old, new)


@scores.command("remove")
def scores_remove(
    game: Annotated[str, typer.Argument(help="The game's id, or the beginning of it.", metavar="GAME")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> int:
    """Hide a game; nothing of it is deleted."""
    return commands.scores_remove(game, yes)


@settings.callback(invoke_without_command=True)
def settings_show(context: typer.Context, pack: Pack = None, json: Json = False) -> int:
    """Show what is remembered."""
    return 0 if context.invoked_subcommand else commands.settings(json, pack)


@settings.command("set")
def settings_set(
    key: Key,
    value: Annotated[str, typer.Argument(help="What the option of that name takes.", metavar="VALUE")],
    pack: Pack = None,
) -> int:
    """Remember a setting."""
    return commands.settings_set(key, value, pack)


@settings.command("unset")
def settings_unset(key: Key, pack: Pack = None) -> int:
    """Forget a setting."""
    return commands.settings_unset(key, pack)


@pack.callback(invoke_without_command=True)
def pack_alone(context: typer.Context) -> int:
    """Tell what can be done with packs."""
    return 0 if context.invoked_subcommand else commands.help(("pack",))


@pack.command("new")
def pack_new(path: Annotated[str, typer.Argument(help="A new folder, or a new .toml file.", metavar="PATH")]) -> int:
    """Write a commented starter that can be played at once."""
    return commands.pack_new(path)


@pack.command("add")
def pack_add(
    path: Annotated[str, typer.Argument(help="The pack's folder or .toml file.", metavar="PATH")],
    force: Annotated[bool, typer.Option("--force", help="Replace an installed pack of the same id.")] = False,
) -> int:
    """Check a pack and install a copy, to be played by its name."""
    return commands.pack_add(path, force)


@pack.command("list")
def pack_list(json: Json = False) -> int:
    """List the built-in pack and the installed ones."""
    return commands.pack_list(json)


@pack.command("remove")
def pack_remove(
    name: Annotated[str, typer.Argument(help="An installed pack's name.", metavar="NAME")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> int:
    """Remove an installed pack; the games played with it are kept."""
    return commands.pack_remove(name, yes)


@pack.command("schema")
def pack_schema() -> int:
    """Print the JSON Schema of a pack's TOML form, for editors."""
    return commands.pack_schema()


@pack.command("check")
def pack_check(
    name: Annotated[str, typer.Argument(help="A pack's name, folder or file.", metavar="PACK")] = "queen-of-tears",
    played: Annotated[
        bool, typer.Option("--played", help="Say which difficulty labels the games kept here contradict.")
    ] = False,
    json: Json = False,
) -> int:
    """Check a pack against the rules of good questions."""
    return commands.pack_check(name, json, played)


@pack.command("export")
def pack_export(
    name: Annotated[str, typer.Argument(help="A pack's name, folder or file.", metavar="PACK")],
    file: Annotated[str, typer.Argument(help="Where to write; - for standard output.", metavar="FILE")] = "-",
    format: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORMAT", help="json, toml, opentdb, gift, moodle-xml, aiken, csv, tsv, anki or kahoot."
        ),
    ] = "json",
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> int:
    """Write a pack in another format, and say what that cannot carry; toml copies its files into a new folder."""
    return commands.pack_export(name, file, format, force)


@pack.command("import")
def pack_import(
    file: Annotated[str, typer.Argument(help="A file of questions that another program wrote.", metavar="FILE")],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="Its format, if not by its content: gift, moodle-xml, opentdb, aiken, csv, tsv, anki, delimited, "
            "opentriviaqa, red-yaml or kahoot.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Write nothing when a question must be refused.")] = False,
    to: Annotated[
        str | None, typer.Option("--to", metavar="FOLDER", help="The new pack's folder.", show_default=False)
    ] = None,
) -> int:
    """Make a pack of questions from GIFT, Moodle XML, CSV and others, and say what was refused."""
    return commands.pack_import(file, format, strict, to)


@pack.command("reports")
def pack_reports(
    name: Annotated[str, typer.Argument(help="A pack's name, folder or file.", metavar="PACK")] = "queen-of-tears",
    json: Json = False,
) -> int:
    """Print flags and contested answers, ready to send."""
    return commands.pack_reports(name, json)
