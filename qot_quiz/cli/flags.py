"""What several commands share, as Typer declares it: options, and how help looks."""

from __future__ import annotations

from typing import Annotated, Any

import typer

HELP = {"help_option_names": ["-h", "--help"]}
LOOK: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False, "add_completion": False}

Words = Annotated[list[str] | None, typer.Argument(help="Words that must all occur.", show_default=False)]
Mode = Annotated[
    str | None, typer.Option("--mode", help="classic, blitz, survival, ladder, marathon.", show_default=False)
]
Difficulty = Annotated[
    list[str] | None,
    typer.Option("--difficulty", "-d", help="easy, medium, hard, also joined by commas; adaptive.", show_default=False),
]
Topic = Annotated[list[str] | None, typer.Option("--topic", "-t", help="Only these topics.", show_default=False)]
Kind = Annotated[
    list[str] | None,
    typer.Option("--kind", help="choice, true-false, typed, multi, ordering, number, date.", show_default=False),
]
Questions = Annotated[int | None, typer.Option("--questions", "-n", help="How many questions.", show_default=False)]
UpTo = Annotated[int | None, typer.Option("--up-to", help="The last episode you have watched.", show_default=False)]
Timer = Annotated[
    str | None, typer.Option("--timer", help="off, seconds a question, or a factor: x1.5.", show_default=False)
]
Player = Annotated[str | None, typer.Option("--player", "-p", help="Who plays.", show_default=False)]
Seed = Annotated[int | None, typer.Option("--seed", help="The same seed draws the same game.", show_default=False)]
Code = Annotated[
    str | None, typer.Option("--code", help="The very game of a friend's challenge code.", show_default=False)
]
Pack = Annotated[str | None, typer.Option("--pack", help="A pack's name, folder or file.", show_default=False)]
Packs = Annotated[
    list[str] | None,
    typer.Option("--pack", help="A pack's name, folder or file; say it again to mix; all.", show_default=False),
]
Plain = Annotated[bool, typer.Option("--plain", help="Sentences and lines only, for screen readers and pipes.")]
Theme = Annotated[
    str | None, typer.Option("--theme", help="For a dark or a light background; auto finds out.", show_default=False)
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour.")]
Answers = Annotated[
    str | None,
    typer.Option("--answers", help="A file of answers, a line each; - for standard input.", show_default=False),
]
Since = Annotated[
    str | None, typer.Option("--since", help="Finished on this date or later: 2026-11-22.", show_default=False)
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
