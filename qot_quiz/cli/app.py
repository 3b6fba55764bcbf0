"""The command line as Typer sees it: signatures and help only; every body is a call of `commands`."""

from __future__ import annotations

from copy import copy
from typing import Annotated

import typer

from qot_quiz.cli import commands
from qot_quiz.cli.flags import (
    Answers,
    Difficulty,
    Json,
    Kind,
    Mode,
    NoColor,
    Pack,
    Plain,
    Player,
    Questions,
    Seed,
    Since,
    Timer,
    Topic,
    UpTo,
    Words,
)
from qot_quiz.cli.options import Boards, Options
from qot_quiz.errors import UsageError

HELP = {"help_option_names": ["-h", "--help"]}
LOOK = {"rich_markup_mode": None, "pretty_exceptions_enable": False, "add_completion": False}

app = typer.Typer(
    help="A quiz about the Korean drama Queen of Tears. Alone, it offers what makes sense next.",
    epilog="--version tells the version; --debug, anywhere, shows the traceback of an error.",
    context_settings=HELP,
    no_args_is_help=False,
    **LOOK,  # type: ignore[arg-type]
)
scores = typer.Typer(help="The boards: shown, exported, imported.", context_settings=HELP, **LOOK)  # type: ignore[arg-type]
settings = typer.Typer(help="Show, set and forget what is remembered.", context_settings=HELP, **LOOK)  # type: ignore[arg-type]
pack = typer.Typer(help="Check and export packs (an author's tools: they spoil).", context_settings=HELP, **LOOK)  # type: ignore[arg-type]
app.add_typer(scores, name="scores")
app.add_typer(settings, name="settings")
app.add_typer(pack, name="pack")


@app.callback(invoke_without_command=True)
def main(context: typer.Context) -> int:
    """Play, or look things up."""
    return 0 if context.invoked_subcommand else commands.welcome()


@app.command()
def play(
    mode: Mode = None,
    difficulty: Difficulty = None,
    topic: Topic = None,
    kind: Kind = None,
    questions: Questions = None,
    up_to: UpTo = None,
    timer: Timer = None,
    player: Player = None,
    seed: Seed = None,
    pack: Pack = None,
    plain: Plain = False,
    no_color: NoColor = False,
    answers: Answers = None,
    json: Json = False,
) -> int:
    """Play a game with the remembered choices, or with others."""
    return commands.play(
        Options(
            mode=mode,
            difficulty=tuple(difficulty or ()),
            topic=tuple(topic or ()),
            kind=tuple(kind or ()),
            questions=questions,
            up_to=up_to,
            timer=timer,
            player=player,
            seed=seed,
            pack=pack,
            plain=plain,
            no_color=no_color,
            answers=answers,
            json=json,
        )
    )


@app.command()
def resume(
    player: Player = None,
    pack: Pack = None,
    plain: Plain = False,
    no_color: NoColor = False,
    answers: Answers = None,
    json: Json = False,
    discard: Annotated[bool, typer.Option("--discard", help="Close the unfinished game for good.")] = False,
) -> int:
    """Go on with the newest unfinished game."""
    return commands.resume(
        discard, Options(player=player, pack=pack, plain=plain, no_color=no_color, answers=answers, json=json)
    )


@app.command()
def rules() -> int:
    """How points, streaks and hearts work."""
    return commands.rules()


@app.command()
def facts(
    words: Words = None,
    up_to: UpTo = None,
    player: Player = None,
    pack: Pack = None,
    links: Annotated[bool, typer.Option("--links", help="Show the pages' addresses too; they may spoil.")] = False,
    json: Json = False,
) -> int:
    """Browse and search the facts and their sources."""
    return commands.facts(tuple(words or ()), Options(up_to=up_to, player=player, pack=pack, json=json), links)


@app.command()
def paths(json: Json = False) -> int:
    """Where the program keeps its files."""
    return commands.paths(json)


def _boards(
    player: str | None, mode: str | None, difficulty: list[str] | None, pack: str | None, since: str | None
) -> Boards:
    return Boards(player, mode, ",".join(difficulty) if difficulty else None, pack, since)


@scores.callback(invoke_without_command=True)
def scores_show(
    context: typer.Context,
    player: Player = None,
    mode: Mode = None,
    difficulty: Difficulty = None,
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
    file: Annotated[str, typer.Argument(help="Where to write; - for standard output.")],
    format: Annotated[
        str | None,
        typer.Option("--format", help="csv, json, jsonl, md or html; else by the ending.", show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    player: Player = None,
    mode: Mode = None,
    difficulty: Difficulty = None,
    pack: Pack = None,
    since: Since = None,
) -> int:
    """Write the finished games to a file."""
    return commands.scores_export(file, format, force, _boards(player, mode, difficulty, pack, since))


@scores.command("import")
def scores_import(
    file: Annotated[str, typer.Argument(help="A CSV, JSON or JSON Lines export from another machine.")],
) -> int:
    """Merge the games of another machine; none counts twice."""
    return commands.scores_import(file)


@scores.command("rename")
def scores_rename(old: str, new: str) -> int:
    """Give a player another name."""
    return commands.scores_rename(old, new)


@scores.command("remove")
def scores_remove(
    game: Annotated[str, typer.Argument(help="The game's id, or the beginning of it.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> int:
    """Hide a game; nothing of it is deleted."""
    return commands.scores_remove(game, yes)


@settings.callback(invoke_without_command=True)
def settings_show(context: typer.Context, json: Json = False) -> int:
    """Show what is remembered."""
    return 0 if context.invoked_subcommand else commands.settings(json)


@settings.command("set")
def settings_set(key: str, value: str) -> int:
    """Remember a setting."""
    return commands.settings_set(key, value)


@settings.command("unset")
def settings_unset(key: str) -> int:
    """Forget a setting."""
    return commands.settings_unset(key)


@pack.command("check")
def pack_check(
    name: Annotated[str, typer.Argument(help="A pack's name, folder or file.")] = "queen-of-tears", json: Json = False
) -> int:
    """Check a pack against the rules of good questions."""
    return commands.pack_check(name, json)


@pack.command("export")
def pack_export(
    name: Annotated[str, typer.Argument(help="A pack's name, folder or file.")],
    file: Annotated[str, typer.Argument(help="Where to write; - for standard output.")] = "-",
    format: Annotated[str, typer.Option("--format", help="json.")] = "json",
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> int:
    """Write a pack in another format."""
    return commands.pack_export(name, file, format, force)


def _narrowed(words: list[str]) -> typer.Typer:
    """Leave out the commands that were not asked for: reading the signatures of all costs a game five milliseconds."""
    asked_for = [
        command for command in app.registered_commands if getattr(command.callback, "__name__", "") in words[:1]
    ]
    if not asked_for:
        return app
    narrowed = copy(app)
    narrowed.registered_commands, narrowed.registered_groups = asked_for, []
    return narrowed


def run_parsed(words: list[str]) -> int:
    """Parse a command line and run it; usage errors become one sentence.

    Args:
        words: The command line without the program's name.

    Raises:
        UsageError: The command line has no meaning.
    """
    try:
        return int(_narrowed(words)(words, prog_name="qot-quiz", standalone_mode=False) or 0)
    except typer.TyperException as error:
        sentence = " ".join(error.format_message().split()).removesuffix(".")
        raise UsageError(f"{sentence}.".replace("?.", "?"), "Add -h to see what there is.") from error
    except SystemExit as ended:
        # Typer exits with 1 on a cut pipe; the one place for exit codes is to hear of it.
        if isinstance(ended.__context__, BrokenPipeError):
            raise ended.__context__ from None
        raise
