"""The commands that look things up, as Typer sees them; every body is a call of `commands`."""

from __future__ import annotations

from typing import Annotated

import typer

from qot_quiz.cli import commands
from qot_quiz.cli.flags import LOOK, Json, NoColor, Pack, Plain, Player, Theme, UpTo, Whose, Words
from qot_quiz.cli.options import Options, Sharing, one_pack

lookups = typer.Typer(**LOOK)


@lookups.command()
def share(
    game: Annotated[
        str | None,
        typer.Argument(
            help="The game's id, or the beginning of it; else the last one.", metavar="GAME", show_default=False
        ),
    ] = None,
    text: Annotated[bool, typer.Option("--text", help="One plain sentence, for screen readers.")] = False,
    svg: Annotated[
        str | None,
        typer.Option(
            "--svg", metavar="FILE", help="Write a picture into this file; - for standard output.", show_default=False
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    clipboard: Annotated[bool, typer.Option("--clipboard", help="Copy it to the clipboard, too.")] = False,
    player: Whose = None,
    json: Json = False,
) -> int:
    """Show a finished game to friends, without spoilers, with a code to play it too."""
    return commands.share(game, Sharing(player, text, svg, force, clipboard, json))


@lookups.command()
def stats(
    player: Whose = None,
    pack: Pack = None,
    up_to: UpTo = None,
    plain: Plain = False,
    no_color: NoColor = False,
    theme: Theme = None,
    json: Json = False,
) -> int:
    """Show what your games come to: accuracy, trend, streaks, and what to review."""
    options = Options(up_to=up_to, player=player, pack=one_pack(pack), plain=plain, json=json)
    return commands.stats(options.but(no_color=no_color, theme=theme))


@lookups.command()
def rules(plain: Plain = False) -> int:
    """How points, streaks and hearts work."""
    return commands.rules(plain)


@lookups.command()
def facts(
    words: Words = None,
    up_to: UpTo = None,
    player: Player = None,
    pack: Pack = None,
    links: Annotated[bool, typer.Option("--links", help="Show the pages' addresses too; they may spoil.")] = False,
    flagged: Annotated[bool, typer.Option("--flagged", help="Show the questions that you flagged instead.")] = False,
    take_back: Annotated[
        str | None,
        typer.Option(
            "--take-back", metavar="ID", help="Let a flagged question, or all, come again.", show_default=False
        ),
    ] = None,
    plain: Plain = False,
    json: Json = False,
) -> int:
    """Browse and search the facts and their sources, or what you flagged."""
    options = Options(up_to=up_to, player=player, pack=one_pack(pack), plain=plain, json=json)
    return commands.facts(tuple(words or ()), options, links, flagged, take_back)


@lookups.command()
def paths(json: Json = False) -> int:
    """Where the program keeps its files."""
    return commands.paths(json)


@lookups.command()
def completion(
    shell: Annotated[str, typer.Argument(help="bash, zsh, fish or powershell.", metavar="SHELL")],
) -> int:
    """Print a script with which a shell completes commands, options, topics, packs and players."""
    return commands.completion(shell)


@lookups.command()
def doctor(
    fix: Annotated[bool, typer.Option("--fix", help="Repair what can be repaired.")] = False,
    restore: Annotated[
        bool, typer.Option("--restore", help="Put the backup of DAY in place; alone, list the backups.")
    ] = False,
    day: Annotated[
        str | None, typer.Argument(help="For --restore, as 2026-11-22.", metavar="DAY", show_default=False)
    ] = None,
    json: Json = False,
) -> int:
    """Look through everything that the program keeps, and repair it."""
    return commands.doctor(fix, restore, day, json)
