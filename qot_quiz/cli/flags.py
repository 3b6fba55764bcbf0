"""What several commands share, as Typer declares it: options, and how help looks."""

from __future__ import annotations

from typing import Annotated, Any

import typer

HELP = {"help_option_names": ["-h", "--help"]}
LOOK: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False, "add_completion": False}


def _difficulty(says: str) -> Any:
    return typer.Option("--difficulty", "-d", metavar="LEVEL", help=says, show_default=False)


Played = Annotated[
    str | None,
    typer.Option("--mode", metavar="MODE", help="Only this mode: classic, daily and so on.", show_default=False),
]
Labelled = Annotated[
    list[str] | None, _difficulty("Only games of easy, medium, hard, several of them, any, or adaptive.")
]
Words = Annotated[
    list[str] | None,
    typer.Argument(help="Words that must all occur.", metavar="WORD...", show_default=False),
]
Mode = Annotated[
    str | None,
    typer.Option("--mode", metavar="MODE", help="classic, blitz, survival, ladder or marathon.", show_default=False),
]
Difficulty = Annotated[
    list[str] | None,
    _difficulty("easy, medium, hard, or several joined by commas; adaptive follows how well you answer."),
]
Levels = Annotated[list[str] | None, _difficulty("easy, medium, hard, or several joined by commas.")]
Topic = Annotated[
    list[str] | None,
    typer.Option(
        "--topic",
        "-t",
        metavar="TOPIC",
        help="Only these, joined by commas: air-dates, episodes, specials, broadcast, cast, locations, making, story, "
        "favourite-scenes, music, awards.",
        show_default=False,
    ),
]
Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="choice, true-false, typed, multi, ordering, number, date, or several joined by commas.",
        show_default=False,
    ),
]
Questions = Annotated[
    int | None, typer.Option("--questions", "-n", metavar="N", help="How many questions.", show_default=False)
]
UpTo = Annotated[
    int | None,
    typer.Option("--up-to", metavar="EPISODE", help="The last one you have watched; 0 for none.", show_default=False),
]
Timer = Annotated[
    str | None,
    typer.Option(
        "--timer",
        metavar="TIME",
        help="off, seconds for each question, or longer by a factor: x1.5.",
        show_default=False,
    ),
]
Player = Annotated[str | None, typer.Option("--player", "-p", metavar="NAME", help="Who plays.", show_default=False)]
Whose = Annotated[
    str | None,
    typer.Option("--player", "-p", metavar="NAME", help="Whose games.", show_default=False),
]
Seed = Annotated[
    int | None, typer.Option("--seed", metavar="N", help="The same number draws the same game.", show_default=False)
]
Code = Annotated[
    str | None,
    typer.Option(
        "--code", metavar="CODE", help="The very game of a friend, from the code under its result.", show_default=False
    ),
]
Pack = Annotated[
    str | None, typer.Option("--pack", metavar="PACK", help="A pack's name, folder or file.", show_default=False)
]
Packs = Annotated[
    list[str] | None,
    typer.Option(
        "--pack",
        metavar="PACK",
        help="A pack's name, folder or file, or all; say it again to mix several.",
        show_default=False,
    ),
]
Plain = Annotated[bool, typer.Option("--plain", help="Sentences and lines only, for screen readers and pipes.")]
Theme = Annotated[
    str | None,
    typer.Option(
        "--theme", metavar="THEME", help="dark or light, as your background is; auto finds out.", show_default=False
    ),
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour.")]
Answers = Annotated[
    str | None,
    typer.Option(
        "--answers", metavar="FILE", help="A file of answers, a line each; - for standard input.", show_default=False
    ),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Finished on this date or later: 2026-11-22.", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
